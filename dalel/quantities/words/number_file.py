"""What languages/<language>/numbers.toml may say: a dataclass for each section, each field with its notation.

Of a section or field that a language does without, the default says so. What tells the grammars of the languages apart
is [manner]; no rule asks for the name of a language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dalel.languages import load, schema
from dalel.languages.schema import Ending, Number, Phrase, Stem
from dalel.quantities.words import around_file as around
from dalel.quantities.words import inside_file as inside

Phrases = tuple[Phrase, ...]
By = Mapping[Number, Phrases]


@dataclass(frozen=True, kw_only=True, slots=True)
class NumberFile:
    """A whole numbers.toml, without its examples."""

    manner: inside.Manner = field(default_factory=inside.Manner)
    endings: tuple[Ending, ...] = ()
    cases: inside.Cases | None = None
    numerals: By
    whole_counts: By
    halved: Mapping[str, Phrases] = field(default_factory=dict)
    scales: By
    scale_abbreviations: By
    spaced_scales: By
    attached_scales: By
    doubtful_scales: Mapping[str, Phrases] = field(default_factory=dict)
    letters: Mapping[str, inside.Letter] = field(default_factory=dict)
    pounds: inside.Pounds = field(default_factory=inside.Pounds)
    glued: inside.Glued
    ordinals: By
    ordinal_endings: inside.Ordinal
    fractions: Mapping[str, Phrases]
    fraction_plurals: By
    parts: inside.Parts = field(default_factory=inside.Parts)
    every: inside.Listed
    vague: inside.Vague
    never: inside.Listed
    never_first: inside.Listed
    multiples: By
    multiple_adjectives: By = field(default_factory=dict)
    doubled: inside.Doubled = field(default_factory=inside.Doubled)
    times: inside.Times
    percent_point: inside.Point
    approximators: around.Approximators
    level: around.Level
    list_: around.Joined
    rates: Mapping[str, Phrases]
    range_: around.Range
    ratio: around.Ratio
    conversion: inside.Listed
    skip_before: around.Before
    skip_after: around.Behind
    addresses: around.Addresses
    dates: around.Around = field(default_factory=around.Around)
    quarter: around.Around = field(default_factory=around.Around)
    singular: around.Singular
    people: around.People = field(default_factory=around.People)
    years: around.Years = field(default_factory=around.Years)
    ages: around.Ages
    suffixes: inside.Suffixes
    scores: inside.Listed = field(default_factory=inside.Listed)
    years_when_small: around.SmallYears
    currencies: Mapping[str, tuple[Stem, ...]]
    currency_signs: Mapping[str, Phrases]
    currency_codes_unread: inside.Listed = field(default_factory=inside.Listed)
    currency_verbs: inside.Listed = field(default_factory=inside.Listed)
    measure_adjectives: By
    amounts: inside.Amounts = field(default_factory=inside.Amounts)
    mixed: Mapping[str, Phrases] = field(default_factory=dict)
    hesitations: inside.Listed = field(default_factory=inside.Listed)
    clock: around.Around = field(default_factory=around.Around)


def number_file(language: str) -> NumberFile:
    """The words of numbers in a language; MalformedDeclaration names the file, the field and the nearest name."""
    raw = {name: value for name, value in load(language, "numbers").items() if not name.endswith("EXAMPLES")}
    return schema.build(NumberFile, raw, f"languages/{language}/numbers.toml")
