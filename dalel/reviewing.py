"""What an editor works with: the queue, one claim with all that speaks for and against it, and the decision."""

from __future__ import annotations

import getpass
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from dalel import clock, desk, paths, pipeline
from dalel.errors import InvalidValue
from dalel.ledger import Run
from dalel.records import Claim, Document, Review

if TYPE_CHECKING:
    from dalel.review import Waiting

WORDS = ("title", "lead", "text")


@dataclass(frozen=True, kw_only=True)
class Said:
    """What an editor says of one claim; `reviewer` "": the name of the account, `decided` None: today."""

    decision: str
    reason: str
    reviewer: str = ""
    decided: date | None = None
    corrections: Mapping[str, str | None] | None = None


def waiting(space: paths.Workspace, region: str = "KZ", topic: str = "", *, drawn: bool = True) -> list[Waiting]:
    """The claims that no rule could settle, the most urgent first; all, or of one region (code) and topic (id).

    With `drawn`, the saved charts that use a number count.
    """
    from dalel import review
    from dalel.publishing import charts

    run = pipeline.refresh(space)
    decisions, _ = review.read(space.reviews)
    current = [claim for claim in run.claims if claim.claim_id not in run.superseded]
    pages = {document.document_id: document for document in run.documents}
    decided = review.settle(decisions, as_read(run, current), pages).in_force
    chosen = [c for c in current if region in ("KZ", c.region) and topic in ("", c.topic)]
    return review.queue(chosen, run.verdicts, charts.uses(space.figures) if drawn else {}, set(decided))


def item(space: paths.Workspace, claim_id: str) -> dict[str, Any]:
    """The passport of a claim with what an editor needs besides: `grounds` (attribute, value, the words that told it,
    where, by which rule) and `charts` that draw it. UnknownClaim otherwise.
    """
    from dalel.publishing import charts

    passport = desk.passport(space, claim_id)
    run = pipeline.refresh(space)
    claim, document = _claim(run, passport["claim_id"])
    passport["grounds"] = [_ground(claim, document, name) for name in ("value", *_told(claim))]
    passport["charts"] = sorted(charts.uses(space.figures).get(claim.claim_id, ()))
    return passport


def decide(space: paths.Workspace, claim_id: str, said: Said) -> Review:
    """Notes a decision on a claim as it is read today. UnknownClaim, InvalidValue or UnwritableHome otherwise."""
    from dalel import review
    from dalel.publishing.evidence import find_claim

    run = pipeline.refresh(space)
    known = find_claim(run, claim_id).claim_id
    if known in run.superseded:
        raise InvalidValue(f"{known}: a later version of its page does not state it so; decide on what it states now")
    (claim,) = as_read(run, [claim for claim in run.claims if claim.claim_id == known])
    page = next(page for page in run.documents if page.document_id == claim.document_id)
    decided = review.Decided(
        decision=said.decision,  # type: ignore[arg-type]
        reviewer=said.reviewer or getpass.getuser(),
        decided=said.decided or clock.now().date(),
        reason=said.reason,
        corrections=dict(said.corrections or {}),
    )
    return review.decide(space.reviews, claim, page, decided)


def as_read(run: Run, claims: Sequence[Claim]) -> list[Claim]:
    """The claims as they were read, before any correction."""
    readings = {claim.claim_id: claim for claim in run.readings}
    return [readings.get(claim.claim_id, claim) for claim in claims]


def _claim(run: Run, claim_id: str) -> tuple[Claim, Document]:
    claim = next(claim for claim in run.claims if claim.claim_id == claim_id)
    return claim, next(page for page in run.documents if page.document_id == claim.document_id)


def _told(claim: Claim) -> list[str]:
    from dalel.review import attributes

    return [name for name in attributes() if name != "value" and getattr(claim, name) is not None]


def _ground(claim: Claim, document: Document, name: str) -> dict[str, Any]:
    told = [one for one in claim.grounds if one.attribute == name]
    return {
        "attribute": name,
        "value": str(getattr(claim, name)),
        "words": [
            {"field": one.field, "text": document.field(one.field)[one.start : one.end], "rule": one.rule,
             "start": one.start, "end": one.end}
            if one.field in WORDS
            else {"field": one.field, "text": "", "rule": one.rule, "start": 0, "end": 0}
            for one in told
        ],
    }  # fmt: skip
