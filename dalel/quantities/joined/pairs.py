"""Two neighbouring numbers of English: 12 of the 46 schools, one in five, from 2 to 7 g, 30 to 40 vehicles."""

from __future__ import annotations

import re

from dalel.quantities.joined import levels, ranges
from dalel.quantities.numbers import numerals
from dalel.quantities.numbers.reading import HUGE, Reading
from dalel.quantities.units import following
from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.preceding import Left

FURTHEST = 20  # times the lower end: no range is wider
CHANGES, BOUNDS = frozenset({word.TIMES, word.PERCENT}), frozenset({"more_than", "less_than"})
NEAR, WORDS = 30, 4  # characters and words between a part and its whole
TO = re.compile(r" to (?=[a-z0-9])")
ONE_IN = frozenset((12, 15, 25))  # one in so many, beside every number up to ten and the round ones


def link(before: Draft, after: Draft, text: str, lexicon: Lexicon) -> bool:
    """Lend the first of two levels the unit of the second; True where the first is a part of the second.

    Behind a change "more than" is no bound: 1.4 times more than three years ago.
    """
    gap = text[before.noun_end : after.start]
    if gap == " " and before.unit in CHANGES and after.modality in BOUNDS:
        after.modality, after.start = "exact", after.core_start
        return False
    if gap == " to " and before.lead == "from" and not before.unit:
        levels.share(before, after)
        if not before.value:  # from 0 to 60 mph
            before.unit, before.code = after.unit, after.code
        before.label = following.LABELS.get(before.unit, before.label)
    if gap == " to " and before.code == after.code:
        scale(before, after)
        return False
    plain = before.label == after.label == "CARDINAL" and before.upper is None and after.upper is None
    if not plain or before.unit or before.whole is not None or len(gap) > NEAR or before.value > after.value:
        return False
    return stated(gap.split(), after, lexicon)


def scale(before: Draft, after: Draft) -> None:
    """from 1.2 to 1.5 million, $1.2 to $1.5 million: the scale is said once, where that brings the two closer."""
    if before.scale or not after.scale or not before.value or not after.value or before.value >= after.scale:
        return
    scaled = before.value * after.scale
    if before.number_end == before.noun_end and levels.apart(scaled, after.value) < levels.apart(
        before.value, after.value
    ):
        before.value, before.scale = scaled, after.scale


def stated(words: list[str], after: Draft, lexicon: Lexicon) -> bool:
    """Whether the words between two numbers say that the first is a part of the second."""
    if words == ["in"]:
        whole = after.value
        return isinstance(whole, int) and (1 < whole <= 10 or whole % 10 == 0 or whole in ONE_IN)
    if not words or words[0] != "of" or len(words) > WORDS:
        return False
    return len(words) == 1 or words[1] in lexicon.determiners


def to(draft: Draft, text: str, reading: Reading, left: Left, lexicon: Lexicon) -> Reading | None:
    """30 to 40 vehicles, 5 to 6 percent: a range, but for "from 5 to 6", and "rose 5 to 40"."""
    match = TO.match(text, draft.end)
    if match is None or left.word == "from" or left.word in lexicon.spans or reading.kind:
        return None
    second = numerals.read(text, match.end(), lexicon)
    if second.kind or second.digits != reading.digits or second.value <= reading.value:
        return None
    percent = (second.next is not None and second.next.unit == word.PERCENT) or text[second.end : second.end + 1] == "%"
    if (left.word.startswith(lexicon.level) or left.word in lexicon.by) and not percent:  # fell by 12 to 40
        return None
    if second.value > reading.value * FURTHEST and not (second.scale != HUGE and reading.scale == HUGE):
        return None
    return second if ranges.join(draft, reading, second) else None
