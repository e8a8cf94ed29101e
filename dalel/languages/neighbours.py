"""Tells Kazakh, Russian and English from their neighbours in the same script, by letters these have or lack.

Kyrgyz, Tatar, Bashkir and Uzbek share letters with Kazakh, Uyghur its Arabic letters, Turkish its Latin ones: a page in
them is in none of our languages. Alphabets: CLDR exemplar characters of ky, tt, ba, uz, ug, tr, az, de.
"""

from __future__ import annotations

import re

from dalel.languages.identify import SAMPLE, function_words, identify, words_of

_KAZAKH = re.compile("[іұқғ]")  # Kazakh text of any length has one; Kyrgyz and Tatar have none
_NOT_KAZAKH = re.compile("[ўҳҡҙҫҗћџљњїє]")
_NOT_RUSSIAN = re.compile("[ўҳҡҙҫҗћџљњїєґј]")
_NOT_KAZAKH_LATIN = re.compile("[çəßžš]")
_NOT_KAZAKH_ARABIC = re.compile("[ېۈئ]")
_LONG = 12  # words from which a text has some of its language's function words
_ENGLISH = 0.18  # share of function words that English prose does not fall below


def identify_page(text: str) -> tuple[str, str]:
    """(language, script) as `languages.identify` has them, with texts of neighbouring languages as "other"."""
    language, script = identify(text)
    low = text[:SAMPLE].lower()
    if (language, script) == ("kk", "Cyrl") and _reads_russian(low):
        return "ru", script
    return ("other" if language in _CHECKS and _CHECKS[language](low, script) else language), script


def _reads_russian(low: str) -> bool:
    """A short Russian text with Kazakh names in it: its function words are Russian."""
    words = words_of(low)
    russian, kazakh = function_words("ru"), function_words("kk")
    return sum(word in russian for word in words) > 1 + 2 * sum(word in kazakh for word in words)


def _no_kazakh(low: str, script: str) -> bool:
    if script == "Cyrl":
        return not _KAZAKH.search(low) or len(_NOT_KAZAKH.findall(low)) > len(_KAZAKH.findall(low)) // 4
    if script == "Latn":
        return len(low) > 80 and ("q" not in low or bool(_NOT_KAZAKH_LATIN.search(low)))
    return len(_NOT_KAZAKH_ARABIC.findall(low)) > len(low) // 100


def _no_russian(low: str, script: str) -> bool:
    words = words_of(low)
    if len(_NOT_RUSSIAN.findall(low)) > len(words) // 20 + 1:
        return True
    return len(words) > _LONG and function_words("ru").isdisjoint(words)


def _no_english(low: str, script: str) -> bool:
    words, known = words_of(low), function_words("en")
    return len(words) > _LONG and sum(word in known for word in words) < _ENGLISH * len(words)


_CHECKS = {"kk": _no_kazakh, "ru": _no_russian, "en": _no_english}
