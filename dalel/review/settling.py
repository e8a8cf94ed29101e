"""Which decisions hold today: the last one on each claim, where its evidence is unchanged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dalel.records import Claim, Document, Problem, Review
from dalel.review.evidence import describe, difference, digest


@dataclass(frozen=True, kw_only=True, slots=True)
class Settled:
    """Decisions by claim id, as `checks.Case` takes them; every lapsed one is a Problem too, so that it is seen."""

    in_force: Mapping[str, Review]
    lapsed: Mapping[str, str]  # what has changed since, in words
    problems: Sequence[Problem]


def settle(reviews: Sequence[Review], claims: Sequence[Claim], documents: Mapping[str, Document]) -> Settled:
    """The last decision on each claim, in force where claim and page are as they were when it was made."""
    known = {claim.claim_id: claim for claim in claims}
    last = {review.claim_id: review for review in reviews}
    in_force: dict[str, Review] = {}
    lapsed: dict[str, str] = {}
    for claim_id, review in sorted(last.items()):
        if review.decision == "withdrawn":
            continue
        if (change := _change(review, known.get(claim_id), documents)) is None:
            in_force[claim_id] = review
        else:
            lapsed[claim_id] = change
    return Settled(in_force=in_force, lapsed=lapsed, problems=[_problem(last[key], lapsed[key]) for key in lapsed])


def _change(review: Review, claim: Claim | None, documents: Mapping[str, Document]) -> str | None:
    if claim is None or claim.document_id not in documents:
        return "the claim is no longer found"
    now = describe(claim, documents[claim.document_id])
    return None if digest(now) == review.evidence_sha256 else difference(review.evidence, now)


def _problem(review: Review, change: str) -> Problem:
    reason = f"{review.decision} by {review.reviewer} on {review.decided.isoformat()} no longer holds: {change}"
    return Problem(stage="verify", subject=review.claim_id, reason=reason)
