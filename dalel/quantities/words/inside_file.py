"""Sections of numbers.toml about what a number is made of, and how a language puts it together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dalel.languages.schema import Ending, Phrase, Stem

Phrases = tuple[Phrase, ...]
Stems = tuple[Stem, ...]
Endings = tuple[Ending, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Manner:
    """What differs between grammars, and is no word."""

    decimal_comma: bool = False  # 12,5 is twelve and a half, and 12 500 is grouped by spaces
    hyphens: bool = False  # join number words, and a unit or noun to its number: twenty-one, a 300-bed hospital
    conjoins: bool = False  # "and" joins hundreds and tens: two hundred and two
    attributes: bool = False  # a noun in the singular qualifies the next: school canteens
    agrees: bool = False  # ordinals agree with their noun: первая тысяча
    ordinals_divide: bool = False  # any ordinal may be a denominator: two thirds
    month_first: bool = False  # September 2
    minus_apart: bool = False  # a sign apart from its number is a minus: "- 1,200" in a table
    streets_behind: bool = False  # 15 Abai Avenue


@dataclass(frozen=True, kw_only=True, slots=True)
class Cases:
    """Endings of Kazakh in their order: plural, then adjective, possessive and case; each may be absent."""

    plural: Endings
    adjective: Endings
    possessive: Endings
    dative: Endings
    ablative: Endings
    genitive: Endings
    accusative: Endings
    locative: Endings
    instrumental: Endings
    about: Endings
    about_possessive: Endings
    ordinal: Endings
    vague: Endings
    third: Endings  # possessive of the third person behind a plural: кәсіпкер-лер-і


@dataclass(frozen=True, kw_only=True, slots=True)
class Glued:
    """Words inside a number."""

    hundred: Phrases
    half: Phrases
    whole: Phrases
    point: Phrases
    and_: Phrases
    minus: Phrases
    decimal: Phrases
    with_: Phrases = ()  # before a half that is added: два с половиной


@dataclass(frozen=True, kw_only=True, slots=True)
class Ordinal:
    """Endings of ordinals, and of those that may be a denominator."""

    any: Endings
    denominator: Endings
    adverb: Endings = ()  # of a multiple: двукратно


@dataclass(frozen=True, kw_only=True, slots=True)
class Parts:
    """Around an English fraction: a third of, by a fifth, half the money."""

    articles: Phrases = ()
    denominators: Phrases = ()
    more: Phrases = ()
    before: Phrases = ()
    never_after: Phrases = ()
    determiners: Phrases = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Listed:
    """A list of words."""

    words: Stems = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Vague:
    """Plurals that are no number, and what makes one of it."""

    words: Phrases
    alone: Phrases = ()
    alone_unless: Phrases = ()
    first: Phrases = ()
    not_one: Phrases = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Doubled:
    """Multiples that may be none, and what they then multiply."""

    words: Phrases = ()
    before: Phrases = ()
    only_on: Phrases = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Times:
    """What tells "three times as much" from three occasions."""

    before: Phrases = ()
    per: Phrases = ()
    comparatives: Endings = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Point:
    """Behind a percent word; before a number of percent."""

    words: Stems
    of: Phrases = ()
    risen: Phrases = ()  # beginnings of words behind a number with a plus: +14,5 процента


@dataclass(frozen=True, kw_only=True, slots=True)
class Suffixes:
    """What a hyphen joins to digits."""

    cardinal: Endings
    ordinal: Endings
    about: Endings = ()
    more_than: Endings = ()
    units: Mapping[str, Endings] = field(default_factory=dict)
    decades: Endings = ()  # 70-80-е
    small: Endings = ()  # only of numbers up to four: 2-х школ, but 90-х годов
    dative: Endings = ()  # only before a noun in the dative: 2-м школам, but на 34-м году
    generations: Endings = ()  # behind one digit the name of a network: 5G
    datives: Endings = ()  # endings of that noun


@dataclass(frozen=True, kw_only=True, slots=True)
class Letter:
    """A letter behind digits that may be a unit."""

    unit: str
    in_text: bool
    before: Phrases
    after: Phrases


@dataclass(frozen=True, kw_only=True, slots=True)
class Pounds:
    """What makes pounds a weight."""

    money: Phrases = ()
    before: Phrases = ()
    after: Phrases = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Amounts:
    """Around amounts and measures: "5 т. тенге", "15 ц/га", "2 кг 340 г", "баррелей в сутки", "кВт·ч"."""

    thousand: Phrases = ()  # before a currency, whatever else they are
    before_slash: Mapping[str, Phrase] = field(default_factory=dict)
    grams: Phrases = ()
    per: Phrases = ()
    power_hours: Stems = ()
    powers: Phrases = ()
