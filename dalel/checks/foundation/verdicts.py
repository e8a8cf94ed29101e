"""Findings -> verdicts: where each claim stands after all checks and the decisions of people, by the rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dalel.checks.foundation.case import Case, origin
from dalel.checks.foundation.discovery import load_checks
from dalel.checks.foundation.rule import Evidence, Standing, VerdictRule, load_rule
from dalel.records import Claim, Fact, Finding, Review, Verdict

# decisions of people as a rule asks for them
_OPINIONS = {"accepted": "accepted", "corrected": "accepted", "rejected": "rejected", "differing": "differing"}


def judge(case: Case, findings: Sequence[Finding], rule: VerdictRule | None = None) -> list[Verdict]:
    """One verdict per claim, sorted by claim id, by the rule given (None: the one that comes with dalel).

    `reason` is left empty: its words are made from `because` and `facts` where they are published.
    """
    by = rule or load_rule()
    about: dict[str, list[Finding]] = {}
    for finding in findings:
        for claim_id in finding.claim_ids:
            about.setdefault(claim_id, []).append(finding)
    places = {claim.claim_id: origin(case, claim) for claim in case.claims}
    later = {claim.supersedes: claim for claim in case.claims if claim.supersedes}
    ordered = sorted(case.claims, key=lambda claim: claim.claim_id)
    return [
        _verdict(case, claim, about.get(claim.claim_id, []), places, by, later.get(claim.claim_id)) for claim in ordered
    ]


def _verdict(
    case: Case,
    claim: Claim,
    findings: Sequence[Finding],
    places: Mapping[str, str],
    rule: VerdictRule,
    later: Claim | None,
) -> Verdict:
    checks = load_checks()
    agreeing = [one for one in findings if checks[one.check].role == "independence" and one.severity == "holds"]
    voices = {places[claim.claim_id]} | {places[i] for finding in agreeing for i in finding.claim_ids if i in places}
    review = case.reviews.get(claim.claim_id)
    document = case.documents.get(claim.document_id)
    primary = case.primary.get(document.source) if document else None
    decision = rule.decide(
        Standing(
            evidence=_evidence(findings),
            superseded=claim.claim_id in case.superseded,
            review=_OPINIONS.get(review.decision) if review else None,  # type: ignore[arg-type]
            findings=_spoken(findings),
            origins=len(voices),
            primary=primary,
        )
    )
    facts = [Fact(name="origins", text=str(len(voices)))]
    if primary is not None and document is not None:
        facts += [Fact(name="record", text=primary), Fact(name="outlet", text=document.outlet)]
    if review is not None:
        facts += _decided(review)
    if later is not None:
        facts.append(Fact(name="now", text=f"“{' '.join(later.quote.split())}” ({later.claim_id})"))
    if claim.claim_id in case.lapsed:
        facts.append(Fact(name="lapsed", text=case.lapsed[claim.claim_id]))
    return Verdict(
        claim_id=claim.claim_id,
        verdict=decision.verdict,
        because=decision.because,
        reason="",
        origins=len(voices),
        facts=tuple(facts),
    )


def _evidence(findings: Sequence[Finding]) -> Evidence:
    checks = load_checks()
    if any(finding.severity == "broken" for finding in findings):
        return "broken"
    looked = any(checks[finding.check].role == "evidence" for finding in findings)
    return "intact" if looked else "unread"


def _spoken(findings: Sequence[Finding]) -> frozenset[str]:
    """Every role and severity that speaks, as a rule names them: "arithmetic holds", "any conflict"."""
    checks = load_checks()
    roles = {f"{checks[finding.check].role} {finding.severity}" for finding in findings}
    return frozenset(roles | {f"any {finding.severity}" for finding in findings})


def _decided(review: Review) -> list[Fact]:
    return [
        Fact(name="reviewer", text=review.reviewer),
        Fact(name="decided", text=review.decided.isoformat()),
        Fact(name="why", text=review.reason),
    ]
