"""The naive baseline: one regular expression over the whole text, as a newsroom script would have it.

An optional approximator, digits with separators, an optional scale, a currency or percent word or sign on either side,
in Russian, Kazakh and English. No spelled-out numbers, no compound scales, no ratios, no dates left out. It says how
much of the task one expression does, and how fast: 5 to 10 times below a bare scan for digits, as such scripts are.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from dalel.records import Quantity

SCALES = {
    "тыс": 3, "мың": 3, "thousand": 3, "k": 3,
    "млн": 6, "миллион": 6, "million": 6, "mln": 6,
    "млрд": 9, "миллиард": 9, "billion": 9, "bn": 9, "bln": 9,
    "трлн": 12, "триллион": 12, "trillion": 12,
}  # fmt: skip
CURRENCIES = {
    "тенге": "KZT", "теңге": "KZT", "тг": "KZT", "₸": "KZT", "kzt": "KZT", "tenge": "KZT",
    "руб": "RUB", "₽": "RUB", "rub": "RUB",
    "доллар": "USD", "dollar": "USD", "$": "USD", "usd": "USD",
    "евро": "EUR", "еуро": "EUR", "euro": "EUR", "€": "EUR", "eur": "EUR",
    "юан": "CNY", "yuan": "CNY", "фунт": "GBP", "£": "GBP", "pound": "GBP",
}  # fmt: skip
PERCENTS = ("%", "процент", "пайыз", "percent", "per cent")
BOUNDS = (
    "более", "свыше", "около", "почти", "порядка", "до", "не менее", "шамамен", "кемінде",
    "about", "more than", "over", "nearly", "almost", "up to", "at least",
)  # fmt: skip
AFTER = ("астам", "жуық", "дейін", "аса", "артық")


def any_of(words: object) -> str:
    """An alternation of the words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: -len(w)))  # type: ignore[call-overload]


PATTERN = re.compile(
    rf"(?<!\w)(?:(?:{any_of(BOUNDS)})\s+)?"
    r"(?P<before>[$€£₸₽]\s?)?"
    r"(?P<number>\d+(?:[ \u00a0.,]\d{3})*(?:[.,]\d+)?)(?:\s?[-–]\s?(?P<upper>\d+(?:[.,]\d+)?))?"
    rf"(?:\s?(?P<scale>{any_of(SCALES)})\w*\.?)?"
    rf"(?:\s?(?P<after>{any_of(CURRENCIES)})\w*|\s?(?P<percent>{any_of(PERCENTS)})(?:-?\w+)?)?"
    rf"(?:\s+(?:{any_of(AFTER)})\b)?",
    re.IGNORECASE,
)


def find_quantities(text: str, language: str | None = None) -> list[Quantity]:
    """Every match as a Quantity; the same signature as the grammar, so that one harness measures both."""
    return [read(match, language) for match in PATTERN.finditer(text)]


def read(match: re.Match[str], language: str | None) -> Quantity:
    """The match with its value, unit and label; what is not money or percent is a bare number."""
    scale = Decimal(10) ** SCALES.get((match["scale"] or "").lower(), 0)
    sign = (match["before"] or match["after"] or "").strip().lower()
    label: Literal["MONEY", "PERCENT", "CARDINAL"] = "MONEY" if sign else "PERCENT" if match["percent"] else "CARDINAL"
    upper = number(match["upper"], language) * scale if match["upper"] else None
    return Quantity(
        start=match.start(),
        end=match.end(),
        core_start=match.start(),
        core_end=match.end(),
        text=match[0],
        value=number(match["number"], language) * scale,
        value_max=upper,
        unit=CURRENCIES[sign] if sign else "percent" if match["percent"] else None,
        label=label,
        modality="exact" if upper is None else "range",
    )


def number(digits: str, language: str | None) -> Decimal:
    """Digits to a number: a comma groups thousands in English and is the decimal point elsewhere."""
    plain = re.sub(r"[ \u00a0]", "", digits)
    plain = plain.replace(",", "") if language == "en" else plain.replace(",", ".")
    whole, _, fraction = plain.rpartition(".")
    return Decimal(whole.replace(".", "") + "." + fraction) if whole else Decimal(plain)
