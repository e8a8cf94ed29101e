"""An index against its WARC to the letter: time, status, role, media type, outlet, date, twins and key of each record.

What the index says of a page decides what is read of it and under which date; all of it stands in the records too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from dalel.archive import cdxj
from dalel.archive.index import build, index_of, lost_of, read_lost, text_of
from dalel.records import Problem


def differences(warc: Path, name: str) -> Iterator[Problem]:
    """What the index and the list of losses say otherwise than the records."""
    try:
        stated = index_of(warc).read_text("utf-8")
        entries = build(warc, warc.name)[0]
        expected = text_of(warc, entries)
        lost = lost_of(warc).read_text("utf-8") if lost_of(warc).is_file() else ""
    except (OSError, ValueError):  # named already: it cannot be read
        return
    index = index_of(warc).relative_to(warc.parents[1]).as_posix()
    if not stated.startswith(cdxj.HEAD):
        yield _problem(index, "does not give the SHA-256 of its file; `dalel archive reindex` adds it")
    given = dict(_records(stated))
    found = dict(_records(expected))
    for offset in sorted(given.keys() & found.keys(), key=_number):
        if given[offset] != found[offset]:
            yield _problem(f"{name} at offset {offset}", _said(given[offset], found[offset]))
    if stated.count("\n") != expected.count("\n") and set(given) == set(found):
        yield _problem(index, "has lines that are of no record; remove it, then `dalel archive reindex`")
    if lost != cdxj.text(read_lost(warc)):
        yield _problem(lost_of(warc).relative_to(warc.parents[1]).as_posix(), "edited: it is not as it was written")


def is_whole(warc: Path) -> bool:
    """Whether a WARC has the SHA-256 that its index gives; True where that gives none."""
    try:
        stated = index_of(warc).read_text("utf-8").partition("\n")[0]
        return not stated.startswith(cdxj.HEAD) or stated == text_of(warc, ()).partition("\n")[0]
    except (OSError, ValueError):
        return True


def is_headed(warc: Path) -> bool:
    """Whether the index of a WARC begins with the digest of the file."""
    try:
        with index_of(warc).open("rb") as opened:
            return opened.read(len(cdxj.HEAD)) == cdxj.HEAD.encode("ascii")
    except OSError:
        return False


def _records(text: str) -> Iterator[tuple[str, str]]:
    """The lines by the offset each gives; a line that gives none counts by itself."""
    for line in text.splitlines():
        if line.startswith("!"):
            continue
        try:
            yield str(json.loads(line.split(" ", 2)[2])["offset"]), line
        except (ValueError, KeyError, IndexError, TypeError):
            yield line, line


def _said(given: str, found: str) -> str:
    """What a line says otherwise than its record."""
    (key, stamp, fields), (own_key, own_stamp, own_fields) = given.split(" ", 2), found.split(" ", 2)
    says = {"key": key, "time": stamp} | json.loads(fields)
    is_ = {"key": own_key, "time": own_stamp} | json.loads(own_fields)
    names = [name for name in {**says, **is_} if says.get(name) != is_.get(name)]
    told = "; ".join(f"{name} is {says.get(name)!r} in the index, {is_.get(name)!r} in the record" for name in names)
    return f"{is_['url']}: {told or 'the line is written otherwise'}; restore the index from a copy"


def _number(text: str) -> tuple[int, str]:
    return (int(text), "") if text.isdigit() else (0, text)


def _problem(subject: str, reason: str) -> Problem:
    return Problem(stage="archive", subject=subject, reason=reason)
