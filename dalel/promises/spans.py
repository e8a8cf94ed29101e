""" "Within three years": so many days, weeks, months or years from the day of the page."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import MAXYEAR, date, timedelta
from functools import cache

from dalel.promises.words import any_of, words
from dalel.records.promises import Due

DAYS = {"day": 1, "week": 7}
MOST = 50  # of any unit: more is no term that anybody promises for


def spans(low: str, language: str, said: date) -> list[Due]:
    """Terms told from the day `said`, as deadlines of `low` (lower case, folded)."""
    pattern, numbers, units = _pattern(language)
    found = []
    for match in pattern.finditer(low):
        told = match["a"] or match["b"] or match["c"]
        count = int(told) if told.isdigit() else numbers[" ".join(told.split())]
        unit = units[" ".join((match["ua"] or match["ub"] or match["uc"]).split())]
        last = _after(said, count, unit) if 0 < count <= MOST else None
        if last is not None:
            found.append(
                Due(
                    field="", start=match.start(), end=match.end(), words="", last=last, strict=None,
                    precision="term", limit=True, rule=f"within: {count} {unit}",
                )
            )  # fmt: skip
    return found


def _after(said: date, count: int, unit: str) -> date | None:
    if unit in DAYS:
        return said + timedelta(days=count * DAYS[unit])
    month = said.year * 12 + said.month - 1 + count * (12 if unit == "year" else 1)
    year, number = month // 12, month % 12 + 1
    return date(year, number, min(said.day, calendar.monthrange(year, number)[1])) if year < MAXYEAR else None


@cache
def _pattern(language: str) -> tuple[re.Pattern[str], Mapping[str, int], Mapping[str, str]]:
    table = words(language).spans
    numbers = {form: count for count, forms in enumerate(table.numbers, start=1) for form in forms}
    units = {form: unit for unit, forms in table.units.items() for form in forms}
    number, unit = rf"\d{{1,2}}|{any_of(numbers)}", any_of(units)
    past = "".join(rf"(?<!{re.escape(word)}\s)" for word in sorted(table.since))
    return (
        re.compile(
            rf"(?<!\w)(?:{any_of(table.before)}\s+(?P<a>{number})\s+(?P<ua>{unit})"
            rf"|{past}(?P<b>{number})\s+(?P<ub>{unit})\s+{any_of(table.behind)}"
            rf"|{past}(?P<c>{number})\s+(?P<uc>{any_of(table.alone)}))(?!\w)"
        ),
        numbers,
        units,
    )
