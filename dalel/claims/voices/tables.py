"""The tables [voices] of a language: words and endings by which a name of an office is told from what stands beside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dalel import languages
from dalel.regions.spelling import key, lower


@dataclass(frozen=True, slots=True)
class Tables:
    """Words and endings in the comparable spelling, but those of `names`, which are as printed."""

    stops: frozenset[str]  # words that no name of an office holds
    stop_ends: tuple[str, ...]  # endings of such words
    own: frozenset[str]  # words that may belong to it, whatever they end in
    joins: frozenset[str]  # words within it: "по", "of", "және"
    ands: frozenset[str]  # those that join two of a kind, so not a head and what belongs to it
    agents: frozenset[str]  # prepositions before the subject of a passive: "by"
    clitics: tuple[str, ...]  # endings that are no part of a name: "'s"
    not_ends: tuple[str, ...]  # endings of small words that are no nouns: "-ly", "-ed"
    determiners: frozenset[str]
    prepositions: frozenset[str]
    inside: frozenset[str]  # prepositions before an office that speaks: "сообщили в"
    patronymics: tuple[str, ...]
    names: Mapping[str, tuple[tuple[str, str], ...]]  # case -> (ending of a name, of its nominative; "-": none)
    governs: tuple[str, ...]  # beginnings of heads that govern another case than the genitive: "заведующий садом"
    still: tuple[str, ...]  # beginnings of words that have one form for all cases
    endings: Mapping[str, tuple[tuple[str, int], ...]]  # case -> (ending of a noun, how many letters of it are kept)
    modifiers: tuple[str, ...]  # endings of a word that belongs to the next one: -ның, -лық
    not_names: frozenset[str]  # words with capitals that are no names of persons
    given: frozenset[str]  # given names that are common words, too, as printed: Кумар, Роза
    surname_ends: tuple[str, ...]  # of surnames that are genitives of common words, too: Аксакалов
    plurals: tuple[str, ...]  # endings of a verb that tells of several: "сообщили в …"
    no_source: tuple[str, ...]  # beginnings of words for what is read and not who says it: "статистика"
    reader: str
    phrases: Mapping[str, frozenset[str]]  # label -> phrases of [speakers] whose last word is the head: "press service"
    pauses: int  # words between a subject and its verb, at most
    keeps: int  # paragraphs over which an office keeps the word
    headlines: bool  # whether a headline speaks for the office that the page gives its figure to
    behind: int  # words between a verb and its subject, at most

    def plain(self, word: str) -> str:
        """A word without the ending of a possessive."""
        return next((word.removesuffix(end) for end in self.clitics if word.endswith(end)), word)

    @property
    def subject_first(self) -> bool:
        """Whether a subject before its verb counts before one behind it."""
        return self.reader == "order"

    @property
    def final(self) -> bool:
        """Whether a verb ends its clause, so that its subject may stand far before it."""
        return self.reader == "endings"


@cache
def tables(language: str) -> Tables:
    """The tables of a language; of Russian for a text in a language that is none of ours."""
    language = language if language in languages.known() else "ru"
    spell = lower if language == "en" else key
    raw: dict[str, Any] = languages.load(language, "claims")["voices"]

    def words(name: str) -> list[str]:
        return [spell(word) for word in raw.get(name, ())]

    return Tables(
        stops=frozenset(words("stops")),
        stop_ends=tuple(words("stop_ends")),
        own=frozenset(words("own")),
        joins=frozenset(words("joins")),
        ands=frozenset(words("ands")),
        agents=frozenset(words("agents")),
        clitics=tuple(words("clitics")),
        not_ends=tuple(words("not_ends")),
        determiners=frozenset(words("determiners")),
        prepositions=frozenset(words("prepositions")),
        inside=frozenset(words("inside")),
        patronymics=tuple(words("patronymics")) or ("\0",),
        names={case: tuple((end, to.strip("-")) for end, to in pairs) for case, pairs in raw.get("names", {}).items()},
        governs=tuple(words("governs")) or ("\0",),
        still=tuple(words("still")) or ("\0",),
        endings={case: _endings([spell(end) for end in listed]) for case, listed in raw.get("endings", {}).items()},
        modifiers=tuple(words("modifiers")),
        not_names=frozenset(words("not_names")),
        given=frozenset(raw.get("given", ())),
        surname_ends=tuple(words("surname_ends")) or ("\0",),
        plurals=tuple(words("plurals")) or ("\0",),
        no_source=tuple(words("no_source")) or ("\0",),
        reader=raw["reader"],
        phrases={} if raw["reader"] == "dictionary" else _phrases(language, spell, raw["reader"]),
        keeps=raw["keeps"],
        headlines=raw["headlines"],
        pauses=raw["pauses"],
        behind=raw["behind"],
    )


def _phrases(language: str, spell: Callable[[str], str], reader: str) -> dict[str, frozenset[str]]:
    """The phrases of [speakers]; in Russian the first word is the head ("глава региона"), elsewhere the last."""
    listed = languages.load(language, "claims")["speakers"]
    return {
        label: frozenset(spell(word).removesuffix("_") for word in words if " " in word)
        for label, words in listed.items()
        if label != "verbs" or reader == "endings"
    }


def _endings(listed: list[str]) -> tuple[tuple[str, int], ...]:
    """ "сы|нан": the ending "сынан", of which "сы" stays; the longest first."""
    parted = {tuple(one.split("|")) if "|" in one else ("", one) for one in listed}
    pairs = {(kept + cut, len(kept)) for kept, cut in parted}
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))
