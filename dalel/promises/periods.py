"""Periods that a deadline may be told by: days, months, years, quarters, seasons, school years, days with a name.

A period without a printed year is the next one to come after the day of the page. School years begin on 1 September
and end on 25 May, the day the yearly order of the ministry has set since 2016; the heating season begins on 15 October
(earlier in the north) and ends on 15 April; the building season ends on 31 October.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, timedelta
from functools import cache

from dalel.dates import find_dates
from dalel.promises.words import any_of, words
from dalel.records.promises import Precision

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}  # the month they begin in
TERMS = {"school_year": ((9, 1), (5, 25)), "heating": ((10, 15), (4, 15)), "building": ((4, 1), (10, 31))}
ALONE = re.compile(r"\s+((?:19|20)\d\d)(?!\d)")  # "Q3 2025", "spring 2026": a year without a word for it
GLUE = 12  # characters between a quarter, half or season and its year


@dataclass(frozen=True, slots=True)
class Period:
    """`low[start:end]` names a period from `first` to `last`; `bare` needs the word for its end beside it."""

    start: int
    end: int
    first: date
    last: date
    precision: Precision
    name: str  # day, month, year, quarter, half, season, school_year, heating, building, holiday, week
    bare: bool = False


def periods(text: str, low: str, language: str, said: date) -> list[Period]:
    """Every period named in `text` (folded; `low` is the same in lower case), as seen from the day `said`; none
    overlapping.
    """
    printed = list(_printed(text, low, language, said))
    years = [*(one for one in printed if one.name == "year"), *_relative(low, language, said)]
    found = [
        *_divided(low, language, said, years), *_seasons(low, language, said, years), *_terms(low, language, said),
        *_holidays(low, language, said), *printed, *_relative(low, language, said), *_bare(low, language, said),
    ]  # fmt: skip
    kept: list[Period] = []
    for one in sorted(found, key=lambda one: (one.bare, one.start - one.end)):  # the longest first
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def last_of(edtf: str) -> date:
    """The last day of an EDTF day, month or year."""
    year, month, day = ([int(part) for part in edtf.split("-")] + [0, 0])[:3]
    return date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])


def first_of(edtf: str) -> date:
    """The first day of an EDTF day, month or year."""
    return date(*([int(part) for part in edtf.split("-")] + [1, 1])[:3])


def _printed(text: str, low: str, language: str, said: date) -> Iterator[Period]:
    school = re.compile(rf"\s*{any_of(words(language).periods.school_year)}")
    for one in find_dates(text, language, said):
        if "X" in one.edtf or "0000" in one.edtf:
            continue
        begin, _, end = one.edtf.partition("/")
        first, last = first_of(begin), last_of(end or begin)
        if one.basis != "printed" and last < said and last.year < MAXYEAR:
            first, last = _later(first), last_of(f"{last.year + 1}{(end or begin)[4:]}")
        precision: Precision = ("year", "month", "day")[(end or begin).count("-")]
        stop = school.match(low, one.end)
        if stop or school.search(low, one.start, one.end):
            (month, day), (till_month, till_day) = TERMS["school_year"]
            first, last = date(first.year, month, day), date(max(last.year, first.year), till_month, till_day)
            yield Period(one.start, stop.end() if stop else one.end, first, last, "year", "school_year")
        else:
            yield Period(one.start, one.end, first, last, precision, precision)


def _divided(low: str, language: str, said: date, years: list[Period]) -> Iterator[Period]:
    for name, months in (("quarter", 3), ("half", 6)):
        for match in _ordered(language, name).finditer(low):
            number = _number(language, match["ordinal"] or match["behind"])
            if number * months > 12:
                continue
            first = date(said.year, (number - 1) * months + 1, 1)
            last = last_of(f"{said.year}-{number * months:02d}")
            one = Period(match.start(), match.end(), first, last, "quarter" if months == 3 else "half-year", name)
            yield _in_year(one, low, said, years)


def _seasons(low: str, language: str, said: date, years: list[Period]) -> Iterator[Period]:
    for name, forms in words(language).seasons.items():
        month = SEASONS[name]
        for match in _whole(tuple(forms)).finditer(low):
            first, end = date(said.year, month, 1), month + 2
            last = last_of(f"{said.year + end // 13}-{(end - 1) % 12 + 1:02d}")
            yield _in_year(Period(match.start(), match.end(), first, last, "season", "season"), low, said, years)


def _in_year(one: Period, low: str, said: date, years: list[Period]) -> Period:
    """The period in the year named beside it, else the next one to come."""
    for year in years:
        behind = 0 <= year.start - one.end <= GLUE and re.fullmatch(
            r"\s*(?:of\s+)?(?:the\s+)?", low[one.end : year.start]
        )
        before = 0 <= one.start - year.end <= GLUE and low[year.end : one.start].strip() in ("", "-")
        if year.name == "year" and (behind or before):
            moved = year.first.year - one.first.year
            one = replace(one, start=min(one.start, year.start), end=max(one.end, year.end))
            return replace(one, first=_later(one.first, moved), last=_month_end(_later(one.last, moved)))
    if alone := ALONE.match(low, one.end):
        moved = int(alone[1]) - one.first.year
        last = _month_end(_later(one.last, moved))
        return replace(one, end=alone.end(), first=_later(one.first, moved), last=last)
    return one if one.last >= said else replace(one, first=_later(one.first), last=_month_end(_later(one.last)))


def _terms(low: str, language: str, said: date) -> Iterator[Period]:
    """School years and seasons of work: the one to begin next, unless it is under way."""
    for name, ((month, day), (till_month, till_day)) in TERMS.items():
        for match in _whole(getattr(words(language).periods, name)).finditer(low):
            last = date(said.year, till_month, till_day)
            last = last if last >= said else _later(last)
            first = date(said.year, month, day)
            first = first if first >= said else _later(first)
            yield Period(match.start(), match.end(), first, last, "season", name)


def _holidays(low: str, language: str, said: date) -> Iterator[Period]:
    for told, forms in words(language).holidays.items():
        day = date.fromisoformat(f"{said.year}-{told}")
        day = day if day >= said else _later(day)
        for match in _whole(tuple(forms)).finditer(low):
            yield Period(match.start(), match.end(), day, day, "day", "holiday")


def _relative(low: str, language: str, said: date) -> Iterator[Period]:
    for name, ahead in words(language).relative.items():
        for number, forms in ahead.items():
            first, last = _stretch(name, int(number), said)
            for match in _whole(tuple(forms)).finditer(low):
                yield Period(match.start(), match.end(), first, last, name, name)


def _bare(low: str, language: str, said: date) -> Iterator[Period]:
    for name in ("year", "month", "quarter"):
        first, last = _stretch(name, 0, said)
        for match in _whole(getattr(words(language).periods, name)).finditer(low):
            yield Period(match.start(), match.end(), first, last, name, name, bare=True)


def _stretch(name: str, ahead: int, said: date) -> tuple[date, date]:
    """First and last day of the week, month, quarter or year that lies `ahead` periods after the one of `said`."""
    if name == "week":
        monday = said - timedelta(days=said.weekday()) + timedelta(weeks=ahead)
        return monday, monday + timedelta(days=6)
    if name == "year":
        return date(said.year + ahead, 1, 1), date(said.year + ahead, 12, 31)
    months = 3 if name == "quarter" else 1
    begin = said.year * 12 + (said.month - 1) // months * months + ahead * months
    end = begin + months - 1
    return date(begin // 12, begin % 12 + 1, 1), last_of(f"{end // 12}-{end % 12 + 1:02d}")


def _later(day: date, years: int = 1) -> date:
    year = min(MAXYEAR, max(1, day.year + years))
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))


def _month_end(day: date) -> date:
    return last_of(f"{day:%Y-%m}")


@cache
def _whole(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(forms)}(?!\w)")


@cache
def _ordered(language: str, name: str) -> re.Pattern[str]:
    """An ordinal and the name behind it, or, of one letter ("Q3"), the number behind the name."""
    ordinal = any_of(form for forms in words(language).ordinals.values() for form in forms)
    names = getattr(words(language).periods, name)
    letter = any_of(form for form in names if len(form) == 1)
    long = any_of(form for form in names if len(form) > 1)
    return re.compile(rf"(?<!\w)(?:(?P<ordinal>{ordinal})\s*{long}|{letter}(?P<behind>[1-4]))(?!\w)")


def _number(language: str, word: str) -> int:
    if word.isdigit():
        return int(word)
    plain = " ".join(word.split())
    return next(int(number) for number, forms in words(language).ordinals.items() if plain in forms)
