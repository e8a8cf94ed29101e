"""Responses and files -> WARC records with digests, and the index beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from urllib.parse import urlsplit

from dalel import clock, paths
from dalel.archive import blocks, storage
from dalel.archive.blocks import Block, Draft, Headers
from dalel.archive.captures import capture_of
from dalel.archive.cdxj import Entry
from dalel.archive.index import ADDRESS, DECODED, ROLE, entry
from dalel.records import Capture

MAX_FILE = 1_000_000_000  # bytes after which a new file is begun: the customary size of WARC files (WARC 1.1, annex C)
_STANDARD = "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
_INFO = (("software", "dalel"), ("format", "WARC File Format 1.1"), ("conformsTo", _STANDARD))


@dataclass(frozen=True, kw_only=True, slots=True)
class Exchange:
    """One request and its response as they went over the wire; only the transfer encoding may be gone already."""

    url: str
    captured_at: datetime
    status: int
    headers: Headers  # of the response, in order
    body: bytes  # content encodings still on
    method: str = "GET"  # "" where nothing is known of the request: none is archived then
    request_headers: Headers = ()
    request_body: bytes = b""
    role: str = "page"  # see cdxj.Entry
    address: str = ""  # what the answer is known by, where that is not its URL: a POST with what it asked
    server: str | None = None  # IP address
    said: Headers = ()  # what is known of the page besides: its twins; goes into a metadata record

    @property
    def known_as(self) -> str:
        """The address that the capture has in the index."""
        return self.address or self.url


class ArchiveWriter:
    """Appends captures of one source to new files below `raw`; use it as a context manager.

    The first record opens `<source>/<date>.warc.gz`, or `-2`, `-3` … where that exists. Leaving the context finishes
    the file, also after an error. Raises UnwritableHome; what was written until then stays readable.
    `info` is said of each file in its warcinfo record. `recovered` lists what interrupted writers had left and this one
    finished.
    """

    def __init__(
        self, raw: Path, source: str, *, day: date | None = None, max_file: int = MAX_FILE, info: Headers = ()
    ) -> None:
        self._folder = raw / paths.slug(source)
        self._source = source
        self._day = day or clock.now().date()
        self._max_file = max_file
        self._info = (*_INFO, ("isPartOf", source), *info)
        self._open: storage.OpenWarc | None = None
        self._entries: list[Entry] = []
        self.recovered = storage.recover(self._folder) if self._folder.is_dir() else []

    def __enter__(self) -> ArchiveWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def write_response(self, exchange: Exchange) -> Capture:
        """Archives request and response; the capture says where."""
        identifier = blocks.record_id()
        headers = [*_about(exchange), ("WARC-Payload-Digest", blocks.sha256(exchange.body))]
        content = _response_block(exchange, exchange.body)
        response = blocks.draft("response", exchange.captured_at, headers, content, identifier)
        block = Block(response.headers, exchange.status, exchange.headers, exchange.body)
        first = [
            _request(exchange, identifier),
            _about_it(exchange.url, exchange.captured_at, exchange.said, identifier),
        ]
        return self._write(first, response, block, dict(exchange.said))

    def write_revisit(self, exchange: Exchange, before: Entry) -> Capture:
        """Archives that an address still has the payload of an earlier record, without the payload itself."""
        identifier = blocks.record_id()
        headers = [
            *_about(exchange),
            ("WARC-Profile", blocks.NOT_MODIFIED if exchange.status == 304 else blocks.SAME_PAYLOAD),
            ("WARC-Refers-To-Target-URI", before.url),
            ("WARC-Refers-To-Date", before.captured_at.strftime(blocks.WARC_DATE)),
            ("WARC-Payload-Digest", before.digest),
            (DECODED, before.sha256),
        ]
        content = _response_block(exchange, b"")
        revisit = blocks.draft("revisit", exchange.captured_at, headers, content, identifier)
        block = Block(revisit.headers, exchange.status, exchange.headers, b"")
        return self._write([_request(exchange, identifier)], revisit, block)

    def write_resource(
        self, url: str, body: bytes, media_type: str, captured_at: datetime, said: Sequence[tuple[str, str]] = ()
    ) -> Capture:
        """Archives a file as it is, with what a person said of it (`outlet`, `published`) in a metadata record."""
        identifier = blocks.record_id()
        told = [(name, " ".join(value.split())) for name, value in said]
        headers = [("WARC-Target-URI", url), ("Content-Type", media_type), ("WARC-Payload-Digest", blocks.sha256(body))]
        resource = blocks.draft("resource", captured_at, headers, body, identifier)
        first = [_about_it(url, captured_at, told, identifier)]
        return self._write(first, resource, Block(resource.headers, 0, (), body), dict(told))

    def close(self) -> None:
        """Finishes the open file, if there is one."""
        if self._open is not None:
            warc, self._open = self._open, None
            entries, self._entries = self._entries, []
            warc.finish(entries)

    def _write(
        self, first: Sequence[Draft | None], main: Draft, block: Block, said: dict[str, str] | None = None
    ) -> Capture:
        """All records in one piece, so that no file ever holds a request without what was answered."""
        if self._open is not None and self._open.size >= self._max_file:
            self.close()
        if self._open is None:
            self._open = storage.OpenWarc(self._folder, self._day)
            about = [("WARC-Filename", self._open.path.name), ("Content-Type", "application/warc-fields")]
            info = blocks.fields(self._info)
            self._open.append(blocks.draft("warcinfo", clock.now(), about, info).packed)
        before, record = b"".join(draft.packed for draft in first if draft), main.packed
        offset = self._open.append(before + record) + len(before)
        about_it = {block.get("WARC-Record-ID") or "": said or {}}
        made = entry(block, self._open.path.name, offset, len(record), about_it)
        self._entries.append(made)
        return capture_of(self._source, made)


def _about_it(url: str, when: datetime, said: Headers, identifier: str) -> Draft | None:
    if not said:
        return None
    headers = [("WARC-Target-URI", url), ("WARC-Refers-To", identifier), ("Content-Type", "application/warc-fields")]
    return blocks.draft("metadata", when, headers, blocks.fields(said))


def _request(exchange: Exchange, answered_by: str) -> Draft | None:
    if not exchange.method:
        return None
    parts = urlsplit(exchange.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    named = {name.lower() for name, _ in exchange.request_headers}
    host = [] if "host" in named else [("Host", parts.netloc)]
    content = _message(
        f"{exchange.method} {target} HTTP/1.1", [*host, *exchange.request_headers], exchange.request_body
    )
    headers = [
        ("WARC-Target-URI", exchange.url),
        ("WARC-Concurrent-To", answered_by),
        ("Content-Type", "application/http; msgtype=request"),
        ("WARC-Payload-Digest", blocks.sha256(exchange.request_body)),
    ]
    return blocks.draft("request", exchange.captured_at, headers, content)


def _about(exchange: Exchange) -> Headers:
    server = [("WARC-IP-Address", exchange.server)] if exchange.server else []
    return [
        ("WARC-Target-URI", exchange.url),
        *server,
        ("Content-Type", "application/http; msgtype=response"),
        (ROLE, exchange.role),
        *([(ADDRESS, exchange.address)] if exchange.address not in ("", exchange.url) else ()),
    ]


def _response_block(exchange: Exchange, body: bytes) -> bytes:
    try:
        reason = HTTPStatus(exchange.status).phrase
    except ValueError:
        reason = ""
    return _message(f"HTTP/1.1 {exchange.status} {reason}".rstrip(), exchange.headers, body)


def _message(first: str, headers: Headers, body: bytes) -> bytes:
    lines = [first, *(f"{name}: {value}" for name, value in headers)]
    clean = [one_line.replace("\r", " ").replace("\n", " ") for one_line in lines]
    head = "\r\n".join(clean) + "\r\n\r\n"
    try:
        return head.encode("latin-1") + body  # the crawler decodes headers so: their bytes come back as they were
    except UnicodeEncodeError:
        return head.encode("utf-8") + body
