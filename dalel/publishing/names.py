"""Codes -> names in the language of the reader: regions (with the borders meant), indicators, topics."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextvars import ContextVar
from datetime import date
from functools import cache

from dalel.publishing.wording import label, word
from dalel.topics import Topic, load_topics

_TITLES: ContextVar[Mapping[str, Mapping[str, str]] | None] = ContextVar("titles", default=None)

_KAZAKH = frozenset("ӘҒҚҢӨҰҮҺІәғқңөұүһі")  # letters that Russian names lack
_SCHOOL = re.compile(r"school No\. (\d+)")  # as claims name one


@cache
def _regions() -> dict[str, dict[str, str]]:
    from dalel import regions

    return {code: dict(region.names) for code, region in regions.load_regions().items()}


@cache
def _countries(language: str) -> dict[str, str]:
    """ISO 3166-1 codes -> names, as CLDR has them."""
    from babel import Locale

    return dict(Locale.parse(language).territories)


def know(topics: Mapping[str, Topic]) -> None:
    """From now on topics and indicators have the titles of these: those of the workspace that is asked or published."""
    _TITLES.set(_titles(topics))


def _titles(topics: Mapping[str, Topic]) -> Mapping[str, Mapping[str, str]]:
    found: dict[str, Mapping[str, str]] = {}
    for topic in topics.values():
        found[topic.id] = topic.titles
        found |= {indicator.id: indicator.titles for indicator in topic.indicators}
    return found


@cache
def _ours() -> Mapping[str, Mapping[str, str]]:
    """The titles of the topics that come with dalel: of no workspace yet."""
    return _titles(load_topics())


def region(code: str | None, language: str, borders: date | str | None = None) -> str:
    """Name of a region, or of another country; where `borders` is given, with the year in which the borders meant took
    effect. None is "not told", in words.
    """
    if code is None:
        return label("not_told", language)
    name = _regions().get(code, {}).get(language) or _countries(language).get(code, code)
    return f"{name} ({label('borders', language, date=str(borders)[:4])})" if borders else name


def short(name: str, language: str) -> str:
    """A region's name without the word for region, as a map has it: "Abai", "Актюбинская", "Жамбыл"."""
    kinds = label("region_words", language).split("|")
    return " ".join(part for part in name.split() if part.casefold() not in kinds)


def region_order() -> list[str]:
    """All region codes in the order of their file: the country first, then by code."""
    return list(_regions())


def indicator(identifier: str | None, language: str, measure: str | None = None) -> str:
    """Title of an indicator (or topic); without one the kind of value, the id itself where it has no title."""
    if identifier is None:
        return word("measures", measure, language) if measure else label("no_indicator", language)
    titles = _TITLES.get() or _ours()
    found = titles.get(identifier) or titles.get(identifier.rpartition(".")[2])
    return found.get(language, identifier) if found else identifier


def indicator_in_topic(identifier: str, language: str) -> str:
    """Title of an indicator after that of its topic: "Computers for remote schooling. Money allocated"."""
    topic = identifier.partition(".")[0]
    return f"{indicator(topic, language)}. {indicator(identifier, language)}"


@cache
def _places() -> dict[str, dict[str, str]]:
    """Cities and districts by the English name that claims carry, with their names in the three languages; a language
    is missing where places.toml has no name in it.
    """
    from dalel import regions

    found: dict[str, dict[str, str]] = {}
    for place in regions.load_places():
        if place.kind == "district":
            kazakh, *adjectives = (name[:1].upper() + name[1:] for name in place.words)
            named = {"kk": f"{kazakh} ауданы", "en": f"{place.name} district"}
            found[f"{place.name} district"] = named | ({"ru": f"{adjectives[0]}ий район"} if adjectives else {})
        else:
            kazakh, *others = place.words[1:]
            russian = kazakh if not _KAZAKH & set(kazakh) or not others else others[:1][0]
            found[place.name] = {"kk": kazakh, "ru": russian, "en": place.name}
            found[f"{place.name} city"] = {
                "kk": f"{kazakh} қаласы", "ru": f"город {russian}", "en": f"{place.name} city",
            }  # fmt: skip
    return found


def place(printed: str | None, language: str) -> str:
    """A place in a region in the reader's language; in quotes what the page prints, where it is none we know."""
    if not printed:
        return ""
    if known := _places().get(printed, {}).get(language):
        return known
    if school := _SCHOOL.fullmatch(printed):
        return label("school_number", language, number=school[1])
    return label("districts", language) if printed == "districts" else f"«{printed}»"
