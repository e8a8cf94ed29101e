"""What was announced beside what was delivered, never subtracted: the two seldom count the same thing."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dalel.publishing import gate, names
from dalel.publishing.tables.joined import Row, bodies, grouped, identifiers, rows
from dalel.publishing.tables.sentences import said
from dalel.publishing.wording import when, word

STEPS = {
    "announced": ("needed", "planned"),
    "contracted": ("contracted", "in_progress"),
    "delivered": ("actual", "claimed", "court"),
}


def announced(frame: pd.DataFrame, language: str, level: str = "disputed") -> pd.DataFrame:
    """In: the frame of `joined`. Out: one row an indicator and region (in the same borders) of which something was
    announced or contracted: indicator (title), where, announced, contracted, delivered (every different value with its
    status, date and mark, joined by "; "; "—" where nothing is stated), claim_ids.
    """
    chosen = bodies(frame)
    gated = gate.at_level(chosen[chosen["indicator"].notna()], level, language)
    found = []
    for (indicator, region, borders), about in grouped(rows(gated), "indicator", "region", "borders").items():
        steps = {step: [row for row in about if row["status"] in group] for step, group in STEPS.items()}
        if steps["announced"] or steps["contracted"]:
            found.append(
                {
                    "indicator": names.indicator(indicator, language),
                    "where": names.region(region, language, borders or None),
                    **{step: _cell(members, language) or "—" for step, members in steps.items()},
                    "claim_ids": identifiers(row for members in steps.values() for row in members),
                }
            )
    return pd.DataFrame(found, columns=["indicator", "where", *STEPS, "claim_ids"], dtype=object)


def _cell(members: Sequence[Row], language: str) -> str:
    ordered = sorted(members, key=lambda row: (row["as_of"] is None, row["as_of"] or "", row["claim_id"]))
    return "; ".join(dict.fromkeys(f"{gate.MARKS[row['verdict']]} {_value(row, language)}" for row in ordered))


def _value(row: Row, language: str) -> str:
    if row["withheld"]:
        return str(row["withheld"])
    return f"{said(row, language)} ({word('statuses', row['status'], language)}, {when(row['as_of'], language)})"
