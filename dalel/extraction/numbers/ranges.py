"""Two numbers that are the ends of one: 420-450 тыс., бес – он бес, от 40 до 50 тысяч, $10-$20, between X and Y.

A scale or a unit named once at the end covers both. "с 12 до 18" and "from 6 to 20" are a change, hence two quantities.
"""

from __future__ import annotations

import re

from dalel.extraction.numbers import numerals, word
from dalel.extraction.numbers.draft import Draft
from dalel.extraction.numbers.lexicon import Lexicon
from dalel.extraction.numbers.reading import HUGE, Reading

DASH = re.compile(r"[ \u00a0]?(?:[-–—−‑]|\.\.\.?|…)[ \u00a0]?([$€£₸₽])?(?=[^\W_])")
SIGN_AGAIN = re.compile(r"[ \u00a0]?[$€£₸₽%]")
BETWEEN = re.compile(r"[ \u00a0]{1,2}([^\W_]+)[ \u00a0]{0,2}")
SHARED = (word.MONEY, word.PERCENT, word.MEASURE)
MORE = re.compile(r"[-–][0-9]")


def upper(draft: Draft, text: str, reading: Reading, lexicon: Lexicon) -> Reading | None:
    """The upper end behind a dash, where there is one; the draft becomes the range. Returns the upper end's reading."""
    match = DASH.match(text, draft.end)
    if match is None:
        return None
    second = numerals.read(text, match.end(), lexicon)
    if second.kind or second.digits != reading.digits:
        return None
    if (
        reading.digits
        and draft.digits
        and text[match.start() : match.end()].strip() == "-"
        and MORE.match(text, second.end)
    ):
        return None
    return second if join(draft, reading, second) else None


def spoken(draft: Draft, text: str, reading: Reading, lexicon: Lexicon) -> Reading | None:
    """үш пен бес доллар, жеті жүзден екі мың АЕК-ке дейін: two numbers joined by a word or by case, one unit."""
    match = BETWEEN.match(text, draft.end)
    if match is None:
        return None
    joins = match[1] in lexicon.joins
    if not joins and draft.case != "ablative":
        return None
    second = numerals.read(text, match.end() if joins else match.start(1), lexicon)
    if second.kind or second.digits != reading.digits or second.next is None:
        return None
    unit = second.next.unit in SHARED or second.next.age
    if not unit or (not joins and (second.next.case != "dative" or second.next.age)):
        return None
    return second if join(draft, reading, second) else None


def join(draft: Draft, first: Reading, second: Reading) -> bool:
    """Make `draft` the range from `first` to `second`; False where the two are no range."""
    low, high = first.value, second.value
    scale = second.scale if second.scale != HUGE else 1
    if scale > 1 and first.scale == HUGE and low * scale <= high:
        low = low * scale
    if not low < high:
        return False
    draft.value, draft.upper, draft.modality = low, high, "range"
    draft.end = draft.core_end = draft.number_end = draft.noun_end = second.end
    draft.case, draft.scale = second.case, 0 if second.scale == HUGE else second.scale
    return True
