"""Whether a sentence uses one of the words of languages/<language>/checks.toml, in whatever script it is printed."""

from __future__ import annotations

import re
from functools import cache

from dalel import languages
from dalel.records import Claim, Document
from dalel.transliteration import fold


def says(text: str, language: str, section: str, words: str) -> bool:
    """True where `text` has one of `words` of `section`, e.g. "sums", "total"; False in a language without words."""
    pattern = _pattern(language, section, words)
    return pattern is not None and pattern.search(folded(text, language)) is not None


def begins(text: str, language: str, section: str, words: str) -> bool:
    """True where one of the words stands first in `text`, after dashes and quotation marks."""
    pattern = _pattern(language, section, words)
    return pattern is not None and pattern.match(folded(text, language).lstrip(' –—-«"“,;')) is not None


def is_change(claim: Claim, document: Document) -> bool:
    """True for a percentage of growth or fulfilment, which is no share of a whole and may exceed a hundred."""
    before = claim.sentence[: max(claim.start - claim.sentence_start, 0)].rsplit(maxsplit=1)
    if before and begins(before[-1], document.language, "shares", "change"):
        return True
    return says(claim.sentence, document.language, "shares", "unlimited")


def folded(text: str, language: str) -> str:
    """Lower case; Kazakh in Latin or Arabic script in Cyrillic."""
    return (fold(text).text if language == "kk" else text).lower()


@cache
def _pattern(language: str, section: str, words: str) -> re.Pattern[str] | None:
    if language not in languages.known():
        return None
    alternatives = sorted(languages.load(language, "checks")[section][words], key=lambda word: (-len(word), word))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, alternatives)) + ")")
