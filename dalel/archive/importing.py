"""WARC and WACZ files of others -> captures in our own archive, checked on the way in.

Responses and files are copied as they are (status, headers, body, date); a revisit comes in with what it refers to.
Where all came from stands in the warcinfo record of the file it is copied to. What is left out is counted with why.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from dalel.archive.captures import history
from dalel.archive.foreign import Foreign, LeftOut, records
from dalel.archive.originals import Originals
from dalel.archive.writer import ArchiveWriter
from dalel.errors import DamagedRecord, UnreadableFile
from dalel.faults import Guard
from dalel.locks import held
from dalel.records import Problem

SourceOf = Callable[[str], str]


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportReport:
    """What came of an import; every record of the file is counted once."""

    imported: int
    known: int  # in our archive already, or twice in the file: same address, time and payload
    left_out: Mapping[str, int]  # by reason
    problems: tuple[Problem, ...]


def import_file(raw: Path, file: Path, source_of: SourceOf) -> ImportReport:
    """Copies what a WARC (plain or gzipped), ARC or WACZ file holds; `source_of` names the source of an address.

    Damaged records are left out, each with a Problem. Raises UnreadableFile where the file is none of these, Busy where
    another import is under way in this home.
    """
    with held(raw.parent / ".import.lock", f"dalel archive import of {file.name}"):
        return _imported(raw, file, source_of)


def _imported(raw: Path, file: Path, source_of: SourceOf) -> ImportReport:
    guard = Guard(raw.parent / "faults.log")
    coming = _Import(raw, source_of, (("imported-from", file.name), ("imported-sha256", _digest(file))))
    with coming:
        for record in records(file, guard):
            if isinstance(record, Problem):
                coming.problems.append(record)
            elif isinstance(record, LeftOut):
                coming.left_out[record.reason] += 1
            elif record.kind == "revisit":
                coming.revisits.append(record)
            else:
                coming.take(record)
    if coming.revisits:  # only now, when what they refer to can be read
        with coming:
            originals = Originals(raw, coming.digests)
            for revisit in coming.revisits:
                coming.take_revisit(revisit, originals)
    if not (coming.counts or coming.problems or coming.left_out):
        raise UnreadableFile(f"{file}: holds no record that could be imported; is it a WARC or WACZ file?")
    return ImportReport(
        imported=coming.counts["imported"],
        known=coming.counts["known"],
        left_out=dict(sorted(coming.left_out.items())),
        problems=tuple(coming.problems),
    )


@dataclass
class _Import:
    """The running state of one import: writers by source, and the counts. A context manager, more than once."""

    raw: Path
    source_of: SourceOf
    origin: tuple[tuple[str, str], ...]
    counts: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    revisits: list[Foreign] = field(default_factory=list)
    digests: dict[str, tuple[str, str]] = field(default_factory=dict)  # as stated there -> address, our own digest

    def __post_init__(self) -> None:
        self._writers: dict[str, ArchiveWriter] = {}
        self._known = {(entry.url, entry.captured_at, entry.digest) for _, entry in history(self.raw)[0]}

    def __enter__(self) -> _Import:
        return self

    def __exit__(self, *_: object) -> None:
        for writer in self._writers.values():
            writer.close()
        self._writers.clear()

    def take(self, record: Foreign) -> None:
        """Copies a response or a file, unless it is here already."""
        exchange = record.exchange
        digest = f"sha256:{hashlib.sha256(exchange.body).hexdigest()}"
        if record.digest:
            self.digests.setdefault(record.digest.lower(), (exchange.known_as, digest))
        if self._is_known(record, digest):
            return
        writer = self._writer(exchange.url)
        if record.kind == "resource":
            media_type = exchange.headers[0][1]
            writer.write_resource(exchange.url, exchange.body, media_type, exchange.captured_at, exchange.said)
        else:
            writer.write_response(exchange)

    def take_revisit(self, record: Foreign, originals: Originals) -> None:
        """Copies a revisit as one where its own address had the payload before, else as a response with the payload."""
        exchange = record.exchange
        found = originals.of(record)
        if found is None:
            self.left_out["revisit of a page that is neither in the file nor here"] += 1
            return
        source, before = found
        if self._is_known(record, before.digest):
            return
        if before.url == exchange.known_as and source == self.source_of(exchange.url):
            status = exchange.status or before.status
            self._writer(exchange.url).write_revisit(replace(exchange, status=status, role=before.role), before)
            return
        try:
            block = originals.block(source, before)
        except DamagedRecord as error:
            self.counts["imported"] -= 1
            self.problems.append(Problem(stage="archive", subject=exchange.url, reason=f"{error}; left out"))
            return
        headers = exchange.headers or block.http_headers
        note = (
            "payload-from",
            f"{before.url} {before.captured_at.isoformat()}, by the revisit record that was imported",
        )
        said = (*exchange.said, note)
        body = replace(exchange, status=before.status, headers=headers, body=block.payload, said=said)
        self._writer(exchange.url).write_response(body)

    def _is_known(self, record: Foreign, digest: str) -> bool:
        key = (record.exchange.known_as, record.exchange.captured_at, digest)
        known = key in self._known
        self.counts["known" if known else "imported"] += 1
        self._known.add(key)
        return known

    def _writer(self, url: str) -> ArchiveWriter:
        source = self.source_of(url)
        if source not in self._writers:
            self._writers[source] = ArchiveWriter(self.raw, source, info=self.origin)
        return self._writers[source]


def _digest(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise UnreadableFile(f"{file}: cannot be read ({error.strerror}); check name and permissions") from error
