"""A source document of ../shared as `dalel add` would give it to the readers."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from pathlib import Path

from benchmarks.corpora import Row
from dalel import readers
from dalel.records import Capture, Document


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
