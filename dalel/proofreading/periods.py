"""As-of dates (EDTF) as days from and to: whether two may be of one time."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

_PART = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
MOST_YEARS = 12  # of a period whose every year is a feature


@lru_cache(20_000)
def bounds(edtf: str | None) -> tuple[date, date] | None:
    """The first and last day that an as-of date may mean; None where it tells none."""
    parts = [_PART.match(part) for part in (edtf or "").split("/")]
    told = [part for part in parts if part]
    if not told:
        return None
    return _day(told[0], last=False), _day(told[-1], last=True)


def _day(part: re.Match[str], last: bool) -> date:
    year, month, day = (int(one) if one else 0 for one in part.groups())
    month = month or (12 if last else 1)
    return date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))


def overlap(one: str | None, other: str | None) -> bool | None:
    """Whether two dates may be of one time; None where either is not told."""
    a, b = bounds(one), bounds(other)
    return None if a is None or b is None else a[0] <= b[1] and b[0] <= a[1]


def years(edtf: str | None) -> range:
    """The years of a date; none where it tells none or tells an age."""
    told = bounds(edtf)
    if told is None or told[1].year - told[0].year > MOST_YEARS:
        return range(0)
    return range(told[0].year, told[1].year + 1)
