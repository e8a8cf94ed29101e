"""The particular numbers of a page: what a translation keeps when every word changes.

Independent reports may share a round number; they hardly share 3479, 18 984 and 111 296. Digits are enough for that:
this is a fingerprint, not the number grammar, and it must not depend on that stage's findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache, lru_cache

from dalel import languages
from dalel.origins.wording import plain
from dalel.records import Document

YEARS = range(1900, 2100)
LAST_DAY = 31  # bare numbers up to here are mostly days, places in lists and grades
_SPACES = " \u00a0\u202f"
_OTHER = "en"  # a page in a language without words of its own: digits still count

Weights = Mapping[tuple[Decimal, str], float]  # (value, "%" or "") -> how telling it is


@lru_cache(maxsize=16384)
def rare_numbers(document: Document) -> Weights:
    """Numbers of title and text with their weights: 2 for four and more digits of its own, down to 0.5 for one."""
    language = document.language if document.language in languages.known() else _OTHER
    found: dict[tuple[Decimal, str], float] = {}
    for text in (document.title or "", document.text):
        for value, kind, scaled in _numbers(plain(text, document.language), language):
            weight = _weight(value, bool(kind) or scaled)
            if weight:
                found[value, kind] = max(weight, found.get((value, kind), 0.0))
    return found


def _numbers(text: str, language: str) -> Iterator[tuple[Decimal, str, bool]]:
    scales = _scales(language)
    for match in _pattern(language).finditer(text):
        digits, decimals = re.sub(r"\D", "", match["digits"]), match["decimals"] or ""
        if len(digits) > 15:
            continue
        value = Decimal(f"{digits}.{decimals or 0}") * (scales[match["scale"]] if match["scale"] else 1)
        kind = "%" if match["percent"] else ""
        yield value.normalize(), kind, bool(match["scale"] or match["decimals"])


def _weight(value: Decimal, particular: bool) -> float:
    """Digits of its own, in steps; nothing for years, days and other small bare numbers."""
    if not particular and (value <= LAST_DAY or value in YEARS):
        return 0.0
    digits = len(f"{value:f}".replace(".", "").strip("0"))
    return {1: 0.5, 2: 1.0 if particular else 0.5, 3: 1.5}.get(digits, 2.0)


@cache
def _scales(language: str) -> dict[str, int]:
    table = languages.load(language, "origins")["scales"]
    return {word: int(scale) for scale, words in table.items() for word in words}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    scales = "|".join(re.escape(word) for word in sorted(_scales(language), key=lambda word: (-len(word), word)))
    grouped = rf"\d{{1,3}}(?:[{_SPACES}{',' if language == 'en' else ''}]\d{{3}})+(?!\d)"
    return re.compile(
        rf"(?<![\w№#/:.,-])(?<!№ )(?:kzt|[tт$₸])?\s?(?P<digits>{grouped}|\d+)(?:[.,](?P<decimals>\d+))?(?![\d:/])"
        rf"\s?(?:(?P<scale>{scales})\w*\.?)?\s?(?P<percent>%|٪|процент|пайыз|per ?cent)?"
    )
