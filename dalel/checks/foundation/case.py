"""What is laid before the checks: claims, the pages they stand on, and the archived bytes behind them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dalel.records import Capture, Claim, Document, Primary, Review

if TYPE_CHECKING:
    from dalel.topics import Topic

FIELDS = ("title", "lead", "text")


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """Everything a check may look at; nothing else may influence a finding."""

    claims: Sequence[Claim]
    documents: Mapping[str, Document]  # by document_id
    origins: Mapping[str, str]  # document_id -> origin id; a document that is missing is its own origin
    captures: Mapping[str, Capture]  # by capture_id
    payload: Callable[[str], bytes]  # capture_id -> decoded payload; may raise DamagedRecord
    reviews: Mapping[str, Review] = field(default_factory=dict)  # by claim_id: decisions in force
    lapsed: Mapping[str, str] = field(default_factory=dict)  # by claim_id: why an earlier decision no longer holds
    topics: Mapping[str, Topic] = field(default_factory=dict)  # by id
    primary: Mapping[str, Primary] = field(default_factory=dict)  # by source id: the records it publishes
    superseded: Collection[str] = frozenset()  # claim ids that their page no longer states


def reading_order(claim: Claim) -> tuple[str, int, int, str]:
    """Sorts claims as a reader meets them: by page, then title, lead, text, then position."""
    return claim.document_id, FIELDS.index(claim.field), claim.start, claim.claim_id


def pages(case: Case) -> dict[str, list[Claim]]:
    """Claims of each document there is, both in reading order."""
    return {name: claims for name, claims in by_document(case).items() if name in case.documents}


def by_document(case: Case) -> dict[str, list[Claim]]:
    """Claims of each document that a claim names, even if it is missing, both in reading order."""
    found: dict[str, list[Claim]] = {}
    for claim in sorted(case.claims, key=reading_order):
        found.setdefault(claim.document_id, []).append(claim)
    return found


def sentences(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Claims of one document in groups of one sentence each, in reading order."""
    found: dict[tuple[str, int], list[Claim]] = {}
    for claim in sorted(claims, key=reading_order):
        found.setdefault((claim.field, claim.sentence_start), []).append(claim)
    return list(found.values())


def origin(case: Case, claim: Claim) -> str:
    """Origin id of the page the claim stands on."""
    return case.origins.get(claim.document_id, claim.document_id)
