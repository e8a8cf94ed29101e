"""The index as a file: made of a run, or of an earlier index and what has changed since; read where it is believed.

It is worked on in memory and written whole, so that nobody reads half of it. Nothing that lies in a home is believed
about itself: the digest of what this machine wrote is noted outside (`dalel.proven`); a file that is another one,
edited, damaged or of another machine, is named and made anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from dalel import files, proven
from dalel.records import Problem
from dalel.search import schema
from dalel.search.names import Names
from dalel.search.rows import Kept, Row, Split, claim_rows, sentence_rows
from dalel.search.stems import looked_up

Progress = Callable[[Iterable[Row], str], Iterable[Row]]
FILE = "search.sqlite"
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
        _update(base, "claims", (*schema.CLAIMS, *schema.HELD), claim_rows(run, names), progress)
        _update(base, "sentences", (*schema.SENTENCES, "digest"), sentence_rows(run, split), progress)
        _note(base, run, names, code)
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
    except (sqlite3.Error, TypeError, OverflowError):
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
    base.executescript(schema.TABLES + schema.INDEXES)
    return base


def _update(
    base: sqlite3.Connection, table: str, columns: tuple[str, ...], rows: Iterable[Row], progress: Progress
) -> None:
    """Writes rows that are new or differ and takes away those that are no more."""
    key = columns[0]
    held = {
        name: (number, digest) for name, number, digest in base.execute(f"SELECT {key}, number, digest FROM {table}")
    }
    asked = list(rows)
    fresh = [row for row in asked if held.get(row.name, (0, ""))[1] != row.digest]
    gone = held.keys() - {row.name for row in asked} | (held.keys() & {row.name for row in fresh})
    for number in sorted(held[name][0] for name in gone):
        base.execute(f"DELETE FROM {table} WHERE number = ?", [number])
        base.execute(f"DELETE FROM {table}_words WHERE rowid = ?", [number])
    free = 1 + max((number for number, _ in held.values()), default=0)
    places = ", ".join("?" * (len(columns) + 1))
    for number, row in enumerate(progress(sorted(fresh, key=lambda row: row.name), f"indexing {table}"), start=free):
        base.execute(f"INSERT INTO {table} VALUES ({places})", [number, *row.cells, row.digest])
        texts = row.found_by()
        base.execute(
            f"INSERT INTO {table}_words (rowid, {_texts(base, table)}) VALUES (?{', ?' * len(texts)})", [number, *texts]
        )
    _know(base, (looked_up(text, language) for row in fresh for text, language in row.words))
    if fresh or gone:
        base.execute(f"INSERT INTO {table}_words ({table}_words) VALUES ('optimize')")


def _know(base: sqlite3.Connection, forms: Iterable[Mapping[str, str]]) -> None:
    """Keeps what the dictionary says of these words, so that a question about them need not load it."""
    told = {word: form for one in forms for word, form in one.items()}
    base.executemany("INSERT OR REPLACE INTO forms VALUES (?, ?)", sorted(told.items()))


def _texts(base: sqlite3.Connection, table: str) -> str:
    return ", ".join(str(column[1]) for column in base.execute(f"PRAGMA table_info({table}_words)"))


def _note(base: sqlite3.Connection, run: Kept, names: Names, code: str) -> None:
    """What the index was made of, and the names and word forms that a question is understood with."""
    for table in ("about", "names", "subjects"):
        base.execute(f"DELETE FROM {table}")
    told = {"fingerprint": run.fingerprint, "code": code, "schema": schema.VERSION, "sample": str(int(run.sample))}
    base.executemany("INSERT INTO about VALUES (?, ?)", sorted(told.items()))
    base.executemany("INSERT INTO names VALUES (?, ?, ?, ?)", names.all)
    base.executemany("INSERT INTO subjects VALUES (?, ?, ?)", names.subjects)
    _know(base, (looked_up(name, language) for _, _, language, name in names.all))
    base.commit()
    base.execute("VACUUM")
