"""Numbers in digits with every separator in use, by language."""

from __future__ import annotations

SPACES = {"space": " ", "no-break space": "\u00a0", "narrow no-break space": "\u202f", "thin space": "\u2009"}
APOSTROPHES = {"apostrophe": "'", "right quotation mark": "’"}


def grouped(number: int, separator: str) -> str:
    """Thousands set apart: 4105381 with a space is "4 105 381"."""
    return f"{number:,}".replace(",", separator)


def separators(language: str, number: int) -> dict[str, str]:
    """Name -> separator that a reader of this language takes for thousands and for nothing else.

    A single dot group is ambiguous ("12.345"), so the dot counts only from a million on, and not in English; the comma
    is English alone.
    """
    chosen = {"none": ""} | SPACES | APOSTROPHES
    if language == "en":
        return chosen | {"comma": ","}
    return chosen | ({"dot": "."} if number >= 10**6 else {})


def decimal(whole: str, fraction: str, language: str) -> str:
    """The decimal point of the language: a point in English, a comma in Russian and Kazakh."""
    return whole + ("." if language == "en" else ",") + fraction
