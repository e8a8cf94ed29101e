"""Axes in the reader's language: values with their unit, shares in percent, days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator

from dalel.publishing.wording import brief, label, number, unit_name


def values(axes: Any, top: float, unit: str | None, language: str) -> None:
    """From zero to a little over `top`, with few ticks written as amounts; no ticks where nothing is drawn."""
    if not top:
        axes.set_xticks([])
        return
    axes.set_xlim(0, top * 1.16)
    axes.xaxis.set_major_locator(MaxNLocator(nbins=3, steps=[1, 2, 2.5, 5, 10], integer=top >= 4))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda at, _: _tick(at, unit, language)))


def title(unit: str | None, language: str) -> str:
    """What the numbers on the axis are: "in schools"; "" for bare numbers and those with a sign of their own (₸, %)."""
    name = "" if _has_sign(unit) else unit_name(unit, language)
    return label("scale_axis", language, unit=name) if name else ""


def percent(axes: Any, top: float, language: str) -> None:
    """0 to 100 %, further only where a share is greater."""
    axes.set_xlim(0, max(100.0, top * 1.05))
    axes.xaxis.set_major_locator(FixedLocator([0, 25, 50, 75, 100]))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda at, _: f"{number(Decimal(int(at)), language)} %"))


def days(axes: Any, first: date, last: date) -> None:
    """A calendar from `first` to `last` with years, months or days as ISO writes them: the same in every language."""
    span = max((last - first).days, 30)
    axes.set_xlim(first.toordinal() - span * 0.06, last.toordinal() + span * 0.06)
    ticks = _ticks(first, last, span)
    axes.xaxis.set_major_locator(FixedLocator([day.toordinal() for day, _ in ticks]))
    axes.set_xticklabels([name for _, name in ticks])


def _ticks(first: date, last: date, span: int) -> list[tuple[date, str]]:
    years = range(first.year, last.year + 2)
    months = [date(year, month, 1) for year in years for month in range(1, 13)]
    low, high = date.fromordinal(first.toordinal() - int(span * 0.06)), last.toordinal() + span * 0.06
    inside = [day for day in months if low <= day and day.toordinal() <= high]
    yearly = [day for day in inside if day.month == 1]
    if len(yearly) >= 3:
        step = -(-len(yearly) // 5)
        return [(day, str(day.year)) for day in yearly[::step]]
    step = -(-len(inside) // 4) or 1
    return [(day, day.isoformat()[:7]) for day in inside[::step]]


def _tick(at: float, unit: str | None, language: str) -> str:
    value = Decimal(repr(round(float(at), 6))).normalize()
    return brief(value, None, unit if _has_sign(unit) else None, "exact", language)


def _has_sign(unit: str | None) -> bool:
    return unit == "percent" or (unit is not None and len(unit) == 3 and unit.isupper())
