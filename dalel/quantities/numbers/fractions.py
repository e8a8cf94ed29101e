"""Halves, decimals and denominators in words: бір жарым, два с половиной, он төрт бүтін оннан сегіз, two thirds.

A fraction that goes on into a scale is a number ("half a million"); one that stands alone is left as a fraction
(`kind` of the reading), for what it is a fraction of decides whether it is a share.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from dalel.quantities.numbers import denominators, digits
from dalel.quantities.numbers.reading import TOKEN, Reading, group
from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.word import Word

HALF, QUARTER = Decimal("0.5"), Decimal("0.25")
AND_PART = re.compile(r"[ -]and[ -](an?[ -])?(?=[a-z])")
BARE = re.compile(r"(?:half|quarter|third)\b")  # by 2030 and half by 2050
VULGAR = {
    "¼": Decimal("0.25"),
    "½": Decimal("0.5"),
    "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
    "⅛": Decimal("0.125"),
}
SLASH = re.compile(r"([1-9])/([2-9]|10)(?![0-9/.,]?[0-9/])(?= [^\W\d_]|-[^\W\d_])")
SLASHED = re.compile(r" {1,2}([0-9]{1,2})/([0-9]{1,3})(?![0-9/])|[ \u00a0]?([¼½¾⅓⅔⅛])")
POWER = re.compile(r"(?:e([+-]?[0-9]{1,2})| ?[x×] ?10\^(-?[0-9]{1,2}))(?![^\W_])")
RAISED = re.compile(r"\^([+-]{0,2})([0-9]{1,2})(?![0-9])")  # 10^6, 2.5^-1
POWERS = 30  # digits of the greatest power
OVER = re.compile(r" over (?=[a-z0-9])")
OVER_ENDS = re.compile(r"\s*\Z")
OF_A = re.compile(r" ?-? ?(?:of )?(?:an?[ -])?(?=[^\W\d_])")


def continues(reading: Reading, text: str, entry: Word, end: int, lexicon: Lexicon) -> bool:
    """Take what `entry`, ending at `end`, adds to the number; False where it adds nothing."""
    if entry.kind == word.HALF and lexicon.inflects:
        return half(reading, end, entry)
    if entry.kind == word.WHOLE:
        return decimals(reading, text, end, lexicon)
    if entry.kind == word.POINT and not lexicon.inflects:
        return point(reading, text, end, lexicon)
    if entry.kind in (word.ORDINAL, word.PARTS, word.FRACTION) and reading.value:
        return denominators.denominator(reading, entry, end, lexicon.manner.ordinals_divide)
    return False


def leading_point(draft: Draft, text: str) -> None:
    """.77 is 0.77, where the point follows nothing."""
    if text[draft.start - 1] == "." and isinstance(draft.value, int) and text[draft.start : draft.end].isdecimal():
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


def mixed(reading: Reading, text: str, lexicon: Lexicon) -> bool:
    """два с половиной, five and a quarter, 3 million and a half, two million and three fifths."""
    if reading.chunk is None and not reading.total:
        return False
    if lexicon.manner.agrees:
        match = lexicon.patterns.mixed.match(text, reading.end)
        some = lexicon.mixed[match[1]] if match else Fraction(0)
        more = Decimal(some.numerator) / some.denominator
        return match is not None and add(reading, more, 0, match.end())
    match = AND_PART.match(text, reading.end) if lexicon.manner.conjoins else None
    found = part(text, match.end(), lexicon) if match else None
    bare = match is not None and match[1] is None and BARE.match(text, match.end()) is not None and reading.value > 100
    return found is not None and not bare and add(reading, *found)


def part(text: str, start: int, lexicon: Lexicon) -> tuple[Decimal, int, int] | None:
    """(value, its scale or 0, end) of a fraction in words: half, three fifths, three quarters million."""
    above = group(text, start, lexicon)
    match = TOKEN.match(text, above.end if above else start)
    entry = lexicon.find(match[1]) if match and match[1] else None
    if match is None or entry is None or entry.kind not in (word.FRACTION, word.ORDINAL, word.PARTS) or not entry.value:
        return None
    value = (entry.value if entry.kind == word.FRACTION else Decimal(1) / Decimal(entry.value)) * (
        above.value if above else 1
    )
    after = TOKEN.match(text, match.end())
    scale = lexicon.find(after[1]) if after and after[1] else None
    if after and scale and scale.kind == word.SCALE:
        return Decimal(value), int(scale.value), after.end()
    return Decimal(value), 0, match.end()


def add(reading: Reading, value: Decimal, scale: int, end: int) -> bool:
    """Add a part of one, of the scale that follows it, or else of the scale that came last."""
    if scale and reading.chunk is not None:  # one and a half million: both are millions
        if scale >= reading.scale:
            return False
        reading.total += (reading.chunk + value) * scale
        reading.chunk, reading.floor, reading.scale = None, 1000, scale
    elif scale:
        reading.total += value * scale
    elif reading.chunk is not None:
        reading.chunk, reading.floor = reading.chunk + value, 1
    else:
        reading.total += reading.scale * value
    reading.end = end
    return True


def slashed(reading: Reading, text: str, start: int) -> bool:
    """2/3 голосов: up to tenths, in Russian and Kazakh; 24/7 and 1/16 are none, and no number."""
    match = SLASH.match(text, start)
    if match is None or int(match[1]) >= int(match[2]):
        return False
    reading.chunk, reading.floor, reading.digits = Decimal(int(match[1])) / Decimal(int(match[2])), 1, True
    reading.kind, reading.end = word.FRACTION, match.end()
    return True


def vulgar(reading: Reading, text: str, slashed: bool) -> None:
    """1 4/5, 2½, 6.23x10^-4 behind digits."""
    match = SLASHED.match(text, reading.end)
    if match and match[3]:
        add(reading, VULGAR[match[3]], 0, match.end())
    elif match and slashed and 0 < int(match[1]) < int(match[2]):
        add(reading, Decimal(int(match[1])) / Decimal(int(match[2])), 0, match.end())
    power = POWER.match(text, reading.end)
    if power and reading.chunk is not None:
        reading.chunk, reading.end = Decimal(reading.chunk).scaleb(int(power[1] or power[2])), power.end()
    raised = RAISED.match(text, reading.end)
    if (
        raised
        and reading.chunk
        and (exponent := int(raised[2])) * (abs(Decimal(reading.chunk).adjusted()) + 1) < POWERS
    ):
        reading.chunk = Decimal(reading.chunk) ** (-exponent if raised[1] == "-" else exponent)
        reading.end = raised.end()


def over(draft: Draft, text: str, lexicon: Lexicon) -> None:
    """1 over three, 2000 over 3, where nothing follows: a fraction read aloud."""
    match = OVER.match(text, draft.end) if lexicon.over else None
    below = group(text, match.end(), lexicon) if match else None
    if below is None or not below.value or OVER_ENDS.match(text, below.end) is None:
        return
    draft.value = Decimal(draft.value) / Decimal(below.value)
    draft.end = draft.core_end = draft.number_end = draft.noun_end = below.end


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
    match = (TOKEN.match(text, more.end) or lexicon.patterns.hesitation.match(text, more.end)) if more else None
    entry = lexicon.find(match[1]) if match and match[1] else None
    if more is None or more.case or more.digits:
        return False
    if hundreds_and_tens(reading, int(more.value)):
        reading.chunk, reading.floor, reading.end = (reading.chunk or 0) + more.value, 1, more.end
        return True
    closed = match is None and OVER_ENDS.match(text, more.end) is not None
    if not closed and (
        entry is None or (entry.kind != word.SCALE and entry.unit not in (word.PERCENT, word.MONEY, word.MEASURE))
    ):
        return False
    if entry is not None and entry.kind == word.SCALE and reading.total:
        return False
    figures = int(more.value)
    reading.chunk += Decimal(figures) / 10 ** len(str(figures))
    reading.floor, reading.end = 1, more.end
    return True


def hundreds_and_tens(reading: Reading, more: int) -> bool:
    """жүз де он тоғыз: "and" said between hundreds and tens."""
    return reading.floor > 10 and more < reading.floor


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
