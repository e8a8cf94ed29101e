"""What two claims about one thing say differently, attribute by attribute.

`value`: how the number of a text stands to the claim's, as printed (dalel.checks.foundation.precision). The model is
entailment: what a text may say of a claim is what the claim lets it say. 9478 may be told as "about 9500", as "more
than 9400" and as "9,5 тыс.", not as "9500", and "more than 8 million" not as "8 million".
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Literal

from dalel import regions
from dalel.checks.foundation.precision import ABOUT, EXACT, fit_printed, printed_step
from dalel.proofreading.periods import overlap
from dalel.records import Claim
from dalel.vocabulary import unit

# same: the same digits. implied: what the claim's number lets a text say. finer: more digits than were printed.
# coarse: cut off, or rounded as if it were exact. shifted: the same digits in another scale. other: another number.
Relation = Literal["same", "implied", "finer", "coarse", "shifted", "other"]

UP, DOWN = ("more_than", "at_least"), ("less_than", "almost", "at_most")
AHEAD, DONE = ("planned", "needed"), ("actual", "in_progress", "court")
LOOSE = Decimal("0.10")  # "more than 9000" may be said of up to 10 % more
KEPT = 2  # digits that a number rounded without a word for it keeps at least
NEAR = Decimal("0.06")  # and by how much it may be off then
APART = Decimal("0.5")  # two numbers, of which one is less than this of the other, are not one rounded
LARGEST_SHIFT = 9  # powers of ten
OFF = {"finer": "rounding", "coarse": "rounding", "shifted": "scale", "other": "value"}


def relation(text: Claim, claim: Claim) -> Relation:
    """How the number of the text stands to that of the claim."""
    told, known = text.value, claim.value
    if (text.value_max or claim.value_max) is not None:
        return _ranges(text, claim)
    if told == known:
        return "same"
    if _implied(text, known):
        return "implied"
    if _is_within(told, known, APART):
        return _rounded(text, claim)
    return "shifted" if _shifted(told, known) else "other"


def _rounded(text: Claim, claim: Claim) -> Relation:
    """Of two numbers that are near: whether one is the other as it may be rounded, as it may not, or neither."""
    told, known = text.value, claim.value
    step, printed = printed_step(text), printed_step(claim)
    fit = fit_printed(known, told, step) if step >= printed else None
    if fit == "rounded":
        return "implied"
    if step < printed and abs(told - known) <= printed / 2:
        return "finer"
    cut = step > printed and fit == "truncated"
    return "coarse" if cut or _rounded_silently(told, known) else "other"


def _is_within(told: Decimal, known: Decimal, share: Decimal) -> bool:
    """Whether the smaller of two positive numbers is at least this share of the larger."""
    return told > 0 and known > 0 and EXACT.divide(min(told, known), max(told, known)) >= share


def _ranges(text: Claim, claim: Claim) -> Relation:
    if text.value_max is None:
        return "same" if text.value in (claim.value, claim.value_max) else "other"
    if claim.value_max is None:
        return "implied" if text.value <= claim.value <= text.value_max else "other"
    return "same" if (text.value, text.value_max) == (claim.value, claim.value_max) else "other"


def _implied(text: Claim, known: Decimal) -> bool:
    """Whether a word before the number of the text makes it true of the known one, and not by much too little."""
    told, leeway = text.value, abs(known) * LOOSE
    if text.modality in UP:
        return told <= known <= told + leeway
    if text.modality in DOWN:
        return known <= told <= known + leeway
    return text.modality == "about" and abs(told - known) <= abs(told) * ABOUT


def _rounded_silently(told: Decimal, known: Decimal) -> bool:
    """9500 for 9478: the last digits are zeros, and what is left is the known number rounded."""
    exponent = told.normalize().as_tuple().exponent
    if not isinstance(exponent, int) or exponent <= 0 or not known:
        return False
    kept = len(told.normalize().as_tuple().digits) >= KEPT
    return kept and abs(told - known) <= Decimal(5).scaleb(exponent - 1) and abs(told - known) <= NEAR * abs(known)


def is_near(told: Decimal, known: Decimal) -> bool:
    """Whether one may be a slip of the other: within a factor of two, or one digit of equally many is another one, or
    two of them stand in the wrong order.
    """
    if told <= 0 or known <= 0:
        return False
    if EXACT.divide(min(told, known), max(told, known)) >= APART:
        return True
    a, b = (str(one.normalize().as_tuple().digits) for one in (told, known))
    if told.adjusted() != known.adjusted() or len(a) != len(b):
        return False
    return sum(x != y for x, y in zip(a, b, strict=True)) == 1 or sorted(a) == sorted(b)


def _shifted(told: Decimal, known: Decimal) -> bool:
    if told <= 0 or known <= 0:
        return False
    ratio = EXACT.divide(max(told, known), min(told, known))
    return any(ratio == Decimal(10) ** power for power in range(1, LARGEST_SHIFT + 1))


def differences(text: Claim, claim: Claim, how: Relation) -> tuple[str, ...]:
    """The attributes that differ: value, scale, rounding, unit, points, modality, region, status, date; sorted so."""
    told = {
        OFF.get(how, ""): how in OFF,
        "unit": _other_unit(text, claim),
        "points": _points(text) != _points(claim) and _percent(text) and _percent(claim),
        "modality": how == "same" and _other_modality(text, claim),
        "region": other_region(text, claim),
        "status": _other_status(text, claim),
        "date": other_date(text, claim),
    }
    return tuple(name for name, differs in told.items() if differs)


def _percent(claim: Claim) -> bool:
    return claim.unit in ("percent", "percentage_point")


def _points(claim: Claim) -> bool:
    return claim.unit == "percentage_point"


def _other_unit(text: Claim, claim: Claim) -> bool:
    """Whether one is money, a share or a length of another kind; two nouns for what is counted are no difference."""
    if text.unit == claim.unit or not text.unit or not claim.unit or (_percent(text) and _percent(claim)):
        return False
    a, b = unit(text.unit), unit(claim.unit)
    if a.kind == b.kind == "money":
        return True
    return text.label != claim.label


def _other_modality(text: Claim, claim: Claim) -> bool:
    a, b = text.modality, claim.modality
    if a == b or (a == "about" and b == "exact"):
        return False
    return not any(a in way and b in way for way in (UP, ("less_than", "at_most"), ("almost", "about")))


def other_region(text: Claim, claim: Claim) -> bool:
    """Whether both name a region and not the same one. What the number's own sentence names speaks before what the
    reader took over from sentences above it; a text that says nothing but the country does not say where.
    """
    if claim.region is None:
        return False
    if here := named(text.sentence):
        return claim.region not in here
    return text.region not in (None, "KZ", claim.region)


@lru_cache(10_000)
def named(sentence: str) -> frozenset[str]:
    """Codes of the regions that a sentence names in any language."""
    return frozenset(
        mention.code
        for language in ("kk", "en")  # Kazakh and Russian are read by one table
        for mention in regions.mentions_in(regions.comparable(sentence, language).text, language, lambda _: False)
    )


def _other_status(text: Claim, claim: Claim) -> bool:
    a, b = text.status, claim.status
    return (a in AHEAD and b in DONE) or (a in DONE and b in AHEAD) or (a in ("court", "actual") and b == "alleged")


def other_date(text: Claim, claim: Claim) -> bool:
    """Whether both tell a time and not the same one."""
    return overlap(text.as_of, claim.as_of) is False
