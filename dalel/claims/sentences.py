"""Text -> sentences with their offsets, in all scripts. A line break always ends one.

A full stop ends no sentence after an abbreviation ("млн.", "г."), an initial ("А. Баталов"), or before a small letter
(Unicode UAX #29, rules SB6 to SB8); Arabic script has no small letters, there only abbreviations and digits hold it
back.
"""

from __future__ import annotations

import re
from functools import cache

from dalel import languages
from dalel.transliteration import fold

FOLDED = 12  # letters of an abbreviation in another script, at most two for one: "sh" for "ш"
STOP = re.compile(r"[.!?…؟۔]+[\"»”)\]’]*(?=\s|$)|\n")
NEXT = re.compile(r"\s*+[\"«“(\[–—-]*+\s*+(\w)")


def sentences(text: str) -> list[tuple[int, int]]:
    """(start, end) of every sentence, without the white space around it; together they hold all words of `text`."""
    found: list[tuple[int, int]] = []
    begin = 0
    for stop in STOP.finditer(text):
        if text[stop.start()] != "\n" and not _ends(text, begin, stop):
            continue
        _add(found, text, begin, stop.end())
        begin = stop.end()
    _add(found, text, begin, len(text))
    return found


def _ends(text: str, begin: int, stop: re.Match[str]) -> bool:
    mark = stop[0]
    if mark[0] != "." or len(mark.rstrip('"»”)]’')) > 1:
        return not _small_next(text, stop.end())
    last = _last_word(text, max(begin, stop.start() - 24), stop.start()) if mark == "." else ""
    if last:
        word = last.lower()
        initial = len(word) == 1 and word.isalpha() and last.isupper()
        short = word in _abbreviations() or (len(word) <= FOLDED and fold(word).text in _abbreviations())
        if initial or (short and not _capital_next(text, stop.end())):
            return False
    return not _small_next(text, stop.end())


def _last_word(text: str, begin: int, end: int) -> str:
    """The word that text[begin:end] ends in, with the one it is joined to by a hyphen; "" where it ends in none."""
    start = _word_start(text, begin, end)
    if end > start > begin + 1 and text[start - 1] == "-":
        joined = _word_start(text, begin, start - 1)
        start = joined if joined < start - 1 else start
    return text[start:end]


def _word_start(text: str, begin: int, end: int) -> int:
    while end > begin and text[end - 1].isalnum():
        end -= 1
    return end


@cache
def _abbreviations() -> frozenset[str]:
    files = [languages.load(language, "claims")["bounds"] for language in languages.known()]
    return frozenset(word for file in files for word in file["abbreviations"])


def _small_next(text: str, end: int) -> bool:
    following = NEXT.match(text, end)
    return following is not None and "\n" not in following[0] and following[1].islower() and following[1].isalpha()


def _capital_next(text: str, end: int) -> bool:
    following = NEXT.match(text, end)
    return following is None or following[1].isupper()


def _add(found: list[tuple[int, int]], text: str, begin: int, end: int) -> None:
    piece = text[begin:end]
    stripped = piece.strip()
    if stripped:
        start = begin + piece.index(stripped[0])
        found.append((start, start + len(stripped)))
