"""Ordinals that are denominators: две пятых, three quarters, one twenty-fifth, one hundred thirty-fifths."""

from __future__ import annotations

import re
from decimal import Decimal

from dalel.quantities.numbers.reading import Reading, group
from dalel.quantities.words import word
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.word import Number, Word

SECOND = re.compile(r"[^\W\d_]+[ -]([^\W\d_]+)")
LAST = re.compile(r"(?: and |[ -])([^\W\d_]+)")


def denominator(reading: Reading, entry: Word, end: int, divide: bool) -> bool:
    """две пятых, three quarters; "двадцать первая" and "twenty fifth" are ordinals and no fraction."""
    above: Number = reading.value
    below = 1 / entry.value if entry.kind == word.FRACTION else entry.value  # треть is 1/3
    plural = entry.kind != word.ORDINAL or not divide or entry.text.endswith("s")
    if reading.digits or (entry.kind == word.ORDINAL and entry.case != "denominator") or below <= 1:
        return False
    if (not plural and above != 1) or (not divide and above >= below):
        return False
    if divide and reading.floor == 10 and below < 10 and above > 100:  # one hundred | thirty-fifths
        tens = int(above) % 100
        above, below = above - tens, below + tens
    return become(reading, Decimal(above) / Decimal(round(below)), end)


def composite(reading: Reading, entry: Word, text: str, start: int, lexicon: Lexicon) -> bool:
    """three twenty-firsts, one one-hundred-fifth: a second number, which cannot go on the first, and an ordinal."""
    if not lexicon.manner.hyphens or reading.digits or entry.kind not in (word.NUMERAL, word.HUNDRED):
        return False
    ahead = SECOND.match(text, start)
    second = lexicon.find(ahead[1]) if ahead else None
    if second is None or second.kind not in (word.ORDINAL, word.HUNDRED):  # cheaply told, and seldom so
        return False
    tens = group(text, start, lexicon)
    match = LAST.match(text, tens.end) if tens and tens.floor >= 10 else None
    last = lexicon.find(match[1]) if match else None
    if tens is None or match is None or last is None or last.kind != word.ORDINAL or last.value >= tens.floor:
        return False
    if not reading.value or (reading.value != 1 and not last.text.endswith("s")):
        return False
    return become(reading, Decimal(reading.value) / Decimal(tens.value + last.value), match.end())


def become(reading: Reading, value: Decimal, end: int) -> bool:
    """Make the reading a fraction, which ends at `end`."""
    reading.total, reading.chunk, reading.floor = 0, value, 1
    reading.kind, reading.end = word.FRACTION, end
    return True
