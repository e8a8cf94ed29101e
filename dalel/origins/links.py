"""Pairs of documents -> groups."""

from __future__ import annotations

from collections.abc import Iterable

from dalel.records import Fact, OriginLink, OriginReason


def link(a: str, b: str, reason: OriginReason, **facts: str) -> OriginLink:
    """A link with its documents in order; the facts are what its sentence is made with."""
    told = tuple(Fact(name=name, text=text) for name, text in facts.items())
    return OriginLink(document_a=min(a, b), document_b=max(a, b), reason=reason, facts=told)


def groups(document_ids: Iterable[str], links: Iterable[OriginLink]) -> dict[str, str]:
    """Each document's group, named after its smallest member; links are transitive, a series joins nothing."""
    leader = {document_id: document_id for document_id in sorted(document_ids)}

    def find(name: str) -> str:
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    for pair in links:
        if pair.reason != "series":
            a, b = find(pair.document_a), find(pair.document_b)
            leader[max(a, b)] = min(a, b)
    return {name: find(name) for name in leader}
