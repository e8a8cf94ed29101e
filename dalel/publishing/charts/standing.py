"""How far the claims are confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dalel.publishing import prose
from dalel.publishing.charts.around import Shown, chart, framed, said, subtitle
from dalel.publishing.charts.chart import Chart
from dalel.publishing.charts.marks import origins
from dalel.publishing.charts.sheet import INK, Frame, Line, Sheet, sheet
from dalel.publishing.linked import Linked, joined
from dalel.publishing.tables import counts
from dalel.publishing.tables.joining import Row, rows
from dalel.publishing.wording import word

FILLS: dict[str, dict[str, Any]] = {
    "verified": {"facecolor": "#1d5b3d"},
    "adds-up": {"facecolor": "#0b3c5d"},
    "single-source": {"facecolor": "#9fc2cf"},
    "contradicted": {"facecolor": "#ffffff", "hatch": "////"},
    "rejected": {"facecolor": "#ffffff", "hatch": "\\\\"},
}


def verdicts(frame: pd.DataFrame, language: str) -> Chart:
    """One bar a verdict that occurs: how many claims have it, and from how many origins."""
    table = counts.verdicts(frame, language)
    table = table[table["claims"] > 0].reset_index(drop=True)
    found = rows(table)
    title = _headline(found, len(frame), language)
    told = subtitle(prose.says(language)["charts"]["verdicts"], None, rows(frame), language)
    around = framed(title, told, Shown(frame=frame, found=rows(frame), language=language, level="rejected"), ())
    plotted = table[["verdict", "claims", "origins", "claim_ids"]]
    return chart((lambda laid: _drawn(found, laid)) if found else None, around, title, plotted, "rejected")


def _headline(found: Sequence[Row], count: int, language: str) -> Linked:
    parts = [
        said("standing_part", language, name=word("verdicts", row["code"], language), count=str(row["claims"]))
        for row in found
    ]
    return said("standing", language, all=str(count), counts=joined(", ", parts))


def _drawn(found: Sequence[Row], laid: Frame) -> Sheet:
    lines = [
        Line(left=row["verdict"], value=str(row["claims"]), notes=origins(row["origins"], laid.language))
        for row in found
    ]
    page = sheet(lines, laid)
    page.axes.set_xlim(0, max(row["claims"] for row in found) * 1.05)
    page.axes.xaxis.get_major_locator().set_params(integer=True, nbins=4)
    for place, row in enumerate(found):
        look = FILLS[row["code"]] | {"edgecolor": INK, "linewidth": 0.9}
        page.axes.barh([page.middles[place]], [row["claims"]], height=page.thick, **look)
    return page
