"""Which decisions hold today: the last one of each editor on each claim, where its evidence is unchanged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dalel.records import Claim, Document, Problem, Review
from dalel.review.correcting import corrected
from dalel.review.evidence import describe, difference, digest


@dataclass(frozen=True, kw_only=True, slots=True)
class Settled:
    """Decisions by claim id, as `checks.Case` takes them; every lapsed one is a Problem too, so that it is seen."""

    in_force: Mapping[str, Review]  # where editors differ: one with the decision "differing" and what each says
    lapsed: Mapping[str, str]  # what has changed since, in words
    problems: Sequence[Problem]


def settle(reviews: Sequence[Review], claims: Sequence[Claim], documents: Mapping[str, Document]) -> Settled:
    """The last decision of each editor on each claim, in force where the claim is as it was when it was made.

    In: the claims as they are read, before any correction.
    """
    known = {claim.claim_id: claim for claim in claims}
    last: dict[str, dict[str, Review]] = {}
    for review in reviews:
        last.setdefault(review.claim_id, {}).pop(review.reviewer, None)
        last[review.claim_id][review.reviewer] = review
    in_force: dict[str, Review] = {}
    lapsed: dict[str, str] = {}
    problems = []
    for claim_id, by_editor in sorted(last.items()):
        standing = []
        for review in by_editor.values():
            if review.decision == "withdrawn":
                continue
            if (change := _change(review, known.get(claim_id), documents)) is None:
                standing.append(review)
            else:
                lapsed[claim_id] = change
                problems.append(_problem(review, change))
        if standing:
            in_force[claim_id] = _together(standing)
    return Settled(in_force=in_force, lapsed=lapsed, problems=problems)


def as_corrected(claims: Sequence[Claim], in_force: Mapping[str, Review]) -> list[Claim]:
    """The claims with the corrections in force; the others as they are."""
    return [
        corrected(claim, review.corrections)
        if (review := in_force.get(claim.claim_id)) is not None and review.decision == "corrected"
        else claim
        for claim in claims
    ]


def _together(standing: Sequence[Review]) -> Review:
    """One decision for all: the last, where all say the same; else that they differ, with the reason of each."""
    if len({(review.decision, review.corrections) for review in standing}) == 1:
        return standing[-1]
    said = "; ".join(f"{one.reviewer}: {_said(one)} ({one.reason})" for one in standing)
    names = ", ".join(one.reviewer for one in standing)
    return replace(standing[-1], decision="differing", reviewer=names, reason=said, corrections=())


def _said(review: Review) -> str:
    what = ", ".join(f"{name} = {value or 'not told'}" for name, value in review.corrections)
    return f"{review.decision}, {what}" if what else review.decision


def _change(review: Review, claim: Claim | None, documents: Mapping[str, Document]) -> str | None:
    if claim is None or claim.document_id not in documents:
        return "the claim is no longer found"
    now = describe(claim, documents[claim.document_id])
    return None if digest(now) == review.evidence_sha256 else difference(review.evidence, now)


def _problem(review: Review, change: str) -> Problem:
    reason = f"{review.decision} by {review.reviewer} on {review.decided.isoformat()} no longer holds: {change}"
    return Problem(stage="verify", subject=review.claim_id, reason=reason)
