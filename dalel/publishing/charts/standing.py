"""How far the claims are confirmed."""

from __future__ import annotations

import pandas as pd

from dalel.publishing import gate
from dalel.publishing.charts.chart import Chart
from dalel.publishing.charts.marks import origins
from dalel.publishing.charts.sheet import INK, Frame, Line, Sheet, empty, sheet
from dalel.publishing.charts.source import nothing, source_line, titled
from dalel.publishing.tables import counts
from dalel.publishing.tables.joining import is_sample, rows
from dalel.publishing.wording import label

FILLS = {
    "verified": ("#0b3c5d", ""),
    "adds-up": ("#4f86a6", "////"),
    "single-source": ("#9fc2cf", ""),
    "contradicted": ("#ffffff", "xxxx"),
    "rejected": ("#ffffff", "...."),
}


def verdicts(frame: pd.DataFrame, language: str) -> Chart:
    """One bar a verdict: how many claims have it, and from how many origins."""
    table = counts.verdicts(frame, language)
    title = titled(label("chart_verdicts", language), frame, language)
    sample = is_sample(frame)
    source = source_line(rows(frame), language)
    around = Frame(title=title, language=language, sample=sample, axis=label("claims_axis", language), source=source)
    figure = _drawn(table, around).figure if len(frame) else empty(around, nothing(language))
    return Chart(figure=figure, plotted=table, title=title, language=language, level="rejected", sample=sample)


def _drawn(table: pd.DataFrame, around: Frame) -> Sheet:
    language = around.language
    found = rows(table)
    lines = [
        Line(left=row["verdict"], value=str(row["claims"]), notes=origins(row["origins"], language)) for row in found
    ]
    page = sheet(lines, around)
    page.axes.set_xlim(0, max(row["claims"] for row in found) * 1.05 or 1)
    page.axes.xaxis.get_major_locator().set_params(integer=True, nbins=4)
    for place, (row, verdict) in enumerate(zip(found, gate.LEVELS, strict=True)):
        colour, hatch = FILLS[verdict]
        look = {"facecolor": colour, "hatch": hatch, "edgecolor": INK, "linewidth": 0.9}
        page.axes.barh([page.middles[place]], [row["claims"]], height=0.24, **look)
    return page
