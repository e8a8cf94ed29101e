"""A file that a person already has -> a capture."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from dalel import clock
from dalel.archive.bodies import MAX_PAYLOAD
from dalel.archive.captures import capture_id, load_captures
from dalel.archive.writer import ArchiveWriter
from dalel.errors import InvalidValue, UnreadableFile
from dalel.records import Capture

LOCAL = "local"  # the source of files added by hand
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_BY_SUFFIX = {
    ".html": "text/html", ".htm": "text/html", ".xhtml": "application/xhtml+xml", ".txt": "text/plain",
    ".md": "text/plain", ".pdf": "application/pdf", ".json": "application/json", ".docx": _DOCX, ".xlsx": _XLSX,
}  # fmt: skip


def add_file(
    raw: Path, file: Path, url: str, outlet: str | None, published: date | None, media_type: str | None = None
) -> Capture:
    """Archives one local file as a capture of `url`; a file already archived with the same statements is left alone.

    Raises UnreadableFile (see check_file), InvalidValue (see check_url), UnwritableHome.
    """
    check_url(url)
    body, kind = _checked(file, media_type)
    identifier = capture_id(url, hashlib.sha256(body).hexdigest())
    for known in load_captures(raw)[0]:
        nothing_new = outlet in (None, known.outlet) and published in (None, known.published)
        if known.capture_id == identifier and known.media_type == kind and nothing_new:
            return known
    said = [("outlet", outlet)] if outlet else []
    if published:
        said.append(("published", published.isoformat()))
    with ArchiveWriter(raw, LOCAL) as writer:
        return writer.write_resource(url, body, kind, clock.now(), said)


def check_file(file: Path, media_type: str | None = None) -> str:
    """SHA-256 (hex) of a file that `add_file` would take; UnreadableFile (no file, empty, too large, unknown kind)
    otherwise.
    """
    return hashlib.sha256(_checked(file, media_type)[0]).hexdigest()


def check_url(url: str) -> None:
    """Whether this is the address of a page; InvalidValue otherwise.

    White space and control characters never stand in an address (RFC 3986, 2), and would split the index's lines.
    """
    if any(character.isspace() or not character.isprintable() for character in url):
        raise InvalidValue(
            f"--url {url!r} holds white space or control characters: write them as %20 or leave them out"
        )
    try:
        parts = urlsplit(url)
        complete = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:  # brackets that enclose no IPv6 address
        complete = False
    if not complete:
        raise InvalidValue(f"--url {url!r} is no web address: write it with http:// or https://, as published")


def _checked(file: Path, media_type: str | None) -> tuple[bytes, str]:
    body = _read(file)
    return body, media_type or detect(file, body)


def detect(file: Path, body: bytes) -> str:
    """Media type by content where that is certain, else by the file's extension; UnreadableFile where neither tells."""
    start = body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"%pdf-"):
        return "application/pdf"
    if start.startswith((b"<!doctype html", b"<html")):
        return "text/html"
    if kind := _BY_SUFFIX.get(file.suffix.lower()):
        return kind
    if b"\0" not in body[:65536] and not file.suffix:
        return "text/plain"
    raise UnreadableFile(f"{file}: cannot tell what kind of file this is; say it with --media-type, e.g. text/html")


def _read(file: Path) -> bytes:
    try:
        if file.is_dir():
            raise UnreadableFile(f"{file} is a folder: name the files in it")
        if not file.is_file() and file.exists():
            raise UnreadableFile(f"{file} is a device or a pipe and no file: save the page, then add that file")
        with file.open("rb") as opened:
            body = opened.read(MAX_PAYLOAD + 1)
        if len(body) > MAX_PAYLOAD:
            raise UnreadableFile(f"{file} has more than {MAX_PAYLOAD} bytes: add the part that matters")
    except OSError as error:
        raise UnreadableFile(f"{file}: cannot be read ({error.strerror}); check name and permissions") from error
    if not body:
        raise UnreadableFile(f"{file} is empty: nothing to archive")
    return body
