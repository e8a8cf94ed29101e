"""Documents as the readers make them: of the committed sample archive, and of the source documents of ../shared."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from pathlib import Path

from benchmarks.corpora import Row
from dalel import archive, paths, readers
from dalel.records import Capture, Document
from dalel.sources import load_sources


def archived_pages() -> list[Document]:
    """Every page of the sample archive, read with the landmarks of its source."""
    raw = paths.workspace(paths.PROJECT).raw
    sources = load_sources(paths.scrapers())
    captures, _ = archive.load_captures(raw)
    return [
        readers.read(archive.read_payload(raw, capture), capture, sources[capture.source].landmarks)
        for capture in captures
        if capture.source in sources and sources[capture.source].sample
    ]


def read_text(file: Path, row: Row) -> Document:
    """The document the text reader makes of the file; address, outlet and day as the gold names them."""
    payload = file.read_bytes()
    digest = hashlib.sha256(payload).hexdigest()
    capture = Capture(
        capture_id=digest[:16],
        source="local",
        url=row["url"],
        captured_at=datetime(2026, 11, 21, tzinfo=UTC),
        status=200,
        media_type="text/plain",
        charset=None,
        sha256=digest,
        warc="",
        offset=0,
        length=len(payload),
        outlet=row["outlet"],
        published=date.fromisoformat(row["published"]) if row["published"] else None,
    )
    return readers.read(payload, capture)
