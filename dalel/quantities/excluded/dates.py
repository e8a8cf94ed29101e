"""Days, hours and years, which count nothing: 5 мая, с 9 до 18 часов, 2024; and when four digits count after all."""

from __future__ import annotations

import re

from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.preceding import Left
from dalel.quantities.words.word import Word

YEARS = range(1900, 2101)
RECENT = range(1990, 2051)
SHORT = range(10, 100)  # years by their last two digits
AFTER = re.compile(r"[ \u00a0]([^\W\d_]+)")
DATE_TAIL = re.compile(r"[ \u00a0,]{0,2}(?:[^\W\d_]+[ \u00a0,.]{1,2})?((?:19|20)[0-9]{2})(?![0-9])")
DAY = 24  # hours
HOUR = r"(?:[01]?[0-9]|2[0-4])\.([0-5][0-9])(?![0-9])"
CLOCK = re.compile(rf"{HOUR}(?:[-–—]{HOUR})?")


def of_month(draft: Draft, entry: Word, lexicon: Lexicon) -> bool:
    """Whether the number behind a month is its day or its year: қыркүйектің 2-і, September 2."""
    if lexicon.inflects:
        return entry.case.endswith("genitive") and draft.value <= 31
    return lexicon.manner.month_first and draft.digits and draft.value < 2100


def from_to_date(draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """с 10 до 15 мая, с 9 до 18 часов: days of a month and hours of a day; the draft ends with them."""
    match = lexicon.patterns.span.match(text, draft.end)
    entry = lexicon.find(match[2]) if match else None
    if match is None or entry is None:
        return False
    if not entry.month and not (lexicon.continental and entry.code == "hour" and int(match[1]) <= DAY):
        return False
    draft.end = match.end()
    return True


def is_year(draft: Draft) -> bool:
    """Whether the value can be the number of a year: printed or said in full, without decimals."""
    return isinstance(draft.value, int) and (draft.value in YEARS or (1000 <= draft.value < 1900 and draft.digits))


def in_short(draft: Draft, entry: Word, end: int, text: str, lexicon: Lexicon) -> bool:
    """Whether two digits name a year of which a part follows: 19 жылдың ақыры."""
    if not draft.digits or draft.value not in SHORT or not entry.text.endswith(lexicon.genitive):
        return False
    match = AFTER.match(text, end)
    return match is not None and match[1] in lexicon.year_parts


def years(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether the ends of a range are years: the 2021-2022 school year counts no schools."""
    low, high = draft.value, draft.upper
    return (
        lexicon.manner.month_first
        and low in YEARS
        and high in YEARS
        and draft.end - draft.start == 9
        and int(high or 0) - int(low) <= 12
    )


def led(draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether four digits before a noun are a year all the same: "In 1987 schools closed"; «в 2018 школы перешли»,
    where the number would ask for another form; but "заменили 2018 окон".
    """
    if draft.unit != word.NOUN or draft.scale or draft.upper is not None or not draft.digits:
        return False
    if draft.value not in YEARS or draft.number_end - draft.core_start != 4 or draft.lead not in lexicon.year_before:
        return False
    form = text[draft.end : draft.noun_end]
    return not lexicon.uncounted or (form.endswith(lexicon.uncounted) and int(draft.value) % 10 not in (2, 3, 4))


def bare_year(text: str, draft: Draft) -> bool:
    """A number like 2024 that counts nothing named and has no approximator is a year."""
    if draft.unit or draft.value not in YEARS or not isinstance(draft.value, int):
        return False
    if draft.upper is not None:
        return draft.upper in YEARS and draft.upper - draft.value <= 12 and draft.digits
    if draft.modality != "exact" and not (
        draft.digits and draft.value in RECENT and draft.core_end - draft.core_start == 4
    ):
        return False
    if not draft.digits:
        return draft.scale == 1000 and draft.case.endswith("locative")
    return not draft.scale and draft.number_end - draft.core_start == 4


def clock(draft: Draft, text: str, left: Left, lexicon: Lexicon) -> bool:
    """Whether a bare 19.30 is a time of day: behind "в" or "до", at the full hour, or with another (9.00-18.00)."""
    match = CLOCK.match(text, draft.core_start)
    if match is None or match.end() > draft.core_end:
        return False
    if draft.upper is not None:
        return match[2] is not None
    return (lexicon.continental and match[1] == "00") or left.word in lexicon.before_clock


def end_of_date(text: str, end: int) -> int:
    """Behind a day and month, where its year ends too."""
    match = DATE_TAIL.match(text, end)
    return match.end() if match else end
