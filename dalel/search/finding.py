"""A question -> what answers it, the best first, with counts by what it could be narrowed to.

The order is bm25 (Robertson and Zaragoza, 2009, as FTS5 has it), rounded so that no machine's last digit decides, then
the claim id: the same everywhere. Without words it is the verdict's: the best confirmed first.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, get_args

from dalel.errors import InvalidValue
from dalel.records import VerdictName
from dalel.search import schema
from dalel.search.asked import Asked, Term, expression, lexicon, terms

ROUNDED = 4  # decimals of bm25 that count
FACET = 8  # values of a facet that are listed
COUNTRY = "KZ"
Cells = dict[str, Any]  # of one row, by column


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """One claim that answers, as the index holds it: the fields of schema.CLAIMS."""

    claim_id: str
    value: Decimal
    value_max: Decimal | None
    unit: str | None
    modality: str
    measure: str
    counted: str | None
    topic: str | None
    indicator: str | None
    region: str | None
    place: str | None
    as_of: str | None  # EDTF
    status: str | None
    speaker: str | None
    verdict: str
    origins: int
    quote: str
    sentence: str
    at: int  # where the quote begins in the sentence
    title: str | None
    outlet: str
    published: str | None
    url: str
    source: str
    language: str
    script: str
    document_id: str
    repeats: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """One sentence that answers, with a number or without: the fields of schema.SENTENCES."""

    sentence_id: str
    sentence: str
    field: str
    claims: int  # how many numbers of it are claims
    title: str | None
    outlet: str
    published: str | None
    url: str
    source: str
    language: str
    script: str
    document_id: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What was found and what was searched."""

    asked: Asked
    of: str  # claims or sentences
    total: int
    hits: Sequence[Hit] = ()
    passages: Sequence[Passage] = ()
    facets: Mapping[str, Sequence[tuple[str | None, int]]] = field(default_factory=dict)  # the commonest first
    searched: int  # claims, or sentences, in the index
    alone: Mapping[str, int] = field(default_factory=dict)  # where nothing is found: rows that hold each word
    undated: int = 0  # left out, since no date is told and one was asked for
    sample: bool = False


def find(base: sqlite3.Connection, asked: Asked, limit: int | None) -> Answer:
    """The claims that answer, the first `limit` of them (None: all), and the facets of all."""
    found = _terms(base, asked.words)
    source, given = _from("claims", found, schema.WEIGHTS)
    wheres, values = _conditions(asked)
    named = ", ".join(f"claims.{name}" for name in schema.FACETS)
    where = f" WHERE {' AND '.join(wheres)}" if wheres else ""
    rows = base.execute(f"SELECT rank_, claim_id, claims.number, {named} {source}{where}", [*given, *values]).fetchall()
    order = {name: place for place, name in enumerate(get_args(VerdictName))}
    judged = 3 + schema.FACETS.index("verdict")
    rows.sort(key=lambda row: (row[0], order[row[judged]], row[1]))
    numbers = [row[2] for row in (rows if limit is None else rows[:limit])]
    return Answer(
        asked=asked,
        of="claims",
        total=len(rows),
        hits=[_hit(row) for row in _picked(base, "claims", schema.CLAIMS, numbers)],
        facets={name: _commonest([row[3 + place] for row in rows]) for place, name in enumerate(schema.FACETS)},
        searched=_count(base, "claims"),
        alone={} if rows else _alone(base, "claims", found),
        undated=_undated(base, asked, found) if asked.since or asked.until else 0,
        sample=_sample(base),
    )


def sentences(base: sqlite3.Connection, asked: Asked, limit: int | None) -> Answer:
    """The sentences of all pages that answer, with a number or without. InvalidValue for what only a claim has."""
    only = [name for name in asked.told() if name not in ("source", "language")]
    if only:
        raise InvalidValue(f"{', '.join(only)}: only a claim has that; sentences have a source and a language")
    found = _terms(base, asked.words)
    source, given = _from("sentences", found, (4.0, 1.0))
    wanted = asked.told()
    where = f" WHERE {' AND '.join(f'sentences.{name} = ?' for name in wanted)}" if wanted else ""
    rows = base.execute(
        f"SELECT rank_, sentence_id, sentences.number {source}{where}", [*given, *wanted.values()]
    ).fetchall()
    rows.sort()
    numbers = [row[2] for row in (rows if limit is None else rows[:limit])]
    return Answer(
        asked=asked,
        of="sentences",
        total=len(rows),
        passages=[Passage(**row) for row in _picked(base, "sentences", schema.SENTENCES, numbers)],
        searched=_count(base, "sentences"),
        alone={} if rows else _alone(base, "sentences", found),
        sample=_sample(base),
    )


