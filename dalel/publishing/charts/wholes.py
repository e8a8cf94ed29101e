"""Parts of a whole, as stated, and what they leave unaccounted for."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pandas as pd

from dalel.publishing import gate
from dalel.publishing.charts.chart import Chart
from dalel.publishing.charts.lettering import drawable
from dalel.publishing.charts.sheet import INK, Frame, Line, Sheet, empty, sheet
from dalel.publishing.charts.source import nothing, source_line, titled
from dalel.publishing.tables.joining import Row, is_sample, rows
from dalel.publishing.tables.wholes import parts as stated_parts
from dalel.publishing.wording import brief, label, word
from dalel.records import Finding

FILLS = (("#0b3c5d", ""), ("#9fc2cf", "///"), ("#e6d3a3", "..."), ("#d9d9d9", "xxx"), ("#ffffff", "\\\\\\"))


def parts(frame: pd.DataFrame, findings: Sequence[Finding], language: str, level: str = "contradicted") -> Chart:
    """One bar for each whole, under it its parts. Parts that a check has added up follow one another, and what they
    leave open or exceed is drawn; other parts each start from zero, since they may overlap.
    """
    table = stated_parts(frame, findings, language, level)
    found = _with_gaps(rows(table), language)
    title = titled(label("chart_parts", language), frame, language)
    sample = is_sample(frame)
    around = Frame(title=title, language=language, sample=sample, source=source_line(found, language))
    figure = _drawn(found, around).figure if found else empty(around, nothing(language))
    columns = ["claim_ids", "whole_id", "role", "value", "unit", "amount", "where", "verdict", "withheld"]
    return Chart(figure=figure, plotted=table[columns], title=title, language=language, level=level, sample=sample)


def _with_gaps(found: Sequence[Row], language: str) -> list[Row]:
    """The rows with, after the parts of each whole that were added up, a row for what is missing or too much."""
    result: list[Row] = []
    for whole_id in dict.fromkeys(row["whole_id"] for row in found):
        group = [row for row in found if row["whole_id"] == whole_id]
        result += group
        values = [row["value"] for row in group]
        if not group[0]["exclusive"] or any(value is None for value in values):
            continue
        open_part = values[0] - sum(values[1:], Decimal(0))
        if open_part:
            amount = brief(abs(open_part), None, group[0]["unit"], "exact", language)
            rounded = group[0]["severity"] in ("holds", "note")
            name = "rounding" if rounded else "missing" if open_part > 0 else "exceeds"
            what = label(name, language)
            result.append({**group[0], "role": "gap", "value": abs(open_part), "amount": amount, "what": what})
    return result


def _drawn(found: Sequence[Row], around: Frame) -> Sheet:
    page = sheet([_line(row, around.language) for row in found], around)
    page.axes.grid(False)
    page.axes.set_xticks([])
    page.axes.spines["bottom"].set_visible(False)
    page.axes.set_xlim(0, 1.08)
    whole, at, part = Decimal(1), Decimal(0), 0
    for number, row in enumerate(found):
        if row["role"] == "whole":
            whole, at, part = row["value"] or Decimal(1), Decimal(0), 0
        if row["value"] is None:
            continue
        start = at if row["exclusive"] and row["role"] == "part" else Decimal(0)
        if row["role"] == "gap":
            start = min(at, whole)
        _bar(page, number, (float(start / whole), float(row["value"] / whole)), _fill(row, part))
        if row["role"] == "part":
            at, part = at + row["value"], part + 1
    return page


def _fill(row: Row, part: int) -> tuple[str, str]:
    if row["role"] == "whole":
        return "#555555", ""
    return ("white", "") if row["role"] == "gap" else FILLS[part % len(FILLS)]


def _bar(page: Sheet, number: int, span: tuple[float, float], fill: tuple[str, str]) -> None:
    thick = min(0.2, page.heights[number] * 0.6)
    dashes = "--" if fill == ("white", "") else "-"
    look = {"facecolor": fill[0], "hatch": fill[1], "edgecolor": INK, "linewidth": 0.9, "linestyle": dashes}
    page.axes.barh([page.middles[number]], [span[1]], left=span[0], height=thick, clip_on=False, **look)


def _line(row: Row, language: str) -> Line:
    if row["role"] == "gap":
        return Line(left=f"– {row['what']}", value=row["amount"], ruled=False)
    about = drawable(row["what"]) or word("measures", f"ratio_{row['role']}", language)
    left = row["where"] if row["role"] == "whole" else f"– {about}"
    if row["withheld"]:
        return Line(left=left, value=row["withheld"], notes=about, blank=True, ruled=row["role"] == "whole")
    notes = about if row["role"] == "whole" else ""
    value = f"{gate.MARKS[row['verdict']]} {row['amount']}"
    return Line(left=left, value=value, notes=notes, ruled=row["role"] == "whole")
