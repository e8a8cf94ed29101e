"""Do the parts add up? Stated totals, their own parts one after another, and the signed gap."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pandas as pd

from dalel.publishing import gate, prose
from dalel.publishing.charts.around import Shown, chart, framed, subtitle
from dalel.publishing.charts.chart import Chart
from dalel.publishing.charts.sheet import INK, Frame, Key, Line, Sheet, sheet
from dalel.publishing.charts.svg import CLAIM
from dalel.publishing.linked import Linked, filled
from dalel.publishing.tables.joining import Row, by_id, rows, table_of
from dalel.publishing.tables.wholes import parts as stated_parts
from dalel.publishing.wording import brief, when
from dalel.records import Finding

LOOKS: dict[str, dict[str, Any]] = {
    "whole": {"facecolor": "#555555", "edgecolor": INK},
    "part": {"facecolor": "#9fc2cf", "edgecolor": INK},
    "short": {"facecolor": "white", "edgecolor": INK, "hatch": "////", "linestyle": "--"},
    "over": {"facecolor": "#f3c9a8", "edgecolor": INK, "hatch": "xxxx"},
}
CHECK = "parts_sum_to_total"  # its findings name the whole and its parts
COLUMNS = ("claim_ids", "whole_id", "role", "value", "unit", "amount", "where", "verdict", "withheld")
_SEVERITY = ("conflict", "note", "holds")


def parts(frame: pd.DataFrame, findings: Sequence[Finding], language: str, level: str = "contradicted") -> Chart:
    """Each total that a check has compared with its own parts: a bar for it, its parts one after another below, and a
    row for what is missing or too much, with its sign. Sums that do not hold come first.
    """
    table = stated_parts(frame, findings, language, level)
    summed = rows(table[table["exclusive"].astype(bool)])
    found = _with_gaps(summed, by_id(frame), language)
    about = prose.says(language)["charts"]
    title = _headline(frame, findings, found, language)
    roles = dict.fromkeys(row["role"] for row in found if not row["withheld"])
    keys = [Key(name=about[role], look=tuple(LOOKS[role].items()), bar=True) for role in roles]
    claims = [row for row in rows(frame) if row["claim_id"] in {one["claim_id"] for one in found}]
    around = framed(
        title,
        subtitle(about["parts"], None, claims, language),
        Shown(frame=frame, found=claims, language=language, level=level),
        keys,
    )
    plotted = table_of([{name: row[name] for name in COLUMNS} for row in found], COLUMNS, around.sample)
    return chart((lambda laid: _drawn(found, laid)) if found else None, around, title, plotted, level)


def _with_gaps(found: Sequence[Row], known: dict[str, Row], language: str) -> list[Row]:
    """The rows, sums that do not hold first, with a row for the signed gap after the parts of each."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in found:
        groups.setdefault(row["whole_id"], []).append(dict(row) | {"when": known[row["claim_id"]]["as_of"]})
    ordered = sorted(
        groups.values(), key=lambda group: (_SEVERITY.index(group[0]["severity"] or "holds"), group[0]["where"])
    )
    result: list[Row] = []
    for group in ordered:
        whole = group[0]
        day = when(whole["when"], language) if whole["when"] else ""
        result += [row | {"whole_where": whole["where"], "whole_day": day} for row in group]
        values = [row["value"] for row in group]
        if any(value is None for value in values):
            continue
        gap = sum(values[1:], Decimal(0)) - values[0]
        if gap:
            sign = "+" if gap > 0 else "−"
            amount = sign + brief(abs(gap), None, group[0]["unit"], "exact", language)
            ids = " ".join(row["claim_id"] for row in group)
            result.append(
                {**group[0], "role": "over" if gap > 0 else "short", "value": gap, "amount": amount, "claim_ids": ids}
            )
    return result


def _headline(frame: pd.DataFrame, findings: Sequence[Finding], found: Sequence[Row], language: str) -> Linked:
    """The sum that is worth most: one that does not hold, else one that holds only cut off or rounded."""
    wholes, known = {row["whole_id"] for row in found if not row["withheld"]}, by_id(frame)
    sums = [one for one in findings if one.check == CHECK and one.claim_ids[0] in wholes]
    sums.sort(key=lambda one: (_SEVERITY.index(one.severity), one.claim_ids))
    if not sums:
        return Linked((str(prose.says(language)["charts"]["parts"]), None))
    place = prose.where(known[sums[0].claim_ids[0]], language)
    return filled("{place}. {told}", place=place, told=prose.shown(sums[0], known, language))


def _drawn(found: Sequence[Row], laid: Frame) -> Sheet:
    page = sheet([_line(row, laid.language) for row in found], laid)
    page.axes.grid(False)
    page.axes.set_xticks([])
    page.axes.spines["bottom"].set_visible(False)
    longest = {row["whole_id"]: Decimal(1) for row in found}
    for row in found:
        if row["role"] == "over":
            whole = next(one["value"] for one in found if one["whole_id"] == row["whole_id"])
            longest[row["whole_id"]] = 1 + row["value"] / whole
    page.axes.set_xlim(0, float(max(longest.values(), default=Decimal(1))) * 1.02)
    whole, at = Decimal(1), Decimal(0)
    for number, row in enumerate(found):
        if row["role"] == "whole":
            whole, at = row["value"] or Decimal(1), Decimal(0)
        if row["value"] is None:
            continue
        start = {"whole": Decimal(0), "part": at, "short": at, "over": whole}[row["role"]]
        _bar(page, number, row, (float(start / whole), float(abs(row["value"]) / whole)))
        if row["role"] == "part":
            at += row["value"]
    return page


def _bar(page: Sheet, number: int, row: Row, span: tuple[float, float]) -> None:
    thick = min(page.thick, page.heights[number] * 0.6)
    look = LOOKS[row["role"]] | {"linewidth": 0.9, "clip_on": False}
    (bar,) = page.axes.barh([page.middles[number]], [span[1]], left=span[0], height=thick, **look)
    bar.set_url(f"{CLAIM}{row['claim_id']}")


def _line(row: Row, language: str) -> Line:
    about = prose.says(language)["charts"]
    if row["role"] in ("short", "over"):
        return Line(left=f"– {about[row['role']]}", value=row["amount"], ruled=False, claim_id=row["whole_id"])
    day = when(row["when"], language) if row["when"] else ""
    apart = [row["where"] if row["where"] != row["whole_where"] else "", day if day != row["whole_day"] else ""]
    left = row["where"] if row["role"] == "whole" else f"– {', '.join(filter(None, apart)) or about['part']}"
    if row["withheld"]:
        return Line(
            left=left, value=row["withheld"], blank=True, ruled=row["role"] == "whole", claim_id=row["claim_id"]
        )
    value = f"{gate.MARKS[row['verdict']]} {row['amount']}" if row["role"] == "whole" else str(row["amount"])
    outlet = prose.outlet(row["outlet"], language) if row["role"] == "whole" else ""
    return Line(left=left, value=value, notes=outlet, ruled=row["role"] == "whole", claim_id=row["claim_id"])
