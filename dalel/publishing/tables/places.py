"""Values by region and indicator."""

from __future__ import annotations

import pandas as pd

from dalel.publishing import gate, names
from dalel.publishing.linked import Linked, filled, joined
from dalel.publishing.tables.joining import bodies, is_sample, rows, table_of
from dalel.publishing.tables.sentences import said
from dalel.publishing.wording import GAP, word


def by_region(frame: pd.DataFrame, language: str, level: str = "contradicted") -> pd.DataFrame:
    """What is stated about each region. In: the frame of `joined`. Out: one row a region (in the same borders) and
    indicator: region (name with the borders meant), indicator (title), amount (every different value with its status
    and mark, joined by "; ", never a sum; values below `level` appear as their reason), claim_ids.
    """
    chosen = bodies(frame)
    gated = rows(gate.at_level(chosen[chosen["indicator"].notna()], level, language))
    cells: dict[tuple[str | None, str | None, str], list[tuple[str, Linked]]] = {}
    for row in sorted(gated, key=lambda row: (row["status"] or "", row["claim_id"])):
        status = "" if row["withheld"] else f" ({word('statuses', row['status'], language)})"
        marked = filled(
            "{mark}{value}{status}", mark=gate.MARKS[row["verdict"]] + GAP, value=said(row, language), status=status
        )
        cells.setdefault((row["region"], row["borders"], row["indicator"]), []).append((row["claim_id"], marked))
    order = {code: place for place, code in enumerate(names.region_order())}
    keys = sorted(cells, key=lambda key: (order.get(key[0] or "", len(order)), key[0] or "", key[1] or "", key[2]))
    shown = [
        {
            "region": names.region(code, language, borders),
            "indicator": names.indicator_in_topic(indicator, language),
            "amount": joined("; ", dict.fromkeys(text for _, text in cells[code, borders, indicator])),
            "claim_ids": " ".join(claim_id for claim_id, _ in cells[code, borders, indicator]),
        }
        for code, borders, indicator in keys
    ]
    return table_of(shown, ["region", "indicator", "amount", "claim_ids"], is_sample(frame))
