"""Sections of numbers.toml about what stands around a number: bounds, ratios, names, people, dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dalel.languages.schema import Ending, Phrase, Stem

Phrases = tuple[Phrase, ...]
Stems = tuple[Stem, ...]
Endings = tuple[Ending, ...]
Bound = Literal["about", "almost", "more_than", "less_than", "at_least", "at_most", "exact"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Unless:
    """Before a duration no approximator."""

    duration: Phrases = ()
    article: Phrases = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Approximators:
    """How far a value is exact, by what is said before and after it; verbs that say it (`said`) stay outside."""

    before: Mapping[Bound, Phrases]
    after: Mapping[Bound, Phrases]
    said: Mapping[Bound, Phrases] = field(default_factory=dict)
    unless: Unless = field(default_factory=Unless)
    particle: Mapping[str, Phrases] = field(default_factory=dict)
    between: Phrases = ()
    up_to: Phrases = ()
    strict: Phrases = ()
    not_: Phrases = ()
    places: Phrases = ()
    negated_by: Phrases = ()
    denial: Phrases = ()
    deniable_verbs: Phrases = ()
    differs: Phrases = ()
    compared: Phrases = ()
    inverted: Phrases = ()
    inverted_scales: Phrases = ()
    difference: Phrases = ()
    partitive: Phrases = ()
    deniable: Phrases = ()
    slightly: Phrases = ()
    short_of: Phrases = ()
    negative: Endings = ()
    adjective: Endings = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Level:
    """Beginnings of verbs that say how far something went."""

    stems: Endings


@dataclass(frozen=True, kw_only=True, slots=True)
class Joined:
    """Links of a list; `sums` also join small coins to an amount: 20 долларов и 43."""

    and_: Phrases
    sums: Phrases = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Range:
    """What joins the ends of a range, and the levels of a change."""

    and_: Phrases
    particles: Phrases
    from_to: Mapping[str, Phrase]
    since: Phrases = ()
    until: Phrases = ()
    towards: Phrases = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Ratio:
    """What stands between a part and its whole."""

    by: Phrases
    of: Phrases
    of_long: Phrases
    over: Phrases
    parts: Phrases = ()
    limiting: Phrases = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Before:
    """Words behind which a number is a name; `names` also with a dash between."""

    words: Phrases
    names: Phrases = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Behind:
    """Words before which a number counts nothing; `grades` only up to the highest grade."""

    words: Stems
    grades: Phrases = ()
    unless: Phrases = ()
    unless_before: Phrases = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Addresses:
    """Words of addresses, and those that a street ends or begins with."""

    words: Phrases
    streets: Phrases = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Singular:
    """ "One" that counts nothing."""

    after: Phrases
    before: Phrases
    none: Phrases = ()
    same: Phrases = ()
    repeated: Phrases = ()
    sometimes: Phrases = ()
    counts: Phrases = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class People:
    """Who has an age, and what is named for its number."""

    numbered: Phrases = ()
    groups: Phrases = ()
    aged: Endings = ()
    terms: Phrases = ()
    bounding: Phrases = ()
    elders: Phrases = ()
    minors: Phrases = ()
    aging: Phrases = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Years:
    """Four digits before a noun that are a year all the same."""

    before: Phrases = ()
    uncounted: Endings = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Ages:
    """Words of ages around a number."""

    before: Phrases
    after: Stems
    young: Phrases = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class SmallYears:
    """The word for year: a duration where the number is no year."""

    words: Phrases
    decades: Phrases = ()
    parts: Phrases = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Around:
    """Words before something, or in it."""

    before: Phrases = ()
    day: Phrases = ()
    numbers: Phrases = ()
