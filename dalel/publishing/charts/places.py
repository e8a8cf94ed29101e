"""Values of one indicator by region."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from dalel.publishing import gate, names, prose
from dalel.publishing.charts import axis
from dalel.publishing.charts.around import Shown, chart, framed, said, subtitle
from dalel.publishing.charts.chart import Chart
from dalel.publishing.charts.marks import Mark, draw, keys, line, marks, plotted, values_of
from dalel.publishing.charts.sheet import Frame, Sheet, sheet
from dalel.publishing.linked import Linked
from dalel.publishing.tables.joining import Row, bodies, rows


def amounts(frame: pd.DataFrame, indicator: str, language: str, level: str = "contradicted") -> Chart:
    """Every value stated of `indicator` in the unit most have, the greatest first: one mark a statement, none added up.

    Values in other units are in no row: one axis has one unit. Nation and regions stand apart by their names.
    """
    chosen = bodies(frame)
    gated = rows(gate.at_level(chosen[chosen["indicator"] == indicator], level, language))
    unit = main_unit(marks(gated))
    shown = [row for row in gated if row["withheld"] or row["unit"] == unit]
    shown.sort(key=lambda row: (row["value"] is None, -(row["value"] or 0), row["claim_id"]))
    made = marks(shown)
    what = str(said("amounts", language, what=names.indicator_in_topic(indicator, language)))
    seen = Shown(frame=frame, found=[one.row for one in made], language=language, level=level)
    return of_marks(made, seen, what, _headline(made, language), unit)


def of_marks(made: Sequence[Mark], shown: Shown, what: str, title: Linked, unit: str | None) -> Chart:
    """A chart of marks on one axis of values; the subtitle says where the scale is logarithmic."""
    language = shown.language
    told = subtitle(what, unit, shown.found, language)
    if axis.is_log(values_of(made)):
        told = f"{told} · {prose.says(language)['charts']['log']}"
    around = framed(title, told, shown, keys(made, language))

    def drawn(laid: Frame) -> Sheet:
        lines = [line(one, names.region(one.row["region"], language, one.row["borders"]), language) for one in made]
        page = sheet(lines, laid)
        axis.values(page.axes, values_of(made), unit, language)
        for place, one in enumerate(made):
            if not one.blank:
                draw(page, place, one.row)
        return page

    return chart(drawn if made else None, around, title, plotted(made, language), shown.level)


def _headline(made: Sequence[Mark], language: str) -> Linked:
    shown = [one.row for one in made if not one.blank]
    if not shown:
        return Linked()
    greatest: Row = max(shown, key=lambda row: (row["value"], row["claim_id"]))
    told = prose.stated(greatest, language)
    return said("largest", language, told=told, count=str(len(shown))) if len(shown) > 1 else told


def main_unit(made: Sequence[Mark]) -> str | None:
    """The unit most of the values shown have; the first by name where several are equally frequent."""
    counts = Counter(one.row["unit"] for one in made if not one.blank)
    return min(counts, key=lambda unit: (-counts[unit], unit or ""), default=None)
