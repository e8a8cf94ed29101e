"""A date as far as it is printed, and how a missing year is settled."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, a month or a day; a year that is not printed is None."""

    year: int | None
    month: int | None = None
    day: int | None = None

    @property
    def exists(self) -> bool:
        """False for 31 April; 29 February counts where the year is unknown."""
        if self.month is None:
            return True
        return 1 <= self.month <= 12 and (
            self.day is None or 1 <= self.day <= monthrange(self.year or 2000, self.month)[1]
        )

    @property
    def edtf(self) -> str:
        """Extended Date/Time Format (ISO 8601-2), level 1: "XXXX" for a year that is not known."""
        parts = [f"{self.year:04d}" if self.year else "XXXX"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def as_date(self) -> date | None:
        """The day; None where year, month or day is missing: a date is never completed with the first of something."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)


def nearest(moment: Moment, near: date, weekday: int | None) -> Moment | None:
    """`moment` in the year that brings it nearest to `near`; None if no such year agrees with a printed weekday.

    Years from one before to one after `near` are tried: a text that leaves the year out speaks of days that its reader
    has in mind. weekday: 0 is Monday.
    """
    years = (near.year - 1, near.year, near.year + 1)
    tried = [replace(moment, year=year) for year in years if MINYEAR <= year <= MAXYEAR]
    fitting = [m for m in tried if m.exists and _agrees(m, weekday)]
    return min(fitting, key=lambda m: abs((_middle(m) - near).days), default=None)


def latest(moment: Moment, until: date, weekday: int | None, days: int = 366) -> Moment | None:
    """`moment` in the last year in which it is not after `until`; None if over `days` ago or another weekday."""
    for year in (until.year, max(until.year - 1, MINYEAR)):
        found = replace(moment, year=year)
        if not found.exists or _middle(found) > until:
            continue
        return found if _agrees(found, weekday) and (until - _middle(found)).days <= days else None
    return None


def _agrees(moment: Moment, weekday: int | None) -> bool:
    day = moment.as_date()
    return weekday is None or day is None or day.weekday() == weekday


def _middle(moment: Moment) -> date:
    assert moment.year is not None
    return date(moment.year, moment.month or 7, moment.day or 15)
