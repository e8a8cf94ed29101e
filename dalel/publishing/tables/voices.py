"""The same thing as different origins state it: corroboration counts origins, not pages."""

from __future__ import annotations

import pandas as pd

from dalel.publishing import gate, names
from dalel.publishing.tables.joining import Row, bodies, grouped, identifiers, is_sample, rows, table_of
from dalel.publishing.tables.sentences import marked, said
from dalel.publishing.wording import when, word

COLUMNS = (
    "indicator", "where", "when", "amount", "status", "origin", "pages", "outlets", "verdict", "claim_ids",
)  # fmt: skip


def comparison(frame: pd.DataFrame, language: str, level: str = "contradicted") -> pd.DataFrame:
    """Values of one indicator, region (in the same borders) and place that at least two origins speak about.

    In: the frame of `joined`. Out: one row a value and origin: indicator (title), where, when, amount, status, origin
    (id), pages (int: how many pages of that origin state it), outlets, verdict (with its mark), claim_ids.
    """
    chosen = bodies(frame)
    gated = gate.at_level(chosen[chosen["indicator"].notna()], level, language)
    told = [row | {"amount": said(row, language)} for row in rows(gated)]
    found = [
        _row(same, language)
        for about in grouped(told, "indicator", "region", "borders", "place").values()
        if len({row["origin"] for row in about}) > 1
        for same in grouped(about, "as_of", "amount", "status", "origin").values()
    ]
    return table_of(found, COLUMNS, is_sample(frame))


def _row(same: list[Row], language: str) -> dict[str, object]:
    first = same[0]
    region = names.region(first["region"], language, first["borders"])
    return {
        "indicator": names.indicator(first["indicator"], language),
        "where": ", ".join(filter(None, (region, first["place"]))),
        "when": when(first["as_of"], language),
        "amount": said(first, language),
        "status": word("statuses", first["status"], language),
        "origin": first["origin"],
        "pages": len({row["document_id"] for row in same}),
        "outlets": ", ".join(sorted({row["outlet"] for row in same if row["outlet"]})),
        "verdict": "; ".join(sorted({marked(row["verdict"], language) for row in same})),
        "claim_ids": identifiers(same),
    }
