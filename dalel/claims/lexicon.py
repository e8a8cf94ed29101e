"""The claim words of a language as one search: text -> cues, each with what it may mean.

A word of languages/*/claims.toml is the beginning of a word, with "_" at its end the whole word, with "-" before it
an end, with "=" before it one whose letters must be those printed: "бөлді" is not "болды".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from dalel import languages
from dalel.regions.spelling import key, lower
from dalel.regions.trie import alternation

LEFT = 2  # letters of a word before an ending
SECTIONS = ("measures", "one", "statuses", "seats", "partitive", "places", "speakers", "times")


class Cue(NamedTuple):
    """A word at text[start:end] (comparable spelling) that speaks for `label` of `kind`: "measures", "damage"."""

    start: int
    end: int
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The compiled words of one language."""

    words: re.Pattern[str]
    exact: Mapping[str, str]  # words that another word is spelled like in the comparable spelling, as printed in full
    endings: re.Pattern[str] | None  # a word with one of the endings of the word list
    end_sizes: tuple[int, ...]  # their lengths, the longest first
    meanings: Mapping[str, tuple[tuple[str, str], ...]]  # word -> (kind, label) of it and of every shorter word in it
    future: Future | None
    past: re.Pattern[str]  # a word in the past tense
    clear_past: bool  # whether such an ending is nothing else
    counted_ends: frozenset[str]  # words that end the name of what is counted, in the comparable spelling
    noun_ends: tuple[str, ...]  # endings of a noun after a number, in the comparable spelling

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
        return (future is not None and future.told(word)) or self.past.fullmatch(word) is not None

    def ends(self, text: str, start: int, end: int) -> Iterator[Cue]:
        """Cues that word endings of text[start:end] give: -мақ, -мек; закупят, построят."""
        if self.endings is not None:
            for match in self.endings.finditer(text, start, end):
                word = match[0]
                tails = (word[-size:] for size in self.end_sizes if len(word) >= size + LEFT)
                for kind, label in next((self.meanings["-" + t] for t in tails if "-" + t in self.meanings), ()):
                    yield Cue(match.start(), match.end(), kind, label)
        for match in self.past.finditer(text, start, end) if self.clear_past else ():
            yield Cue(match.start(), match.end(), "statuses", "past")
        if self.future is not None:
            for match in self.future.quick.finditer(text, start, end):
                if self.future.told(match[0]) and not match[0].startswith(self.future.not_beginnings):
                    yield Cue(match.start(), match.end(), "statuses", "planned")


@dataclass(frozen=True, slots=True)
class Future:
    """Verbs that are a future by their beginning and end."""

    quick: re.Pattern[str]  # words that may be one
    pattern: re.Pattern[str]
    not_endings: tuple[str, ...]
    not_beginnings: tuple[str, ...]

    def told(self, word: str) -> bool:
        """Whether the word has the beginning and the end of a future."""
        return self.pattern.fullmatch(word) is not None and not word.endswith(self.not_endings)


@cache
def lexicon(language: str) -> Lexicon:
    """The claim words of a language; of Russian for a text in a language that is none of ours."""
    spell = lower if language == "en" else key
    tables = languages.load(language if language in languages.known() else "ru", "claims")
    meanings: dict[str, list[tuple[str, str]]] = defaultdict(list)
    exact: dict[str, str] = {}
    for kind in SECTIONS:
        for label, words in tables.get(kind, {}).items():
            for listed in words:
                word = listed.removeprefix("=")
                if word != listed:
                    exact[spell(word)] = word
                for spelled in {spell(word), spell(_latin(word)) if language == "kk" else spell(word)}:
                    meanings[spelled].append((kind, label))
    whole = {word.removesuffix("_") for word in meanings if word.endswith("_")}
    begins = {word for word in meanings if not word.endswith("_") and not word.startswith("-")}
    ends = {word[1:] for word in meanings if word.startswith("-")}
    pattern = (  # the last condition: no match, which costs an object, where a word is neither
        rf"(?<!\w)(?=\w)(?=(?P<whole>{alternation(whole)}(?!\w))?)(?=(?P<begin>{alternation(begins)})?)"
        rf"(?(whole)|(?(begin)|(?!)))"
    )
    return Lexicon(
        words=re.compile(pattern),
        exact=exact,
        endings=re.compile(rf"(?<!\w)\w++{_ending(ends)}") if ends else None,
        end_sizes=tuple(sorted(set(map(len, ends)), reverse=True)),
        meanings=_inherited(meanings, begins),
        future=_future(tables["future"], spell) if "future" in tables else None,
        past=_past(tables["past"], spell),
        clear_past=tables["past"]["clear"],
        counted_ends=frozenset(map(spell, tables["bounds"]["counted"])),
        noun_ends=tuple(map(spell, tables["bounds"]["nouns"])),
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
    never = alternation(map(spell, table["not_words"]))
    return re.compile(rf"(?<!\w)(?!{never}(?!\w))\w++{_ending(map(spell, table['endings']))}")


def _ending(words: Iterable[str]) -> str:
    """A condition at the end of a word, that it ends in one of these: asked there once, not at every letter."""
    by_size: dict[int, list[str]] = {}
    for word in sorted(set(words)):
        by_size.setdefault(len(word), []).append(re.escape(word))
    return "(?:" + "|".join(f"(?<={'|'.join(same)})" for _, same in sorted(by_size.items())) + ")"


def _future(table: Mapping[str, Any], spell: Callable[[str], str]) -> Future:
    begin, end = alternation(map(spell, table.get("prefixes", []))), alternation(map(spell, table["endings"]))
    return Future(
        quick=re.compile(rf"(?<!\w){begin}\w++{_ending(map(spell, table['endings']))}"),
        pattern=re.compile(rf"(?<!\w){begin}\w{{1,}}{end}(?!\w)"),
        not_endings=tuple(map(spell, table["not_endings"])),
        not_beginnings=tuple(map(spell, table["not_beginnings"])),
    )
