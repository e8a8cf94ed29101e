"""What topics, indicators, regions, places, units and measures are called in kk, ru and en: claims are found by all.

So a question in one language finds what a page says in another: «бейнебақылау» the topic whose Russian title is
«Видеонаблюдение в школах», "Semey" the place that a page prints as «Семей».
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property

from dalel import languages
from dalel.records import Claim
from dalel.regions import load_places, load_regions
from dalel.search.stems import folded, kept
from dalel.topics import Topic
from dalel.transliteration import fold
from dalel.vocabulary import MEASURES, UNITS

Name = tuple[str, str, str, str]  # kind, code, language, name
ANY = ""  # the language of a name that is one in several
KINDS = ("topic", "indicator", "region", "place", "unit", "measure")  # attributes of a claim whose values have names


class Names:
    """The names under which claims are found; `topics` are those of the workspace."""

    def __init__(self, topics: Mapping[str, Topic]) -> None:
        self.topics = topics

    @cached_property
    def all(self) -> tuple[Name, ...]:
        """Every name, sorted; the first of a code and language is how it is printed."""
        return tuple(dict.fromkeys([*_topics(self.topics), *_regions(), *_places(), *_units(), *_measures()]))

    @cached_property
    def subjects(self) -> tuple[tuple[str, str, str], ...]:
        """Topic, language and beginning of a word that tells its subject, spelled as `subjects_of` compares them."""
        return tuple(
            (topic.id, language, _spelled(beginning, language))
            for topic in self.topics.values()
            for language, listed in topic.subject.items()
            for beginning in listed
            if " " not in beginning
        )

    def of(self, claim: Claim) -> str:
        """The marks of what a claim is about, and its value as digits."""
        codes = [(kind, getattr(claim, kind)) for kind in KINDS]
        return " ".join([*(mark(kind, code) for kind, code in codes if code), f"{claim.value:f}"])


@cache
def mark(kind: str, code: str) -> str:
    """The word in the index that only claims about this topic, region … have; no stemmer touches it."""
    return f"{kind}0{''.join(letter for letter in code.lower() if letter.isalnum())}0"


def kept_name(name: str, language: str) -> str:
    """A name as the index keeps it; one of several languages in the forms of all."""
    return " ".join(kept(name, one) for one in (languages.known() if language == ANY else (language,)))


def topics_of(word: str, subjects: Iterable[tuple[str, str, str]]) -> list[str]:
    """The topics whose subject a word tells, in whatever language it is typed."""
    spelled = {language: _spelled(word, language) for language in languages.known()}

    def told(language: str, beginning: str) -> bool:
        whole = beginning.endswith("_")
        return spelled[language] == beginning[:-1] if whole else spelled[language].startswith(beginning)

    return sorted({topic for topic, language, beginning in subjects if told(language, beginning)})


def _spelled(word: str, language: str) -> str:
    return fold(word).text.lower() if folded(language) else word.lower()


def _topics(topics: Mapping[str, Topic]) -> Iterator[Name]:
    for topic in topics.values():
        yield from _named("topic", topic.id, topic.titles)
        for language, queries in topic.queries.items():
            yield from (("topic", topic.id, language, query) for query in queries)
        for indicator in topic.indicators:
            yield from _named("indicator", indicator.id, indicator.titles)


def _regions() -> Iterator[Name]:
    for code, region in load_regions().items():
        yield from (("region", code, language, region.name(language)) for language in ("kk", "ru", "en"))
        for language, bare in region.bare.items():
            yield from (("region", code, language, word) for word in bare if word not in region.common)


def _places() -> Iterator[Name]:
    """Cities and districts by the names that claims carry."""
    for place in load_places():
        codes = [f"{place.name} district"] if place.kind == "district" else [place.name, f"{place.name} city"]
        for code in codes:
            yield "place", code, "en", code
            yield from (("place", code, ANY, word) for word in place.words)


def _units() -> Iterator[Name]:
    for code, row in UNITS.items():
        for language, named in row.names.items():
            yield "unit", code, language, named.name[0]


def _measures() -> Iterator[Name]:
    for code, row in MEASURES.items():
        yield from (("measure", code, language, getattr(row, language)) for language in ("kk", "ru", "en"))


def _named(kind: str, code: str, titles: Mapping[str, str]) -> Iterator[Name]:
    return ((kind, code, language, title) for language, title in titles.items())
