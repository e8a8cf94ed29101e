"""Years that somebody is old: в возрасте 5 лет, дети от 8 до 14 лет, 14 жаста."""

from __future__ import annotations

import re

from dalel.quantities.words import word
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.preceding import OPENING, Left
from dalel.quantities.words.sight import Expression
from dalel.quantities.words.word import Word

AFTER = re.compile(r"[ \u00a0]([^\W\d_]+)")
OLDEST = 120  # years: a larger number before "жас" counts young people


def by_age(seen: Expression, entry: Word, end: int, lexicon: Lexicon) -> bool:
    """Whether the word behind, which ends at `end`, makes the number an age."""
    if not entry.age or (lexicon.ages_before and not aged(seen.core_start, seen.text, end, lexicon)):
        return False
    return seen.value <= OLDEST and not (entry.text in lexicon.young and counts(seen.text, end, lexicon))


def counts(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether people are named behind "young", which ends at `end`: екі жас маман."""
    match = AFTER.match(text, end)
    entry = lexicon.find(match[1]) if match else None
    return entry is not None and entry.unit == word.NOUN


def aged(start: int, text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether one of the three words before speaks of an age, or the last one is a person and no sentence follows."""
    words = [found.lstrip(OPENING) for found in Left(text, start, lexicon).words[:3]]
    if words and words[0] in lexicon.bounding:  # детей с 6 лет
        del words[0]
    if any(found.startswith(lexicon.ages_before) for found in words):
        return True
    if not words or not lexicon.persons or not words[0].startswith(lexicon.persons):
        return False
    match = AFTER.match(text, end)
    return match is None or match[1] not in lexicon.terms


def ages(seen: Expression, lexicon: Lexicon) -> bool:
    """Whether the years of a range are the ages of people named before: дети от 8 до 14 лет."""
    if seen.upper is None or seen.code != "year" or seen.upper > OLDEST or not lexicon.persons:
        return False
    return aged(seen.start, seen.text, seen.end, lexicon)
