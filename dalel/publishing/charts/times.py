"""What was stated of one indicator for which date."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date

import pandas as pd

from dalel.publishing import gate, names
from dalel.publishing.charts import axis
from dalel.publishing.charts.chart import Chart
from dalel.publishing.charts.marks import LOOKS, Mark, line, marks
from dalel.publishing.charts.sheet import GREY, INK, Frame, Sheet, sheet
from dalel.publishing.charts.source import source_line
from dalel.publishing.charts.stated import stated
from dalel.publishing.tables.joining import bodies, is_sample, rows
from dalel.publishing.wording import label

_POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def timeline(frame: pd.DataFrame, indicator: str, language: str, level: str = "contradicted") -> Chart:
    """One row a statement, by the date it is about: a mark for a day, a bar for a month, year or period. The number of
    origins stands beside it. Statements without a date come last and have no mark.
    """
    chosen = bodies(frame)
    gated = rows(gate.at_level(chosen[chosen["indicator"] == indicator], level, language))
    gated.sort(key=lambda row: (period(row["as_of"]) or (date.max, date.max), row["region"] or "", row["claim_id"]))
    title = label("chart_timeline", language, indicator=names.indicator_in_topic(indicator, language))
    made = marks(gated)
    around = Frame(title=title, language=language, sample=is_sample(frame), source=source_line(gated, language))
    return stated(made, around, level, _drawn)


def period(edtf: str | None) -> tuple[date, date] | None:
    """First and last day of an EDTF date or period; None where it is open, unknown or no such date."""
    if not edtf:
        return None
    first, slash, last = edtf.partition("/")
    start, end = _days(first), _days(last) if slash else _days(first)
    if start is None or end is None:
        known = end or start
        return (known[1], known[1]) if known else None
    return start[0], end[1]


def _days(text: str) -> tuple[date, date] | None:
    found = _POINT.fullmatch(text.rstrip("?~%"))
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        if day:
            return first, first
        return first, date(first.year, month or 12, calendar.monthrange(first.year, month or 12)[1])
    except ValueError:
        return None


def _drawn(made: Sequence[Mark], around: Frame) -> Sheet:
    language = around.language
    lines = [line(one, names.region(one.row["region"], language, one.row["borders"]), language) for one in made]
    page = sheet(lines, around)
    spans = [period(one.row["as_of"]) for one in made]
    known = [day for one, span in zip(made, spans, strict=True) if span and not one.blank for day in span]
    if known:
        axis.days(page.axes, min(known), max(known))
    else:
        page.axes.set_xticks([])
    for number, (one, span) in enumerate(zip(made, spans, strict=True)):
        if span and not one.blank:
            _mark(page, number, one, span)
    return page


def _mark(page: Sheet, number: int, one: Mark, span: tuple[date, date]) -> None:
    height, start, end = page.middles[number], span[0].toordinal(), span[1].toordinal()
    if end > start:
        page.axes.plot([start, end], [height] * 2, color=GREY, linewidth=3, solid_capstyle="butt", zorder=2)
    look = LOOKS.get(one.row["status"], LOOKS["actual"])
    edge = {"markeredgecolor": INK, "markeredgewidth": 1.1, "markersize": 8, "clip_on": False}
    page.axes.plot([(start + end) / 2], [height], zorder=3, **edge, **look)
    if one.row["verdict"] == "contradicted":
        cross = {"marker": "x", "markersize": 13, "color": INK, "markeredgewidth": 1.4, "clip_on": False}
        page.axes.plot([(start + end) / 2], [height], zorder=4, **cross)
