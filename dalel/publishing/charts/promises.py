"""What was announced, contracted and delivered in one topic, region by region."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dalel.publishing import names
from dalel.publishing.charts import axis
from dalel.publishing.charts.chart import Chart
from dalel.publishing.charts.marks import Mark, draw, largest, line, marks
from dalel.publishing.charts.places import main_unit
from dalel.publishing.charts.sheet import Frame, Sheet, sheet
from dalel.publishing.charts.source import source_line
from dalel.publishing.charts.stated import stated
from dalel.publishing.tables.joining import Row, is_sample
from dalel.publishing.tables.promises import STEPS, steps
from dalel.publishing.wording import label, word


def statuses(
    frame: pd.DataFrame, topic: str, language: str, level: str = "contradicted", measure: str = "device_count"
) -> Chart:
    """Values of one kind (`measure`, or "money") in the regions of which something was announced or contracted, in the
    order announced, contracted or allocated, delivered. Nothing joins or subtracts them: the steps of a region seldom
    count the same thing, so each says what it counts.
    """
    found: list[Row] = []
    for key, about in steps(frame, level, language).items():
        if key[:2] == (topic, measure) and any(row["step"] != "delivered" for row in about):
            ordered = sorted(about, key=lambda row: (STEPS.index(row["step"]), row["as_of"] or "~", row["claim_id"]))
            found += ordered
    order = {code: place for place, code in enumerate(names.region_order())}
    found.sort(key=lambda row: (order.get(row["region"], len(order)), row["borders"] or ""))
    about_what = f"{names.indicator(topic, language)}, {word('measures', measure, language)}"
    title = label("chart_statuses", language, indicator=about_what)
    made = marks(found)
    around = Frame(title=title, language=language, sample=is_sample(frame), source=source_line(found, language))
    return stated(made, around, level, _drawn)


def _drawn(made: Sequence[Mark], around: Frame) -> Sheet:
    language, unit = around.language, main_unit(made)
    lefts = [names.region(one.row["region"], language, one.row["borders"]) for one in made]
    titled = Frame(
        title=around.title,
        language=language,
        sample=around.sample,
        source=around.source,
        axis=axis.title(unit, language),
    )
    page = sheet([line(one, left, language) for one, left in zip(made, lefts, strict=True)], titled)
    drawn = [number for number, one in enumerate(made) if not one.blank and one.row["unit"] == unit]
    axis.values(page.axes, largest([made[number] for number in drawn]), unit, language)
    for number in drawn:
        draw(page, number, made[number].row)
    return page
