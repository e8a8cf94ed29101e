"""The claim words of a language as one search: text -> cues, each with what it may mean.

A word of languages/*/claims.toml is the beginning of a word, with "_" at its end the whole word, with "-" before it
an end.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dalel import languages
from dalel.regions.spelling import key, lower
from dalel.regions.trie import alternation

SECTIONS = ("measures", "one", "statuses", "seats", "partitive", "places", "speakers", "times")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word at text[start:end] (comparable spelling) that speaks for `label` of `kind`: "measures", "damage"."""

    start: int
    end: int
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The compiled words of one language."""

    words: re.Pattern[str]
    endings: re.Pattern[str] | None
    meanings: Mapping[str, tuple[tuple[str, str], ...]]  # word -> (kind, label) of it and of every shorter word in it
    future: Future | None
    past: re.Pattern[str]  # a word in the past tense
    clear_past: bool  # whether such an ending is nothing else
    counted_ends: frozenset[str]  # words that end the name of what is counted, in the comparable spelling
    noun_ends: tuple[str, ...]  # endings of a noun after a number, in the comparable spelling
    office_ends: frozenset[str]  # words that end the name of an office, as printed

    def cues(self, text: str) -> list[Cue]:
        """All cues of a text in the comparable spelling, in order; a word may lie in another ("по", "по словам")."""
        found = []
        for match in self.words.finditer(text):
            for group, mark in (("whole", "_"), ("begin", "")):
                if words := match.group(group):
                    start, end = match.span(group)
                    found += [
                        Cue(start, end, kind, label) for kind, label in self.meanings[" ".join(words.split()) + mark]
                    ]
        return found

    def verb(self, word: str) -> bool:
        """Whether a word (comparable spelling) looks like a verb in the past or future."""
        future = self.future
        told = future is not None and future.pattern.fullmatch(word) and not word.endswith(future.not_endings)
        return bool(told) or self.past.fullmatch(word) is not None

    def ends(self, text: str, start: int, end: int) -> Iterator[Cue]:
        """Cues that word endings of text[start:end] give: -мақ, -мек; закупят, построят."""
        if self.endings is not None:
            for match in self.endings.finditer(text, start, end):
                for kind, label in self.meanings["-" + match.group("end")]:
                    yield Cue(match.start(), match.end(), kind, label)
        for match in self.past.finditer(text, start, end) if self.clear_past else ():
            yield Cue(match.start(), match.end(), "statuses", "past")
        if self.future is not None:
            for match in self.future.pattern.finditer(text, start, end):
                if not match[0].endswith(self.future.not_endings) and not match[0].startswith(
                    self.future.not_beginnings
                ):
                    yield Cue(match.start(), match.end(), "statuses", "planned")


@dataclass(frozen=True, slots=True)
class Future:
    """Verbs that are a future by their beginning and end."""

    pattern: re.Pattern[str]
    not_endings: tuple[str, ...]
    not_beginnings: tuple[str, ...]


@cache
def lexicon(language: str) -> Lexicon:
    """The claim words of a language; of Russian for a text in a language that is none of ours."""
    spell = lower if language == "en" else key
    tables = languages.load(language if language in languages.known() else "ru", "claims")
    meanings: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for kind in SECTIONS:
        for label, words in tables.get(kind, {}).items():
            for word in words:
                for spelled in {spell(word), spell(_latin(word)) if language == "kk" else spell(word)}:
                    meanings[spelled].append((kind, label))
    whole = {word.removesuffix("_") for word in meanings if word.endswith("_")}
    begins = {word for word in meanings if not word.endswith("_") and not word.startswith("-")}
    ends = {word[1:] for word in meanings if word.startswith("-")}
    pattern = rf"(?<!\w)(?=\w)(?=(?P<whole>{alternation(whole)}(?!\w))?)(?=(?P<begin>{alternation(begins)})?)"
    return Lexicon(
        words=re.compile(pattern),
        endings=re.compile(rf"\w{{2,}}?(?P<end>{alternation(ends)})(?!\w)") if ends else None,
        meanings=_inherited(meanings, begins),
        future=_future(tables["future"], spell) if "future" in tables else None,
        past=_past(tables["past"], spell),
        clear_past=tables["past"]["clear"],
        counted_ends=frozenset(map(spell, tables["bounds"]["counted"])),
        noun_ends=tuple(map(spell, tables["bounds"]["nouns"])),
        office_ends=frozenset(tables["bounds"]["offices"]),
    )


def _latin(word: str) -> str:
    """The word as Kazakh Latin of 2018, which has no я and ю, folds: полиция, polısııa."""
    return word.replace("ия", "ииа").replace("ию", "ииу").replace("я", "иа").replace("ю", "иу")


def _inherited(
    meanings: Mapping[str, list[tuple[str, str]]], begins: set[str]
) -> dict[str, tuple[tuple[str, str], ...]]:
    """What each word means, and what every beginning of it that is a word too means: "акимат" is also "аким"."""
    found = {}
    for word, own in meanings.items():
        shorter = [
            pair for begin in sorted(begins) if word != begin and word.startswith(begin) for pair in meanings[begin]
        ]
        found[word] = tuple(dict.fromkeys([*own, *shorter]))
    return found


def _past(table: Mapping[str, Any], spell: Callable[[str], str]) -> re.Pattern[str]:
    never, ends = alternation(map(spell, table["not_words"])), alternation(map(spell, table["endings"]))
    return re.compile(rf"(?<!\w)(?!{never}(?!\w))\w*{ends}(?!\w)")


def _future(table: Mapping[str, Any], spell: Callable[[str], str]) -> Future:
    begin, end = alternation(map(spell, table.get("prefixes", []))), alternation(map(spell, table["endings"]))
    return Future(
        pattern=re.compile(rf"(?<!\w){begin}\w{{2,}}{end}(?!\w)"),
        not_endings=tuple(map(spell, table["not_endings"])),
        not_beginnings=tuple(map(spell, table["not_beginnings"])),
    )
