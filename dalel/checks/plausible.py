"""Does a value lie in the range that its indicator can have at all?

The ranges stand in topics/*.toml. A value outside is noted; one that is a hundred times too small or too large disputes
the claim, since a scale word ("thousand", "billion") was then probably lost or doubled. Nothing is ever corrected.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dalel.checks.foundation.case import Case, pages
from dalel.checks.foundation.examples import silent, speaks
from dalel.checks.foundation.findings import Given, finding
from dalel.records import Claim, Fact, Finding
from dalel.topics import Indicator

ROLE = "plausibility"
SCALE = Decimal(100)  # how far outside a value must lie before it disputes the claim

_PRICE = "Одно устройство стоит [{}|{} KZT unit_price indicator=computers.unit_price]."

EXAMPLES = (
    speaks("note", "unusual", _PRICE.format("900 тыс. тенге", 900000)),
    speaks("conflict", "scale-slip", _PRICE.format("150 млн тенге", 150000000)),
    speaks("conflict", "scale-slip", _PRICE.format("150 тенге", 150)),
)
NOT_EXAMPLES = (
    # none at all is a statement like any other
    silent(_PRICE.format("0 тенге", 0)),
    silent(_PRICE.format("150 тыс. тенге", 150000)),
    silent("Одно устройство стоит [150 млн тенге|150000000 KZT unit_price]."),
    silent(_PRICE.format("150 млн тенге", 150000000).replace("computers.unit_price", "no.such_indicator")),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding per value outside its range."""
    known = {indicator.id: indicator for topic in case.topics.values() for indicator in topic.indicators}
    for claims in pages(case).values():
        for claim in claims:
            if claim.indicator in known and (finding := _judged(claim, known[claim.indicator])):
                yield finding


def _judged(claim: Claim, indicator: Indicator) -> Finding | None:
    low, high = indicator.plausible_min, indicator.plausible_max
    if low is None or high is None or claim.value == 0 or low <= claim.value <= high:
        return None
    far = claim.value > high * SCALE or claim.value < low / SCALE
    usual = Fact(name="usual", value=low, value_max=high, unit=claim.unit, modality="range")
    facts: dict[str, Given] = {"usual": usual, "indicator": indicator.id}
    return finding(
        "plausible", "conflict" if far else "note", "scale-slip" if far else "unusual", {"value": claim}, facts
    )
