"""Dates told from the day of the text: "вчера", "в прошлом году", "биыл", "last year", "за 9 месяцев".

The words are in languages/*/dates.toml under [relative], with EXAMPLES; what they mean is counted from the publication
date. The months since January of an annual report ("за 9 месяцев", "за первое полугодие") are those of the current
year, or of the last one where the current year has not come so far.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import cache

from dalel import languages
from dalel.dates.words import alternation

YEAR_AFTER = re.compile(r"\s*((?:19|20)\d\d)(?!\d)")
REPORTED = (3, 6, 9)  # months that are reported on without the year being said; "за 2 месяца" is how long it took


@dataclass(frozen=True, slots=True)
class Relative:
    """`text[start:end]` means `edtf`; `kind` is day or year, or since for the months since January."""

    start: int
    end: int
    edtf: str
    kind: str


def find_relative(text: str, language: str, near: date | None) -> list[Relative]:
    """Every relative date of `text`, in order; none without the day `near` they are counted from."""
    if near is None:
        return []
    words = _words(language)
    low = text.lower() if len(text.lower()) == len(text) else "".join(c.lower()[:1] for c in text)
    found = []
    for match in words.pattern.finditer(low):
        label = words.labels[" ".join(match[0].split())]
        edtf, kind = _meant(label, near)
        if edtf is not None:
            found.append(Relative(match.start(), match.end(), edtf, kind))
    for match in words.months.finditer(low):
        year = YEAR_AFTER.match(low, match.end())
        months = int(match["number"]) if match["number"].isdigit() else words.numbers[match["number"]]
        if 2 < months < 12 and (year is not None or months in REPORTED):
            end = year.end() if year else match.end()
            edtf = _since_january(months, int(year[1]) if year else None, near)
            found.append(Relative(match.start(), end, edtf, "since"))
    return sorted(found, key=lambda one: (one.start, one.end))


@dataclass(frozen=True, slots=True)
class _Words:
    pattern: re.Pattern[str]
    labels: Mapping[str, str]  # words, single-spaced -> label
    months: re.Pattern[str]
    numbers: Mapping[str, int]


@cache
def _words(language: str) -> _Words:
    table = languages.load(language, "dates")["relative"]
    labels = {word: label for label, words in table["words"].items() for word in words}
    numbers = {word: number for number, words in enumerate(table["numbers"], start=3) for word in words}
    before = alternation(table["months_before"]) + r"\s*" if table["months_before"] else ""
    after = alternation(table["months_after"])
    number = rf"(?P<number>\d{{1,2}}|{alternation(numbers)})"
    return _Words(
        pattern=re.compile(rf"(?<!\w){alternation(labels)}(?!\w)"),
        labels=labels,
        months=re.compile(rf"(?<!\w){before}{number}\s*{after}(?!\w)"),
        numbers=numbers,
    )


def _meant(label: str, near: date) -> tuple[str | None, str]:
    """Label of the word file -> EDTF and kind: day-1, year+1, since3 (the first three months)."""
    if label.startswith("since"):
        return _since_january(int(label[5:]), None, near), "since"
    if not MINYEAR < near.year < MAXYEAR:  # no page is of such a day; its neighbours are no dates any more
        return None, label
    kind, step = re.fullmatch(r"([a-z]+)([+-]?\d+)", label).groups()  # type: ignore[union-attr]
    if kind == "day":
        return (near + timedelta(days=int(step))).isoformat(), kind
    if kind == "month":
        month = near.year * 12 + near.month - 1 + int(step)
        return f"{month // 12:04d}-{month % 12 + 1:02d}", kind
    return f"{near.year + int(step):04d}", kind


def _since_january(months: int, year: int | None, near: date) -> str:
    year = year or (near.year if near.month >= months else near.year - 1)
    return f"{year:04d}-01/{year:04d}-{months:02d}"
