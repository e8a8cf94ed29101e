"""Units and nouns of several words: процентных пункта, айлық есептік көрсеткіш, cases of fraud."""

from __future__ import annotations

import re
from functools import cache

from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.word import Word

SPACES, CLOSED = frozenset(" \u00a0\u202f\t"), frozenset((",", ".", ";", ":", ")", "\n", "!", "?", ""))
NEXT = re.compile(r"(?:[ \u00a0\u202f\t]{0,3}|-)([^\W\d_]+(?:[./][^\W\d_]+)*[²³]?)")
ABBREVIATED = re.compile(rf"\.?{NEXT.pattern}")
SHORT = 2  # letters of an abbreviation, whose dot ends no sentence: 2,4 п. п.


def opens(entry: Word, text: str, end: int) -> bool:
    """Whether the word, which ends at `end`, may begin a unit of several words: told at a glance by what follows."""
    if text[end : end + 1] != " " or text[end + 1 : end + 2] in SPACES:
        return text[end : end + 1] not in CLOSED or len(entry.text) <= SHORT
    return text.startswith(entry.openers, end + 1)


def phrase(entry: Word, text: str, end: int, lexicon: Lexicon) -> tuple[Word, int]:
    """The longest unit of several words that begins with `entry`, else `entry` itself."""
    if not opens(entry, text, end):
        return entry, end
    for rest, whole in entry.phrases:
        position, fits = end, True
        for expected in rest:
            match = (ABBREVIATED if len(entry.text) <= SHORT else NEXT).match(text, position)
            if match is None or not agrees(match[1], expected, lexicon):
                fits = False
                break
            position = match.end()
        if fits:
            case = lexicon.ending(match[1][len(expected.rstrip("*")) :]) if match and expected.endswith("*") else ""
            return inflected(whole, case or ""), position
    return entry, end


@cache
def inflected(whole: Word, case: str) -> Word:
    """A unit of several words in a case."""
    return whole.inflected(whole.text, case)


def agrees(found: str, expected: str, lexicon: Lexicon) -> bool:
    """Whether a word is the listed one, with an ending where "*" allows one."""
    stem = expected.rstrip("*")
    if not expected.endswith("*"):
        return found == stem
    return found.startswith(stem) and lexicon.ending(found[len(stem) :]) is not None
