"""WARC <-> index: entries made from the records themselves, or read from the CDXJ where it fits them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from dalel.archive import blocks, cdxj
from dalel.archive.blocks import BadRecord, Block
from dalel.archive.bodies import UndecodableBody, decode
from dalel.archive.cdxj import Entry
from dalel.archive.members import Member, member_at, scan

ROLE = "Dalel-Role"  # an extension field of ours (WARC 1.1, 4): what the crawler took the address for
ADDRESS = "Dalel-Address"  # what a POST is known by: its address and what it asked, as pywb writes both
DECODED = "Dalel-Payload-SHA256"  # of the decoded payload; on revisits, of the one seen before
_TWINS = ("amphtml", "canonical", "alternate-")  # lines of a metadata record that name other addresses of a page
_SAID = ("outlet", "published", "key", "key-removed", "payload-from")
INDEXED = ("response", "revisit", "resource")


def index_of(warc: Path) -> Path:
    """The CDXJ beside a WARC."""
    return warc.with_name(warc.name.removesuffix(".gz").removesuffix(".warc") + ".cdxj")


def lost_of(warc: Path) -> Path:
    """The list of records that an index of this WARC once named and the file no longer holds, in the form of CDXJ."""
    return index_of(warc).with_suffix(".lost")


def text_of(warc: Path, entries: Iterable[Entry]) -> str:
    """The CDXJ of a WARC: after a line that gives the SHA-256 of the whole file, one line a record."""
    with warc.open("rb") as opened:
        whole = hashlib.file_digest(opened, "sha256").hexdigest()
    return cdxj.head(warc.name, whole) + cdxj.text(entries)


class Loaded(NamedTuple):
    """The records of a WARC, and what its index says that they do not."""

    entries: list[Entry]
    trouble: str | None = None  # why the CDXJ could not be used; None where it could
    stated: tuple[Entry, ...] = ()  # the entries of a CDXJ that does not fit, and what was lost before
    damaged: tuple[Member, ...] = ()  # stretches of the WARC that are no record


def load(warc: Path) -> Loaded:
    """The entries of a WARC from its CDXJ where that fits, else from its records; OSError where it cannot be read."""
    stated, trouble = read_index(warc)
    lost = read_lost(warc)
    trouble = trouble or _unfit(stated, warc) or _found_again(lost, warc)
    if not trouble:
        return Loaded(stated, stated=tuple(lost))
    entries, damaged = build(warc, warc.name)
    return Loaded(entries, f"{trouble}; index rebuilt in memory", (*stated, *lost), tuple(damaged))


def read_lost(warc: Path) -> list[Entry]:
    """What a WARC is known to have lost; a list that cannot be read counts as none."""
    try:
        return cdxj.parse_all(lost_of(warc).read_text("utf-8"))
    except (OSError, ValueError):
        return []


def still_lost(warc: Path, stated: Iterable[Entry], found: Iterable[Entry]) -> list[Entry]:
    """The entries of this file that were stated and are not found in it, each once."""
    kept = {(entry.url, entry.captured_at, entry.sha256) for entry in found}
    gone = {entry: None for entry in stated if entry.filename == warc.name}
    return [entry for entry in gone if (entry.url, entry.captured_at, entry.sha256) not in kept]


def read_index(warc: Path) -> tuple[list[Entry], str | None]:
    """The entries of the CDXJ beside a WARC, and why there are none (None where it could be read)."""
    index = index_of(warc)
    try:
        return cdxj.parse_all(index.read_text("utf-8")), None
    except FileNotFoundError:
        return [], "it has no index"
    except (OSError, ValueError) as error:
        return [], f"its index {index.name} cannot be read ({error})"


def _unfit(entries: list[Entry], warc: Path) -> str | None:
    end = max((entry.offset + entry.length for entry in entries), default=0)
    if end != warc.stat().st_size:
        return "its index does not fit its size"
    if any(entry.filename != warc.name for entry in entries):
        return "its index is of another file"
    return None


def _found_again(lost: Iterable[Entry], warc: Path) -> str | None:
    for entry in lost:
        member = member_at(warc, entry.offset, entry.length)
        try:
            if member.damage is None and decoded_digest(blocks.unpack(member.data)) == entry.sha256:
                return "it holds again what it had lost"
        except BadRecord:
            continue
    return None


def build(warc: Path, name: str) -> tuple[list[Entry], list[Member]]:
    """Entries of all readable records of a WARC, and its damaged stretches."""
    entries: list[Entry] = []
    damaged: list[Member] = []
    said: dict[str, dict[str, str]] = {}
    for member in scan(warc):
        if member.damage:
            damaged.append(member)
            continue
        try:
            block = blocks.unpack(member.data)
            if block.kind == "metadata":
                said[block.get("WARC-Refers-To") or ""] = blocks.parse_fields(block.payload)
            if block.kind in INDEXED:
                entries.append(entry(block, name, member.offset, member.length, said))
        except (BadRecord, KeyError, ValueError) as error:
            damaged.append(Member(member.offset, member.length, damage=str(error)))
    return entries, damaged


def records(warc: Path) -> Iterator[tuple[Member, Block | None]]:
    """Every member of a WARC with its record, None where it is damaged (the member then says how)."""
    for member in scan(warc):
        if member.damage:
            yield member, None
            continue
        try:
            yield member, blocks.unpack(member.data)
        except BadRecord as error:
            yield Member(member.offset, member.length, damage=str(error)), None


def is_said(name: str) -> bool:
    """Whether a line of this name in a metadata record is one that an archive of ours holds."""
    return name in _SAID or name.startswith(_TWINS)


def address_of(block: Block) -> str | None:
    """What a record is known by: its address, or where that is of a POST, its address and what was asked."""
    return block.get(ADDRESS) or block.get("WARC-Target-URI")


def entry(block: Block, name: str, offset: int, length: int, said: dict[str, dict[str, str]]) -> Entry:
    """The index entry of one response, revisit or resource; ValueError where a header is missing or malformed."""
    url, stamp = address_of(block), block.get("WARC-Date")
    if not url or not stamp:
        raise ValueError("the record has no address or no date")
    mime, charset = media_type(block)
    sha256, role = decoded_digest(block), block.get(ROLE) or "page"
    given = said.get(block.get("WARC-Record-ID") or "", {})
    published = given.get("published")
    return Entry(
        url=url,
        captured_at=datetime.fromisoformat(stamp).astimezone(UTC).replace(microsecond=0),
        mime=cdxj.REVISIT if block.kind == "revisit" else mime,
        status=200 if block.kind == "resource" else block.status,
        digest=block.get("WARC-Payload-Digest") or blocks.sha256(block.payload),
        sha256=sha256 or hashlib.sha256(block.payload).hexdigest(),
        offset=offset,
        length=length,
        filename=name,
        role=role if sha256 else "undecodable",
        charset=charset,
        outlet=given.get("outlet"),
        published=date.fromisoformat(published) if published else None,
        twins=tuple((kind, url) for kind, url in given.items() if kind.startswith(_TWINS)),
    )


def media_type(block: Block) -> tuple[str, str | None]:
    """Media type without parameters and declared charset; what is not declared counts as octets."""
    stated = (
        block.get("Content-Type") if block.kind == "resource" else blocks.header(block.http_headers, "Content-Type")
    )
    mime, *parameters = (stated or "application/octet-stream").split(";")
    charset = next((p.split("=", 1)[1] for p in parameters if p.strip().lower().startswith("charset=")), None)
    return mime.strip().lower() or "application/octet-stream", charset.strip(" \"'") if charset else None


def decoded_digest(block: Block) -> str | None:
    """SHA-256 (hex) of the decoded payload; None where the body cannot be decoded within limits."""
    if block.kind == "revisit":
        return block.get(DECODED)
    try:
        return hashlib.sha256(decode(block.payload, block.http_headers)).hexdigest()
    except UndecodableBody:
        return None
