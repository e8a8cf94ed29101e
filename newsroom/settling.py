"""A crawl of the newsroom -> the crawl as it is committed: one order, one moment, ids made of what is archived.

What a page says is left as the crawler got it, byte for byte. What differs from crawl to crawl though the newsroom has
not changed is settled: which host answered first, when, the random record ids, and on which page the crawler happened
to see an address first. So a crawl of the same newsroom gives the same files, and a change of one page shows as a
change of one page.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator

from dalel import archive
from dalel.archive import blocks

MOMENT = datetime(2026, 11, 28, 8, 0, tzinfo=UTC)  # the day on which the newsroom was first archived as it is served
_REFERER = re.compile(rb"\r\nReferer: [^\r\n]*", re.IGNORECASE)
_POINTING = ("WARC-Concurrent-To", "WARC-Refers-To")
_MADE_ANEW = ("WARC-Type", "WARC-Record-ID", "WARC-Date", "WARC-Block-Digest", "Content-Length")
_ORDER = ("warcinfo", "request", "metadata", "response")


@dataclass(frozen=True, slots=True)
class Record:
    """One WARC record: its headers by name, in order, and its block."""

    headers: dict[str, str]
    content: bytes

    @property
    def kind(self) -> str:
        return self.headers["WARC-Type"]

    @property
    def answer(self) -> str:
        """The id of the response that this record is, asked for, or tells of."""
        return next((self.headers[name] for name in _POINTING if name in self.headers), self.headers["WARC-Record-ID"])


def settle(crawled: Path, target: Path) -> None:
    """Writes every source below the folder `crawled` anew below `target`, with its index.

    A source must be crawled once, into one file. KeyError where a record points to one that is not there.
    """
    for source in sorted(folder for folder in crawled.iterdir() if folder.is_dir()):
        (file,) = source.glob("*.warc.gz")
        folder = target / source.name
        folder.mkdir(parents=True)
        name = f"{MOMENT:%Y-%m-%d}.warc.gz"
        (folder / name).write_bytes(b"".join(_settled(_in_order(list(_records(file))), source.name, name)))
    archive.reindex(target)


def _records(file: Path) -> Iterator[Record]:
    with file.open("rb") as opened:
        for record in ArchiveIterator(opened, no_record_parse=True):
            yield Record(dict(record.rec_headers.headers), record.raw_stream.read())


def _in_order(records: list[Record]) -> list[Record]:
    """The file's own description first, then each exchange: by address, the request before what came of it."""
    answers = {record.headers["WARC-Record-ID"]: record for record in records}

    def place(record: Record) -> tuple[bool, str, bytes, int]:
        answer = answers[record.answer]
        kind = _ORDER.index(record.kind)
        return record.kind != "warcinfo", answer.headers.get("WARC-Target-URI", ""), answer.content, kind

    return sorted(records, key=place)


def _settled(records: list[Record], source: str, name: str) -> Iterator[bytes]:
    """The records as gzip members, their ids made of what they are."""
    ids = {record.headers["WARC-Record-ID"]: _identifier(record, source) for record in records}
    for record in records:
        kept = {key: value for key, value in record.headers.items() if key not in _MADE_ANEW}
        kept |= {key: ids[kept[key]] for key in _POINTING if key in kept}
        kept |= {"WARC-Filename": name} if "WARC-Filename" in kept else {}
        identifier = ids[record.headers["WARC-Record-ID"]]
        yield blocks.draft(record.kind, MOMENT, list(kept.items()), _content(record), identifier).packed


def _content(record: Record) -> bytes:
    return _REFERER.sub(b"", record.content) if record.kind == "request" else record.content


def _identifier(record: Record, source: str) -> str:
    """Of the source, the kind of record, its address and its bytes (RFC 9562, 5.5): equal in every equal crawl."""
    address = record.headers.get("WARC-Target-URI", "")
    name = f"dalel:{source}/{record.kind} {address} {blocks.sha256(_content(record))}"
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}>"
