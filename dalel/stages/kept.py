"""Results by content, in one SQLite file of this machine for each home: bounded, and never believed where damaged.

It lies beside what this machine has noted as made by itself (dalel/proven.py), outside every home: a home that comes
from strangers may hold anything, and nothing of it is unpickled. Nothing is lost with the file: then all is made again.
Every entry carries a digest of its name and content; one that does not fit is made anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import pickle
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dalel import proven

MOST_BYTES = 4 << 30  # of the file; about 400 000 pages with their claims
_AT_A_TIME = 500  # names in one question: SQLite takes 999 in its oldest builds
_DIGEST = 16  # bytes; against damage, not against an attacker, who could edit the program as well
_DAMAGED = (
    pickle.UnpicklingError,
    zlib.error,
    EOFError,
    AttributeError,
    ImportError,
    IndexError,
    TypeError,
    ValueError,
)


class Kept:
    """The results of one home. What cannot be read or written is as if it were not kept."""

    def __init__(self, path: Path, most_bytes: int = MOST_BYTES) -> None:
        self._path, self._most_bytes = path, most_bytes
        self._used: set[str] = set()
        self._open: sqlite3.Connection | None = None

    def __enter__(self) -> Kept:
        try:
            self._open = _connected(self._path)
        except sqlite3.DatabaseError:  # damaged, or no such file of ours
            with contextlib.suppress(OSError, sqlite3.Error):
                self._path.unlink(missing_ok=True)
                self._open = _connected(self._path)
        except OSError:
            self._open = None
        return self

    def __exit__(self, *_failed: object) -> None:
        if self._open is not None:
            with contextlib.suppress(sqlite3.Error):
                self._bound()
            self._open.close()

    def get(self, names: Sequence[str]) -> Iterator[tuple[str, Any]]:
        """The results that are kept under these names, those that are whole."""
        for start in range(0, len(names), _AT_A_TIME):
            for name, packed in self._rows(names[start : start + _AT_A_TIME]):
                value = _unpacked(name, packed)
                if value is not None:
                    self._used.add(name)
                    yield name, value[0]

    def put(self, results: Mapping[str, Any]) -> None:
        """Keeps these results by name; where nothing can be kept, not."""
        if self._open is None or not results:
            return
        rows = [(name, _packed(name, value)) for name, value in results.items()]
        with contextlib.suppress(sqlite3.Error), self._open:
            self._open.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)
            self._used.update(results)

    def _rows(self, names: Sequence[str]) -> Iterable[tuple[str, bytes]]:
        if self._open is None:
            return []
        marks = ",".join("?" * len(names))
        try:
            return self._open.execute(f"SELECT name, value FROM kept WHERE name IN ({marks})", names).fetchall()
        except sqlite3.Error:
            return []

    def _bound(self) -> None:
        """Beyond the bound, what this run did not use goes; where that is not enough, everything."""
        if self._open is None or self._size() <= self._most_bytes:
            return
        with self._open:
            self._open.execute("CREATE TEMP TABLE used (name TEXT PRIMARY KEY)")
            self._open.executemany("INSERT INTO used VALUES (?)", ((name,) for name in self._used))
            self._open.execute("DELETE FROM kept WHERE name NOT IN (SELECT name FROM used)")
        if self._size() > self._most_bytes:
            with self._open:
                self._open.execute("DELETE FROM kept")
        self._open.execute("VACUUM")

    def _size(self) -> int:
        """Bytes of the pages that hold something."""
        if self._open is None:
            return 0
        asked = ("page_count", "freelist_count", "page_size")
        count, free, size = (self._open.execute(f"PRAGMA {name}").fetchone()[0] for name in asked)
        return int((count - free) * size)


def path_of(home: Path) -> Path:
    """The file for this home."""
    return proven.folder() / "kept" / f"{hashlib.sha256(str(home).encode()).hexdigest()[:32]}.sqlite"


def empty(home: Path) -> int:
    """Takes the file away, and says how many bytes that frees."""
    freed = 0
    for path in (path_of(home), path_of(home).with_suffix(".sqlite-journal")):
        with contextlib.suppress(OSError):
            freed += path.stat().st_size
            path.unlink()
    return freed


def _connected(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    opened = sqlite3.connect(path, timeout=5.0)
    opened.execute("PRAGMA synchronous = OFF")  # a killed process loses nothing; after a crash of the machine, digests
    opened.execute("CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID")
    opened.commit()
    return opened


def _packed(name: str, value: object) -> bytes:
    content = zlib.compress(pickle.dumps(value, protocol=5), 1)
    return _sum(name, content) + content


def _unpacked(name: str, packed: bytes) -> tuple[Any] | None:
    if not isinstance(packed, bytes) or packed[:_DIGEST] != _sum(name, packed[_DIGEST:]):
        return None
    try:
        return (pickle.loads(zlib.decompress(packed[_DIGEST:])),)
    except _DAMAGED:  # of another version of a record
        return None


def _sum(name: str, content: bytes) -> bytes:
    return hashlib.blake2b(name.encode("utf-8") + b"\0" + content, digest_size=_DIGEST).digest()
