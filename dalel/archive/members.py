"""A WARC file -> its records' bytes, one gzip member a record, with every damaged stretch named.

Damage ends where the next readable record begins: what follows a broken record stays usable.
"""

from __future__ import annotations

import mmap
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LEAST_ROOM = 256 * 1024 * 1024  # bytes that the records of one file may unpack to together, and
ROOM_PER_BYTE = 100  # so many for each byte of it: archives of pages have four to twenty
_HEAD = 65_536  # bytes of a record's headers
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
MAX_RECORD = 512 * 1024 * 1024  # bytes of one unpacked record; larger ones are taken for bombs
_MAGIC = b"\x1f\x8b\x08"
_CHUNK = 1 << 18


@dataclass(frozen=True, slots=True)
class Member:
    """One stretch of the file: a record's unpacked bytes, or why there are none."""

    offset: int
    length: int  # compressed bytes
    data: bytes = b""
    damage: str | None = None
    unpacked: int = 0  # bytes that were unpacked, also of a record that is too large or damaged


def room_of(size: int) -> int:
    """Bytes that a file of this size may unpack to; what is beyond is a bomb and no archive."""
    return LEAST_ROOM + ROOM_PER_BYTE * size


def scan_plain(path: Path, limit: int = MAX_RECORD) -> Iterator[Member]:
    """All records of a WARC that is not compressed; damage ends where the next record begins."""
    size = path.stat().st_size
    if size == 0:
        yield Member(0, 0, damage="the file is empty")
        return
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view:
        offset = 0
        while offset < size:
            member = _plain(view, offset, limit)
            yield member
            offset += max(member.length, 1)
            while view[offset : offset + 1] in (b"\r", b"\n"):
                offset += 1


def _plain(view: mmap.mmap, offset: int, limit: int) -> Member:
    end = view.find(b"\r\n\r\n", offset, offset + _HEAD)
    stated = _LENGTH.search(view[offset:end]) if end >= 0 and view[offset : offset + 5] == b"WARC/" else None
    if stated is None:
        after = view.find(b"WARC/1.", offset + 1)
        return Member(offset, (after if after >= 0 else len(view)) - offset, damage="no WARC record begins here")
    length = end + 4 - offset + int(stated[1])
    cut = view.find(b"\r\n\r\nWARC/1.", offset, offset + length + 8)
    if view[offset + length : offset + length + 4] != b"\r\n\r\n" and cut >= 0:  # it reaches into the next one
        return Member(offset, cut + 4 - offset, damage="the record is cut off")
    if length > limit:
        return Member(offset, min(length, len(view) - offset), damage=f"the record has more than {limit} bytes")
    return Member(offset, length, view[offset : offset + length] + b"\r\n\r\n" * (offset + length <= len(view)))


def scan(path: Path, limit: int = MAX_RECORD) -> Iterator[Member]:
    """All members of a gzipped WARC in file order, damaged stretches and those above `limit` bytes included."""
    size = path.stat().st_size
    if size == 0:
        yield Member(0, 0, damage="the file is empty")
        return
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view:
        offset, room = 0, room_of(size)
        while offset < size:
            if room <= 0:
                yield Member(offset, size - offset, damage="the file unpacks to far more than archives of pages do")
                return
            member = _unpack(view, offset, limit)
            room -= member.unpacked
            if member.damage:
                after = _next_record(view, offset + 1)
                member = Member(offset, after - offset, damage=member.damage)
            yield member
            offset += member.length


def member_at(path: Path, offset: int, length: int) -> Member:
    """The member at this place; damaged where it does not fill exactly `length` bytes."""
    with path.open("rb") as file:
        file.seek(offset)
        found = _unpack(file.read(length), 0)
    if found.damage is None and found.length != length:
        return Member(offset, length, damage="the record is not as long as the index says")
    return Member(offset, length, found.data, found.damage)


def _unpack(view: bytes | mmap.mmap, offset: int, limit: int = MAX_RECORD) -> Member:
    if view[offset : offset + 3] != _MAGIC:
        return Member(offset, 0, damage="no gzip record begins here")
    machine, unpacked, at = zlib.decompressobj(zlib.MAX_WBITS + 16), bytearray(), offset
    while not machine.eof:
        feed = machine.unconsumed_tail or view[at : at + _CHUNK]
        if not machine.unconsumed_tail:
            at += len(feed)
        if not feed:
            return Member(offset, 0, damage="the record is cut off", unpacked=len(unpacked))
        try:
            unpacked += machine.decompress(feed, _CHUNK * 16)
        except zlib.error as error:
            told = f"the compressed bytes are damaged ({error})"
            return Member(offset, 0, damage=told, unpacked=len(unpacked))
        if len(unpacked) > limit:
            return Member(offset, 0, damage=f"the record unpacks to more than {limit} bytes", unpacked=len(unpacked))
    return Member(offset, at - len(machine.unused_data) - offset, bytes(unpacked), unpacked=len(unpacked))


def _next_record(view: mmap.mmap, start: int) -> int:
    """Where the next readable WARC record begins, else the end of the file."""
    while (found := view.find(_MAGIC, start)) >= 0:
        machine = zlib.decompressobj(zlib.MAX_WBITS + 16)
        try:
            if machine.decompress(view[found : found + 4096], 5) == b"WARC/":
                return found
        except zlib.error:
            pass
        start = found + 1
    return len(view)
