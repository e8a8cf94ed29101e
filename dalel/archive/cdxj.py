"""CDXJ: the index beside each WARC, one sorted line a record.

The first line, `!dalel {"warc": …, "sha256": …}`, gives the digest of the whole WARC file (lines with "!" sort before
the others and hold no record, as in the CDXJ of OpenWayback). A line is `<SURT key> <14-digit UTC time> <JSON>`; the
JSON has the usual fields of CDXJ (url, mime, status, digest, length, offset, filename) and ours: role, sha256 (of the
decoded payload), charset, outlet, published.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dalel.archive.surt import surt

STAMP = "%Y%m%d%H%M%S"
HEAD = "!dalel "
REVISIT = "warc/revisit"  # what CDX files write as the media type of a revisit record


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One indexed record: a response, a revisit or a resource."""

    url: str
    captured_at: datetime  # UTC, whole seconds
    mime: str  # media type without parameters; "warc/revisit" for a revisit
    status: int
    digest: str  # WARC-Payload-Digest as in the record: of the payload as received
    sha256: str  # of the decoded payload; of a revisit: of the payload seen before
    offset: int
    length: int
    filename: str  # of the WARC, in the same folder
    role: str = "page"  # page | robots | feed | sitemap | listing | api | search | notice | undecodable
    charset: str | None = None
    outlet: str | None = None
    published: date | None = None
    twins: tuple[tuple[str, str], ...] = ()  # kind (amphtml, canonical, alternate-kk …) and address, as the page says


_OPTIONAL = ("charset", "outlet", "published")


def line(entry: Entry) -> str:
    """The entry as one line of a CDXJ file, without the newline."""
    fields: dict[str, Any] = {
        "url": entry.url,
        "mime": entry.mime,
        "status": str(entry.status),
        "digest": entry.digest,
        "length": str(entry.length),
        "offset": str(entry.offset),
        "filename": entry.filename,
        "role": entry.role,
        "sha256": entry.sha256,
    }
    for name in _OPTIONAL:
        if (value := getattr(entry, name)) is not None:
            fields[name] = value.isoformat() if isinstance(value, date) else value
    if entry.twins:
        fields["twins"] = entry.twins
    return f"{surt(entry.url)} {entry.captured_at.strftime(STAMP)} {json.dumps(fields, ensure_ascii=False)}"


def head(warc: str, sha256: str) -> str:
    """The first line of a file: the name and SHA-256 (hex) of the WARC it is about."""
    return f"{HEAD}{json.dumps({'warc': warc, 'sha256': sha256})}\n"


def text(entries: Iterable[Entry]) -> str:
    """A whole CDXJ file: lines sorted as bytes, so that others can search it by halves."""
    lines = sorted((line(entry) for entry in entries), key=lambda each: each.encode("utf-8"))
    return "".join(f"{each}\n" for each in lines)


def parse(one_line: str) -> Entry:
    """The entry of one line; ValueError or KeyError where it is none."""
    _, stamp, fields_json = one_line.split(" ", 2)
    fields = json.loads(fields_json)
    if not isinstance(fields, dict):
        raise ValueError("no JSON object")
    published = fields.get("published")
    return Entry(
        url=str(fields["url"]),
        captured_at=_moment(stamp),
        mime=str(fields["mime"]),
        status=int(fields["status"]),
        digest=str(fields["digest"]),
        sha256=str(fields["sha256"]),
        offset=int(fields["offset"]),
        length=int(fields["length"]),
        filename=str(fields["filename"]),
        role=str(fields["role"]),
        charset=fields.get("charset"),
        outlet=fields.get("outlet"),
        published=date.fromisoformat(published) if published else None,
        twins=tuple((str(kind), str(url)) for kind, url in fields.get("twins", ())),
    )


def _moment(stamp: str) -> datetime:
    if len(stamp) != 14 or not stamp.isascii() or not stamp.isdigit():
        raise ValueError(f"{stamp!r} is no 14-digit time")
    return datetime.fromisoformat(f"{stamp[:8]}T{stamp[8:]}+00:00")


def parse_all(content: str) -> list[Entry]:
    """All entries of a file; ValueError names the first line that is none."""
    entries = []
    for number, one_line in enumerate(content.splitlines(), start=1):
        if one_line.startswith("!"):
            continue
        try:
            entries.append(parse(one_line))
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
            raise ValueError(f"line {number} is no CDXJ line ({error})") from error
    return entries
