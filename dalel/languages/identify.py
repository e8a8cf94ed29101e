"""Which language and script a text is in: letters that only Kazakh has, then function words. No model.

Kazakh Cyrillic has nine letters that Russian has not (ә ғ қ ң ө ұ ү һ і); Kazakh Latin is told by its accents and by
its own words; Kazakh in Arabic script by letters that Arabic and Persian lack (ۋ ۇ ە ڭ ۆ).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dalel.languages import load

# runs of letters, not letters: there are fewer to find
CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")
ARABIC = re.compile(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]+")
KAZAKH_CYRILLIC = re.compile(r"[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
UKRAINIAN = re.compile(r"[їєґЇЄҐ]")
KAZAKH_LATIN = re.compile(r"[áǵńóúýäğñöūüşıÁǴŃÓÚÝÄĞÑÖŪÜŞİ]")
KAZAKH_ARABIC = re.compile(r"[ۋۇەڭۆ]")
WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 4000  # characters looked at: a page is in the language it begins in


@cache
def function_words(language: str, field: str = "words") -> frozenset[str]:
    """The words of languages/<language>/function.toml."""
    return frozenset(load(language, "function")[field])


def identify(text: str) -> tuple[str, str]:
    """(language, script): `kk`, `ru`, `en` or `other`, and `Cyrl`, `Latn`, `Arab` or `other` (ISO 15924).

    Judged on the first 4000 characters; a text without letters is ("other", "other").
    """
    head = text[:SAMPLE]
    counts = {"Cyrl": _letters(CYRILLIC, head), "Latn": _letters(LATIN, head), "Arab": _letters(ARABIC, head)}
    script = max(counts, key=lambda name: counts[name])
    if not counts[script]:
        return "other", "other"
    return {"Cyrl": cyrillic, "Latn": latin, "Arab": arabic}[script](head, counts[script]), script


@lru_cache(maxsize=1)
def words_of(low: str) -> tuple[str, ...]:
    """The words of a text in small letters; kept, for a page is asked about its neighbours right after."""
    return tuple(WORD.findall(low))


def _letters(script: re.Pattern[str], text: str) -> int:
    """How many letters of a script the text has."""
    return sum(map(len, script.findall(text)))


def cyrillic(head: str, letters: int) -> str:
    """Kazakh where its own letters are not rare (a Kazakh name in a Russian text is), else Russian."""
    own = len(KAZAKH_CYRILLIC.findall(head))
    words = words_of(head.lower())
    russian = sum(map(function_words("ru").__contains__, words))
    kazakh = sum(map(function_words("kk").__contains__, words))
    if (
        own >= 0.03 * letters
        and russian > kazakh
        and 3 * sum(map(bool, map(KAZAKH_CYRILLIC.search, words))) < len(words)
    ):
        return "ru"  # Әкімдік: 5 тысяч школьников учатся в три смены
    if own >= 0.03 * letters:
        return "other" if UKRAINIAN.search(head) and not kazakh else "kk"
    if kazakh > russian:
        return "kk"
    return "other" if UKRAINIAN.search(head) and not russian else "ru"


def latin(head: str, letters: int) -> str:
    """Kazakh Latin by accents or words, English by function words; anything else is none of ours."""
    words = [word.lower() for word in WORD.findall(head)]
    english = sum(map(function_words("en").__contains__, words))
    kazakh = sum(map(function_words("kk", "latin").__contains__, words))
    accents = len(KAZAKH_LATIN.findall(head))
    if kazakh > english or (accents >= 0.03 * letters and kazakh and kazakh >= english):
        return "kk"
    if english or len(words) <= 3:
        return "en"
    return "kk" if accents >= 0.04 * letters else "other"


def arabic(head: str, letters: int) -> str:
    """Kazakh where the vowels that Arabic does not write are written; else some other language in that script."""
    return "kk" if len(KAZAKH_ARABIC.findall(head)) >= 0.03 * letters else "other"
