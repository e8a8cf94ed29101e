"""What a sentence calls somebody by who may speak: a person with a post, an office, a post, "она", an outlet.

A mention is a whole noun phrase, read once; the way a language builds it (behind its head by cases, before it by
endings, around it by order) is a reader of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from dalel.claims.page import Passage, Sentence
from dalel.claims.voices.tables import tables

Kind = Literal["person", "surname", "office", "post", "pronoun", "outlet"]
Case = str  # by the dictionary's names, "several" a nominative plural; "" in a language that has none
WORD = re.compile(r"[^\W\d_][\w’'-]*")
SITE = re.compile(r"(?<![\w@])[\w-]+(?:\.[\w-]+)*\.(?:kz|com|ru|media|org|net|info|asia|kg|uz)(?!\w)", re.IGNORECASE)


class Word(NamedTuple):
    """A word at text[start:end] in the comparable spelling; `gap`: what stands between it and the word before."""

    start: int
    end: int
    low: str
    printed: str
    gap: str
    labels: frozenset[str]  # of the cues it is, or is the head of

    @property
    def capital(self) -> bool:
        """Whether it is printed with a capital."""
        return self.printed[:1].isupper()

    @property
    def acronym(self) -> bool:
        """Whether it is printed in capitals: МВД, ТЖД."""
        return len(self.printed) > 1 and self.printed.isupper()

    @property
    def follows(self) -> bool:
        """Whether nothing but white space parts it from the word before."""
        return self.gap.isspace() and "\n" not in self.gap


class Said(NamedTuple):
    """A name and a post, or an office, in the nominative."""

    name: str
    post: str


@dataclass(frozen=True, slots=True)
class Mention:
    """text[start:end] (comparable spelling) names somebody; `forms`: what it says if it stands in this case."""

    start: int
    end: int
    kind: Kind
    forms: Mapping[Case, Said]
    stem: str = ""  # the beginning of the surname
    bare: bool = False  # a head alone: "министерство", "the minister"
    comma: bool = False  # name and post with a comma between

    @property
    def said(self) -> Said:
        """What it says in the nominative if it may stand there, else in the first case it may stand in."""
        return self.forms.get("nomn") or next(iter(self.forms.values()), Said("", ""))


def words_of(passage: Passage, sentence: Sentence) -> Sequence[Word]:
    """The words of a sentence, read once."""
    return passage.once(sentence, _words)


def places_of(passage: Passage, sentence: Sentence) -> frozenset[int]:
    """Where the words of a sentence begin that are of the name of a place."""
    return passage.once(sentence, _places)


def _post(before: Sequence[Word]) -> bool:
    """Whether the last word before is a post."""
    return bool(before) and "roles" in before[-1].labels


def _places(passage: Passage, sentence: Sentence) -> frozenset[int]:
    found: set[int] = set()
    for place in passage.places_in(sentence):
        start, end = place.start + sentence.low, place.end + sentence.low
        found.update(match.start() for match in WORD.finditer(passage.low, start, max(end, start + 1)))
    return frozenset(found)


def _words(passage: Passage, sentence: Sentence) -> list[Word]:
    low, folded, text = passage.low, passage.folded, passage.text
    phrases = tables(passage.language).phrases
    labels: dict[int, set[str]] = {}
    for cue in passage.cues_in(sentence, "speakers"):
        last = low.rfind(" ", cue.start, cue.end) + 1
        listed = last > cue.start and " ".join(low[cue.start : cue.end].split()) in phrases.get(cue.label, ())
        head = last if listed else cue.start
        labels.setdefault(head, set()).add(cue.label)
    found: list[Word] = []
    at = sentence.low
    shouted = text[sentence.start : sentence.end].isupper()  # its capitals tell nothing
    for match in WORD.finditer(low, sentence.low, sentence.high):
        start, end = match.span()
        printed = text[folded.original(start) : folded.original(end - 1) + 1]
        printed = printed.lower() if shouted else printed
        named = frozenset(labels.get(start, ()))
        if named == {"roles"} and printed[:1].isupper() and tables(passage.language).final and _post(found):
            named = frozenset()  # "басшысы Ғалым Есенов": a given name
        found.append(Word(start, end, match[0], printed, low[at:start], named))
        at = end
    return found
