"""Claims as a frame to compute with: exact values, units, dates, categories; the same columns in every language."""

from __future__ import annotations

from typing import get_args

import pandas as pd

from dalel.publishing import gate
from dalel.records import Modality, Status

COLUMNS = {
    "value": "the exact value (Decimal); None where it lies below the evidence level",
    "value_max": "the upper end of a range (Decimal), else None",
    "unit": "ISO 4217 code, percent, percentage_point, times, unit of measure or counted noun; None for a bare number",
    "modality": "exact, about, almost, more_than, less_than, at_least, at_most, range",
    "measure": "the kind of value: budget_allocated, device_count, share …",
    "counted": "what is counted, in the words of the page",
    "topic": "id of the investigation, or None",
    "indicator": "id of what it can be compared with, or None",
    "region": "ISO 3166-2 code; None where the page does not tell",
    "borders": "the day the borders took effect in which the region is meant (date), or NaT",
    "place": "the place in the region, as printed",
    "as_of": "the date the number is about, as EDTF text: 2020-10-08, 2020-10, 2020, 2023/2024; None where not told",
    "status": "planned, contracted, actual, alleged …; None where the page does not tell",
    "speaker": "who said it, as printed",
    "verdict": "where it stands after all checks; ordered, the best confirmed last",
    "reason": "why, in one English sentence",
    "origins": "how many independent origins state it (int)",
    "origin": "id of the group of pages with one common text that this page belongs to",
    "quote": "the expression as printed",
    "sentence": "its sentence in the page's own script",
    "outlet": "who published the page",
    "title": "headline of the page",
    "published": "day of publication (date), or NaT",
    "url": "address of the page",
    "language": "language of the page",
    "script": "script of the page",
    "withheld": "why the value is not shown; empty where it is",
}
CATEGORIES = {"modality": get_args(Modality), "status": get_args(Status)}
DATES = ("borders", "published")
TEXTS = ("unit", "measure", "topic", "indicator", "region")


def typed(frame: pd.DataFrame, level: str, language: str = "en") -> pd.DataFrame:
    """One row a claim, index `claim_id`, with the columns of COLUMNS. In: the frame of `tables.joined`; values below
    `level` are None, and `withheld` says why in `language`.
    """
    gated = gate.at_level(frame, level, language).set_index("claim_id")
    made = gated[list(COLUMNS)].copy()
    for name, known in CATEGORIES.items():
        made[name] = pd.Categorical(made[name], categories=list(known))
    for name in TEXTS:
        made[name] = pd.Categorical(made[name])
    made["verdict"] = pd.Categorical(made["verdict"], categories=list(reversed(gate.LEVELS)), ordered=True)
    for name in DATES:
        made[name] = pd.to_datetime(made[name])
    made["origins"] = made["origins"].astype("int64")
    return made


def counted(table: pd.DataFrame) -> pd.DataFrame:
    """A table of counts with its whole-number columns as int64; other columns as they are."""
    whole = [
        name
        for name in table.columns
        if len(table) and all(isinstance(value, int) and not isinstance(value, bool) for value in table[name])
    ]
    return table.astype(dict.fromkeys(whole, "int64"))
