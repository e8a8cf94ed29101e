"""Values of one indicator by region."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from dalel.publishing import gate, names
from dalel.publishing.charts import axis
from dalel.publishing.charts.chart import Chart
from dalel.publishing.charts.marks import Mark, draw, largest, line, marks
from dalel.publishing.charts.sheet import Frame, Sheet, sheet
from dalel.publishing.charts.source import source_line
from dalel.publishing.charts.stated import stated
from dalel.publishing.tables.joining import Row, bodies, is_sample, rows
from dalel.publishing.wording import label


def amounts(frame: pd.DataFrame, indicator: str, language: str, level: str = "contradicted") -> Chart:
    """Every value stated of `indicator`, by region (in the borders meant): one mark a statement, none added up.

    Values in another unit than most keep their row and words but have no mark: one axis has one unit.
    """
    chosen = bodies(frame)
    gated = rows(gate.at_level(chosen[chosen["indicator"] == indicator], level, language))
    order = {code: place for place, code in enumerate(names.region_order())}
    gated.sort(key=lambda row: (order.get(row["region"], len(order)), row["borders"] or "", *_in_time(row)))
    title = label("chart_amounts", language, indicator=names.indicator_in_topic(indicator, language))
    made = marks(gated)
    around = Frame(title=title, language=language, sample=is_sample(frame), source=source_line(gated, language))
    return stated(made, around, level, _drawn)


def _drawn(made: Sequence[Mark], around: Frame) -> Sheet:
    language = around.language
    unit = main_unit(made)
    titled = Frame(
        title=around.title,
        language=language,
        sample=around.sample,
        source=around.source,
        axis=axis.title(unit, language),
    )
    lines = [line(one, names.region(one.row["region"], language, one.row["borders"]), language) for one in made]
    page = sheet(lines, titled)
    same = [one for one in made if one.row["unit"] == unit]
    axis.values(page.axes, largest(same), unit, language)
    for place, one in enumerate(made):
        if not one.blank and one.row["unit"] == unit:
            draw(page, place, one.row)
    return page


def main_unit(made: Sequence[Mark]) -> str | None:
    """The unit most of the values shown have; the first by name where several are equally frequent."""
    counts = Counter(one.row["unit"] for one in made if not one.blank)
    return min(counts, key=lambda unit: (-counts[unit], unit or ""), default=None)


def _in_time(row: Row) -> tuple[bool, str, str]:
    return row["as_of"] is None, row["as_of"] or "", row["claim_id"]
