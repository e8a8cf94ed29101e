"""Two amounts that are one: 17 теңге 29 тиын, $20 and 43c, 4 жыл 6 ай, 6 тонна 600 килограмм, a rate per hour."""

from __future__ import annotations

import re
from decimal import Decimal

from dalel.extraction.numbers import word
from dalel.extraction.numbers.draft import Draft
from dalel.extraction.numbers.left import OPENING, Left
from dalel.extraction.numbers.lexicon import Lexicon

SMALLER = {
    ("year", "month"): 12, ("hour", "minute"): 60, ("minute", "second"): 60, ("m", "cm"): 100, ("km", "m"): 1000,
    ("t", "kg"): 1000, ("kg", "g"): 1000, ("ft", "in"): 12, ("lb", "oz"): 16,
}  # fmt: skip
BETWEEN = re.compile(r"(?:[ \u00a0]{1,2}|,? ?(?:and|и|және|мен) )?")
PER = re.compile(r"/([^\W\d_]+)[.]?(?:[ ](куб|кв)\b)?")


def merge(found: list[Draft], draft: Draft, text: str) -> bool:
    """Add the draft to the one before it, where it is the smaller part of the same amount."""
    if not found:
        return False
    larger = found[-1]
    if larger.upper is not None or draft.upper is not None or BETWEEN.fullmatch(text, larger.end, draft.start) is None:
        return False
    if larger.unit == word.MONEY and draft.unit == word.MINOR:
        add(larger, draft, larger.value + cents(draft))
        return True
    factor = SMALLER.get((larger.code, draft.code))
    if factor is None or draft.value >= factor or not isinstance(larger.value, int):
        return False
    if draft.unit == word.DURATION:
        add(larger, draft, larger.value * factor + draft.value)
        larger.code = draft.code
    else:
        add(larger, draft, larger.value + Decimal(draft.value) / factor)
    return True


def cents(draft: Draft) -> Decimal:
    return Decimal(draft.value) / 100


def add(larger: Draft, draft: Draft, value: int | Decimal) -> None:
    larger.value = value
    larger.end, larger.core_end, larger.noun_end, larger.case = draft.end, draft.core_end, draft.noun_end, draft.case


def per(draft: Draft, text: str, left: Left, at: int, lexicon: Lexicon) -> int:
    """A measure per time: сағатына 60 шақырым, 755 километр/сағат; how many words before it took."""
    match = PER.match(text, draft.core_end)
    if match:
        draft.code = f"{draft.code}/{lexicon.rates.get(match[1], match[1])}"
        draft.end = draft.core_end = draft.noun_end = match.end()
    if at < len(left.words) and (time := lexicon.rates.get(left.words[at].lstrip(OPENING))) and lexicon.inflects:
        start = left.starts[at] + len(left.words[at]) - len(left.words[at].lstrip(OPENING))
        draft.code, draft.start, draft.core_start = f"{draft.code}/{time}", start, start
        return at + 1
    return at
