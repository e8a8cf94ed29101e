"""An EDTF date or period -> its first and last day."""

from __future__ import annotations

import calendar
import re
from datetime import date

_POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


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
