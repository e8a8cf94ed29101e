"""Is every archived byte still what was captured? Every digest against the records and the index."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dalel import files
from dalel.archive import cdxj, letters, storage
from dalel.archive.blocks import BadRecord
from dalel.archive.captures import missing, warcs
from dalel.archive.cdxj import Entry
from dalel.archive.index import (
    INDEXED,
    address_of,
    decoded_digest,
    index_of,
    load,
    lost_of,
    read_lost,
    records,
    still_lost,
    text_of,
)
from dalel.records import Problem

_CURE = "restore it from a copy"


def verify(raw: Path) -> list[Problem]:
    """What is damaged or does not fit its index, record by record, in file order; empty where all is unchanged."""
    problems = []
    for warc in warcs(raw):
        name = warc.relative_to(raw).as_posix()
        found = list(_verify_file(warc, name))
        if not found and not letters.is_whole(warc):  # between the records, or in what gzip itself does not check
            found = [_problem(name, f"its bytes are not those that the index gives the SHA-256 of; {_CURE}")]
        problems += found
    gone = [index_of(warc).relative_to(raw).as_posix() for warc in missing(raw)]
    return [*problems, *(_problem(index, f"its WARC file is missing; {_CURE}") for index in gone)]


def _verify_file(warc: Path, name: str) -> Iterator[Problem]:
    known = True
    lost = {entry.offset: entry for entry in read_lost(warc)}
    try:
        indexed = {entry.offset: entry for entry in cdxj.parse_all(index_of(warc).read_text("utf-8"))}
    except FileNotFoundError:
        indexed, known = {}, False
        yield _problem(name, "it has no index; `dalel archive reindex` writes one")
    except (OSError, ValueError) as error:
        indexed, known = {}, False
        yield _problem(name, f"its index cannot be read ({error}); `dalel archive reindex` writes a new one")
    try:
        for member, block in records(warc):
            place = f"{name} at offset {member.offset}"
            entry, was = indexed.pop(member.offset, None), lost.pop(member.offset, None)
            if block is None:
                yield _problem(place, f"{_of(entry or was)}{member.damage}; {_CURE}")
            elif block.kind in INDEXED and known:
                if entry is None:
                    yield _problem(place, "the index does not list this record; `dalel archive reindex` mends it")
                elif trouble := _mismatch(entry, address_of(block), member.length, decoded_digest(block)):
                    yield _problem(place, f"{_of(entry)}{trouble}; {_CURE}")
    except (OSError, BadRecord) as error:
        yield _problem(name, f"cannot be read ({error}); {_CURE}")
    for entry in sorted([*indexed.values(), *lost.values()], key=lambda one: one.offset):
        yield _problem(f"{name} at offset {entry.offset}", f"{_of(entry)}the record is not there; {_CURE}")
    if known:
        yield from letters.differences(warc, name)


def _mismatch(entry: Entry, url: str | None, length: int, sha256: str | None) -> str | None:
    if entry.url != url:
        return f"the record is of another address ({url})"
    if entry.length != length:
        return "the record is not as long as the index says"
    if entry.role != "undecodable" and entry.sha256 != sha256:
        return f"the payload has SHA-256 {sha256}, the index {entry.sha256}"
    return None


def _of(entry: Entry | None) -> str:
    return f"{entry.url}: " if entry else ""


def _problem(subject: str, reason: str) -> Problem:
    return Problem(stage="archive", subject=subject, reason=reason)


def reindex(raw: Path) -> list[Path]:
    """Writes the index anew beside every file whose index is missing or does not fit it; the files are left alone.

    What the old index named and the file no longer holds goes into a list beside it: the loss stays named, in every run
    and by `verify`, until the file is restored.
    """
    mended = []
    for folder in sorted(path for path in raw.glob("*") if path.is_dir()):
        storage.recover(folder)
    for warc in warcs(raw):
        loaded = load(warc)
        if loaded.trouble is not None or not letters.is_headed(warc):
            lost = still_lost(warc, loaded.stated, loaded.entries)
            if lost:
                files.write_if_changed(lost_of(warc), cdxj.text(lost).encode("utf-8"))
            files.write_if_changed(index_of(warc), text_of(warc, loaded.entries).encode("utf-8"))
            if not lost:
                _take_away(lost_of(warc))
            mended.append(index_of(warc))
    return mended


def _take_away(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise files.unwritable(path, error) from error
