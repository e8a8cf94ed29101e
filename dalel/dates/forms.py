"""The forms in which a date is printed: each a pattern, tried where a number, a month or a day word begins.

Patterns match lower-cased text; <NAMES> stand for the pieces that `_pieces` builds from the words of all languages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dalel.dates.moments import Moment
from dalel.dates.words import Vocabulary, alternation, vocabulary

Said = tuple[Moment, Moment | None]  # a moment, and the end of a period


@dataclass(frozen=True, slots=True)
class Form:
    """A pattern, what its match says (None: no date after all), and what must stand before it."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Said | None]
    before: re.Pattern[str] | None = None


def _full(match: re.Match[str]) -> Said | None:
    """A month with what is printed of its day, last day and year."""
    got = match.groupdict()
    year = _whole(got["year"]) if got.get("year") else None
    month = vocabulary().months[got["month"]]
    first = Moment(year, month, _day(got.get("day")))
    if not got.get("last"):
        return first, None
    last = Moment(year, month, _day(got["last"]))
    return (first, last) if (first.day or 0) < (last.day or 0) else None


def _whole(printed: str) -> int:
    """A year of two digits is one of this century, or of the last where that lies far ahead."""
    year = int(printed.lstrip("'’"))
    return year if year > 99 else year + (2000 if year < _LAST_CENTURY else 1900)


def _numeric(match: re.Match[str]) -> Said | None:
    """Day first, as in all three languages here; month first where only that can be; else none."""
    day, month, year = int(match["day"]), int(match["number"]), match["year"]
    if (
        len(year) == 2
        and match["mark"] != "/"
        and not (match["mark"] == "." and len(match["day"]) == len(match["number"]) == 2)
    ):
        return None
    if month > 12 and match["mark"] == "/":
        day, month = month, day
    return Moment(int(year) if len(year) == 4 else 2000 + int(year), month, day), None


def _iso(match: re.Match[str]) -> Said | None:
    return Moment(int(match["year"]), int(match["number"]), int(match["day"])), None


def _year(match: re.Match[str]) -> Said | None:
    return Moment(int(match["year"])), None


def _years(match: re.Match[str]) -> Said | None:
    first, last = int(match["year"]), int(match["until"])
    if last < 100:
        last += first // 100 * 100
    return (Moment(first), Moment(last)) if first < last <= first + 30 else None


def _day(printed: str | None) -> int | None:
    if printed is None or printed.isdigit():
        return int(printed) if printed else None
    words = re.sub(r"\s+", " ", printed)
    return {**vocabulary().days, **vocabulary().days_after_month}[words]


_LAST_CENTURY = 70  # '69 is taken for 2069, '70 for 1970, as POSIX nearly does

# what a number may begin, the more telling form first
_NUMBERS: tuple[tuple[str, Callable[[re.Match[str]], Said | None], str | None], ...] = (
    (
        r"(?P<year><Y>)(?P<mark>[-/.])(?P<number>\d\d)(?P=mark)(?P<day>\d\d)(?:<TIME>|<YEARWORD>)?(?!\d)",
        _iso,
        None,
    ),
    (
        r"(?P<day>\d\d?)(?P<mark>[-/.])(?P<number>\d\d?)(?P=mark)(?P<year><Y>|\d\d)(?!\d|[.,]\d)<YEARWORD>?",
        _numeric,
        None,
    ),
    (r"(?P<day><D>)(?:<DASH>|\s+<TO>\s+)(?P<last><D>)<DAYEND><SEP><M>(?:<GAP>(?P<year><Y>)<YEARWORD>?)?", _full, None),
    (r"(?P<day><D>)<DAYEND><SEP><M><GAP>(?P<year><Y>)<YEARWORD>?", _full, None),
    (r"(?P<day><D>)<DAYEND><SEP><M>\.\s*(?P<year><Y>)<YEARWORD>?<LINEEND>", _full, None),
    (r"(?P<day><D>)<DAYEND><SEP><M><GAP>(?P<year>\d\d)<YEARWORD>", _full, None),
    (r"(?P<day><D>)<DAYEND><SEP><M>\s+(?P<year>['’]\d\d)(?!\d)", _full, None),
    (r"(?P<year><Y>)<YEARWORD>?[,،]?\s+(?P<day><D>)<DAYEND><SEP><M>", _full, None),
    (r"(?P<year><Y>)<YEARWORD>\s+<M>(?:\s+<MONTHWORD>)?", _full, None),
    (r"(?P<year><Y>)(?:<DASH>|/|\s+<TO>\s+)(?P<until><Y>|\d\d)<YEARS>", _years, None),
    (r"(?P<year><Y>)(?:<DASH>|\s+<TO>\s+)(?P<until><Y>)", _years, "YEAR"),
    (r"(?P<year><Y>)\s+<AND>\s+(?P<until><Y>)(?:<YEARS>|<YEARWORD>)", _years, None),
    (r"(?P<year><Y>)\s+<AND>\s+(?P<until><Y>)(?!\d|[.,]\d)", _years, "BAREYEAR"),
    (r"(?P<year><Y>)<YEARWORD>", _year, None),
    (r"(?P<year><Y>)(?!\d|[.,]\d)", _year, "BAREYEAR"),
    (r"(?P<year><Y>)(?=\s*(?:$|[.,;:!?)\"»”](?!\d)))", _year, "YEAR"),
    (r"(?P<day><D>)<DAYEND><SEP><M>", _full, None),
)
# what a month or a day word may begin
_WORDS: tuple[tuple[str, Callable[[re.Match[str]], Said | None], str | None], ...] = (
    (r"<CAPITALMONTH>\s+(?P<day><D>)(?:st|nd|rd|th)?(?:[,،]?\s+(?P<year><Y>|['’]\d\d(?!\d)))?", _full, None),
    (r"(?P<day><ORDINAL>)\s+(?:of\s+)?<M>(?:[,،]?\s+(?P<year><Y>)<YEARWORD>?)?", _full, None),
    (r"<M>\s+(?P<day><DAYAFTER>)", _full, None),
    (r"<M><GAP>(?P<year><Y>)<YEARWORD>?", _full, None),
    (r"<M>\s+<MONTHWORD>", _full, None),
    (r"<BAREMONTH>", _full, None),
    (r"<M>", _full, "MONTH"),
)


