"""Values by region: one row a region, one column an indicator."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dalel.publishing import gate, names
from dalel.publishing.tables.joining import bodies, is_sample, rows, table_of
from dalel.publishing.tables.sentences import said
from dalel.publishing.wording import GAP, word


def by_region(
    frame: pd.DataFrame, language: str, level: str = "disputed", indicators: Sequence[str] | None = None
) -> pd.DataFrame:
    """What is stated about each region. In: the frame of `joined`. Out: region (name with the borders meant), then one
    column an indicator (its id). A cell lists every different value with its status and mark, joined by "; ", and is
    never a sum; values below `level` appear as their reason. Without `indicators`: all that occur, sorted.
    """
    chosen = bodies(frame)
    chosen = chosen[chosen["indicator"].notna()]
    wanted = list(indicators) if indicators is not None else sorted(chosen["indicator"].unique())
    gated = gate.at_level(chosen[chosen["indicator"].isin(wanted)], level, language)
    cells: dict[tuple[str, str | None], dict[str, list[str]]] = {}
    for row in sorted(rows(gated), key=lambda row: (row["status"], row["claim_id"])):
        entry = cells.setdefault((row["region"], row["borders"]), {}).setdefault(row["indicator"], [])
        text = row["withheld"] or f"{said(row, language)} ({word('statuses', row['status'], language)})"
        marked = f"{gate.MARKS[row['verdict']]}{GAP}{text}"
        if marked not in entry:
            entry.append(marked)
    order = {code: place for place, code in enumerate(names.region_order())}
    keys = sorted(cells, key=lambda key: (order.get(key[0], len(order)), key[0], key[1] or ""))
    shown = [
        {"region": names.region(code, language, borders)}
        | {name: "; ".join(cells[code, borders].get(name, [])) for name in wanted}
        for code, borders in keys
    ]
    return table_of(shown, ["region", *wanted], is_sample(frame))
