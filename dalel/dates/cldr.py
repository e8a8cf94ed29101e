"""Names of months and weekdays as CLDR has them (through Babel): full and short, as in a date and alone.

What CLDR does not have (Kazakh in Latin script, spellings of old pages, cases) stands in languages/*/dates.toml.
"""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale

LOCALES = ("kk", "kk_Arab", "ru", "en", "en_GB")
CAPITAL = frozenset({"en", "en_GB"})  # a month only where it begins with a capital letter: "may"
_CONTEXTS = ("format", "stand-alone")
_LETTERS = 3  # of a short name at least: "narrow" ones and numbers ("01") are none


def months(width: str) -> Iterator[tuple[str, int, bool]]:
    """Lower-case name without its dot, number 1-12, whether it needs a capital letter; width: wide, abbreviated."""
    for name, number, locale in _names("months", width):
        yield name, number, locale in CAPITAL


def weekdays(width: str) -> Iterator[tuple[str, int]]:
    """Lower-case name without its dot and number; 0 is Monday, as in Python and CLDR's tables of Babel."""
    for name, number, _ in _names("days", width):
        yield name, number


def _names(kind: str, width: str) -> Iterator[tuple[str, int, str]]:
    for locale in LOCALES:
        table = getattr(Locale.parse(locale), kind)
        for context in _CONTEXTS:
            for number, name in table[context].get(width, {}).items():
                bare = name.lower().rstrip(".")
                if len(bare) >= (_LETTERS if kind == "months" else 2) and not bare.isdigit():
                    yield bare, int(number), locale
