"""Kazakh Cyrillic written in the other alphabets, letter by letter, with where every letter went.

Sources: decree No. 637 of 19 February 2018 (acutes), the draft of 28 January 2021 (umlauts), the same as much of the
press writes it ("mıñ", "birinşi"), and the Arabic alphabet of A. Baitursynuly, in which a hamza before the word says
that its vowels are front unless it has a letter that says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable

COMMON = dict(zip("абвгдежзклмнопрстфхһцэқ", "abvgdejzklmnoprstfhhceq", strict=True)) | {"ь": "", "ъ": ""}
LATIN_2018 = COMMON | {
    "ә": "á", "ғ": "ǵ", "ң": "ń", "ө": "ó", "ү": "ú", "у": "ý", "ұ": "u", "ы": "y", "і": "i", "и": "ı", "й": "ı",
    "ш": "sh", "ч": "ch", "ю": "ıý", "я": "ıa",
}  # fmt: skip
LATIN_2021 = COMMON | {
    "ә": "ä", "ғ": "ğ", "ң": "ñ", "ө": "ö", "ү": "ü", "у": "u", "ұ": "ū", "ы": "y", "і": "ı", "и": "i", "й": "i",
    "ш": "ş", "ч": "ch", "ю": "iu", "я": "ia",
}  # fmt: skip
LATIN_PRESS = LATIN_2021 | {"ы": "ı", "і": "i", "й": "y"}
ARABIC = {
    "а": "ا", "ә": "ا", "б": "ب", "в": "ۆ", "г": "گ", "ғ": "ع", "д": "د", "е": "ە", "ж": "ج", "з": "ز", "и": "ي",
    "й": "ي", "к": "ك", "қ": "ق", "л": "ل", "м": "م", "н": "ن", "ң": "ڭ", "о": "و", "ө": "و", "п": "پ", "р": "ر",
    "с": "س", "т": "ت", "у": "ۋ", "ұ": "ۇ", "ү": "ۇ", "ф": "ف", "х": "ح", "һ": "ھ", "ш": "ش", "ч": "چ", "ы": "ى",
    "і": "ى", "э": "ە", "ь": "", "ъ": "", "ю": "يۋ", "я": "يا",
}  # fmt: skip
WORD = re.compile(r"[^\W\d_]+")

Written = tuple[str, list[int]]  # the text, and for every offset of the original (and its end) the offset in it


def latin(table: dict[str, str]) -> Callable[[str], Written]:
    """A writer for one Latin alphabet; capitals stay capital."""
    return lambda text: written(text, lambda letter: cased(table, letter), lambda word: "")


def arabic(text: str) -> Written:
    """The text in Arabic letters, with hamza where the word's vowels are front and no letter says so."""
    return written(text.lower(), lambda letter: ARABIC.get(letter, letter), hamza)


def hamza(word: str) -> str:
    front = any(letter in "әөүі" for letter in word)
    return "ء" if front and not any(letter in "егкэ" for letter in word) else ""


def cased(table: dict[str, str], letter: str) -> str:
    small = table.get(letter.lower(), letter)
    return small if letter == letter.lower() or small == letter else small.upper()


def written(text: str, letter: Callable[[str], str], prefix: Callable[[str], str]) -> Written:
    """Every letter replaced, `prefix(word)` put before every word; a word's start is where its prefix starts."""
    prefixes = {match.start(): prefix(match[0]) for match in WORD.finditer(text)}
    pieces, offsets, length = [], [], 0
    for index, character in enumerate(text):
        offsets.append(length)
        piece = prefixes.get(index, "") + letter(character)
        pieces.append(piece)
        length += len(piece)
    return "".join(pieces), [*offsets, length]


WRITERS: dict[str, Callable[[str], Written]] = {
    "Latin 2018": latin(LATIN_2018),
    "Latin 2021": latin(LATIN_2021),
    "Latin of the press": latin(LATIN_PRESS),
    "Arabic": arabic,
}
