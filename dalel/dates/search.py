"""Finds date expressions: looks at numbers, months and day words only, and tries the forms there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dalel.dates.forms import Form, number_forms, word_forms
from dalel.dates.moments import Moment
from dalel.dates.words import vocabulary

_NUMBER = re.compile(r"\d+")
_YEAR = 4  # digits
_MONTHS = 12
# a mark or a second day after a day; else the first letters of a word, after an ordinal's ending and a dash
_NEXT = re.compile(
    r"[./-]\d|\s?[-–—]\s?\d|\s+\w{1,5}\s+\d|(?:\s?-?[^\W\d_]{1,3}(?![^\W\d_]))?\s*+[-–—]?\s*+(?:of\s++)?([^\W\d_]{3})"
)
_SHORT = re.compile(r"\s+([^\W\d_]{3})(?![^\W\d_])")  # "20 мая": a short month, which is no ordinal's ending
_HEAD = 3  # letters of a word by which it is known not to begin a date


@dataclass(frozen=True, slots=True)
class Found:
    """A date expression: where it stands and what it says; `stop` is the end of a period."""

    start: int
    end: int
    moment: Moment
    stop: Moment | None = None


def search(text: str, low: str, english: bool) -> list[Found]:
    """All date expressions of `text` in order, none overlapping; `low` is the same in lower case, of the same length.

    english: "03/07/2023" may then be 7 March or 3 July, and is left alone.
    """
    found: list[Found] = []
    end, heads = 0, _heads()
    years, days, words = *_by_beginning(), word_forms()
    for start, stop in _anchors(low):
        if start < end:
            continue
        word = low[start:stop]
        number = word[0].isdecimal()
        if (number and not _may_begin(low, stop, word, heads)) or not _free_before(low, start, word):
            continue
        for form in words if not number else years if stop - start == _YEAR else days:
            one = _reading(form, text, low, start)
            if one is not None and not _doubtful(low[start : one.end], english):
                found.append(one)
                end = one.end
                break
    return found


def _anchors(low: str) -> list[tuple[int, int]]:
    """Where a number stands, or a word that begins as a month or a day does; each looked for on its own is faster."""
    found = [match.span() for match in _NUMBER.finditer(low)]
    for match in _named().finditer(low):
        before = low[match.start() - 1] if match.start() else " "
        if not before.isalnum() or before.isdecimal():  # at the beginning of the word
            found.append(match.span())
    return sorted(found)


def _reading(form: Form, text: str, low: str, start: int) -> Found | None:
    match = form.pattern.match(low, start)
    if match is None or not _free_after(low, match.end()):
        return None
    got = match.groupdict()
    if form.before is not None and not form.before.search(low[max(0, start - 24) : start]):
        return None
    if got.get("month") in vocabulary().capital_months and not text[match.start("month")].isupper():
        return None
    if got.get("month") in vocabulary().dotted_months and not (got.get("year") and got.get("day")):
        return None
    said = form.read(match)
    if said is None or not said[0].exists or (said[1] is not None and not said[1].exists):
        return None
    return Found(start, match.end(), *said)


def _may_begin(low: str, end: int, number: str, heads: frozenset[str]) -> bool:
    """Whether a date may begin with `number`: a year, or a day before a month, a mark or another day."""
    if len(number) == _YEAR:
        return number[:2] in ("19", "20")
    if len(number) > 2:
        return False
    short = _SHORT.match(low, end)
    if short is not None and short[1] in heads:
        return True
    following = _NEXT.match(low, end)
    return following is not None and (following[1] is None or following[1] in heads)


def _free_before(low: str, start: int, word: str) -> bool:
    """Nothing is joined on before it; letters glued to a year ("үшін2020") are let through: a space was lost there."""
    if start == 0:
        return True
    before = low[start - 1]
    if not word[0].isdigit():
        return not before.isalnum()
    if before.isalpha():
        return len(word) == 4
    return before not in "№#" and not (before in ".,/-:" and start > 1 and low[start - 2].isdigit())


def _free_after(low: str, end: int) -> bool:
    return end >= len(low) or not (low[end].isalnum() and low[end - 1].isalnum())


def _doubtful(printed: str, english: bool) -> bool:
    """Whether digits between slashes may be another day (in English), or none at all: "5/17/23" numbers a file."""
    slashed = re.match(r"(\d\d?)/(\d\d?)/(\d+)", printed)
    if slashed is None:
        return False
    if not english:
        return len(slashed[3]) < _YEAR
    return int(slashed[1]) <= _MONTHS and int(slashed[2]) <= _MONTHS and slashed[1] != slashed[2]


@lru_cache(maxsize=1)
def _by_beginning() -> tuple[tuple[Form, ...], tuple[Form, ...]]:
    """The forms that begin with a year, which has four digits, and those that begin with a day, which has not."""
    years = tuple(form for form in number_forms() if form.pattern.pattern.startswith("(?P<year>"))
    return years, tuple(form for form in number_forms() if form not in years)


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    """Words that begin as a month or a day does, also within longer words; by their first letter, which most lack."""
    heads = sorted(head for head in _heads() if head.isalpha())  # "он " of "он екінші" heads no word
    first = sorted({head[0] for head in heads})
    rest = {letter: "|".join(head[1:] for head in heads if head[0] == letter) for letter in first}
    return re.compile("|".join(rf"{letter}(?:{rest[letter]})[^\W\d_]*" for letter in first))


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    v = vocabulary()
    return frozenset(word[:_HEAD] for word in (*v.months, *v.days))
