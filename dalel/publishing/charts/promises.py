"""What was announced, contracted and called done in one topic, region by region."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dalel.publishing import names
from dalel.publishing.charts.around import Shown, said
from dalel.publishing.charts.chart import Chart
from dalel.publishing.charts.marks import Mark, marks
from dalel.publishing.charts.places import main_unit, of_marks
from dalel.publishing.linked import Linked
from dalel.publishing.tables.joining import Row
from dalel.publishing.tables.promises import STEPS, steps
from dalel.publishing.tables.sentences import said as value_of
from dalel.publishing.wording import word


def statuses(
    frame: pd.DataFrame, topic: str, language: str, level: str = "contradicted", measure: str = "device_count"
) -> Chart:
    """Values of one kind (`measure`, or "money") and one unit in the regions of which something was announced or
    contracted, in the order announced, contracted or allocated, called done. Nothing joins or subtracts them: the steps
    of a region seldom count the same thing.
    """
    found: list[Row] = []
    for key, about in steps(frame, level, language).items():
        if key[:2] == (topic, measure) and any(row["step"] != "delivered" for row in about):
            found += sorted(about, key=lambda row: (STEPS.index(row["step"]), row["as_of"] or "~", row["claim_id"]))
    unit = main_unit(marks(found))
    found = [row for row in found if row["withheld"] or row["unit"] == unit]
    order = {code: place for place, code in enumerate(names.region_order())}
    found.sort(key=lambda row: (order.get(row["region"], len(order)), row["borders"] or ""))
    made = marks(found)
    about_what = f"{names.indicator(topic, language)}, {word('measures', measure, language)}"
    what = str(said("steps", language, what=about_what))
    shown = Shown(frame=frame, found=found, language=language, level=level)
    return of_marks(made, shown, what, _headline(made, what, language), unit)


def _headline(made: Sequence[Mark], what: str, language: str) -> Linked:
    """The region with the greatest announcement of which something is called done, too."""
    shown = [one.row for one in made if not one.blank]
    best: tuple[Row, Row] | None = None
    for row in shown:
        ready = [one for one in shown if one["region"] == row["region"] and one["step"] == "delivered"]
        if row["step"] == "announced" and row["region"] and ready and (best is None or row["value"] > best[0]["value"]):
            best = row, max(ready, key=lambda one: (one["value"], one["claim_id"]))
    if best is None:
        return Linked((what, None))
    place = names.region(best[0]["region"], language, best[0]["borders"])
    announced, done = (value_of(row, language) for row in best)
    return said("promised", language, place=place, announced=announced, done=done)
