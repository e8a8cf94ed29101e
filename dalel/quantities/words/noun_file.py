"""What languages/<language>/nouns.toml may say: what stands around a counted noun. The nouns are in the vocabulary."""

from __future__ import annotations

from dataclasses import dataclass

from dalel.languages import load, schema
from dalel.languages.schema import Code, Ending, Phrase

Phrases = tuple[Phrase, ...]
Endings = tuple[Ending, ...]
Codes = tuple[Code, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Classifiers:
    """Words that count pieces of the noun that follows or was named before."""

    words: Phrases
    plural_only: Endings


@dataclass(frozen=True, kw_only=True, slots=True)
class Between:
    """What may stand between a number and its noun: any word, or adjectives by their endings."""

    words: Phrases
    endings: Endings = ()
    any: bool = False
    never: Phrases = ()
    also: Phrases = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Subject:
    """Nouns before a number, and which of them it may count."""

    tallies: Phrases
    words: Phrases = ()
    never: Codes = ()
    never_qualify: Codes = ()
    izafet: Endings = ()
    comparing: Phrases = ()
    priced: Phrases = ()
    governing: Phrases = ()
    collective: Phrases = ()
    oblique: Endings = ()
    plural: Endings = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Predicates:
    """Endings of verbs and participles, which no noun follows."""

    endings: Endings
    singular: Endings = ()
    participles: Endings = ()
    nouns: Phrases = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Capacity:
    """Around people that are places in a building."""

    before: Phrases
    after: Phrases
    nouns: Codes
    of: Codes


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """A list of words."""

    words: Phrases


@dataclass(frozen=True, kw_only=True, slots=True)
class NounFile:
    """A whole nouns.toml."""

    classifiers: Classifiers
    between: Between
    subject: Subject
    pronouns: Words
    predicates: Predicates
    stop: Words
    capacity: Capacity


def noun_file(language: str) -> NounFile:
    """What stands around nouns; MalformedDeclaration names the file, the field and the nearest name."""
    return schema.build(NounFile, load(language, "nouns"), f"languages/{language}/nouns.toml")
