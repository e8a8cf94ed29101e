"""The index as a file: made of a run, or of an earlier index and what has changed since; read where it is believed.

It is worked on in memory and written whole, so that nobody reads half of it. Nothing that lies in a home is believed
about itself: the digest of what this machine wrote is noted outside (`dalel.proven`); a file that is another one,
edited, damaged or of another machine, is named and made anew.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from dalel import files, proven
from dalel.records import Problem
from dalel.search import schema
from dalel.search.names import Names, kept_name, mark
from dalel.search.rows import Kept, Row, Split, claim_rows, sentence_rows
from dalel.search.stems import looked_up

Progress = Callable[[Iterable[Row], str], Iterable[Row]]
FILE = "search.sqlite"
TIDIED = 1000  # rows that were touched
REMADE = "not what dalel wrote: edited, damaged, or made on another machine; made anew from the tables"


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes of an index, and what was wrong with the file that lay there, if anything."""

    content: bytes
    problems: Sequence[Problem] = ()


def current(path: Path, fingerprint: str) -> bool:
    """Whether the file is, byte for byte, what this machine made of the run with this fingerprint."""
    known = proven.known(_key(fingerprint))
    return known is not None and path.is_file() and known == {FILE: files.digest(path)}


def made(path: Path, run: Kept, names: Names, split: Split, code: str, progress: Progress) -> Made:
    """The index of this run, from the one that lies at `path` where that may be believed; nothing is written.

    `code` is the digest of library, words and topics: where it is the same, only rows that differ are made.
    """
    before, problems = _believed(path)
    with closing(_memory(before, code)) as base:
        touched = _update(base, "claims", schema.CLAIMS, claim_rows(run, names), progress)
        touched += _update(base, "sentences", schema.SENTENCES, sentence_rows(run, split), progress)
        _note(base, run, names, code)
        if touched > TIDIED:  # one tree of words instead of many answers fastest
            for table in ("claims", "sentences"):
                base.execute(f"INSERT INTO {table}_words ({table}_words) VALUES ('optimize')")
            base.commit()
        return Made(base.serialize(), problems)


def save(path: Path, content: bytes, fingerprint: str) -> None:
    """Writes the index of the run with this fingerprint, and notes it as made here. UnwritableHome otherwise."""
    files.write_if_changed(path, content)
    proven.note(_key(fingerprint), {FILE: proven.of(content)})


def opened(index: Path | bytes) -> closing[sqlite3.Connection]:
    """The index to read from, a file or what `made` gave; nothing is written into it."""
    if isinstance(index, Path):
        return closing(sqlite3.connect(f"{index.resolve().as_uri()}?mode=ro&immutable=1", uri=True))
    base = sqlite3.connect(":memory:")
    base.deserialize(index)
    return closing(base)


def _key(fingerprint: str) -> str:
    return proven.key("search", schema.VERSION, sqlite3.sqlite_version, fingerprint)


def _believed(path: Path) -> tuple[bytes | None, list[Problem]]:
    """The bytes of the file where they are an earlier index that this machine made; what is wrong where not."""
    if not path.is_file():
        return None, []
    content = path.read_bytes()
    try:
        with closing(sqlite3.connect(":memory:")) as base:
            base.deserialize(content)
            fingerprint = str(base.execute("SELECT value FROM about WHERE name = 'fingerprint'").fetchone()[0])
    except (sqlite3.Error, TypeError, OverflowError, MemoryError):  # of an empty file there is nothing to allocate
        fingerprint = ""
    if fingerprint and proven.known(_key(fingerprint)) == {FILE: proven.of(content)}:
        return content, []
    return None, [Problem(stage="search", subject=FILE, reason=REMADE)]


def _memory(before: bytes | None, code: str) -> sqlite3.Connection:
    """A base in memory with the tables of an earlier index of the same code, else with empty ones."""
    base = sqlite3.connect(":memory:")
    if before is not None:
        base.deserialize(before)
        if base.execute("SELECT 1 FROM about WHERE name = 'code' AND value = ?", [code]).fetchone():
            return base
        base.close()
        base = sqlite3.connect(":memory:")
    base.executescript(schema.TABLES)
    return base


def _update(
    base: sqlite3.Connection, table: str, columns: Sequence[str], rows: Iterable[Row], progress: Progress
) -> int:
    """Writes rows that are new or differ, takes away those that are no more; returns how many it touched."""
    lying = base.execute(f"SELECT {columns[0]}, number, digest FROM {table}")
    held = {name: (number, digest) for name, number, digest in lying}
    asked = list(rows)
    fresh = [row for row in asked if held.get(row.name, (0, ""))[1] != row.digest]
    gone = held.keys() - {row.name for row in asked} | (held.keys() & {row.name for row in fresh})
    old = [[number] for number in sorted(held[name][0] for name in gone)]
    for emptied in (table, *(("facts",) if table == "claims" else ())):
        base.executemany(f"DELETE FROM {emptied} WHERE number = ?", old)
    base.executemany(f"DELETE FROM {table}_words WHERE rowid = ?", old)
    texts = [str(column[1]) for column in base.execute(f"PRAGMA table_info({table}_words)")]
    for row in progress(sorted(fresh, key=lambda row: row.number), f"indexing {table}"):
        _insert(base, table, (row.number, *row.cells, row.digest))
        _insert(base, f"{table}_words (rowid, {', '.join(texts)})", (row.number, *row.found_by()))
        if row.facts:
            _insert(base, "facts", (row.number, _kind(base, columns, row.cells), *row.facts))
    _know(base, (looked_up(text, language) for row in fresh for text, language in row.words))
    return len(fresh) + len(gone)


def _insert(base: sqlite3.Connection, table: str, cells: Sequence[object]) -> None:
    base.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(cells))})", cells)


def _kind(base: sqlite3.Connection, columns: Sequence[str], cells: Sequence[object]) -> int:
    """The number of the combination of facets that a claim has, made of it alone; noted in `kinds`."""
    facets = [cells[columns.index(name)] for name in schema.FACETS]
    number = int.from_bytes(hashlib.sha256(repr(facets).encode("utf-8")).digest()[:6], "big")
    base.execute(f"INSERT OR IGNORE INTO kinds VALUES (?{', ?' * len(facets)})", [number, *facets])
    return number


def _know(base: sqlite3.Connection, forms: Iterable[Mapping[str, str]]) -> None:
    """Keeps what the dictionary says of these words, so that a question about them need not load it."""
    told = {word: form for one in forms for word, form in one.items()}
    base.executemany("INSERT OR REPLACE INTO forms VALUES (?, ?)", sorted(told.items()))


def _note(base: sqlite3.Connection, run: Kept, names: Names, code: str) -> None:
    """What the index was made of, and the names and word forms that a question is understood with."""
    for table in ("about", "names", "subjects", "names_words"):
        base.execute(f"DELETE FROM {table}")
    told = {"fingerprint": run.fingerprint, "code": code, "schema": schema.VERSION, "sample": str(int(run.sample))}
    base.executemany("INSERT INTO about VALUES (?, ?)", sorted(told.items()))
    named = [(number, *name, mark(name[0], name[1])) for number, name in enumerate(names.all, start=1)]
    base.executemany("INSERT INTO names VALUES (?, ?, ?, ?, ?, ?)", named)
    kept = [(number, kept_name(name, language)) for number, _, _, language, name, _ in named]
    base.executemany("INSERT INTO names_words (rowid, name) VALUES (?, ?)", kept)
    base.executemany("INSERT INTO subjects VALUES (?, ?, ?)", names.subjects)
    _know(base, (looked_up(name, language) for _, _, language, name in names.all))
    base.commit()
