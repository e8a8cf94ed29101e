"""The predicates of a sentence, read once, by the reader that its language has."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from operator import attrgetter

from dalel.claims.clauses import by_dictionary, by_endings
from dalel.claims.clauses.predicate import Predicate
from dalel.claims.frames.words import frame_words
from dalel.claims.page import Passage, Sentence

CUE_REACH = 400  # characters on either side in which a predicate may speak of a number
OBJECT = 12  # characters behind a word of saying in which its object begins
SAID = ("done", "now")  # forms in which it tells who said something
FEW = 12  # predicates that are looked at whole


def predicates(passage: Passage, sentence: Sentence) -> Sequence[Predicate]:
    """The predicates of a sentence in order, read once."""
    return passage.once(sentence, _read)


def _read(passage: Passage, sentence: Sentence) -> list[Predicate]:
    reader = by_dictionary if _by_dictionary(passage.language) else by_endings
    found = reader.predicates(passage, sentence)
    saying = {cue.start for cue in passage.cues_in(sentence, "speakers") if cue.label in ("verbs", "outlet_verbs")}
    return [one for one in found if one.start not in saying or _of_money(passage, one)]


def _of_money(passage: Passage, one: Predicate) -> bool:
    """Whether a word of saying says something of a number here: "the budget added 2.9 billion", not "he added"."""
    if one.frame is None:
        return False
    behind = passage.low[one.end : one.end + OBJECT]
    return one.form not in SAID or one.frame.money is None or any(letter.isdigit() for letter in behind)


@cache
def _by_dictionary(language: str) -> bool:
    return "modals" in frame_words(language).tables


def near(passage: Passage, sentence: Sentence, low: int, high: int) -> Sequence[Predicate]:
    """Those of them that begin within CUE_REACH characters of a number between two comparable offsets."""
    found = predicates(passage, sentence)
    if len(found) <= FEW:
        return found
    first = bisect_left(found, low - CUE_REACH, key=attrgetter("start"))
    return found[first : bisect_left(found, high + CUE_REACH, key=attrgetter("start"))]
