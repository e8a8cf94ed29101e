"""Documents -> origins: reprints, translations and rewrites of one release are one voice, however many pages.

    group(documents) -> {document_id: origin_id}      the origin is named after the smallest document_id of its group
    explain(documents) -> [OriginLink]                which two pages were joined, and why

Joining too much hides a second witness, joining too little invents one. Each way of joining asks for evidence that
independent reports of one event do not share: the wording itself, or many particular numbers, or a credit line.
"""

from __future__ import annotations

from collections.abc import Sequence

from dalel.origins.copies import copies
from dalel.origins.credits import credited
from dalel.origins.links import groups
from dalel.origins.releases import releases
from dalel.origins.same_page import same_pages
from dalel.records import Document, OriginLink

__all__ = ["OriginLink", "explain", "group"]

WAYS = (same_pages, copies, credited, releases)


def group(documents: Sequence[Document], links: Sequence[OriginLink] | None = None) -> dict[str, str]:
    """Origin id of every document; `links` are those of `explain`, where they are known already."""
    found = explain(documents) if links is None else links
    return groups([document.document_id for document in documents], found)


def explain(documents: Sequence[Document]) -> list[OriginLink]:
    """Every reason to join two documents, sorted; the same for any order of the documents."""
    ordered = sorted(documents, key=lambda document: document.document_id)
    found = {link for way in WAYS for link in way(ordered)}
    return sorted(found, key=lambda link: (link.document_a, link.document_b, link.reason, str(link.facts)))
