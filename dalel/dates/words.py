"""The date words of all languages, compiled into the pieces the forms are built from.

One vocabulary for all: a Russian page stamps "29 Желтоқсан 2025", a Kazakh one "29 Декабрь 2025".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dalel import languages

LANGUAGES = ("kk", "ru", "en")
_LISTS = (
    "month_endings", "bare_endings", "year", "years", "year_suffixes", "day_suffixes", "before_closing_year",
    "before_bare_year", "before_month", "after_month", "from", "to", "after_to", "and",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Word -> number for months, weekdays and days; regular expressions for the lists of languages/*/dates.toml."""

    months: Mapping[str, int]  # 1-12
    capital_months: frozenset[str]  # months only where they begin with a capital letter: "May"
    weekdays: Mapping[str, int]  # 0 is Monday
    days: Mapping[str, int]
    days_after_month: Mapping[str, int]
    any_of: Mapping[str, str]  # name of a list -> group matching any of its words


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The words of languages/*/dates.toml."""
    files = [languages.load(language, "dates") for language in LANGUAGES]
    return Vocabulary(
        months=_numbered(files, "months", 1),
        capital_months=frozenset(_numbered([file for file in files if file.get("capital_months")], "months", 1)),
        weekdays=_numbered(files, "weekdays", 0),
        days=_numbered(files, "days", 1),
        days_after_month=_numbered(files, "days_after_month", 1),
        any_of={name: alternation(word for file in files for word in file[name]) for name in _LISTS},
    )


def alternation(words: Iterable[str]) -> str:
    """A group that matches any of `words`, the longest first; a space in a word matches any run of spaces."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"


def _numbered(files: list[dict[str, Any]], key: str, first: int) -> dict[str, int]:
    return {
        word: number for file in files for number, words in enumerate(file.get(key, []), start=first) for word in words
    }
