"""How exactly a number was printed: the interval it stands for, and whether another value could have been printed so.

Every check compares intervals made here, after the model of XBRL International, "Calculations 1.1" (2023): a number
printed in steps of s stands for half a step to either side, and two numbers contradict each other only where their
intervals do not meet. Counts printed to the last unit are exact.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Literal, NamedTuple

from dalel.records import Claim

# equal: the same. rounded, truncated: the same at the precision printed. about, bound: within what the wording allows
Fit = Literal["equal", "rounded", "truncated", "about", "bound"]

EXACT = Context(prec=50)


class Span(NamedTuple):
    """All values from `low` to `high`, both included; None is open on that side."""

    low: Decimal | None
    high: Decimal | None


ABOUT = Decimal("0.05")  # "about 1100" may stand for 1045 to 1155
ALMOST = Decimal("0.10")  # "almost 46" may stand for 41.4 to 46, never for more
_NUMERAL = re.compile(r"\d+(?:[\s'’.,٫٬]\d+)*")
_LARGEST, _SMALLEST = 18, -6  # powers of ten of a printed last digit: quintillions to millionths


def printed_step(claim: Claim) -> Decimal:
    """What one unit of the last printed digit is worth: 100 000 000 000 for "2,3 трлн", 1 for "62", 0.1 for "62,9".

    Numbers in words count as printed to their last digit that is not zero.
    """
    if not claim.value:
        return Decimal(1)
    core = claim.quote[claim.core_start - claim.start : claim.core_end - claim.start] or claim.quote
    for digits in reversed([_digits(numeral) for numeral in _NUMERAL.findall(core)]):
        for power in range(_LARGEST, _SMALLEST - 1, -1):
            scaled = claim.value.scaleb(-power, EXACT)
            if scaled == scaled.to_integral_value() and str(int(scaled)).endswith(digits):
                return Decimal(1).scaleb(power)
    return _last_digit(claim.value)


def span(claim: Claim) -> Span:
    """What a claim can stand for: 3,75 to 3,85 billion for "3,8 млрд", 8 million and more for "более 8 млн"."""
    value = claim.value
    if claim.modality == "range" or claim.value_max is not None:
        return Span(value, claim.value_max)
    if claim.modality in ("more_than", "at_least"):
        return Span(value, None)
    if claim.modality in ("less_than", "at_most"):
        return Span(None, value)
    if claim.modality == "almost":
        return Span(value * (1 - ALMOST), value)
    half = leeway(claim)
    if claim.modality == "about":
        half = max(half, abs(value) * ABOUT)
    return Span(value - half, value + half)


def leeway(claim: Claim) -> Decimal:
    """Half a step of the last printed digit; nothing for counts and money printed to the last unit."""
    step = printed_step(claim)
    return Decimal(0) if step == 1 and claim.unit != "percent" else step / 2


def total(spans: Iterable[Span]) -> Span:
    """What the sum of such values can be."""
    low: Decimal | None = Decimal(0)
    high: Decimal | None = Decimal(0)
    for one in spans:
        low = None if low is None or one.low is None else low + one.low
        high = None if high is None or one.high is None else high + one.high
    return Span(low, high)


def quotient(top: Span, bottom: Span) -> Span:
    """What the ratio of two such positive values can be."""
    low = None if top.low is None or not bottom.high else EXACT.divide(top.low, bottom.high)
    high = None if top.high is None or not bottom.low else EXACT.divide(top.high, bottom.low)
    return Span(low, high)


def product(a: Span, b: Span) -> Span:
    """What the product of two such positive values can be."""
    low = None if a.low is None or b.low is None else a.low * b.low
    high = None if a.high is None or b.high is None else a.high * b.high
    return Span(low, high)


def difference(a: Span, b: Span) -> Span:
    """What is left of such a value when the other is taken away."""
    low = None if a.low is None or b.high is None else a.low - b.high
    high = None if a.high is None or b.low is None else a.high - b.low
    return Span(low, high)


def meet(a: Span, b: Span) -> bool:
    """True where some value lies in both."""
    above = a.high is None or b.low is None or a.high >= b.low
    below = a.low is None or b.high is None or a.low <= b.high
    return above and below


def fit(exact: Decimal, claim: Claim) -> Fit | None:
    """How `exact` agrees with what the claim states, or None where it does not."""
    stated = claim.value
    if claim.modality == "range":
        return "bound" if claim.value_max is not None and stated <= exact <= claim.value_max else None
    if claim.modality in ("more_than", "at_least"):
        return "bound" if exact >= stated else None
    if claim.modality in ("less_than", "at_most"):
        return "bound" if exact <= stated else None
    if claim.modality == "almost":
        return "bound" if stated * (1 - ALMOST) <= exact <= stated else None
    precise = fit_printed(exact, stated, printed_step(claim))
    if precise is None and claim.modality == "about" and abs(exact - stated) <= abs(stated) * ABOUT:
        return "about"
    return precise


def fit_printed(exact: Decimal, stated: Decimal, step: Decimal) -> Fit | None:
    """How `exact` agrees with `stated` when that was printed in steps of `step`."""
    if exact == stated:
        return "equal"
    if abs(exact - stated) <= step / 2:
        return "rounded"
    return "truncated" if 0 < exact - stated < step else None


def plain(value: Decimal) -> str:
    """A value as people write it: no exponent, no trailing zeros after the point."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def shown(value: Decimal, step: Decimal) -> str:
    """A computed value with two more decimals than were printed: 62.86 beside "62"."""
    exponent = min(int(step.adjusted()), 0) - 2
    return f"{value.quantize(Decimal(1).scaleb(exponent), rounding=ROUND_HALF_UP, context=EXACT):f}"


def percentage(part: Decimal, whole: Decimal) -> Decimal:
    """`part` of `whole` in percent, to 50 digits."""
    return EXACT.divide(part * 100, whole)


def _digits(numeral: str) -> str:
    """The digits of a numeral in any script, without separators and leading zeros."""
    kept = "".join(str(unicodedata.decimal(char)) for char in numeral if unicodedata.decimal(char, None) is not None)
    return kept.lstrip("0") or "0"


def _last_digit(value: Decimal) -> Decimal:
    exponent = value.normalize(EXACT).as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
