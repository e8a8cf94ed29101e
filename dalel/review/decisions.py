"""data/reviews.jsonl: one line per decision, chained, appended, never rewritten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any, get_args

from dalel import chain
from dalel.errors import InvalidValue
from dalel.records import Claim, Decision, Document, Problem, Review
from dalel.review.correcting import check
from dalel.review.evidence import describe, digest

MADE = tuple(name for name in get_args(Decision) if name != "differing")  # what one person decides


@dataclass(frozen=True, kw_only=True, slots=True)
class Decided:
    """What a person says: what, who, on which day, and why; of a correction also what is right."""

    decision: Decision
    reviewer: str
    decided: date
    reason: str
    corrections: Mapping[str, str | None] = field(default_factory=dict)  # attribute -> what it is; None: not told


def decide(path: Path, claim: Claim, document: Document, decided: Decided) -> Review:
    """Appends a decision on this claim as it is read, on disk before this returns.

    InvalidValue where the decision is not one, name or reason is empty, or a correction names no attribute or no value
    of it; UnwritableHome where it cannot be written.
    """
    if decided.decision not in MADE:
        raise InvalidValue(f"decision {decided.decision!r}: write one of {', '.join(MADE)}")
    if not decided.reviewer.strip() or not decided.reason.strip():
        raise InvalidValue(f"decision on {claim.claim_id}: give both the reviewer's name and a reason")
    if (decided.decision == "corrected") != bool(decided.corrections):
        raise InvalidValue(f"decision on {claim.claim_id}: a correction, and only a correction, says what is right")
    check(claim, decided.corrections)
    evidence = describe(claim, document)
    review = Review(
        claim_id=claim.claim_id,
        decision=decided.decision,
        reviewer=decided.reviewer.strip(),
        decided=decided.decided,
        reason=decided.reason.strip(),
        evidence=evidence,
        evidence_sha256=digest(evidence),
        corrections=tuple(sorted(decided.corrections.items())),
    )
    chain.extend(path, [_line(review)])
    return review


def read(path: Path) -> tuple[list[Review], list[Problem]]:
    """All decisions in the order they were made; a line that is none, or is not in its place in the chain, is a
    Problem, and the rest is kept.
    """
    found = chain.read(path, "review")
    reviews: list[Review] = []
    problems = list(found.problems)
    for link in found.links:
        try:
            reviews.append(_parsed(link.fields))
        except (ValueError, TypeError, KeyError, InvalidValue) as error:
            subject = f"{path.name} line {link.number}"
            problems.append(Problem(stage="review", subject=subject, reason=f"no valid decision: {error}"))
    return reviews, problems


def _line(review: Review) -> dict[str, Any]:
    return {**asdict(review), "decided": review.decided.isoformat(), "corrections": dict(review.corrections)}


def _parsed(line: Mapping[str, Any]) -> Review:
    row = {name: value for name, value in line.items() if name != "after"}
    if set(row) != {part.name for part in fields(Review)}:
        raise InvalidValue("the fields are not those of a decision")
    corrections = row.pop("corrections")
    if not isinstance(corrections, dict) or not all(isinstance(value, str | None) for value in corrections.values()):
        raise InvalidValue("corrections are attributes with their values")
    if not all(isinstance(value, str) for value in row.values()):
        raise InvalidValue("every field must be text")
    if row["decision"] not in MADE:
        raise InvalidValue(f"decision is {row['decision']!r}")
    if digest(row["evidence"]) != row["evidence_sha256"]:
        raise InvalidValue("the evidence is not what its digest says; the line was edited")
    decided = date.fromisoformat(row["decided"])
    return Review(**{**row, "decided": decided, "corrections": tuple(sorted(corrections.items()))})
