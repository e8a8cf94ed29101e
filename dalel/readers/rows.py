"""Local files -> rows of `dalel read`: what a reader reads, one JSON object a document."""

from __future__ import annotations

import hashlib
import json
import mimetypes
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from dalel import readers
from dalel.errors import UnreadableDocument, UnreadableFile
from dalel.faults import UNLOGGED, Guard
from dalel.readers.page import UNDATED
from dalel.readers.places import named_files
from dalel.records import Capture, Document, Problem

_SOURCE = "local"  # as for files that were added to an archive


def document_rows(
    places: Iterable[Path],
    failed: Callable[[Problem], None],
    left: Callable[[Path], None] = lambda path: None,
    guard: Guard = UNLOGGED,
) -> Iterator[str]:
    """A row of JSON for each file and each readable one in a folder, sorted by id, the file's name (see `places`).

    A file that cannot be read is handed to `failed` and the rest kept; a file in a folder that no reader reads, to
    `left`. Raises UnreadableFile for a place that does not exist: a typing error, not a bad page.
    """
    for name, path in named_files(places, failed, left):
        try:
            line = guard.attempt("read", name, partial(_line, name, path, failed))
        except (UnreadableDocument, UnreadableFile) as error:
            line = Problem(stage="read", subject=name, reason=str(error))
        if isinstance(line, Problem):
            failed(line)
        else:
            yield line


def _line(name: str, path: Path, failed: Callable[[Problem], None]) -> str:
    def remark(told: str) -> None:
        failed(Problem(stage="read", subject=name, reason=told))

    return json.dumps(row(name, read_file(path, remark)), ensure_ascii=False)


def _unheard(told: str) -> None:
    """Nobody asked."""


def read_file(path: Path, remark: Callable[[str], None] = _unheard) -> Document:
    """The document in a file; UnreadableFile where it cannot be opened, UnreadableDocument where not read.

    `remark` hears what of it could not be read although the rest was.
    """
    try:
        if path.exists() and not path.is_file():
            raise UnreadableFile(f"{path.name} is a device, a pipe or a folder and no file; name a file")
        with path.open("rb") as opened:
            payload = opened.read(readers.LARGEST + 1)
        if len(payload) > readers.LARGEST:
            raise UnreadableDocument(f"it has more than {readers.LARGEST} bytes; split it or leave it out")
    except OSError as error:
        raise UnreadableFile(
            f"{path.name} cannot be opened: {error.strerror}; check the file's name and rights"
        ) from error
    return readers.read(payload, loose(path, payload), remark=remark)


def loose(path: Path, payload: bytes) -> Capture:
    """What is known of a file that lies in no archive: its name, its type by its ending, its bytes; no time."""
    digest = hashlib.sha256(payload).hexdigest()
    return Capture(
        capture_id=digest[:16],
        source=_SOURCE,
        url=f"file:///{path.name}",
        captured_at=UNDATED,
        status=200,
        media_type=media_type(path),
        charset=None,
        sha256=digest,
        warc="",
        offset=0,
        length=len(payload),
    )


def media_type(path: Path) -> str:
    """By the file's ending; "text/plain" for an ending that says nothing."""
    ending = path.suffix.lower()
    for one in readers.formats.formats().values():
        if ending in one.SUFFIXES:
            return sorted(one.MEDIA_TYPES)[0]
    return mimetypes.guess_type(path.name)[0] or "text/plain"


def row(name: str, document: Document) -> dict[str, Any]:
    """One line of documents.jsonl; dates as ISO 8601."""
    published: date | None = document.published
    return {
        "id": name,
        "title": document.title,
        "lead": document.lead,
        "published": published.isoformat() if published else None,
        "published_basis": document.published_basis,
        "language": document.language,
        "script": document.script,
        "credit": document.credit,
        "text": document.text,
        "author": document.author,
        "outlet": document.outlet if document.outlet != _SOURCE else None,
        "canonical_url": document.canonical_url,
    }
