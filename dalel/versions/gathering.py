"""Claims of every capture -> each claim once, with the captures that state it, and what has replaced it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dalel import identity
from dalel.records import Claim, Document
from dalel.versions.lines import Line, lines, moves
from dalel.versions.matching import match
from dalel.versions.timeline import Visits


@dataclass(frozen=True, kw_only=True, slots=True)
class Gathered:
    """`claims` are in the order of document and place, `sightings` as well."""

    claims: Sequence[Claim]  # each id once, as its latest standing capture states it
    sightings: Sequence[Claim]  # the same ids, as other captures state them
    superseded: frozenset[str]  # ids that no address shows any more as it was last seen


def gather(documents: Sequence[Document], claims: Sequence[Claim], visits: Visits) -> Gathered:
    """In: the documents of all captures, their claims, and the visits to each address."""
    pages = {document.document_id: document for document in documents}
    stated: dict[str, list[Claim]] = {}
    for claim in claims:
        stated.setdefault(claim.document_id, []).append(claim)
    found = lines(pages, visits)
    rank = _ranks(found, pages)
    replaced, overtaken = _replaced(found, pages, stated)
    best: dict[str, Claim] = {}
    for claim in claims:
        if claim.claim_id not in best or rank[claim.document_id] > rank[best[claim.claim_id].document_id]:
            best[claim.claim_id] = claim
    old = {one for one, claim in best.items() if not rank[claim.document_id][0] or one in overtaken}
    return Gathered(
        claims=[
            replace(claim, supersedes=replaced.get(claim.claim_id)) for claim in claims if best[claim.claim_id] is claim
        ],
        sightings=[claim for claim in claims if best[claim.claim_id] is not claim],
        superseded=frozenset(old),
    )


def captures_of(claims: Iterable[Claim], sightings: Iterable[Claim]) -> dict[str, list[str]]:
    """The documents that state each claim, by claim id: the one it is shown from first."""
    found: dict[str, list[str]] = {}
    for claim in (*claims, *sightings):
        found.setdefault(claim.claim_id, []).append(claim.document_id)
    return found


Rank = tuple[bool, bool, str, str]


def _ranks(found: Sequence[Line], pages: Mapping[str, Document]) -> dict[str, Rank]:
    """How good a document is to show a claim from: it stands, it has the address itself, it was seen last."""
    ranks: dict[str, Rank] = {
        name: (True, False, "", name) for name in pages
    }  # of a document that no visit tells of nothing is known to be newer
    for line in found:
        shown = [stretch for stretch in line.stretches if stretch.document_id]
        for stretch in shown:
            name = stretch.document_id or ""
            stands = name == shown[-1].document_id
            own = identity.spelled(pages[name].url) == pages[name].address
            ranks[name] = (stands, own, stretch.last.at.isoformat(), name)
    return ranks


def _replaced(
    found: Sequence[Line], pages: Mapping[str, Document], stated: Mapping[str, Sequence[Claim]]
) -> tuple[dict[str, str], set[str]]:
    """Claim id -> the id it took the place of; and ids that only a twin, not seen again since, had."""
    replaced: dict[str, str] = {}
    overtaken: set[str] = set()
    seen: set[str] = set()
    for move in sorted(moves(found, pages), key=lambda move: move.after.first.at):
        before, after = stated.get(move.before.document_id or "", ()), stated.get(move.after.document_id or "", ())
        seen |= {claim.claim_id for claim in before}
        for old, new in match(before, after).pairs:
            if old.claim_id != new.claim_id and new.claim_id not in seen:
                replaced.setdefault(new.claim_id, old.claim_id)
                if move.overtaken:
                    overtaken.add(old.claim_id)
    return replaced, overtaken
