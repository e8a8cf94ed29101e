"""The bytes of one WARC record <-> its headers and its block (WARC 1.1, ISO 28500:2017)."""

from __future__ import annotations

import hashlib
import io
import re
import uuid
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from warcio.exceptions import ArchiveLoadFailed
from warcio.recordbuilder import RecordBuilder
from warcio.recordloader import ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser, StatusAndHeadersParserException

Headers = Sequence[tuple[str, str]]

WARC_DATE = "%Y-%m-%dT%H:%M:%SZ"
SAME_PAYLOAD: str = RecordBuilder.REVISIT_PROFILE_1_1
NOT_MODIFIED = SAME_PAYLOAD.replace("identical-payload-digest", "server-not-modified")  # WARC 1.1, 6.7.3


_STATUS_LINE = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})\b")


class BadRecord(ValueError):
    """Bytes that are no WARC record, or whose digest does not match."""


@dataclass(frozen=True, slots=True)
class Block:
    """One record taken apart."""

    headers: Headers  # of the WARC record
    status: int  # of the HTTP response; 0 for records that hold none
    http_headers: Headers
    payload: bytes  # as received: content encodings still on

    def get(self, name: str) -> str | None:
        """The value of a WARC header."""
        return header(self.headers, name)

    @property
    def kind(self) -> str:
        return self.get("WARC-Type") or ""


def header(headers: Headers, name: str) -> str | None:
    """The first header of this name, whatever its case."""
    return next((value for key, value in headers if key.lower() == name.lower()), None)


def sha256(data: bytes) -> str:
    """A labelled digest as WARC-Payload-Digest and WARC-Block-Digest have it."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def record_id() -> str:
    """A new WARC-Record-ID."""
    return f"<urn:uuid:{uuid.uuid4()}>"


@dataclass(frozen=True, slots=True)
class Draft:
    """A record to be written."""

    headers: Headers
    content: bytes

    @property
    def packed(self) -> bytes:
        """The record as one gzip member."""
        head: bytes = StatusAndHeaders("", list(self.headers), protocol="WARC/1.1").to_bytes(encoding="utf-8")
        machine = zlib.compressobj(6, zlib.DEFLATED, zlib.MAX_WBITS + 16)
        return machine.compress(head + self.content + b"\r\n\r\n") + machine.flush()


def draft(kind: str, date: datetime, headers: Headers, content: bytes, identifier: str | None = None) -> Draft:
    """A record with `headers` between its type, id and date, and its block digest and length."""
    named = [
        ("WARC-Type", kind),
        ("WARC-Record-ID", identifier or record_id()),
        ("WARC-Date", date.astimezone(UTC).strftime(WARC_DATE)),
        *headers,
        ("WARC-Block-Digest", sha256(content)),
        ("Content-Length", str(len(content))),
    ]
    return Draft([(name, value.replace("\r", " ").replace("\n", " ")) for name, value in named], content)


def unpack(data: bytes) -> Block:
    """The record in these unpacked bytes, its digests checked; BadRecord otherwise."""
    try:
        record = ArcWarcRecordLoader().parse_record_stream(io.BytesIO(data), known_format="warc", no_record_parse=True)
        content: bytes = record.raw_stream.read()
    except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, ValueError) as error:
        raise BadRecord(f"no WARC record ({error})") from error
    headers = list(record.rec_headers.headers)
    if len(content) != int(header(headers, "Content-Length") or len(content)):
        raise BadRecord("the record's block is cut off")
    _check(headers, "WARC-Block-Digest", content)
    status, payload = 0, content
    http_headers: Headers = ()
    kind = header(headers, "WARC-Type")
    if kind in ("response", "revisit") and content:
        status, http_headers, payload = _http(content)
    if kind in ("response", "resource"):
        _check(headers, "WARC-Payload-Digest", payload)
    return Block(headers, status, http_headers, payload)


def _check(headers: Headers, name: str, data: bytes) -> None:
    """Compares a SHA-256 digest; those of other algorithms (in archives of others) cannot be older than ours."""
    stated = header(headers, name)
    if stated and stated.lower().startswith("sha256:") and len(stated) == 71 and stated.lower() != sha256(data):
        raise BadRecord(f"{name} is {stated}, the bytes have {sha256(data)}")


def _http(content: bytes) -> tuple[int, Headers, bytes]:
    started = _STATUS_LINE.match(content)
    if started is None:
        raise BadRecord("no HTTP response")
    stream = io.BytesIO(content)
    try:
        parsed = StatusAndHeadersParser([], verify=False).parse(stream)
    except (StatusAndHeadersParserException, EOFError, ValueError) as error:
        raise BadRecord(f"no HTTP response ({error})") from error
    return int(started[1]), list(parsed.headers), stream.read()


def fields(lines: Sequence[tuple[str, str]]) -> bytes:
    """Lines of application/warc-fields."""
    return "".join(f"{name}: {' '.join(value.split())}\r\n" for name, value in lines).encode("utf-8")


def parse_fields(block: bytes) -> dict[str, str]:
    """The lines of an application/warc-fields block, by lower-case name."""
    found = {}
    for one_line in block.decode("utf-8", "replace").splitlines():
        name, colon, value = one_line.partition(":")
        if colon:
            found[name.strip().lower()] = value.strip()
    return found
