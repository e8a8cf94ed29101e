"""A word of Kazakh in Latin letters.

Two alphabets spell the same sounds: with acutes (2018: á ǵ ń ó ú ý, "y" is ы, "ı" is и or й) and with umlauts
(2021: ä ğ ñ ö ü ū ş). In the second, practice differs: where "y" is a vowel, "ı" is і and "i" is и; elsewhere "ı" is
ы, "i" is і and "y" is й. Which one a text follows is asked of the text, once.
"""

from __future__ import annotations

import re
import unicodedata

from dalel.transliteration.letters import ACUTE, INVISIBLE, LATIN, LATIN_PAIRS, LATIN_VOWELS, LOOKALIKE_LATIN, UMLAUT

LETTER = re.compile(r"[A-Za-z\u00c0-\u024f\u0259]")
_PLAIN = re.compile(r"[A-Za-z\u00c0-\u024f\u0259]+")  # nothing to be joined, dropped or made Latin
_PAIRED = frozenset(pair[0] for pair in LATIN_PAIRS)
ACUTES = re.compile(r"[áǵńóúýÁǴŃÓÚÝ]")
UMLAUTS = re.compile(r"[äğñöüūşÄĞÑÖÜŪŞ]")
VOWEL_Y = re.compile(r"(?<=[bdfghjklmnpqrstvzğńñş])[yY](?=[bdfghjklmnpqrstvzğńñş]|\b)")
TABLES = {
    "acute": LATIN | ACUTE,
    "draft": LATIN | UMLAUT | {"y": "ы", "i": "и", "ı": "і"},  # as drafted in 2021
    "turkic": LATIN | UMLAUT | {"y": "й", "i": "і", "ı": "ы"},  # as much of the press writes
}


def style(text: str) -> str:
    """`acute`, `draft` or `turkic`: the alphabet a text follows; `acute` where nothing tells."""
    acutes, umlauts = len(ACUTES.findall(text)), len(UMLAUTS.findall(text))
    if umlauts <= acutes:
        return "acute"
    return "draft" if VOWEL_Y.search(text) else "turkic"


def letters(word: str, alphabet: str) -> list[tuple[str, int]]:
    """The word in Cyrillic, letter by letter, with the offset of the letter each came from; pure Cyrillic is kept."""
    if LETTER.search(word) is None:
        return [(letter, i) for i, letter in enumerate(word) if letter not in INVISIBLE]
    table, found = TABLES[alphabet], []
    units = _composed(word)
    skip = False
    for place, (letter, offset) in enumerate(units):
        if skip:
            skip = False
            continue
        lower = letter.lower() if letter != "İ" else "i"
        pair = None
        if lower in _PAIRED and place + 1 < len(units):
            pair = LATIN_PAIRS.get(lower + units[place + 1][0].lower())
        skip = pair is not None
        cyrillic = pair or table.get(lower, lower)
        if pair is None and cyrillic == "и":
            cyrillic = _glide(cyrillic, lower, units[place - 1][0] if place else "")
        found.append((cyrillic if letter == letter.lower() else cyrillic.upper(), offset))
    return found


def _glide(cyrillic: str, lower: str, before: str) -> str:
    """After a vowel, и is the glide й: "beıne" is бейне, "mıllıon" миллион."""
    return "й" if cyrillic == "и" and lower in "iı" and before.lower() in LATIN_VOWELS else cyrillic


def _composed(word: str) -> list[tuple[str, int]]:
    """Letters with their offsets: stray Cyrillic made Latin, a combining mark joined to its letter, marks dropped."""
    if _PLAIN.fullmatch(word):
        return [(letter, offset) for offset, letter in enumerate(word)]
    units: list[tuple[str, int]] = []
    for offset, letter in enumerate(word):
        if letter in INVISIBLE:
            continue
        if unicodedata.combining(letter):
            joined = unicodedata.normalize("NFC", units[-1][0] + letter) if units else ""
            if len(joined) == 1:
                units[-1] = (joined, units[-1][1])
            continue
        units.append((LOOKALIKE_LATIN.get(letter, letter), offset))
    return units
