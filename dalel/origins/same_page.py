"""Pages that are one page: the same bytes, or the same canonical address (AMP and print versions, mirrors)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dalel.origins.links import OriginLink, link
from dalel.records import Document


def same_pages(documents: Sequence[Document]) -> Iterator[OriginLink]:
    """A link from each such page to the first one."""
    first: dict[str, str] = {}
    for document in documents:
        addresses = {document.url, document.canonical_url or document.url}
        marks = [(f"address {address}", f"They are versions of {address}.") for address in sorted(addresses)]
        if document.sha256 is not None:
            marks.append((f"bytes {document.sha256}", f"Their bytes are the same, SHA-256 {document.sha256[:12]}…."))
        for mark, evidence in marks:
            other = first.setdefault(mark, document.document_id)
            if other != document.document_id:
                yield link(other, document.document_id, "same-page", evidence)
