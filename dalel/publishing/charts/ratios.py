"""Stated shares against the ratio stated with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dalel.publishing import gate
from dalel.publishing.charts import axis
from dalel.publishing.charts.chart import Chart
from dalel.publishing.charts.lettering import drawable
from dalel.publishing.charts.sheet import GREY, INK, Frame, Line, Sheet, empty, sheet
from dalel.publishing.charts.source import nothing, source_line, titled
from dalel.publishing.tables.joining import Row, is_sample, rows
from dalel.publishing.tables.ratios import shares as compared_shares
from dalel.publishing.wording import label, word
from dalel.records import Finding


def shares(frame: pd.DataFrame, findings: Sequence[Finding], language: str, level: str = "contradicted") -> Chart:
    """One row a stated share or ratio: ◆ as stated, ○ as computed from the ratio, a line between them."""
    table = compared_shares(frame, findings, language, level)
    found = rows(table)
    title = titled(label("chart_shares", language), frame, language)
    sample = is_sample(frame)
    around = Frame(title=title, language=language, sample=sample, source=source_line(found, language))
    figure = _drawn(found, around).figure if found else empty(around, nothing(language))
    columns = ["claim_ids", "where", "stated_value", "computed_value", "stated", "ratio", "verdict", "withheld"]
    return Chart(figure=figure, plotted=table[columns], title=title, language=language, level=level, sample=sample)


def _drawn(found: Sequence[Row], around: Frame) -> Sheet:
    page = sheet([_line(row, around.language) for row in found], around)
    tops = [float(row[name]) for row in found for name in ("stated_value", "computed_value") if row[name] is not None]
    axis.percent(page.axes, max(tops, default=100.0), around.language)
    for number, row in enumerate(found):
        _pair(page, number, row)
    return page


def _line(row: Row, language: str) -> Line:
    about = drawable(row["what"]) or word("measures", "share", language)
    left = f"{row['where']}\n{about}"
    if row["withheld"]:
        return Line(left=left, value=row["withheld"], notes=row["outlet"], blank=True)
    mark = str(row["verdict"])[:1]
    stated = f"◆ {label('stated', language)}: {row['stated']}" if row["stated_value"] is not None else ""
    computed = ""
    if row["computed_value"] is not None:
        computed = f"○ {row['computed']} = {row['ratio']}"
    finding = row["finding"] if row["finding"] != "—" else ""
    verdict = " · ".join(filter(None, (row["verdict"], finding, row["outlet"])))
    value = stated or computed
    return Line(
        left=left, value=f"{mark} {value}", notes="\n".join(filter(None, (computed if stated else "", verdict)))
    )


def _pair(page: Sheet, number: int, row: Row) -> None:
    height = page.middles[number]
    stated, computed = (None if row[name] is None else float(row[name]) for name in ("stated_value", "computed_value"))
    look: dict[str, Any] = {"markeredgecolor": INK, "markeredgewidth": 1.1, "clip_on": False}
    if stated is not None and computed is not None:
        page.axes.plot([stated, computed], [height] * 2, color=GREY, linewidth=2.5, zorder=2)
    if computed is not None:
        page.axes.plot([computed], [height], marker="o", markersize=11, markerfacecolor="white", zorder=3, **look)
    if stated is not None:
        page.axes.plot([stated], [height], marker="D", markersize=5.5, markerfacecolor="#0b3c5d", zorder=4, **look)
    if str(row["verdict"]).startswith(gate.MARKS["contradicted"]):
        at = stated if stated is not None else computed
        page.axes.plot(
            [at], [height], marker="x", markersize=16, color=INK, markeredgewidth=1.4, zorder=5, clip_on=False
        )
