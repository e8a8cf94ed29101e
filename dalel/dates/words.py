"""The date words of all languages, compiled into the pieces the forms are built from.

One vocabulary for all: a Russian page stamps "29 Желтоқсан 2025", a Kazakh one "29 Декабрь 2025".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dalel import languages
from dalel.dates import cldr

LANGUAGES = ("kk", "ru", "en")
_SHORT = 3  # letters of a short name
_LISTS = (
    "month_endings", "bare_endings", "year", "years", "year_suffixes", "day_suffixes", "before_closing_year",
    "before_bare_year", "before_month", "after_month", "from", "to", "after_to", "and",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Word -> number for months, weekdays and days; regular expressions for the lists of languages/*/dates.toml."""

    months: Mapping[str, int]  # 1-12
    dotted_months: frozenset[str]  # short names that are one only with their dot, beside a day and a year: "там."
    capital_months: frozenset[str]  # months only where they begin with a capital letter: "May"
    weekdays: Mapping[str, int]  # 0 is Monday
    short_weekdays: Mapping[str, int]  # "чт", "sat": words of other meanings, too, unless a mark follows
    days: Mapping[str, int]
    days_after_month: Mapping[str, int]
    any_of: Mapping[str, str]  # name of a list -> group matching any of its words


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The words of languages/*/dates.toml."""
    files = [languages.load(language, "dates") for language in LANGUAGES]
    own = _numbered(files, "months", 1)
    capital = set(_numbered([file for file in files if file.get("capital_months")], "months", 1))
    short = dict(_short_months(files))
    capital |= {name for width in ("wide", "abbreviated") for name, _, needs in cldr.months(width) if needs}
    capital |= {f"{name}." for name in capital if f"{name}." in short}
    return Vocabulary(
        months={name: number for name, number, _ in cldr.months("wide")} | short | own,
        dotted_months=frozenset(name for name in short if name not in own and name[:-1] not in own),
        capital_months=frozenset(capital),
        weekdays=dict(cldr.weekdays("wide")) | _numbered(files, "weekdays", 0),
        short_weekdays=dict(cldr.weekdays("abbreviated")),
        days=_numbered(files, "days", 1),
        days_after_month=_numbered(files, "days_after_month", 1),
        any_of={name: alternation(word for file in files for word in file[name]) for name in _LISTS},
    )


def _short_months(files: list[dict[str, Any]]) -> Iterator[tuple[str, int]]:
    """Short names, each with its dot: those of CLDR, and the first letters of long names, which Kazakh in Latin script
    and old pages have. Without a dot only those of languages/*/dates.toml: "там", "қар" and "мам" are words.
    """
    whole = {name for name, _, _ in cldr.months("wide")}
    for file in files:
        for number, names in enumerate(file["months"], start=1):
            yield from ((f"{name[:_SHORT]}.", number) for name in names if len(name) > _SHORT + 1)
    yield from ((f"{name}.", number) for name, number, _ in cldr.months("abbreviated") if name not in whole)


def alternation(words: Iterable[str]) -> str:
    """A group that matches any of `words`, the longest first; a space in a word matches any run of spaces."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"


def _numbered(files: list[dict[str, Any]], key: str, first: int) -> dict[str, int]:
    return {
        word: number for file in files for number, words in enumerate(file.get(key, []), start=first) for word in words
    }
