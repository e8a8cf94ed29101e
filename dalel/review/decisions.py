"""data/reviews.jsonl: one line per decision, appended, never rewritten."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import get_args

from dalel.errors import InvalidValue
from dalel.files import unwritable
from dalel.records import Claim, Decision, Document, Problem, Review
from dalel.review.evidence import describe, digest

LONGEST = 100_000  # characters of a line: a longer one is no decision


@dataclass(frozen=True, kw_only=True, slots=True)
class Decided:
    """What a person says: what, who, on which day, and why."""

    decision: Decision
    reviewer: str
    decided: date
    reason: str


def decide(path: Path, claim: Claim, document: Document, decided: Decided) -> Review:
    """Appends a decision on this claim as it stands, on disk before this returns.

    InvalidValue where the decision is not one, or name or reason is empty; UnwritableHome where it cannot be written.
    """
    if decided.decision not in get_args(Decision):
        raise InvalidValue(f"decision {decided.decision!r}: write one of {', '.join(get_args(Decision))}")
    if not decided.reviewer.strip() or not decided.reason.strip():
        raise InvalidValue(f"decision on {claim.claim_id}: give both the reviewer's name and a reason")
    evidence = describe(claim, document)
    review = Review(
        claim_id=claim.claim_id,
        decision=decided.decision,
        reviewer=decided.reviewer.strip(),
        decided=decided.decided,
        reason=decided.reason.strip(),
        evidence=evidence,
        evidence_sha256=digest(evidence),
    )
    _append(path, json.dumps({**asdict(review), "decided": review.decided.isoformat()}, ensure_ascii=False))
    return review


def read(path: Path) -> tuple[list[Review], list[Problem]]:
    """All decisions in the order they were made; a line that is none or was edited is a Problem, the rest is kept."""
    reviews: list[Review] = []
    problems: list[Problem] = []
    for number, line in _lines(path):
        try:
            reviews.append(_parsed(line))
        except (ValueError, TypeError, KeyError, RecursionError, InvalidValue) as error:
            subject = f"{path.name} line {number}"
            problems.append(Problem(stage="verify", subject=subject, reason=f"no valid decision: {error}"))
    return reviews, problems


def _append(path: Path, line: str) -> None:
    """One write at the end of the file; a line that an earlier crash left unfinished is closed first."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab+") as opened:
            opened.seek(0, os.SEEK_END)
            size = opened.tell()
            if size:
                opened.seek(size - 1)
            unfinished = size > 0 and opened.read(1) != b"\n"
            opened.write((("\n" if unfinished else "") + line + "\n").encode("utf-8"))
            opened.flush()
            os.fsync(opened.fileno())
    except OSError as error:
        raise unwritable(path, error) from error


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    if path.is_file():
        with path.open("rb") as opened:
            for number, line in enumerate(opened, 1):
                if line.strip():
                    yield number, line.decode("utf-8", "replace")


def _parsed(line: str) -> Review:
    if len(line) > LONGEST:
        raise InvalidValue(f"the line has {len(line)} characters")
    row = json.loads(line)
    if not isinstance(row, dict) or set(row) != {field.name for field in fields(Review)}:
        raise InvalidValue("the fields are not those of a decision")
    if not all(isinstance(value, str) for value in row.values()):
        raise InvalidValue("every field must be text")
    if row["decision"] not in get_args(Decision):
        raise InvalidValue(f"decision is {row['decision']!r}")
    if digest(row["evidence"]) != row["evidence_sha256"]:
        raise InvalidValue("the evidence is not what its digest says; the line was edited")
    return Review(**{**row, "decided": date.fromisoformat(row["decided"])})
