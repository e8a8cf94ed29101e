"""Halves, decimals and denominators in words: бір жарым, два с половиной, он төрт бүтін оннан сегіз, two thirds.

A fraction that goes on into a scale is a number ("half a million"); one that stands alone is left as a fraction
(`kind` of the reading), for what it is a fraction of decides whether it is a share.
"""

from __future__ import annotations

import re
from decimal import Decimal

from dalel.extraction.numbers import digits, word
from dalel.extraction.numbers.draft import Draft
from dalel.extraction.numbers.lexicon import Lexicon
from dalel.extraction.numbers.reading import TOKEN, Reading, group
from dalel.extraction.numbers.word import Number, Word

AND_A_HALF = {
    "ru": re.compile(r"[ \u00a0]с половиной\b"),
    "en": re.compile(r" and (?:a |one )?(?P<word>half|quarter|third|fifth)\b"),
}
SMALL = {
    "one": 1,
    "two": 2,
    "three": 3,
    "half": 2,
    "quarter": 4,
    "quarters": 4,
    "fourth": 4,
    "fourths": 4,
    "third": 3,
    "thirds": 3,
    "fifth": 5,
    "fifths": 5,
}
OF_A = re.compile(r" ?-? ?(?:of )?(?:an? )?(?=[^\W\d_])")


def continues(reading: Reading, text: str, entry: Word, end: int, lexicon: Lexicon) -> bool:
    """Take what `entry`, ending at `end`, adds to the number; False where it adds nothing."""
    if entry.kind == word.HALF and lexicon.inflects:
        return half(reading, end, entry)
    if entry.kind == word.WHOLE:
        return decimals(reading, text, end, lexicon)
    if entry.kind == word.POINT and lexicon.language != "kk":
        return point(reading, text, end, lexicon)
    if entry.kind in (word.ORDINAL, word.PARTS, word.FRACTION) and reading.chunk:
        return denominator(reading, entry, end, lexicon.language)
    return False


def leading_point(draft: Draft, text: str) -> None:
    """.77 is 0.77, where the point follows nothing."""
    if text[draft.start - 1] == "." and isinstance(draft.value, int) and text[draft.start : draft.end].isdigit():
        draft.value = Decimal("0." + text[draft.start : draft.end])
        draft.start = draft.core_start = draft.start - 1


def half(reading: Reading, end: int, entry: Word) -> bool:
    """бір жарым: half of one more, of the scale that follows or that came before."""
    if reading.chunk is not None:
        reading.chunk += Decimal("0.5")
        reading.floor = 1
    elif reading.total:
        reading.total += Decimal(reading.scale) / 2
    else:
        return False
    reading.end, reading.case = end, entry.case
    return True


def mixed(reading: Reading, text: str, language: str) -> bool:
    """два с половиной, five and a quarter, 3 million and a half."""
    pattern = AND_A_HALF.get(language)
    match = pattern.match(text, reading.end) if pattern else None
    if match is None or (reading.chunk is None and not reading.total):
        return False
    part = Decimal(1) / SMALL[match["word"]] if language == "en" else Decimal("0.5")
    if reading.chunk is not None:
        reading.chunk, reading.floor = reading.chunk + part, 1
    else:
        reading.total += reading.scale * part
    reading.end = match.end()
    return True


def decimals(reading: Reading, text: str, end: int, lexicon: Lexicon) -> bool:
    """он төрт бүтін оннан сегіз, отыз бес бүтін елу үш, две целых пять десятых."""
    if reading.chunk is None:
        return False
    first = group(text, end, lexicon)
    if first is None:
        return False
    below, above = 0, first
    if lexicon.inflects and first.case.endswith("ablative"):
        numerator = group(text, first.end, lexicon)
        if numerator is None:
            return False
        below, above = int(first.value), numerator
    elif not lexicon.inflects:
        match = TOKEN.match(text, first.end)
        entry = lexicon.find(match[1]) if match and match[1] else None
        if match is None or entry is None or entry.kind != word.ORDINAL:
            return False
        below, above.end = int(entry.value), match.end()
    below = below or 10 ** len(str(int(above.value)))
    if below not in (10, 100, 1000, 10_000):
        return False
    reading.chunk += Decimal(above.value) / below
    reading.floor, reading.end, reading.case = 1, above.end, above.case
    return True


def said_decimal(reading: Reading, text: str, end: int, lexicon: Lexicon) -> bool:
    """үш те бес процент: 3.5, where a scale, a currency, a percent word or a measure follows; "де" is also "too"."""
    if reading.chunk is None or reading.digits or reading.case:
        return False
    more = group(text, end, lexicon)
    match = TOKEN.match(text, more.end) if more else None
    entry = lexicon.find(match[1]) if match and match[1] else None
    if more is None or entry is None or more.case or more.digits:
        return False
    if entry.kind != word.SCALE and entry.unit not in (word.PERCENT, word.MONEY, word.MEASURE):
        return False
    if entry.kind == word.SCALE and reading.total:
        return False
    figures = int(more.value)
    reading.chunk += Decimal(figures) / 10 ** len(str(figures))
    reading.floor, reading.end = 1, more.end
    return True


def point(reading: Reading, text: str, end: int, lexicon: Lexicon) -> bool:
    """two hundred point seventy-one, nine point nought four, 1 точка 1: digits one after another."""
    figures, last = "", end
    while len(figures) < digits.LONGEST:
        more = group(text, last, lexicon)
        if more is None or not isinstance(more.value, int):
            break
        figures, last = figures + str(more.value), more.end
    if not figures:
        return False
    reading.chunk = (reading.chunk or 0) + Decimal("0." + figures)
    reading.floor, reading.end = 1, last
    return True


def denominator(reading: Reading, entry: Word, end: int, language: str) -> bool:
    """две пятых, three quarters; "двадцать первая" and "twenty fifth" are ordinals and no fraction."""
    above: Number = reading.value
    below = 1 / entry.value if entry.kind == word.FRACTION else entry.value  # треть is 1/3
    plural = entry.kind != word.ORDINAL or language != "en" or entry.text.endswith("s")
    if reading.digits or (entry.kind == word.ORDINAL and entry.case != "denominator") or below <= 1:
        return False
    if (not plural and above != 1) or (language != "en" and above >= below):
        return False
    reading.total, reading.chunk, reading.floor = 0, Decimal(above) / Decimal(round(below)), 1
    reading.kind, reading.end = word.FRACTION, end
    return True


def scaled(reading: Reading, text: str, lexicon: Lexicon) -> bool:
    """half a million, жарты миллион, three quarters billion: a fraction of a scale is a number."""
    skip = OF_A.match(text, reading.end)
    match = TOKEN.match(text, skip.end() if skip else reading.end)
    entry = lexicon.find(match[1]) if match and match[1] else None
    if match is None or entry is None or entry.kind != word.SCALE or reading.chunk is None:
        return False
    reading.total, reading.chunk = reading.chunk * entry.value, None
    reading.scale, reading.floor, reading.kind = int(entry.value), 1000, ""
    reading.end, reading.case = match.end(), entry.case
    return True