def understood(base: sqlite3.Connection, text: str) -> str:
    """The words of a question as the FTS5 expression they become; "" for none. See `terms` for its errors."""
    return expression(_terms(base, text))


def _terms(base: sqlite3.Connection, text: str) -> list[Term]:
    asked = lexicon(text)[:100]
    known = dict(base.execute(f"SELECT word, form FROM forms WHERE word IN ({', '.join('?' * len(asked))})", asked))
    return terms(text, known, base.execute("SELECT topic, language, beginning FROM subjects").fetchall())


def _from(table: str, found: Sequence[Term], weights: tuple[float, ...]) -> tuple[str, list[str]]:
    """FROM with the rank of every row, and its values."""
    if not found:
        return f"FROM (SELECT number AS row_, 0.0 AS rank_ FROM {table}) JOIN {table} ON number = row_", []
    weighed = ", ".join(map(str, weights))
    ranked = f"SELECT rowid AS row_, round(bm25({table}_words, {weighed}), {ROUNDED}) AS rank_ FROM {table}_words"
    return f"FROM ({ranked} WHERE {table}_words MATCH ?) JOIN {table} ON number = row_", [expression(found)]


def _conditions(asked: Asked) -> tuple[list[str], list[Any]]:
    plain = [name for name in schema.FACETS if name != "region" and getattr(asked, name) is not None]
    wheres = [f"claims.{name} = ?" for name in plain]
    values: list[Any] = [getattr(asked, name) for name in plain]
    if asked.region == COUNTRY:
        wheres.append(f"(claims.region IS NULL OR claims.region = '{COUNTRY}' OR claims.region LIKE '{COUNTRY}-%')")
    elif asked.region is not None:
        wheres.append("claims.region = ?")
        values.append(asked.region)
    for name, comparison, value in (
        ("high", ">=", None if asked.least is None else float(asked.least)),
        ("low", "<=", None if asked.most is None else float(asked.most)),
        ("until", ">=", asked.since and asked.since.isoformat()),
        ("since", "<=", asked.until and asked.until.isoformat()),
    ):
        if value is not None:
            wheres.append(f"claims.{name} {comparison} ?")
            values.append(value)
    return wheres, values


def _undated(base: sqlite3.Connection, asked: Asked, found: Sequence[Term]) -> int:
    source, given = _from("claims", found, schema.WEIGHTS)
    wheres, values = _conditions(replace(asked, since=None, until=None))
    conditions = " AND ".join([*wheres, "claims.since IS NULL"])
    return int(base.execute(f"SELECT count(*) {source} WHERE {conditions}", [*given, *values]).fetchone()[0])


def _picked(base: sqlite3.Connection, table: str, columns: Sequence[str], numbers: Sequence[int]) -> list[Cells]:
    """The rows with these numbers in their order, by column."""
    asked = f"SELECT {', '.join(columns)} FROM {table} WHERE number = ?"
    rows = (base.execute(asked, [number]).fetchone() for number in numbers)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _hit(cells: Cells) -> Hit:
    high = cells["value_max"]
    return Hit(**(cells | {"value": Decimal(cells["value"]), "value_max": None if high is None else Decimal(high)}))


def _commonest(values: Sequence[str | None]) -> list[tuple[str | None, int]]:
    return sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0] is None, pair[0] or ""))[:FACET]


def _alone(base: sqlite3.Connection, table: str, found: Sequence[Term]) -> dict[str, int]:
    asked = f"SELECT count(*) FROM {table}_words WHERE {table}_words MATCH ?"
    return {term.typed: int(base.execute(asked, [term.expression]).fetchone()[0]) for term in found}


def _count(base: sqlite3.Connection, table: str) -> int:
    return int(base.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _sample(base: sqlite3.Connection) -> bool:
    return bool(base.execute("SELECT 1 FROM about WHERE name = 'sample' AND value = '1'").fetchone())
