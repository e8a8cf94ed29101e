"""WARC, ARC and WACZ files of others -> their records, checked one by one; nothing is written here."""

from __future__ import annotations

import io
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from dalel.archive import blocks
from dalel.archive.blocks import Headers
from dalel.archive.bodies import MAX_PAYLOAD
from dalel.archive.index import ADDRESS, ROLE, is_said
from dalel.archive.members import scan
from dalel.archive.writer import Exchange
from dalel.records import Problem

MAX_IMPORTED = 2 * MAX_PAYLOAD  # bytes of one record unpacked; what is larger holds no page we could decode
MAX_INNER = 8_000_000_000  # bytes of one file in a WACZ unpacked; Common Crawl's are 1 GB
MAX_SAID = 65_536  # bytes of a metadata record that are read
_ROBOTS = "/robots.txt"
_ARCHIVES = (".warc.gz", ".warc", ".arc.gz")
LEFT_OUT = {  # kinds of records that are counted and left out, and why
    "warcinfo": "what their software says of its file",
    "request": "what their crawler sent; it may hold cookies and keys",
    "metadata": "what their software says of a page",
    "conversion": "made from another record by their software, not what a site sent",
    "continuation": "the rest of a record that was split",
}


@dataclass(frozen=True, slots=True)
class Foreign:
    """One record of others that may come in; of a resource `exchange` has its media type as the only header.

    Status 0: nothing is known of the HTTP answer, as of resources and of some revisits.
    """

    kind: str  # response | resource | revisit
    exchange: Exchange
    digest: str = ""  # of the payload, as stated there
    refers_to: tuple[str, str] = ("", "")  # of a revisit: address and time of the record that has its payload


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One record that is left out for what it is."""

    reason: str


def records(file: Path) -> Iterator[Foreign | LeftOut | Problem]:
    """Every record of a WARC (plain or gzipped), ARC or WACZ file, or why it is none."""
    if not _is_package(file):
        yield from _records(file, file.name)
        return
    try:
        package = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, NotImplementedError) as error:
        yield _problem(file.name, f"its list of files is damaged ({error}); get it again")
        return
    with package, tempfile.TemporaryDirectory(prefix="dalel-") as folder:
        for name in sorted(set(package.namelist())):
            if name.startswith("archive/") and name.endswith(_ARCHIVES):
                inner = Path(folder) / "inner"  # never the name that the package gives
                try:
                    _unpack(package, name, inner)
                except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
                    yield _problem(f"{file.name}:{name}", f"cannot be unpacked ({error}); left out")
                else:
                    yield from _records(inner, f"{file.name}:{name}")


def _is_package(file: Path) -> bool:
    """Whether a file is a zip from its first byte on: a plain WARC may end with a page that is one."""
    with file.open("rb") as stream:
        return stream.read(2) == b"PK" and zipfile.is_zipfile(file)


def _unpack(package: zipfile.ZipFile, name: str, target: Path) -> None:
    size = 0
    with package.open(name) as stream, target.open("wb") as out:
        while chunk := stream.read(1 << 20):
            size += len(chunk)
            if size > MAX_INNER:
                raise zipfile.BadZipFile(f"it unpacks to more than {MAX_INNER} bytes")
            out.write(chunk)


def _records(file: Path, name: str) -> Iterator[Foreign | LeftOut | Problem]:
    """Of a gzipped file each member by itself, so that what follows a damaged one is kept; a plain one as a stream."""
    said: dict[str, Headers] = {}
    with file.open("rb") as stream:
        if stream.read(2) != b"\x1f\x8b":
            stream.seek(0)
            yield from _of_stream(stream, name, said)
            return
    for member in scan(file, MAX_IMPORTED):
        if member.damage:
            yield _problem(f"{name} at offset {member.offset}", f"{member.damage}; left out")
        else:
            yield from _of_stream(io.BytesIO(member.data), f"{name} at offset {member.offset}", said)


def _of_stream(stream: IO[bytes], name: str, said: dict[str, Headers]) -> Iterator[Foreign | LeftOut | Problem]:
    """`said` has what metadata records have said so far, by the id of the record they are about."""
    found = ArchiveIterator(stream, check_digests=True, arc2warc=True)
    while True:
        try:
            record = next(found)
        except StopIteration:
            return
        except (ArchiveLoadFailed, zlib.error, EOFError, ValueError, KeyError) as error:
            yield _problem(name, f"damaged from here on ({error}); what came before is imported")
            return
        try:
            yield from _one(record, name, said)
        except (ValueError, OverflowError) as error:  # OverflowError: a day before the first or behind the last
            url = record.rec_headers.get_header("WARC-Target-URI")
            yield _problem(name, f"{url}: {error}; left out")


def _one(record: Any, name: str, said: dict[str, Headers]) -> Iterator[Foreign | LeftOut | Problem]:
    kind, url = record.rec_type, record.rec_headers.get_header("WARC-Target-URI") or ""
    if kind == "metadata" and (about := record.rec_headers.get_header("WARC-Refers-To")):
        said[about] = _told(record)
        if said[about]:  # taken over with the record it is about
            return
    if kind not in ("response", "resource", "revisit"):
        yield LeftOut(f"{kind}: {LEFT_OUT.get(kind, 'a kind of record that is not known here')}")
    elif not url.startswith(("http://", "https://")):
        yield LeftOut(f"{kind} of no web address ({url.split(':', 1)[0] or 'none'}:)")
    else:
        if cut := record.rec_headers.get_header("WARC-Truncated"):
            yield _problem(name, f"{url}: their crawler cut it off ({cut}); imported as far as it goes")
        yield _foreign(record, url, said)


def _told(record: Any) -> Headers:
    """The lines of a metadata record that an archive of ours would hold."""
    lines = blocks.parse_fields(record.raw_stream.read(MAX_SAID))
    return [(name, value) for name, value in lines.items() if is_said(name) and (name != "published" or _is_day(value))]


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _foreign(record: Any, url: str, said: dict[str, Headers]) -> Foreign:
    """The record as it goes into our archive; ValueError says why it cannot."""
    headers, kind = record.rec_headers, record.rec_type
    body = record.raw_stream.read(MAX_IMPORTED + 1)
    if len(body) > MAX_IMPORTED:
        raise ValueError(f"the record has more than {MAX_IMPORTED} bytes")
    if getattr(record.raw_stream, "limit", 0):
        raise ValueError("the record is cut off")
    if int(headers.get_header("WARC-Segment-Number") or 1) > 1 or headers.get_header("WARC-Segment-Total-Length"):
        raise ValueError("it is a part of a record that was split")
    stated = headers.get_header("WARC-Block-Digest") or (
        headers.get_header("WARC-Payload-Digest") and kind != "revisit"
    )
    if stated and record.digest_checker.passed is not True:
        raise ValueError("its digest does not fit its bytes")
    if record.http_headers is None and kind == "response":
        raise ValueError("the record holds no HTTP response")
    stamp = datetime.fromisoformat(headers.get_header("WARC-Date") or "no date")
    exchange = Exchange(
        url=url,
        address=_address(headers.get_header(ADDRESS) or "", url),
        captured_at=stamp.replace(tzinfo=stamp.tzinfo or UTC).astimezone(UTC).replace(microsecond=0),
        status=int(record.http_headers.get_statuscode()) if record.http_headers else 0,
        headers=_headers(record),
        body=body,
        method="",
        role=headers.get_header(ROLE) or ("robots" if urlsplit(url).path == _ROBOTS else "page"),
        server=headers.get_header("WARC-IP-Address"),
        said=said.get(headers.get_header("WARC-Record-ID") or "", ()),
    )
    refers_to = tuple(headers.get_header(f"WARC-Refers-To-{part}") or "" for part in ("Target-URI", "Date"))
    return Foreign(kind, exchange, headers.get_header("WARC-Payload-Digest") or "", (refers_to[0], refers_to[1]))


def _address(stated: str, url: str) -> str:
    """What a POST is known by: its address and what it asked; "" for anything else that a stranger wrote there."""
    return stated if stated.startswith((f"{url}?", f"{url}&", f"{url}#lang=")) else ""


def _headers(record: Any) -> Headers:
    if record.rec_type == "resource":
        return [("Content-Type", record.rec_headers.get_header("Content-Type") or "application/octet-stream")]
    return list(record.http_headers.headers) if record.http_headers else []


def _problem(subject: str, reason: str) -> Problem:
    return Problem(stage="archive", subject=subject, reason=reason)
