"""The words of languages/*/deadlines.toml, compiled into the pieces the rules are built from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal

from dalel import languages
from dalel.languages.schema import Notation, Number, Phrase, Stem, build

Day = Annotated[str, Notation("day", re.compile(r"\d\d-\d\d"), "month and day: 12-16")]
Season = Literal["spring", "summer", "autumn", "winter"]
Unit = Literal["day", "week", "month", "year"]
Span = Literal["week", "month", "year"]
NAMED = ("year", "month", "quarter", "half", "school_year", "heating", "building")


@dataclass(frozen=True, slots=True)
class Edges:
    """Words for one end of a period."""

    end: tuple[Phrase, ...]
    start: tuple[Phrase, ...]
    middle: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Periods:
    """Names of periods; year, month and quarter alone count only with an edge ("до конца года")."""

    year: tuple[Phrase, ...]
    month: tuple[Phrase, ...]
    quarter: tuple[Stem, ...]
    half: tuple[Stem, ...]
    school_year: tuple[Phrase, ...]
    heating: tuple[Phrase, ...]
    building: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Spans:
    """ "within three years": words before and behind, units that tell it alone, and words that make it the past."""

    before: tuple[Phrase, ...]
    behind: tuple[Phrase, ...]
    alone: tuple[Phrase, ...]
    since: tuple[Phrase, ...]
    numbers: tuple[tuple[Phrase, ...], ...]
    units: Mapping[Unit, tuple[Phrase, ...]]


@dataclass(frozen=True, slots=True)
class Manner:
    """What else a sentence says of a promise."""

    vows: tuple[Stem, ...]
    orders: tuple[Stem, ...]
    conditions: tuple[Stem, ...]
    denials: tuple[Stem, ...]
    moves: tuple[Stem, ...]


@dataclass(frozen=True, slots=True)
class DeadlineFile:
    """One languages/<language>/deadlines.toml, without its examples."""

    limits: tuple[Phrase, ...]
    limits_behind: tuple[Phrase, ...]
    since: tuple[Phrase, ...]
    since_behind: tuple[Phrase, ...]
    compared: tuple[Phrase, ...]
    compared_behind: tuple[Phrase, ...]
    fillers: tuple[Phrase, ...]
    edges: Edges
    edges_behind: Edges
    periods: Periods
    relative: Mapping[Span, Mapping[Number, tuple[Phrase, ...]]]
    seasons: Mapping[Season, tuple[Phrase, ...]]
    ordinals: Mapping[Number, tuple[Phrase, ...]]
    holidays: Mapping[Day, tuple[Phrase, ...]]
    spans: Spans
    manner: Manner


@cache
def words(language: str) -> DeadlineFile:
    """The words of one language; MalformedDeclaration names file and field of what is written otherwise."""
    raw = {key: value for key, value in languages.load(language, "deadlines").items() if "EXAMPLES" not in key}
    return build(DeadlineFile, raw, f"languages/{language}/deadlines.toml")


def any_of(phrases: Iterable[str]) -> str:
    """A group that matches any of the phrases, the longest first; "*" takes any ending; no phrase, no match."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    if not ordered:
        return r"(?!)"
    return "(?:" + "|".join(re.escape(one).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for one in ordered) + ")"


@cache
def manner(language: str, name: str) -> re.Pattern[str]:
    """One list of [manner] as a pattern of whole words, for lower-cased text in Cyrillic or Latin letters."""
    return re.compile(rf"(?<!\w){any_of(getattr(words(language).manner, name))}(?!\w)")
