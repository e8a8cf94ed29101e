"""What was stated of one indicator for which date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd

from dalel.dates.periods import period
from dalel.publishing import gate, names, prose
from dalel.publishing.charts import axis
from dalel.publishing.charts.around import Shown, chart, framed, said, subtitle
from dalel.publishing.charts.chart import Chart
from dalel.publishing.charts.marks import LOOKS, UNTOLD, Mark, keys, line, marks, plotted
from dalel.publishing.charts.sheet import GREY, INK, Frame, Sheet, sheet
from dalel.publishing.charts.svg import CLAIM
from dalel.publishing.linked import Linked, joined
from dalel.publishing.tables.joining import bodies, rows
from dalel.publishing.tables.sentences import said as stated_value
from dalel.publishing.wording import when


def timeline(frame: pd.DataFrame, indicator: str, language: str, level: str = "contradicted") -> Chart:
    """One row a statement, by the date it is about: a mark for a day, a bar for a month, year or period. Statements
    without a date come last and have no mark.
    """
    chosen = bodies(frame)
    gated = rows(gate.at_level(chosen[chosen["indicator"] == indicator], level, language))
    gated.sort(key=lambda row: (period(row["as_of"]) or (date.max, date.max), row["region"] or "", row["claim_id"]))
    made = marks(gated)
    what = str(said("timeline", language, what=names.indicator_in_topic(indicator, language)))
    found = [one.row for one in made]
    title = _headline(made, indicator, language)
    told = subtitle(what, None, found, language)
    shown = [key for key in keys(made, language) if key.name not in _value_keys(language)]
    around = framed(title, told, Shown(frame=frame, found=found, language=language, level=level), shown)
    return chart((lambda laid: _drawn(made, laid)) if made else None, around, title, plotted(made, language), level)


def _value_keys(language: str) -> set[str]:
    """Names of keys about values: there is no axis of values here."""
    return {prose.says(language)["charts"][name] for name in ("bound", "about", "range")}


def _headline(made: Sequence[Mark], indicator: str, language: str) -> Linked:
    """The first and the last dated value."""
    dated = [one.row for one in made if not one.blank and period(one.row["as_of"])]
    ends = dated[:1] + (dated[-1:] if len(dated) > 1 else [])
    told = [said("at", language, value=stated_value(row, language), date=when(row["as_of"], language)) for row in ends]
    return said("then", language, what=names.indicator(indicator, language), values=joined("; ", told))


def _drawn(made: Sequence[Mark], laid: Frame) -> Sheet:
    language = laid.language
    lines = [line(one, names.region(one.row["region"], language, one.row["borders"]), language) for one in made]
    page = sheet(lines, laid)
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
    look = LOOKS.get(one.row["status"] or "", UNTOLD)
    edge = {"markeredgecolor": INK, "markeredgewidth": 1.1, "markersize": 8, "clip_on": False}
    (point,) = page.axes.plot([(start + end) / 2], [height], zorder=3, **edge, **look)
    point.set_url(f"{CLAIM}{one.row['claim_id']}")
    if one.row["verdict"] == "contradicted":
        cross = {"marker": "x", "markersize": 13, "color": INK, "markeredgewidth": 1.4, "clip_on": False}
        page.axes.plot([(start + end) / 2], [height], zorder=4, **cross)
