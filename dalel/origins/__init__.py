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
from dalel.origins.links import OriginLink, groups
from dalel.origins.releases import releases
from dalel.origins.same_page import same_pages
from dalel.records import Document

__all__ = ["OriginLink", "explain", "group"]

WAYS = (same_pages, copies, credited, releases)


def group(documents: Sequence[Document]) -> dict[str, str]:
    """Origin id of every document."""
    return groups([document.document_id for document in documents], explain(documents))


def explain(documents: Sequence[Document]) -> list[OriginLink]:
    """Every reason to join two documents, sorted; the same for any order of the documents."""
    ordered = sorted(documents, key=lambda document: document.document_id)
    return sorted({link for way in WAYS for link in way(ordered)})
