"""The archive as others see it: captures of pages, and the payload of any of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from dalel.archive import blocks
from dalel.archive.blocks import BadRecord, Block
from dalel.archive.bodies import UndecodableBody, decode
from dalel.archive.cdxj import Entry
from dalel.archive.index import load, read_index
from dalel.archive.losses import is_page, lost_pages, lost_stretches
from dalel.archive.members import member_at
from dalel.characters import harmless
from dalel.errors import DamagedRecord
from dalel.records import Capture, Problem

_CURE = "restore the file from a copy; the other records stay usable; `dalel archive verify` lists all damage"


def load_captures(raw: Path) -> tuple[list[Capture], list[Problem]]:
    """All captured pages, sorted by (source, url, captured_at), and what was lost or could not be indexed.

    Pages only: status 200 and a media type that can hold text; robots.txt, feeds, sitemaps and listings are left out.
    A page captured again unchanged is one capture: the first, with what a person last said of it.
    """
    found: dict[str, Capture] = {}
    entries, problems = history(raw)
    for source, entry in entries:
        if not is_page(entry):
            continue
        capture = capture_of(source, entry)
        if (before := found.get(capture.capture_id)) is not None:
            capture = replace(
                before, outlet=capture.outlet or before.outlet, published=capture.published or before.published
            )
        found[capture.capture_id] = capture
    return sorted(found.values(), key=lambda one: (one.source, one.url, one.captured_at)), problems


def history(raw: Path, source: str | None = None) -> tuple[list[tuple[str, Entry]], list[Problem]]:
    """Every indexed record (of one source) in the order of archiving: revisits, errors and robots.txt too."""
    everything: list[tuple[str, Entry]] = []
    problems: list[Problem] = []
    for warc in warcs(raw):
        if source is not None and warc.parent.name != source:
            continue
        entries, troubles = _entries(warc, warc.relative_to(raw).as_posix())
        problems.extend(troubles)
        everything.extend((warc.parent.name, entry) for entry in sorted(entries, key=lambda one: one.offset))
    for warc in missing(raw):
        if source in (None, warc.parent.name):
            problems.extend(lost_pages(warc.relative_to(raw).as_posix(), read_index(warc)[0], ()))
    everything.sort(key=lambda pair: (pair[0], pair[1].captured_at))
    return everything, problems


def _entries(warc: Path, name: str) -> tuple[list[Entry], list[Problem]]:
    """The records of one WARC, and what is wrong with it: one problem of the file, one of every page it lost."""
    try:
        loaded = load(warc)
    except OSError as error:
        unread = Problem(stage="archive", subject=name, reason=f"cannot be read ({error.strerror})")
        return [], [unread, *lost_pages(name, read_index(warc)[0], ())]
    lost = lost_pages(name, loaded.stated, loaded.entries)
    if not loaded.trouble:
        return loaded.entries, lost
    unknown = lost_stretches(name, loaded.stated, loaded.damaged)
    return loaded.entries, [Problem(stage="archive", subject=name, reason=loaded.trouble), *lost, *unknown]


def warcs(raw: Path) -> Iterator[Path]:
    """The finished WARC files of an archive, sorted; the unfinished ones of a crawl that runs or died are left out."""
    yield from sorted((path for path in raw.glob("*/*.warc.gz") if not path.name.startswith(".")), key=_age)


def missing(raw: Path) -> list[Path]:
    """The WARC files of which only the index is there, sorted."""
    stated = sorted(index.with_name(index.name.removesuffix(".cdxj") + ".warc.gz") for index in raw.glob("*/*.cdxj"))
    return [warc for warc in stated if not warc.exists() and not warc.name.startswith(".")]


def _age(path: Path) -> tuple[str, str, int, str]:
    """Sorts `2026-11-21-2.warc.gz` after `2026-11-21.warc.gz` and before `-10`."""
    day, _, number = path.name.removesuffix(".warc.gz").rpartition("-")
    if day.count("-") == 2 and number.isdigit():
        return path.parent.name, day, int(number), path.name
    return path.parent.name, path.name.removesuffix(".warc.gz"), 1, path.name


def capture_of(source: str, entry: Entry) -> Capture:
    """The capture that an index entry describes."""
    return Capture(
        capture_id=capture_id(entry.url, entry.sha256),
        source=source,
        url=entry.url,
        captured_at=entry.captured_at,
        status=entry.status,
        media_type=harmless(entry.mime),
        charset=harmless(entry.charset) if entry.charset else None,
        sha256=entry.sha256,
        warc=f"{source}/{entry.filename}",
        offset=entry.offset,
        length=entry.length,
        outlet=harmless(entry.outlet) if entry.outlet else None,
        published=entry.published,
    )


def capture_id(url: str, sha256: str) -> str:
    """16 hex digits of SHA-256 over address and payload digest: the same page unchanged has the same id."""
    return hashlib.sha256(f"{url}\n{sha256}".encode()).hexdigest()[:16]


def read_response(raw: Path, source: str, entry: Entry) -> Block:
    """Status, headers and body of an indexed record as received; DamagedRecord where they cannot be had."""
    name = f"{source}/{entry.filename}"
    return _block(raw / name, entry.offset, entry.length, f"{name} at offset {entry.offset} ({entry.url})")


def read_payload(raw: Path, capture: Capture) -> bytes:
    """The decoded payload of a capture; DamagedRecord where it is not, byte for byte, what was captured."""
    place = f"{capture.warc} at offset {capture.offset} ({capture.url})"
    block = _block(raw / capture.warc, capture.offset, capture.length, place)
    try:
        payload = decode(block.payload, block.http_headers)
    except UndecodableBody as error:
        raise DamagedRecord(f"{place}: {error}; {_CURE}") from error
    if (found := hashlib.sha256(payload).hexdigest()) != capture.sha256:
        raise DamagedRecord(f"{place}: payload has SHA-256 {found}, the capture {capture.sha256}; {_CURE}")
    return payload


def read_record(raw: Path, capture: Capture) -> bytes:
    """The WARC record of a capture as it lies in the archive, a gzip member; DamagedRecord where it is not what was
    captured.
    """
    read_payload(raw, capture)
    with (raw / capture.warc).open("rb") as opened:
        opened.seek(capture.offset)
        return opened.read(capture.length)


def _block(warc: Path, offset: int, length: int, place: str) -> Block:
    try:
        member = member_at(warc, offset, length)
        if member.damage:
            raise BadRecord(member.damage)
        return blocks.unpack(member.data)
    except OSError as error:
        raise DamagedRecord(f"{place}: cannot be read ({error.strerror}); {_CURE}") from error
    except BadRecord as error:
        raise DamagedRecord(f"{place}: {error}; {_CURE}") from error