@lru_cache(maxsize=1)
def number_forms() -> tuple[Form, ...]:
    """The forms that begin with a digit."""
    return _built(_NUMBERS)


@lru_cache(maxsize=1)
def word_forms() -> tuple[Form, ...]:
    """The forms that begin with a month or a day in words."""
    return _built(_WORDS)


def _built(forms: tuple[tuple[str, Callable[[re.Match[str]], Said | None], str | None], ...]) -> tuple[Form, ...]:
    v = vocabulary()
    pieces, before = _pieces(v), _before(v)
    return tuple(
        Form(re.compile(re.sub(r"<([A-Z]+)>", lambda m: pieces[m[1]], pattern)), read, before[needs] if needs else None)
        for pattern, read, needs in forms
    )


def _pieces(v: Vocabulary) -> Mapping[str, str]:
    words, end = v.any_of, r"(?![^\W\d_])"
    return {
        "D": r"(?:[12]\d|3[01]|0?[1-9])(?!\d)",
        "Y": r"(?:19|20)\d\d",
        "DASH": r"\s?[-–—]\s?",
        "TIME": r"(?:t[\d:.]+(?:z|[+-][\d:]+)?)",
        "GAP": r"(?:[,،]?\s+|(?<=\.)|[-/])",  # between a month and its year
        "LINEEND": r"(?=\s*(?:$|[,;:|)\n]|\d\d?:\d\d))",
        "TO": words["to"],
        "AND": words["and"],
        "SEP": r"\s*[-–—]?\s*(?:of\s+)?",
        "M": rf"(?P<month>{alternation(v.months)})(?:-?{words['month_endings']})?{end}",
        "BAREMONTH": rf"(?P<month>{alternation(v.months)})-?{words['bare_endings']}{end}",
        "CAPITALMONTH": rf"(?P<month>{alternation(v.capital_months)}){end}",
        "MONTHWORD": words["after_month"] + end,
        "YEARWORD": (
            rf"(?:(?:\s*{words['year']}|-\s?{words['year_suffixes']}(?:\s+{words['year']})?"
            rf"|\s?-\s?{words['year']}){end})"
        ),
        "YEARS": rf"(?:\s*(?:{words['years']}|{words['year']}){end})",
        "DAYEND": rf"(?:\s?-?{words['day_suffixes']}{end})?",
        "ORDINAL": alternation(v.days),
        "DAYAFTER": alternation(v.days_after_month),
    }


def _before(v: Vocabulary) -> Mapping[str, re.Pattern[str]]:
    """Patterns for the end of the text before an expression."""
    words = v.any_of
    either = f"(?:{words['before_closing_year']}|{words['before_bare_year']})"
    return {
        "YEAR": re.compile(rf"(?:^|[^\w]){either}\s+$"),
        "BAREYEAR": re.compile(rf"(?:^|[^\w]){words['before_bare_year']}[\s-]+$"),
        "MONTH": re.compile(rf"(?:^|[^\w]){words['before_month']}[\s-]+$"),
    }
