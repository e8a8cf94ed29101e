"""Pages that are one page: the same bytes, or the same canonical address (AMP and print versions, mirrors)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from dalel.origins.links import link
from dalel.records import Document, OriginLink

VERSIONS = 12  # addresses with one canonical address; a site that gives one to all its articles gives none


def same_pages(documents: Sequence[Document]) -> Iterator[OriginLink]:
    """A link from each such page to the first one; a page captured again is the same page."""
    marked: dict[tuple[str, str], list[Document]] = {}
    for document in documents:
        for mark in _marks(document):
            marked.setdefault(mark, []).append(document)
    for (kind, value), found in marked.items():
        if kind == "canonical" and len({document.url for document in found}) > VERSIONS:
            continue
        what = f"SHA-256 {value[:12]}…" if kind == "bytes" else value
        first = found[0].document_id
        yield from (link(first, other.document_id, "same-page", mark=what) for other in found[1:])


def _marks(document: Document) -> list[tuple[str, str]]:
    found = [("address", document.url)]
    canonical = {document.url, document.canonical_url or document.url}
    found += [("canonical", address) for address in sorted(canonical) if _is_page(address)]
    return [*found, ("bytes", document.sha256)] if document.sha256 is not None else found


def _is_page(address: str) -> bool:
    """False for the front page of a site, which careless templates name as canonical for every article."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.path not in ("", "/") or bool(parts.query)
