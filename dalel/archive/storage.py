"""Files of data/raw/<source>: begun under a temporary name, finished by renaming, never written again.

A crawl that dies leaves `.2026-11-21.warc.gz.part`; the next writer of that source cuts it after its last whole record
and finishes it. A part that another process still writes to is locked and left alone.
"""

from __future__ import annotations

import contextlib
import os
from datetime import date
from itertools import count
from pathlib import Path

from dalel import files
from dalel.archive import cdxj
from dalel.archive.index import build, index_of, text_of

PART = ".part"


class OpenWarc:
    """A WARC being written: `.<name>.part`, locked against other writers, until `finish` gives it its name."""

    def __init__(self, folder: Path, day: date) -> None:
        self.path, self._descriptor = _begin(folder, day)
        self.size = 0

    def append(self, record: bytes) -> int:
        """Writes one whole record and says at which offset; UnwritableHome otherwise, with nothing half written."""
        offset, rest = self.size, memoryview(record)
        try:
            while rest:
                rest = rest[os.write(self._descriptor, rest) :]
        except OSError as error:
            with contextlib.suppress(OSError):
                os.ftruncate(self._descriptor, offset)
                os.lseek(self._descriptor, offset, os.SEEK_SET)
            raise files.unwritable(self.path, error) from error
        self.size += len(record)
        return offset

    def finish(self, entries: list[cdxj.Entry]) -> None:
        """Gives the file its name and index; UnwritableHome otherwise (an index that is missing can be remade).

        A file that came to hold nothing but its own description is taken away.
        """
        try:
            if entries:
                os.fsync(self._descriptor)
                _name(self.path, entries)
            else:
                part_of(self.path).unlink()
        except OSError as error:
            raise files.unwritable(self.path, error) from error
        finally:
            os.close(self._descriptor)


def part_of(path: Path) -> Path:
    """The temporary name of a WARC while it is written."""
    return path.with_name(f".{path.name}{PART}")


def recover(folder: Path) -> list[Path]:
    """Finishes what interrupted writers left in this folder; the paths that came of it."""
    recovered = []
    try:
        files.sweep(folder)
    except OSError as error:
        raise files.unwritable(folder, error) from error
    for part in sorted(folder.glob(f".*.warc.gz{PART}")):
        path = part.with_name(part.name.removeprefix(".").removesuffix(PART))
        try:
            descriptor = os.open(part, os.O_RDWR)
        except OSError as error:
            raise files.unwritable(part, error) from error
        try:
            if files.locked(descriptor) and not path.exists() and _salvage(part, descriptor, path):
                recovered.append(path)
        finally:
            os.close(descriptor)
    return recovered


def _salvage(part: Path, descriptor: int, path: Path) -> bool:
    entries, damaged = build(part, path.name)
    good = [entry for entry in entries if not damaged or entry.offset < damaged[0].offset]
    if not good:
        part.unlink()
        return False
    os.ftruncate(descriptor, max(entry.offset + entry.length for entry in good))
    _name(path, good)
    return True


def _begin(folder: Path, day: date) -> tuple[Path, int]:
    path = folder / f"{day.isoformat()}.warc.gz"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number in count(2):
            if not path.exists():
                with contextlib.suppress(FileExistsError):
                    descriptor = os.open(part_of(path), os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o644)
                    if files.locked(descriptor) and not path.exists():
                        return path, descriptor
                    os.close(descriptor)  # another process finished this name between the two looks
                    part_of(path).unlink(missing_ok=True)
            path = folder / f"{day.isoformat()}-{number}.warc.gz"
    except OSError as error:
        raise files.unwritable(path, error) from error
    raise AssertionError("count() never ends")


def _name(path: Path, entries: list[cdxj.Entry]) -> None:
    try:
        part_of(path).rename(path)
    except OSError as error:
        raise files.unwritable(path, error) from error
    files.write_if_changed(index_of(path), text_of(path, entries).encode("utf-8"))
