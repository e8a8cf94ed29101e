"""What waits for a person: the claims that no rule could settle, by the money at stake and the charts that use them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dalel.records import Claim, Verdict

TENGE = "KZT"
SETTLED = frozenset({"verified", "rejected", "superseded"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """One claim of the queue. `money` is in tenge: its own amount, else the largest in its sentence; 0: none there."""

    claim: Claim
    verdict: Verdict
    money: Decimal
    charts: int  # saved charts that draw it


def queue(
    claims: Sequence[Claim],
    verdicts: Sequence[Verdict],
    charts: Mapping[str, Collection[str]],
    decided: Collection[str],
) -> list[Waiting]:
    """The claims without a decision in force that are neither verified nor rejected, the most urgent first.

    In: the charts that draw each claim, by claim id; ids with a decision in force. Order: money at stake in every
    place that shows it (money × (1 + charts)), then contradicted ones, then charts, then id. Headlines that repeat a
    number of the text wait with it.
    """
    by_id = {verdict.claim_id: verdict for verdict in verdicts}
    money = _at_stake(claims)
    found = [
        Waiting(claim=claim, verdict=verdict, money=money[_place(claim)], charts=len(charts.get(claim.claim_id, ())))
        for claim in claims
        if (verdict := by_id.get(claim.claim_id)) is not None
        and verdict.verdict not in SETTLED
        and claim.claim_id not in decided
        and claim.repeats is None
    ]
    return sorted(found, key=_urgency)


def _urgency(one: Waiting) -> tuple[Decimal, bool, int, str]:
    settled = one.verdict.verdict != "contradicted"
    return -one.money * (1 + one.charts), settled, -one.charts, one.claim.claim_id


def _place(claim: Claim) -> tuple[str, str, str]:
    """A sum of money counts for itself; other numbers count for the money of their sentence."""
    own = claim.claim_id if claim.unit == TENGE else ""
    return claim.document_id, f"{claim.field} {claim.sentence_start}", own


def _at_stake(claims: Sequence[Claim]) -> dict[tuple[str, str, str], Decimal]:
    found: dict[tuple[str, str, str], Decimal] = {}
    for claim in claims:
        document, sentence, own = _place(claim)
        amount = abs(claim.value) if claim.unit == TENGE else Decimal(0)
        for key in {(document, sentence, own), (document, sentence, "")}:
            found[key] = max(found.get(key, Decimal(0)), amount)
    return found
