"""A question -> what answers it, the best first, with counts by what it could be narrowed to.

The order is bm25 (Robertson and Zaragoza, 2009, as FTS5 has it), rounded so that no machine's last digit decides, then
the verdict, the best confirmed first, then the row's number, which is made of the claim's id: the same everywhere.
"""

from __future__ import annotations

import heapq
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, get_args

from dalel.errors import InvalidValue
from dalel.records import VerdictName
from dalel.search import schema
from dalel.search.answer import Answer, Facet, Hit, Passage
from dalel.search.asked import Asked, Lexicon, Term, expression, terms
from dalel.search.stems import words

ROUNDED = 4  # decimals of bm25 that count
FACET = 8  # values of a facet that are listed
COUNTRY = "KZ"
Cells = dict[str, Any]  # of one row, by column
RANKED = 10_000  # answers; where more rows have the words, these tell too little to rank by
MOST_NAMES = 40  # topics, regions, places … that a word may name
ORDER = {name: place for place, name in enumerate(get_args(VerdictName))}


def find(base: sqlite3.Connection, asked: Asked, limit: int | None) -> Answer:
    """The claims that answer, the first `limit` of them (None: all), and the facets of all."""
    found = _terms(base, asked.words)
    counts, numbers = _ranked(base, asked, found, limit) if found else _listed(base, asked, limit)
    kinds = _facets(base, counts)
    return Answer(
        asked=asked,
        of="claims",
        total=counts.total(),
        hits=[_hit(row) for row in _picked(base, "claims", schema.CLAIMS, numbers)],
        facets={name: _commonest(kinds, counts, place) for place, name in enumerate(schema.FACETS)},
        searched=_count(base, "claims"),
        alone={} if counts else _alone(base, "claims", found),
        undated=_undated(base, asked, found) if asked.since or asked.until else 0,
        sample=_sample(base),
    )


def _ranked(
    base: sqlite3.Connection, asked: Asked, found: Sequence[Term], limit: int | None
) -> tuple[Counter[int], list[int]]:
    """How many claims of each kind have the words, and the numbers of the best."""
    rows = _matching(base, asked, found)
    counts = Counter(kind for _, kind in rows)
    judged = schema.FACETS.index("verdict")
    order = {kind: ORDER[facets[judged] or ""] for kind, facets in _facets(base, counts).items()}
    ranks = _ranks(base, found) if len(rows) <= RANKED else {}
    keyed = ((ranks.get(number, 0.0), order[kind], number) for number, kind in rows)
    best = sorted(keyed) if limit is None else heapq.nsmallest(limit, keyed)
    return counts, [number for _, _, number in best]


def _listed(base: sqlite3.Connection, asked: Asked, limit: int | None) -> tuple[Counter[int], list[int]]:
    """The same without words, all of it in the database."""
    (wheres, values), (named, names) = _conditions(asked), _wanted(asked)
    given = [*values, *names]
    joined = f"FROM facts CROSS JOIN kinds USING (kind) WHERE {' AND '.join([*wheres, *named]) or '1'}"
    order = " ".join(f"WHEN '{verdict}' THEN {place}" for verdict, place in ORDER.items())
    chosen = f"SELECT number {joined} ORDER BY CASE verdict {order} END, number LIMIT ?"
    numbers = [number for (number,) in base.execute(chosen, [*given, -1 if limit is None else limit])]
    where = f" WHERE {' AND '.join(wheres)}" if wheres else ""
    counts = base.execute(f"SELECT kind, count(*) FROM facts{where} GROUP BY kind", values).fetchall()
    kinds = _kinds(base, named, names)
    return Counter({kind: count for kind, count in counts if kinds is None or kind in kinds}), numbers


def _facets(base: sqlite3.Connection, counts: Mapping[int, int]) -> dict[int, list[Facet]]:
    return {kind: facets for kind, *facets in base.execute("SELECT * FROM kinds") if kind in counts}


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
    (wheres, values), (named, names) = _conditions(asked), _wanted(asked)
    if found:
        source = "(SELECT rowid AS row_ FROM claims_words WHERE claims_words MATCH ?) CROSS JOIN facts ON number = row_"
    else:
        source = "facts"
    where = f" WHERE {' AND '.join(wheres)}" if wheres else ""
    given = [*([expression(found)] if found else []), *values]
    rows = base.execute(f"SELECT number, kind FROM {source}{where}", given).fetchall()
    kinds = _kinds(base, named, names)
    return rows if kinds is None else [row for row in rows if row[1] in kinds]


def _kinds(base: sqlite3.Connection, named: Sequence[str], names: Sequence[str]) -> set[int] | None:
    """The combinations of facets under these conditions; None where there are none."""
    if not named:
        return None
    return {kind for (kind,) in base.execute(f"SELECT kind FROM kinds WHERE {' AND '.join(named)}", names)}


def _ranks(base: sqlite3.Connection, found: Sequence[Term]) -> dict[int, float]:
    weighed = f"round(bm25(claims_words, {', '.join(map(str, schema.WEIGHTS))}), {ROUNDED})"
    chosen = f"SELECT rowid, {weighed} FROM claims_words WHERE claims_words MATCH ?"
    return dict(base.execute(chosen, [expression(found)]).fetchall())


def _wanted(asked: Asked) -> tuple[list[str], list[str]]:
    """Conditions on the facets, and their values; KZ is the country with all its regions and no region told."""
    wanted = {name: getattr(asked, name) for name in schema.FACETS if getattr(asked, name) is not None}
    country = wanted.get("region") == COUNTRY and wanted.pop("region") == COUNTRY
    where = [f"kinds.{name} = ?" for name in wanted]
    if country:
        where.append(f"ifnull(kinds.region, '{COUNTRY}') || '-' LIKE '{COUNTRY}-%'")
    return where, list(wanted.values())


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
