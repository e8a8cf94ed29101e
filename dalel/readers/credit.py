"""Whom a page says it has the news from: "передаёт Turantimes.kz", "со ссылкой на …", "деп хабарлайды …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from dalel import languages
from dalel.readers.chrome import CHROME

_CAPITAL = "A-ZÁǴŃÓÚÝÄĞÑÖŪÜŞА-ЯЁӘҒҚҢӨҰҮҺІ"
_QUOTED = r"[«\"“„][^»\"”“\n]{2,50}[»\"”“]"
_SITE = rf"[{_CAPITAL}a-z\d][\w-]*\.(?i:kz|com|info|ru|org|news|net|media|asia)(?!\w)"
_WORD = rf"[{_CAPITAL}\d][\w-]*"
_NAME = rf"(?:{_QUOTED}|{_SITE}|{_WORD}(?:\s+(?:{_QUOTED}|{_SITE}|{_WORD})){{0,3}})"
_ARABIC_NAME = r"[\u0600-\u06ff][\u0600-\u06ff.]*(?:\s+[\u0600-\u06ff.]+)?"
_LAST_NAME = re.compile(rf"(?:^|[^\w])(?P<name>{_NAME})(?:[-–]?[^\W\d_]{{2,3}})?$")
_LEADING = 3  # paragraphs in which the credit stands, from the beginning and from the end
_DATELINE = re.compile(
    rf"^[{_CAPITAL}][\w-]+(?:-[\w]+)?[.,]\s+(?:\d{{1,2}}\s+\w+\.?\s*|[{_CAPITAL}][a-z]+\s+\d{{1,2}}\.\s*)?(?:[-–—]\s*)?(?P<name>{_NAME})\s*(?:[-–—/.])\s"
)


@lru_cache(maxsize=1)
def _nobody() -> frozenset[str]:
    """Words with a capital that are no name: "He reports"."""
    return frozenset(word for language in CHROME for word in languages.load(language, "page")["credit_nobody"])


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    """In order of how near they lead to the origin: a reference to another outlet, then who tells it."""
    files = [languages.load(language, "page") for language in CHROME]

    def any_of(key: str) -> str:
        found = sorted({word for file in files for word in file[key]}, key=lambda word: (-len(word), word))
        return "(?:" + "|".join(re.escape(word).replace("е", "[её]") for word in found) + ")"

    role = rf"(?:(?:{any_of('credit_before_name')})\s+){{0,3}}"
    name = rf"(?P<name>{_NAME}|{_ARABIC_NAME})"
    # after what has been told, or at the head of a sentence that says who told it; "деп" itself ends what was told
    told = rf"(?:[,،.–—-]|(?:^|[.!?…]\s)(?i:{any_of('credit_opening')})(?=\s)|(?=\s(?i:деп|dep|دەپ)\s))"
    return (
        re.compile(rf"(?<!\w)(?i:{any_of('credit_reference')})\s+(?i:{role})(?P<name>{_NAME})"),
        re.compile(rf"\s(?i:{any_of('credit_reference_after')})(?!\w)"),
        re.compile(rf"{told}\s*(?i:{any_of('credit_verb')})\s+(?i:{role}){name}"),
        re.compile(rf"(?<!\w)(?i:{any_of('credit_site')})\s+(?P<name>{_SITE})"),
    )


def find_credit(paragraphs: Sequence[str], source: str | None = None) -> str | None:
    """The name of the outlet or agency the page credits; None where it credits none.

    `source` is a credit line printed apart ("Источник: КазТАГ"). It and a reference ("со ссылкой на …") come before
    whoever is said to report, which is often the page's own outlet.
    """
    near = [*paragraphs[:_LEADING], *paragraphs[_LEADING:][-1:]]
    reference, after, verb, site = _patterns()
    if found := _first(reference, near) or _before(after, near) or _first(site, near):
        return found
    if source:
        return _tidy(source)
    return _first(verb, near) or (_first(_DATELINE, paragraphs[:1]))


def _before(pattern: re.Pattern[str], paragraphs: Sequence[str]) -> str | None:
    """The name that ends where `pattern` begins: "Tengrinews-ке сілтеме жасап", "Kazinform reports"."""
    for paragraph in paragraphs:
        for match in pattern.finditer(paragraph):
            name = _LAST_NAME.search(paragraph[max(0, match.start() - 60) : match.start()])
            if name is not None and name["name"].lower() not in _nobody():
                return _tidy(name["name"])
    return None


def _first(pattern: re.Pattern[str], paragraphs: Sequence[str]) -> str | None:
    for paragraph in paragraphs:
        if match := pattern.search(paragraph):
            return _tidy(match["name"])
    return None


def _tidy(name: str) -> str:
    return name.strip().strip('«»"“”„').rstrip(".,;:").strip()
