"""Days, hours and years, which count nothing: 5 мая, с 9 до 18 часов, 2024; and when four digits count after all."""

from __future__ import annotations

import re

from dalel.quantities.excluded.refused import DATED, Refusal
from dalel.quantities.words import word
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.preceding import Left
from dalel.quantities.words.sight import Expression, Sight
from dalel.quantities.words.word import Word

YEARS = range(1900, 2101)
RECENT = range(1990, 2051)
SHORT = range(10, 100)  # years by their last two digits
AFTER = re.compile(r"[ \u00a0]([^\W\d_]+)")
DATE_TAIL = re.compile(r"[ \u00a0,]{0,2}(?:[^\W\d_]+[ \u00a0,.]{1,2})?((?:19|20)[0-9]{2})(?![0-9])")
DAY = 24  # hours
HOUR = r"(?:[01]?[0-9]|2[0-4])\.([0-5][0-9])(?![0-9])"
CLOCK = re.compile(rf"{HOUR}(?:[-–—]{HOUR})?")


def of_month(sight: Sight, entry: Word) -> bool:
    """Whether the number behind a month is its day or its year: қыркүйектің 2-і, September 2."""
    if sight.lexicon.inflects:
        return entry.case.endswith("genitive") and sight.value <= 31
    return sight.lexicon.manner.month_first and sight.digits and sight.value < 2100


def from_to_date(sight: Sight) -> Refusal | None:
    """с 10 до 15 мая, с 9 до 18 часов: days of a month and hours of a day."""
    lexicon = sight.lexicon
    match = lexicon.patterns.span.match(sight.text, sight.end)
    entry = lexicon.find(match[2]) if match else None
    if match is None or entry is None:
        return None
    if not entry.month and not (lexicon.continental and entry.code == "hour" and int(match[1]) <= DAY):
        return None
    return Refusal(DATED, match.end())


def is_year(seen: Expression) -> bool:
    """Whether the value can be the number of a year: printed or said in full, without decimals."""
    return isinstance(seen.value, int) and (seen.value in YEARS or (1000 <= seen.value < 1900 and seen.digits))


def in_short(seen: Expression, entry: Word, end: int, lexicon: Lexicon) -> bool:
    """Whether two digits name a year of which a part follows: 19 жылдың ақыры."""
    if not seen.digits or seen.value not in SHORT or not entry.text.endswith(lexicon.genitive):
        return False
    match = AFTER.match(seen.text, end)
    return match is not None and match[1] in lexicon.year_parts


def years(seen: Expression, lexicon: Lexicon) -> bool:
    """Whether the ends of a range are years: the 2021-2022 school year counts no schools."""
    low, high = seen.value, seen.upper
    return (
        lexicon.manner.month_first
        and low in YEARS
        and high in YEARS
        and seen.end - seen.start == 9
        and int(high or 0) - int(low) <= 12
    )


def led(seen: Expression, lexicon: Lexicon) -> bool:
    """Whether four digits before a noun are a year all the same: "In 1987 schools closed"; «в 2018 школы перешли»,
    where the number would ask for another form; but "заменили 2018 окон".
    """
    if seen.unit != word.NOUN or seen.scale or seen.upper is not None or not seen.digits:
        return False
    if seen.value not in YEARS or seen.number_end - seen.core_start != 4 or seen.lead not in lexicon.year_before:
        return False
    form = seen.text[seen.end : seen.noun_end]
    return not lexicon.uncounted or (form.endswith(lexicon.uncounted) and int(seen.value) % 10 not in (2, 3, 4))


def bare_year(seen: Expression) -> bool:
    """A number like 2024 that counts nothing named and has no approximator is a year."""
    if seen.unit or seen.value not in YEARS or not isinstance(seen.value, int):
        return False
    if seen.upper is not None:
        return seen.upper in YEARS and seen.upper - seen.value <= 12 and seen.digits
    if seen.modality != "exact" and not (seen.digits and seen.value in RECENT and seen.core_end - seen.core_start == 4):
        return False
    if not seen.digits:
        return seen.scale == 1000 and seen.case.endswith("locative")
    return not seen.scale and seen.number_end - seen.core_start == 4


def clock(seen: Expression, left: Left, lexicon: Lexicon) -> bool:
    """Whether a bare 19.30 is a time of day: behind "в" or "до", at the full hour, or with another (9.00-18.00)."""
    match = CLOCK.match(seen.text, seen.core_start)
    if match is None or match.end() > seen.core_end:
        return False
    if seen.upper is not None:
        return match[2] is not None
    return (lexicon.continental and match[1] == "00") or left.word in lexicon.before_clock


def end_of_date(text: str, end: int) -> int:
    """Behind a day and month, where its year ends too."""
    match = DATE_TAIL.match(text, end)
    return match.end() if match else end
