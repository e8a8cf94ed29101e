"""Names of regions, cities and districts in running text, with what each means there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from dalel.regions.patterns import Forms, Meaning, cyrillic, english, one_space
from dalel.regions.spelling import comparable
from dalel.transliteration import Folded

PLURAL = re.compile(r"облыстар|областях|областям|областеы|regions")
ALMATY_CITY, ALMATY_REGION = "KZ-75", "KZ-19"  # one name: "Алматы мен Атырау облыстарында" means the region
BETWEEN = re.compile(r"\s*(?:,|ы|мен|бен|пен|және|жане|and|\s)+\s*")


@dataclass(frozen=True, slots=True)
class RegionMention:
    """`text[start:end]` names a region, or a place in it.

    kind: region | city (place None for a city that is a region itself) | district | name (a name that region and
    centre share).
    """

    start: int
    end: int
    code: str
    place: str | None
    kind: str


def mentions(text: str, language: str) -> list[RegionMention]:
    """Every region, city and district named in `text`, in order; offsets are of `text` as given."""
    folded = comparable(text, language)
    found = mentions_in(folded.text, language, lambda offset: text[folded.original(offset)].islower())
    return [replace(one, start=folded.original(one.start), end=_end(folded, one.end)) for one in found]


def mentions_in(text: str, language: str, small: Callable[[int], bool]) -> list[RegionMention]:
    """The same for a text that is in the comparable spelling already; offsets are of that text.

    `small(offset)` says whether the letter there is printed small: then it begins no name ("многодетных семей").
    """
    found = list(_search(text, english() if language == "en" else cyrillic(), small))
    for index, one in enumerate(found[:-1]):
        if (one.kind == "name" or one.code == ALMATY_CITY) and _plural_ahead(text, found, index):
            code = ALMATY_REGION if one.code == ALMATY_CITY else one.code
            found[index] = replace(one, code=code, kind="region", place=None)
    return found


def _plural_ahead(text: str, found: list[RegionMention], index: int) -> bool:
    """Whether the list of names that found[index] begins ends in "облыстарында", "regions"."""
    for one, after in zip(found[index:], found[index + 1 :], strict=False):
        if not BETWEEN.fullmatch(text[one.end : after.start]):
            return False
        if PLURAL.search(text[after.start : after.end]):
            return True
    return False


def _search(text: str, forms: Forms, small: Callable[[int], bool]) -> Iterator[RegionMention]:
    for match in forms.pattern.finditer(text):
        group = match.lastgroup if match.lastgroup in forms.meanings else None
        group = group or next(name for name in forms.meanings if match.group(name))
        meaning: Meaning = forms.meanings[group][one_space(match.group(group))]
        if small(match.start(group)) and not match.group(group).startswith(forms.common):
            continue
        kind, place = meaning.kind, meaning.place
        if kind == "name" and (
            match.groupdict().get("town") or (text[match.start()] == "г" and match.start(group) > match.start())
        ):
            kind = "city"
        yield RegionMention(match.start(), match.end(), meaning.code, place if kind != "name" else None, kind)


def _end(folded: Folded, end: int) -> int:
    return folded.original(end - 1) + 1 if end else 0
