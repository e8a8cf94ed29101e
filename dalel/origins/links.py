"""Pairs of documents -> groups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Reason = Literal["same-page", "near-copy", "credit", "same-release"]


@dataclass(frozen=True, order=True, slots=True)
class OriginLink:
    """Two documents of one origin; `document_a` < `document_b`."""

    document_a: str
    document_b: str
    reason: Reason
    evidence: str  # one English sentence


def link(a: str, b: str, reason: Reason, evidence: str) -> OriginLink:
    """A link with its documents in order."""
    return OriginLink(min(a, b), max(a, b), reason, evidence)


def groups(document_ids: Iterable[str], links: Iterable[OriginLink]) -> dict[str, str]:
    """Each document's group, named after its smallest member; links are transitive."""
    leader = {document_id: document_id for document_id in sorted(document_ids)}

    def find(name: str) -> str:
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    for pair in links:
        a, b = find(pair.document_a), find(pair.document_b)
        leader[max(a, b)] = min(a, b)
    return {name: find(name) for name in leader}
