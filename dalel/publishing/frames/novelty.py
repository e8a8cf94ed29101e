"""What watches found new as a frame to compute with: exact values before and after, the same in every language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

import pandas as pd

from dalel.records import Status, VerdictName
from dalel.records.news import Cause, News, NewsKind

NEWS = {
    "watch": "number of the watch (int)",
    "kind": "new, changed, vanished, contradicted, confirmed, judged (another verdict)",
    "cause": "page: told by what was collected since; reading: by our code, topics, rule or an editor's decision",
    "claim_id": "the number's id",
    "former": "the id it had before, of what changed; else None",
    "value": "the exact value (Decimal)",
    "value_max": "the upper end of a range (Decimal), else None",
    "unit": "ISO 4217 code, percent, unit of measure or counted noun; None for a bare number",
    "was": "the exact value before (Decimal), of what changed; else None",
    "was_unit": "the unit before, of what changed; else None",
    "modality": "exact, about, almost, more_than, less_than, at_least, at_most, range",
    "measure": "the kind of value: budget_allocated, device_count, share …",
    "status": "planned, contracted, actual, alleged …; None where the page does not tell",
    "verdict": "where it stands",
    "was_verdict": "where it stood before; None of what is told for the first time",
    "topic": "id of the investigation, or None",
    "indicator": "id of what it can be compared with, or None",
    "region": "ISO 3166-2 code; None where the page does not tell",
    "place": "the place in the region, as printed",
    "as_of": "the date the number is about, as EDTF text",
    "at": "when the page that tells it was captured (UTC)",
    "quote": "the expression as printed",
    "outlet": "who published the page",
    "url": "address of the page",
}
_OF_NUMBER = ("value", "value_max", "unit", "modality", "measure", "status")
_CATEGORIES = {
    "kind": get_args(NewsKind), "cause": get_args(Cause), "status": get_args(Status),
    "verdict": get_args(VerdictName), "was_verdict": get_args(VerdictName),
}  # fmt: skip


def of_news(news: Sequence[News]) -> pd.DataFrame:
    """One row a piece of news in the order given, with the columns of NEWS; the index counts them from 0."""
    rows = [{name: _cell(one, name) for name in NEWS} for one in news]
    made = pd.DataFrame(rows, columns=list(NEWS), dtype=object)
    for name, known in _CATEGORIES.items():
        made[name] = pd.Categorical(made[name], categories=list(known))
    made["watch"] = made["watch"].astype("int64")
    made["at"] = pd.to_datetime(made["at"], utc=True)
    return made


def _cell(one: News, name: str) -> object:
    if name in _OF_NUMBER:
        return getattr(one.stated, name)
    if name in ("was", "was_unit"):
        return getattr(one.was, "value" if name == "was" else "unit") if one.was and one.kind == "changed" else None
    return getattr(one, name)
