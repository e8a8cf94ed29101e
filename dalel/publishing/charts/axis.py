"""Axes in the reader's language: values with their unit, shares in percent, days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from matplotlib.ticker import FixedLocator, FuncFormatter, LogLocator, MaxNLocator, NullLocator

from dalel.publishing.wording import brief, label, number, unit_name

WIDE_APART = 30  # from here on a linear axis crowds the smaller values at its foot


def is_log(drawn: Sequence[Decimal]) -> bool:
    """Whether the values differ so much that they need a logarithmic scale."""
    positive = [value for value in drawn if value > 0]
    return len(positive) == len(drawn) > 1 and max(positive) > WIDE_APART * min(positive)


def values(axes: Any, drawn: Sequence[Decimal], unit: str | None, language: str) -> None:
    """From zero, or on a logarithmic scale from below the least, to a little over the greatest, with few ticks written
    as amounts; no ticks where nothing is drawn.
    """
    top = float(max(drawn, default=Decimal(0)))
    if not top:
        axes.set_xticks([])
        return
    if is_log(drawn):
        axes.set_xscale("log")
        axes.set_xlim(float(min(drawn)) / 2, top * 2)
        axes.xaxis.set_major_locator(LogLocator(base=10, numticks=5))
        axes.xaxis.set_minor_locator(NullLocator())
        axes.xaxis.set_major_formatter(FuncFormatter(lambda at, _: _tick(at, unit, language)))
        return
    axes.set_xlim(0, top * 1.16)
    axes.xaxis.set_major_locator(MaxNLocator(nbins=3, steps=[1, 2, 2.5, 5, 10], integer=top >= 4))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda at, _: _tick(at, unit, language)))


def title(unit: str | None, language: str) -> str:
    """What the numbers on the axis are: "in schools"; "" for bare numbers and those with a sign of their own (₸, %)."""
    name = "" if _has_sign(unit) else unit_name(unit, language)
    return label("scale_axis", language, unit=name) if name else ""


def percent(axes: Any, drawn: Sequence[Decimal], language: str) -> None:
    """From a little below the least share to a little above the greatest, so that 41 and 41.83 % stand apart."""
    low, high = (float(edge(drawn)) for edge in (min, max)) if drawn else (0.0, 100.0)
    space = max(1.5, (high - low) * 0.08)
    axes.set_xlim(low - space, high + space)
    axes.xaxis.set_major_locator(MaxNLocator(nbins=4, steps=[1, 2, 2.5, 5, 10], integer=high - low > 4))
    axes.xaxis.set_major_formatter(
        FuncFormatter(lambda at, _: f"{number(Decimal(repr(round(float(at), 4))), language)} %")
    )


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
