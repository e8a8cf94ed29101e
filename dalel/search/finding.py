"""A question -> what answers it, the best first, with counts by what it could be narrowed to.

The order is bm25 (Robertson and Zaragoza, 2009, as FTS5 has it), rounded so that no machine's last digit decides, then
the verdict, the best confirmed first, then the row's number, which is made of the claim's id: the same everywhere.
"""

from __future__ import annotations

import heapq
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, get_args

from dalel.errors import InvalidValue
from dalel.records import VerdictName
from dalel.search import schema
from dalel.search.asked import Asked, Lexicon, Term, expression, terms
from dalel.search.stems import words

ROUNDED = 4  # decimals of bm25 that count
FACET = 8  # values of a facet that are listed
COUNTRY = "KZ"
Cells = dict[str, Any]  # of one row, by column
Facet = str | None
RANKED = 10_000  # answers; where more rows have the words, these tell too little to rank by
MOST_NAMES = 40  # topics, regions, places … that a word may name
ORDER = {name: place for place, name in enumerate(get_args(VerdictName))}


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
    rows = _matching(base, asked, found)
    counts = Counter(kind for _, kind in rows)
    kinds = {kind: facets for kind, *facets in base.execute("SELECT * FROM kinds") if kind in counts}
    judged = schema.FACETS.index("verdict")
    order = {kind: ORDER[facets[judged]] for kind, facets in kinds.items()}
    ranked = found and len(rows) <= RANKED
    ranks = _ranks(base, found) if ranked else {}
    keyed = [(ranks.get(number, 0.0), order[kind], number) for number, kind in rows]
    best = sorted(keyed) if limit is None else heapq.nsmallest(limit, keyed)
    return Answer(
        asked=asked,
        of="claims",
        total=len(rows),
        hits=[_hit(row) for row in _picked(base, "claims", schema.CLAIMS, [key[2] for key in best])],
        facets={name: _commonest(kinds, counts, place) for place, name in enumerate(schema.FACETS)},
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
    ranked: tuple[str, list[str]] = ("SELECT number AS row_, 0.0 AS rank_ FROM sentences", [])
    if found:
        weighed = f"round(bm25(sentences_words, 4.0, 1.0), {ROUNDED})"
        matching = f"SELECT rowid AS row_, {weighed} AS rank_ FROM sentences_words WHERE sentences_words MATCH ?"
        ranked = (matching, [expression(found)])
    wanted = asked.told()
    where = f" WHERE {' AND '.join(f'{name} = ?' for name in wanted)}" if wanted else ""
    chosen = f"SELECT rank_, number FROM ({ranked[0]}) CROSS JOIN sentences ON number = row_{where}"
    rows = sorted(base.execute(chosen, [*ranked[1], *wanted.values()]))
    numbers = [row[1] for row in (rows if limit is None else rows[:limit])]
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
    asked = words(text)[:100]
    known = dict(base.execute(f"SELECT word, form FROM forms WHERE word IN ({', '.join('?' * len(asked))})", asked))
    subjects = base.execute("SELECT topic, language, beginning FROM subjects").fetchall()
    return terms(text, Lexicon(known, subjects, lambda forms: _marks(base, forms)))


def _marks(base: sqlite3.Connection, forms: str) -> list[str]:
    """The marks of the names that hold a word in one of these forms; none where so many do that it tells nothing."""
    named = "SELECT DISTINCT mark FROM names WHERE number IN (SELECT rowid FROM names_words WHERE names_words MATCH ?)"
    marks = [str(row[0]) for row in base.execute(f"{named} ORDER BY mark", [forms])]
    return marks if len(marks) <= MOST_NAMES else []


def _matching(base: sqlite3.Connection, asked: Asked, found: Sequence[Term]) -> list[tuple[int, int]]:
    """Number and kind of all claims that answer."""
    wheres, values = _conditions(asked)
    where = f" WHERE {' AND '.join(wheres)}" if wheres else ""
    if not found:
        rows = base.execute(f"SELECT number, kind FROM facts{where}", values).fetchall()
    else:
        matching = "SELECT rowid AS row_ FROM claims_words WHERE claims_words MATCH ?"
        chosen = f"SELECT number, kind FROM ({matching}) CROSS JOIN facts ON number = row_{where}"
        rows = base.execute(chosen, [expression(found), *values]).fetchall()
    kinds = _kinds(base, asked)
    return rows if kinds is None else [row for row in rows if row[1] in kinds]


def _ranks(base: sqlite3.Connection, found: Sequence[Term]) -> dict[int, float]:
    weighed = f"round(bm25(claims_words, {', '.join(map(str, schema.WEIGHTS))}), {ROUNDED})"
    chosen = f"SELECT rowid, {weighed} FROM claims_words WHERE claims_words MATCH ?"
    return dict(base.execute(chosen, [expression(found)]).fetchall())


def _kinds(base: sqlite3.Connection, asked: Asked) -> set[int] | None:
    """The combinations of facets that are asked for, KZ being the country with all its regions and no region told;
    None where any is.
    """
    wanted = {name: getattr(asked, name) for name in schema.FACETS if getattr(asked, name) is not None}
    if not wanted:
        return None
    where = [f"{name} = ?" for name in wanted if (name, wanted[name]) != ("region", COUNTRY)]
    if wanted.get("region") == COUNTRY:
        where.append(f"ifnull(region, '{COUNTRY}') || '-' LIKE '{COUNTRY}-%'")
    values = [value for name, value in wanted.items() if (name, value) != ("region", COUNTRY)]
    return {kind for (kind,) in base.execute(f"SELECT kind FROM kinds WHERE {' AND '.join(where)}", values)}


def _conditions(asked: Asked) -> tuple[list[str], list[Any]]:
    given = (
        ("high >= ?", None if asked.least is None else float(asked.least)),
        ("low <= ?", None if asked.most is None else float(asked.most)),
        ("until >= ?", asked.since and asked.since.isoformat()),
        ("since <= ?", asked.until and asked.until.isoformat()),
    )
    told = [(condition, value) for condition, value in given if value is not None]
    return [condition for condition, _ in told], [value for _, value in told]


def _undated(base: sqlite3.Connection, asked: Asked, found: Sequence[Term]) -> int:
    """How many claims would answer, were a date told of them."""
    whenever = replace(asked, since=None, until=None)
    dated = {number for (number,) in base.execute("SELECT number FROM facts WHERE since IS NOT NULL")}
    return sum(number not in dated for number, _ in _matching(base, whenever, found))


def _picked(base: sqlite3.Connection, table: str, columns: Sequence[str], numbers: Sequence[int]) -> list[Cells]:
    """The rows with these numbers in their order, by column."""
    asked = f"SELECT {', '.join(columns)} FROM {table} WHERE number = ?"
    rows = (base.execute(asked, [number]).fetchone() for number in numbers)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _hit(cells: Cells) -> Hit:
    high = cells["value_max"]
    return Hit(**(cells | {"value": Decimal(cells["value"]), "value_max": None if high is None else Decimal(high)}))


def _commonest(kinds: Mapping[int, Sequence[Facet]], counts: Mapping[int, int], place: int) -> list[tuple[Facet, int]]:
    """The values of one facet with how many claims have them, the commonest first."""
    values: Counter[Facet] = Counter()
    for kind, count in counts.items():
        values[kinds[kind][place]] += count
    return sorted(values.items(), key=lambda pair: (-pair[1], pair[0] is None, pair[0] or ""))[:FACET]


def _alone(base: sqlite3.Connection, table: str, found: Sequence[Term]) -> dict[str, int]:
    asked = f"SELECT count(*) FROM {table}_words WHERE {table}_words MATCH ?"
    return {term.typed: int(base.execute(asked, [term.expression]).fetchone()[0]) for term in found}


def _count(base: sqlite3.Connection, table: str) -> int:
    return int(base.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _sample(base: sqlite3.Connection) -> bool:
    return bool(base.execute("SELECT 1 FROM about WHERE name = 'sample' AND value = '1'").fetchone())
