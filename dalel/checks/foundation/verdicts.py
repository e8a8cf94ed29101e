"""Findings -> verdicts: where each claim stands after all checks and the decisions of people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dalel.checks.foundation.case import Case, origin
from dalel.checks.foundation.discovery import Role, load_checks
from dalel.records import Claim, Finding, Review, Severity, Verdict, VerdictName


def judge(case: Case, findings: Sequence[Finding]) -> list[Verdict]:
    """One verdict per claim, sorted by claim id.

    rejected: not re-found in unchanged archived bytes, or a person said so; disputed: a finding contradicts it;
    verified: confirmed by arithmetic of its page or by a second independent origin, or a person accepted it;
    single-source: none of these. A person settles a dispute, but nobody can accept what the archive does not hold.
    """
    about: dict[str, list[Finding]] = {}
    for finding in findings:
        for claim_id in finding.claim_ids:
            about.setdefault(claim_id, []).append(finding)
    places = {claim.claim_id: origin(case, claim) for claim in case.claims}
    ordered = sorted(case.claims, key=lambda claim: claim.claim_id)
    return [_verdict(case, claim, about.get(claim.claim_id, []), places) for claim in ordered]


def _verdict(case: Case, claim: Claim, findings: Sequence[Finding], places: dict[str, str]) -> Verdict:
    agreeing = _select(findings, ("independence",), ("holds",))
    voices = {places[claim.claim_id]} | {places[i] for finding in agreeing for i in finding.claim_ids if i in places}
    name, reason = _settled(case, claim, findings, len(voices))
    if claim.claim_id in case.lapsed:
        reason = f"{reason} An earlier decision no longer holds: {case.lapsed[claim.claim_id]}."
    return Verdict(claim_id=claim.claim_id, verdict=name, reason=reason, origins=len(voices))


def _settled(case: Case, claim: Claim, findings: Sequence[Finding], voices: int) -> tuple[VerdictName, str]:
    broken = _select(findings, None, ("broken",))
    if broken or not _select(findings, ("evidence",), ("holds", "note")):
        return "rejected", broken[0].explanation if broken else "It was not looked for in the archived bytes."
    if (review := case.reviews.get(claim.claim_id)) is not None and review.decision != "withdrawn":
        return _decided(review)
    if conflicts := _select(findings, None, ("conflict",)):
        return "disputed", conflicts[0].explanation
    if sums := _select(findings, ("arithmetic",), ("holds", "note")):
        return "verified", sums[0].explanation
    if voices > 1:
        return "verified", f"Stated by {voices} independent origins."
    return "single-source", "Found in the archived bytes; nothing else confirms or contradicts it."


def _decided(review: Review) -> tuple[VerdictName, str]:
    by = f"{review.decision.capitalize()} by {review.reviewer} on {review.decided.isoformat()}: {review.reason}"
    return ("verified" if review.decision == "accepted" else "rejected"), by


def _select(findings: Iterable[Finding], roles: Sequence[Role] | None, severities: Sequence[Severity]) -> list[Finding]:
    """Findings of these severities from checks of these roles (None: any), in a fixed order."""
    checks = load_checks()
    chosen = [
        finding
        for finding in findings
        if finding.severity in severities and (roles is None or checks[finding.check].role in roles)
    ]
    return sorted(chosen, key=lambda finding: (finding.check, finding.claim_ids, finding.explanation))
