"""WARC and WACZ files of others -> captures in our own archive, checked on the way in.

Their responses are copied as they are (status, headers, body, date); where they come from stands in the warcinfo record
of the file they are copied to.
"""

from __future__ import annotations

import hashlib
import io
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from dalel.archive.bodies import MAX_PAYLOAD
from dalel.archive.captures import history
from dalel.archive.index import ROLE
from dalel.archive.members import scan
from dalel.archive.writer import ArchiveWriter, Exchange
from dalel.errors import UnreadableFile
from dalel.records import Problem

MAX_IMPORTED = 2 * MAX_PAYLOAD  # bytes of one record unpacked; what is larger holds no page we could decode
MAX_INNER = 8_000_000_000  # bytes of one file in a WACZ unpacked; Common Crawl's are 1 GB
_ROBOTS = "/robots.txt"


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportReport:
    """What came of an import; every response of the file is counted once."""

    imported: int
    known: int  # in our archive already: same address, time and payload
    problems: tuple[Problem, ...]


def import_file(raw: Path, file: Path, source_of: Callable[[str], str]) -> ImportReport:
    """Copies all responses of a WARC (plain or gzipped), ARC or WACZ file; `source_of` names the source of an address.

    Damaged records are left out, each with a Problem. Raises UnreadableFile where the file is none of these.
    """
    origin = (("imported-from", file.name), ("imported-sha256", _digest(file)))
    writers: dict[str, ArchiveWriter] = {}
    known = {(entry.url, entry.captured_at, entry.digest) for _, entry in history(raw)[0]}
    imported, again, problems = 0, 0, []
    try:
        for exchange in _exchanges(file):
            if isinstance(exchange, Problem):
                problems.append(exchange)
                continue
            digest = f"sha256:{hashlib.sha256(exchange.body).hexdigest()}"
            if (exchange.url, exchange.captured_at, digest) in known:
                again += 1
                continue
            source = source_of(exchange.url)
            if source not in writers:
                writers[source] = ArchiveWriter(raw, source, info=origin)
            writers[source].write_response(exchange)
            imported += 1
    finally:
        for writer in writers.values():
            writer.close()
    if not (imported or again or problems):
        raise UnreadableFile(f"{file}: holds no response that could be imported; is it a WARC or WACZ file?")
    return ImportReport(imported=imported, known=again, problems=tuple(problems))


def _exchanges(file: Path) -> Iterator[Exchange | Problem]:
    if not zipfile.is_zipfile(file):
        yield from _records(file, file.name)
        return
    with zipfile.ZipFile(file) as package, tempfile.TemporaryDirectory(prefix="dalel-") as folder:
        for name in sorted(package.namelist()):
            if name.startswith("archive/") and name.endswith((".warc.gz", ".warc", ".arc.gz")):
                inner = Path(folder) / "inner"  # never the name that the package gives
                try:
                    _unpack(package, name, inner)
                except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
                    yield _problem(f"{file.name}:{name}", f"cannot be unpacked ({error}); left out")
                else:
                    yield from _records(inner, f"{file.name}:{name}")


def _unpack(package: zipfile.ZipFile, name: str, target: Path) -> None:
    size = 0
    with package.open(name) as stream, target.open("wb") as out:
        while chunk := stream.read(1 << 20):
            size += len(chunk)
            if size > MAX_INNER:
                raise zipfile.BadZipFile(f"it unpacks to more than {MAX_INNER} bytes")
            out.write(chunk)


def _records(file: Path, name: str) -> Iterator[Exchange | Problem]:
    """Of a gzipped file each member by itself, so that what follows a damaged one is kept; a plain one as a stream."""
    with file.open("rb") as stream:
        if stream.read(2) != b"\x1f\x8b":
            stream.seek(0)
            yield from _responses(stream, name)
            return
    for member in scan(file, MAX_IMPORTED):
        if member.damage:
            yield _problem(f"{name} at offset {member.offset}", f"{member.damage}; left out")
        else:
            yield from _responses(io.BytesIO(member.data), f"{name} at offset {member.offset}")


def _responses(stream: IO[bytes], name: str) -> Iterator[Exchange | Problem]:
    records = ArchiveIterator(stream, check_digests=True, arc2warc=True)
    while True:
        try:
            record = next(records)
        except StopIteration:
            return
        except (ArchiveLoadFailed, zlib.error, EOFError, ValueError, KeyError) as error:
            yield _problem(name, f"damaged from here on ({error}); what came before is imported")
            return
        url = record.rec_headers.get_header("WARC-Target-URI") or ""
        if record.rec_type == "response" and url.startswith("http"):
            try:
                yield _exchange(record, url)
            except ValueError as error:
                yield _problem(name, f"{url}: {error}; left out")
        elif record.rec_type == "resource" and url.startswith("http"):
            yield _problem(name, f"{url}: a file that somebody added by hand; take it out and use `dalel add`")


def _exchange(record: Any, url: str) -> Exchange:
    """The response as it goes into our archive; ValueError says why it cannot."""
    body = record.raw_stream.read(MAX_IMPORTED + 1)
    if len(body) > MAX_IMPORTED:
        raise ValueError(f"the record has more than {MAX_IMPORTED} bytes")
    if getattr(record.raw_stream, "limit", 0):
        raise ValueError("the record is cut off")
    stated = any(record.rec_headers.get_header(f"WARC-{part}-Digest") for part in ("Block", "Payload"))
    if stated and record.digest_checker.passed is not True:
        raise ValueError("its digest does not fit its bytes")
    if record.http_headers is None:
        raise ValueError("the record holds no HTTP response")
    stamp = datetime.fromisoformat(record.rec_headers.get_header("WARC-Date") or "no date")
    path = urlsplit(url).path
    return Exchange(
        url=url,
        captured_at=stamp.replace(tzinfo=stamp.tzinfo or UTC).astimezone(UTC).replace(microsecond=0),
        status=int(record.http_headers.get_statuscode()),
        headers=record.http_headers.headers,
        body=body,
        method="",
        role=record.rec_headers.get_header(ROLE) or ("robots" if path == _ROBOTS else "page"),
        server=record.rec_headers.get_header("WARC-IP-Address"),
    )


def _digest(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise UnreadableFile(f"{file}: cannot be read ({error.strerror}); check name and permissions") from error


def _problem(subject: str, reason: str) -> Problem:
    return Problem(stage="archive", subject=subject, reason=reason)
