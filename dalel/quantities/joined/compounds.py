"""Two amounts that are one: 17 теңге 29 тиын, $20 and 43c, 4 жыл 6 ай, 6 тонна 600 килограмм, a rate per hour."""

from __future__ import annotations

import re
from decimal import Decimal

from dalel.quantities.bounds import approximators
from dalel.quantities.numbers import numerals
from dalel.quantities.numbers.reading import HUGE, TOKEN
from dalel.quantities.units import counting, following
from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.preceding import OPENING, Left

SMALLER = {
    ("year", "month"): 12, ("hour", "minute"): 60, ("minute", "second"): 60, ("m", "cm"): 100, ("km", "m"): 1000,
    ("t", "kg"): 1000, ("kg", "g"): 1000, ("ft", "in"): 12, ("lb", "oz"): 16,
}  # fmt: skip
ENDS = re.compile(r"[ \u00a0]?(?:\Z|\n|[.,;:!?)](?![0-9])| more\b)")
INCHES = re.compile(r" ?([0-9]|1[01]) ?in\b(?! [a-z]+ (?:19|20)[0-9]{2})")
A_TIME = re.compile(r" (?:per|an?) ([a-z]+)")
OF_POWER = frozenset({"kW", "MW", "GW", "mA"})


def merge(found: list[Draft], draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """Add the draft to the one before it, where it is the smaller part of the same amount."""
    if not found:
        return False
    larger = found[-1]
    if (
        larger.upper is not None
        or draft.upper is not None
        or lexicon.patterns.joins_coins.fullmatch(text, larger.end, draft.start) is None
    ):
        return False
    if larger.unit == word.MONEY and draft.unit == word.MINOR:
        add(larger, draft, larger.value + cents(draft))
        return True
    factor = SMALLER.get((larger.code, draft.code))
    if factor is None or draft.value >= factor or not isinstance(larger.value, int):
        return False
    if draft.unit == word.DURATION:
        add(larger, draft, larger.value * factor + draft.value)
        larger.code = draft.code
    else:
        add(larger, draft, larger.value + Decimal(draft.value) / factor)
    return True


def loose_cents(draft: Draft, text: str, lexicon: Lexicon) -> None:
    """20 долларов и 43, 15 dollars 50: a number below a hundred joined to whole money, with nothing after it."""
    if draft.unit != word.MONEY or draft.upper is not None or not isinstance(draft.value, int) or draft.scale:
        return
    match = lexicon.patterns.loose_coins.match(text, draft.end)
    if match is None or (lexicon.continental and not match[1]):  # 15 dollars 50, but 7000 тенге, 2
        return
    more = numerals.read(text, match.end(), lexicon)
    if more.kind or more.scale != HUGE or not 0 < more.value < 100 or not isinstance(more.value, int):
        return
    if more.next is not None or ENDS.match(text, more.end) is None:
        return
    draft.value = draft.value + Decimal(more.value) / 100
    draft.end = draft.core_end = draft.noun_end = more.end


def grams(draft: Draft, text: str, lexicon: Lexicon) -> None:
    """2 кг 340 г: behind kilograms the letter is no year."""
    match = lexicon.patterns.grams.match(text, draft.end)
    if match is not None and isinstance(draft.value, int) and draft.upper is None:
        draft.value = draft.value + Decimal(int(match[1])) / 1000
        draft.end = draft.core_end = draft.noun_end = match.end()


def bracketed(found: list[Draft], draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """45 (сорок пять) школ: the number again in words, as contracts have it; what it counts goes to the first."""
    if not found or text[draft.core_start - 1] != "(" or text[draft.end : draft.end + 1] != ")":
        return False
    first = found[-1]
    if first.value != draft.value or first.end != draft.core_start - 2 or first.unit:
        return False
    match = TOKEN.match(text, draft.end + 1)
    entry = lexicon.find(match[1]) if match and match[1] else None
    if match and entry and entry.kind == word.SCALE and not first.scale:  # 5 (пять) миллионов тенге
        first.end = first.core_end = draft.end + 1
        approximators.late(first, text, lexicon)
        if not first.unit:
            counting.counted(first, text, lexicon)
        draft.end = first.end
    elif match and entry and entry.unit:
        first.end = first.core_end = draft.end + 1
        following.take(first, entry.unit, entry.code, match.end(), entry.case)
    return True


def cents(draft: Draft) -> Decimal:
    """An amount of the subunit as part of the unit: 50 tiyn are 0.50 tenge; "0.1 CNY" says how much a jiao is."""
    part, _, code = draft.code.partition(" ")
    return Decimal(draft.value) * Decimal(part) if code else Decimal(draft.value) / 100


def add(larger: Draft, draft: Draft, value: int | Decimal) -> None:
    """Let the larger amount end with the smaller one and have their common value."""
    larger.value = value
    larger.end, larger.core_end, larger.noun_end, larger.case = draft.end, draft.core_end, draft.noun_end, draft.case


def english(draft: Draft, text: str, lexicon: Lexicon) -> None:
    """12.8 million barrels per day, 60 miles an hour; 6ft 2in, whose "in" is a preposition elsewhere."""
    if draft.code == "ft" and draft.upper is None and (inches := INCHES.match(text, draft.core_end)):
        draft.value += Decimal(int(inches[1])) / 12
        draft.end = draft.core_end = draft.noun_end = inches.end()
        return
    match = A_TIME.match(text, draft.core_end)
    time = lexicon.rates.get(match[1]) if match and len(match[1]) > 1 else None
    if match and time:
        draft.code = f"{draft.code}/{time}"
        draft.end = draft.core_end = draft.noun_end = match.end()


def per(draft: Draft, text: str, left: Left, at: int, lexicon: Lexicon) -> int:
    """A measure per time: сағатына 60 шақырым, 755 километр/сағат; how many words before it took."""
    if draft.code in OF_POWER and (
        hours := lexicon.patterns.power_hours.match(text, draft.core_end)
    ):  # кВт·ч; "кВт/ч" is meant so too
        draft.code += "h"
        draft.end = draft.core_end = draft.noun_end = hours.end()
        return at
    if lexicon.manner.hyphens and "/" not in draft.code:
        english(draft, text, lexicon)
    match = (
        lexicon.patterns.in_a.match(text, draft.core_end) if lexicon.manner.agrees and "/" not in draft.code else None
    )
    if match:
        draft.code = f"{draft.code}/{lexicon.rates[match[1]]}"
        draft.end = draft.core_end = draft.noun_end = match.end()
    if text[draft.core_end : draft.core_end + 1] == "/":
        following.rate(draft, text, draft.core_end, lexicon)
    if at < len(left.words) and (time := lexicon.rates.get(left.words[at].lstrip(OPENING))) and lexicon.inflects:
        draft.code = f"{draft.code}/{time}"
        if time == "day":  # "тәулігіне 170 тонна": so much a day, no expression of speed
            return at
        draft.start = draft.core_start = left.start(at)
        return at + 1
    return at
