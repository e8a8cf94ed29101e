"""WARC, ARC and WACZ files of others -> their records, checked one by one; nothing is written here."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParser, StatusAndHeadersParserException

from dalel.archive import blocks
from dalel.archive.blocks import Headers
from dalel.archive.bodies import MAX_PAYLOAD
from dalel.archive.digests import fits_unpacked
from dalel.archive.index import ADDRESS, ROLE, is_said
from dalel.archive.members import room_of, scan, scan_plain
from dalel.archive.packages import UNPACKED, Manifest, is_package, unpack
from dalel.archive.roles import role_of
from dalel.archive.writer import Exchange
from dalel.faults import UNLOGGED, Guard
from dalel.records import Problem

MAX_IMPORTED = 2 * MAX_PAYLOAD  # bytes of one record unpacked; what is larger holds no page we could decode
MAX_INNER = 8_000_000_000  # bytes of one file in a WACZ unpacked; Common Crawl's are 1 GB
MAX_SAID = 65_536  # bytes of a metadata record that are read
_ARC = b"filedesc://"
_STAMP = re.compile(r"(\d{8})(\d{6})")
_TELLING = 200  # characters of an error's own words
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


def records(file: Path, guard: Guard = UNLOGGED) -> Iterator[Foreign | LeftOut | Problem]:
    """Every record of a WARC (plain or gzipped), ARC or WACZ file, or why it is none."""
    if not is_package(file):
        yield from _records(file, file.name, guard)
        return
    try:
        package = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        yield _problem(file.name, f"its list of files is damaged ({error}); get it again")
        return
    with package, tempfile.TemporaryDirectory(prefix="dalel-") as folder:
        manifest = Manifest(package, file.name)
        yield from manifest.problems
        room = room_of(file.stat().st_size)
        for name in sorted(set(package.namelist())):
            if name.startswith("archive/") and name.endswith(_ARCHIVES):
                inner = Path(folder) / "inner"  # never the name that the package gives
                try:
                    room -= unpack(package, name, inner, min(room, MAX_INNER))
                except UNPACKED as error:
                    yield _problem(f"{file.name}:{name}", f"cannot be unpacked ({error}); left out")
                    continue
                if denied := manifest.denies(name, inner):
                    yield _problem(f"{file.name}:{name}", f"{denied}; left out")
                    continue
                yield from _records(inner, f"{file.name}:{name}", guard)


def _records(file: Path, name: str, guard: Guard) -> Iterator[Foreign | LeftOut | Problem]:
    """Each record by itself, so that what follows a damaged one is kept; an ARC file as a stream."""
    said: dict[str, Headers] = {}
    with file.open("rb") as stream:
        start = stream.read(len(_ARC))
        if start == _ARC:
            stream.seek(0)
            yield from _of_stream(stream, name, said, guard)
            return
    members = scan(file, MAX_IMPORTED) if start.startswith(b"\x1f\x8b") else scan_plain(file, MAX_IMPORTED)
    for member in members:
        place = f"{name} at offset {member.offset}"
        if member.damage:
            yield _problem(place, f"{member.damage}; left out")
        else:
            yield from _of_stream(io.BytesIO(member.data), place, said, guard)


def _of_stream(
    stream: IO[bytes], name: str, said: dict[str, Headers], guard: Guard
) -> Iterator[Foreign | LeftOut | Problem]:
    """`said` has what metadata records have said so far, by the id of the record they are about."""
    found = ArchiveIterator(stream, check_digests=True, arc2warc=True)
    while True:
        record = guard.attempt("archive", name, partial(_next, found, name))
        if record is None:
            return
        if isinstance(record, Problem):  # where the next record begins is not known then
            yield record
            return
        made = guard.attempt("archive", name, partial(_made, record, name, said))
        if isinstance(made, Problem):
            yield made
            return
        yield from made


def _next(found: Iterator[Any], name: str) -> Any:
    """The next record, None at the end, or a Problem."""
    try:
        return next(found, None)
    except (ArchiveLoadFailed, zlib.error, EOFError, ValueError, KeyError, OverflowError) as error:
        return _problem(name, f"damaged from here on ({_short(error)}); what came before is imported")


def _made(record: Any, name: str, said: dict[str, Headers]) -> list[Foreign | LeftOut | Problem]:
    try:
        return list(_one(record, name, said))
    except (ValueError, OverflowError) as error:  # OverflowError: a day before the first or behind the last
        url = record.rec_headers.get_header("WARC-Target-URI")
        return [_problem(name, f"{url}: {_short(error)}; left out")]


def _short(error: Exception) -> str:
    return str(error)[:_TELLING]


def _one(record: Any, name: str, said: dict[str, Headers]) -> Iterator[Foreign | LeftOut | Problem]:
    kind, url = record.rec_type, _web_address(record.rec_headers.get_header("WARC-Target-URI") or "")
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


def _web_address(stated: str) -> str:
    """The address with scheme and host in lower case, which have none; without the brackets that WARC 1.0 allows."""
    bare = stated.strip().removeprefix("<").removesuffix(">")
    scheme, colon, rest = bare.partition("://")
    if not colon or scheme.lower() not in ("http", "https"):
        return bare
    end = min((at for mark in "/?#" if (at := rest.find(mark)) >= 0), default=len(rest))
    user, at_sign, host = rest[:end].rpartition("@")
    return f"{scheme.lower()}://{user}{at_sign}{host.lower()}{rest[end:]}"


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
    if record.http_headers is None and kind == "response":  # warcio looks for one at addresses in small letters only
        record.http_headers, body = _http(body)
    if not record.http_headers and kind == "response":  # none, or a block that begins with no status line
        raise ValueError("the record holds no HTTP response")
    if stated and record.digest_checker.passed is not True and not fits_unpacked(record, body):
        raise ValueError("its digest does not fit its bytes")
    exchange = Exchange(
        url=url,
        address=_address(headers.get_header(ADDRESS) or "", url),
        captured_at=_moment(headers.get_header("WARC-Date") or "no date"),
        status=int(record.http_headers.get_statuscode()) if record.http_headers else 0,
        headers=_headers(record),
        body=body,
        method="",
        role=headers.get_header(ROLE) or role_of(url, _headers(record), body),
        server=headers.get_header("WARC-IP-Address"),
        said=said.get(headers.get_header("WARC-Record-ID") or "", ()),
    )
    refers_to = tuple(headers.get_header(f"WARC-Refers-To-{part}") or "" for part in ("Target-URI", "Date"))
    return Foreign(kind, exchange, headers.get_header("WARC-Payload-Digest") or "", (refers_to[0], refers_to[1]))


def _http(block: bytes) -> tuple[Any, bytes]:
    """Headers and body of the response that a record holds; ValueError where it holds none."""
    stream = io.BytesIO(block)
    if not block.startswith(b"HTTP/"):
        raise ValueError("the record holds no HTTP response")
    try:
        return StatusAndHeadersParser([], verify=False).parse(stream), stream.read()
    except (StatusAndHeadersParserException, EOFError) as error:
        raise ValueError(f"the record holds no HTTP response ({error})") from error


def _moment(stated: str) -> datetime:
    """WARC-Date (ISO 8601), or the 14 digits that some tools write as in CDX; ValueError for anything else."""
    digits = _STAMP.fullmatch(stated.strip())
    stamp = datetime.fromisoformat(f"{digits[1]}T{digits[2]}" if digits else stated.strip())
    return stamp.replace(tzinfo=stamp.tzinfo or UTC).astimezone(UTC).replace(microsecond=0)


def _address(stated: str, url: str) -> str:
    """What a POST is known by: its address and what it asked; "" for anything else that a stranger wrote there."""
    return stated if stated.startswith((f"{url}?", f"{url}&", f"{url}#lang=")) else ""


def _headers(record: Any) -> Headers:
    if record.rec_type == "resource":
        return [("Content-Type", record.rec_headers.get_header("Content-Type") or "application/octet-stream")]
    return list(record.http_headers.headers) if record.http_headers else []


def _problem(subject: str, reason: str) -> Problem:
    return Problem(stage="archive", subject=subject, reason=reason)
