"""Joins two dates into the period they bound: "с июня 2021 по сентябрь 2023", "2021 жылғы маусымнан ... дейін"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from dalel.dates.moments import Moment
from dalel.dates.search import Found
from dalel.dates.words import vocabulary

_DASH = re.compile(r"\s?[-–—]\s?")


def join(low: str, found: list[Found]) -> list[Found]:
    """`found` with every two that bound a period made one; both must be of one kind (days, months or years)."""
    joined: list[Found] = []
    for one in found:
        if joined and (period := _period(low, joined[-1], one)):
            joined[-1] = period
        else:
            joined.append(one)
    return joined


def _period(low: str, first: Found, last: Found) -> Found | None:
    if first.stop or last.stop or _kind(first.moment) != _kind(last.moment) or not _connected(low, first, last):
        return None
    start, stop = first.moment, last.moment
    if start.year is None and stop.year is not None:
        start = replace(start, year=stop.year - (_order(start)[1:] > _order(stop)[1:]))
    if stop.year is None and start.year is not None:
        stop = replace(stop, year=start.year)
    if _order(start) >= _order(stop):
        return None
    return Found(first.start, last.end, start, stop)


def _connected(low: str, first: Found, last: Found) -> bool:
    between = low[first.end : last.start]
    if _DASH.fullmatch(between):
        return True
    opens, connects, closes = _patterns()
    return bool(
        connects.fullmatch(between)
        and (opens.search(low[max(0, first.start - 12) : first.start]) or closes.match(low, last.end))
    )


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = vocabulary().any_of
    return (
        re.compile(rf"(?:^|\W){words['from']}\s+$"),
        re.compile(rf"\s+(?:{words['to']}\s+)?"),
        re.compile(rf"\s+{words['after_to']}(?!\w)"),
    )


def _kind(moment: Moment) -> tuple[bool, bool]:
    return moment.month is None, moment.day is None


def _order(moment: Moment) -> tuple[int, int, int]:
    return moment.year or 0, moment.month or 0, moment.day or 0
