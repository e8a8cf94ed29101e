"""How many claims stand where."""

from __future__ import annotations

import pandas as pd

from dalel.publishing import gate
from dalel.publishing.tables.joining import is_sample, table_of
from dalel.publishing.wording import word, words


def verdicts(frame: pd.DataFrame, language: str) -> pd.DataFrame:
    """In: the frame of `joined`. Out: verdict (with its mark, highest level first), claims (int), origins (int: how
    many different origins state them), claim_ids (blank-separated), code (the verdict).
    """
    rows = []
    for verdict in gate.LEVELS:
        chosen = frame[frame["verdict"] == verdict]
        rows.append(
            {
                "verdict": f"{gate.MARKS[verdict]} {word('verdicts', verdict, language)}",
                "claims": len(chosen),
                "origins": chosen["origin"].nunique(),
                "claim_ids": " ".join(sorted(chosen["claim_id"])),
                "code": verdict,
            }
        )
    return table_of(rows, ["verdict", "claims", "origins", "claim_ids", "code"], is_sample(frame))


def statuses(frame: pd.DataFrame, language: str) -> pd.DataFrame:
    """In: the frame of `joined`. Out: status (only those that occur), claims (int), one count per verdict, and
    code (the status).
    """
    rows = []
    for status in (*words(language)["statuses"], None):
        chosen = frame[frame["status"].isna() if status is None else frame["status"] == status]
        if len(chosen):
            counts = {verdict: int((chosen["verdict"] == verdict).sum()) for verdict in gate.LEVELS}
            rows.append({"status": word("statuses", status, language), "claims": len(chosen), "code": status} | counts)
    return table_of(rows, ["status", "claims", *gate.LEVELS, "code"], is_sample(frame))


def measures(frame: pd.DataFrame, language: str) -> pd.DataFrame:
    """In: the frame of `joined`. Out: one row a kind of value that occurs, most frequent first: measure (as words),
    claims (int), unassigned (int: claims that belong to no indicator, which no comparison can use), code (the measure).
    """
    counts = sorted(frame["measure"].value_counts().items(), key=lambda pair: (-pair[1], str(pair[0])))
    unassigned = frame[frame["indicator"].isna()]["measure"].value_counts()
    rows = [
        {
            "measure": word("measures", str(measure), language),
            "claims": int(count),
            "unassigned": int(unassigned.get(measure, 0)),
            "code": str(measure),
        }
        for measure, count in counts
    ]
    return table_of(rows, ["measure", "claims", "unassigned", "code"], is_sample(frame))
