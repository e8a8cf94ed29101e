"""Dates as news prints them in Kazakh (three scripts), Russian and English. Never guessed to the first of January.

Rules: month and weekday names of the three languages (languages/*/dates.toml, each with EXAMPLES and NOT_EXAMPLES);
numeric dates are day first, as in Kazakhstan. Written as EDTF, ISO 8601-2 (Library of Congress, 2019), level 1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from dalel.dates.intervals import join
from dalel.dates.moments import Moment, latest, nearest
from dalel.dates.relative import Relative as Relative
from dalel.dates.relative import find_relative as find_relative
from dalel.dates.search import Found, search
from dalel.dates.words import alternation, vocabulary

_YEAR_BEHIND = re.compile(r"\.?[ \u00a0\u202f,،/(–—-]{0,3}(?:19|20)\d\d(?![\d.,]?\d)")


@dataclass(frozen=True, slots=True)
class DateMention:
    """`text[start:end]` is a date or period; `edtf` what it says, "XXXX" for a year neither printed nor settled.

    basis: printed (the year stands there) | near (settled by the date given) | weekday (and a printed weekday agrees)
    | yearless.
    """

    start: int
    end: int
    edtf: str
    basis: str


def find_dates(text: str, language: str, near: date | None = None) -> list[DateMention]:
    """Every date of `text`, in order: days, months, years, and periods ("2023/2024", "2020-09-01/2020-09-15").

    A missing year is the one that brings the date nearest to `near`, unless a weekday printed beside it forbids that.
    """
    low = _lower(text)
    return [_mention(low, found, near) for found in join(low, search(text, low, language == "en"))]


def parse_date(text: str, language: str, near: date | None = None) -> date | None:
    """The first full day in a date line; a missing year is settled so that the day is the last one not after `near`.

    None where no day is printed, or its year is neither printed nor settled, or the printed weekday contradicts it.
    """
    low = _lower(text)
    for found in search(text, low, language == "en"):
        moment: Moment | None = found.moment
        if moment and moment.day and not moment.year and near and not _year_stands(low, found.end):
            moment = latest(moment, near, weekday_beside(low, found.start, found.end))
        if moment and (day := moment.as_date()):
            return day
    return None


def weekday_beside(low: str, start: int, end: int) -> int | None:
    """The weekday (0 is Monday) printed within 24 characters of `low[start:end]` on its line."""
    before = low[max(0, start - 24) : start].rpartition("\n")[2]
    after = low[end : end + 24].partition("\n")[0]
    return next((day for part in (after, before) if (day := find_weekday(part)) is not None), None)


def find_weekday(low: str) -> int | None:
    """The first weekday named in lower-cased text; 0 is Monday."""
    match = _weekdays().search(low)
    words = vocabulary()
    return {**words.short_weekdays, **words.weekdays}[match[0]] if match else None


def weekday_words() -> tuple[str, ...]:
    """Names of weekdays in all languages, in lower case."""
    return tuple(sorted(vocabulary().weekdays))


def _mention(low: str, found: Found, near: date | None) -> DateMention:
    moment, basis = found.moment, "printed"
    if moment.year is None and found.stop is not None and found.stop.year is None and near:
        last = nearest(
            found.stop, near, None
        )  # "between January and October": the end is the nearest, not the beginning
        moment = replace(moment, year=last.year) if last else moment
        basis = "near"
    if moment.year is None and _year_stands(low, found.end):
        basis = "yearless"
    elif moment.year is None:
        weekday = weekday_beside(low, found.start, found.end)
        settled = nearest(moment, near, weekday) if near else None
        basis = "yearless" if settled is None else "weekday" if weekday is not None else "near"
        moment = settled or moment
    edtf = moment.edtf
    if found.stop is not None:
        stop = found.stop if found.stop.year else Moment(moment.year, found.stop.month, found.stop.day)
        edtf = f"{edtf}/{stop.edtf}"
    return DateMention(found.start, found.end, edtf, basis)


def _year_stands(low: str, end: int) -> bool:
    """Whether a number like a year follows a date without one: no date is better than a near one."""
    return _YEAR_BEHIND.match(low, end) is not None


def _lower(text: str) -> str:
    """`text` in lower case, every character in its place (the lower case of "İ" is two characters)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@lru_cache(maxsize=1)
def _weekdays() -> re.Pattern[str]:
    words = vocabulary()
    return re.compile(rf"(?<!\w)(?:{alternation(words.weekdays)}(?!\w)|{alternation(words.short_weekdays)}(?=[.,،]))")
