"""How exactly a number was printed, and whether an exact value could have been printed so."""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Literal

from dalel.records import Claim

# equal: the same. rounded, truncated: the same at the precision printed. about, bound: within what the wording allows
Fit = Literal["equal", "rounded", "truncated", "about", "bound"]

EXACT = Context(prec=50)
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
