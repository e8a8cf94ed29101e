"""Changes -> those that concern chosen claims, and the pages they stand on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dalel.records import Change, Claim

_PAGES = ("page_gone", "page_back")


def about(changes: Sequence[Change], claims: Iterable[Claim]) -> list[Change]:
    """The changes of these claims, and of the pages that hold one of them."""
    chosen = list(claims)
    names = {claim.claim_id for claim in chosen}
    pages = {claim.document_id for claim in chosen}
    return [
        change
        for change in changes
        if {change.earlier.claim_id, change.later.claim_id} & names
        or (change.kind in _PAGES and {change.earlier.capture_id, change.later.capture_id} & pages)
    ]
