"""Where a number may begin: two passes over a shadow of the text, one byte for each of its characters.

A shadow has the digits as "0", every boundary as a space and letters in lower case. `re` skips to the next space or
digit in bytes at the speed of memchr, which it cannot do in a Cyrillic text behind a choice of boundaries: the shadow
made and searched takes 0.7 of the time that the text takes in Russian, and less than half of that in English.
ahocorasick_rs (0.22) and pyahocorasick (2.1) were tried on the text and on its shadow: no faster than this.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Mapping
from typing import Any

from dalel.quantities.words import word
from dalel.quantities.words.word import Word

BEGINNING = frozenset(
    {word.NUMERAL, word.HUNDRED, word.SCALE, word.COUNT, word.FRACTION, word.EVERY, word.MULTIPLE}
)  # kinds of word that can be the first of a number
DIGITS = "0123456789¼½¾⅓⅔⅛"
# what a number word may stand behind; the last line is left to the second byte of a shadow that has no room for it
BEFORE_WORD = frozenset(
    " \n\t\r\u00a0\u202f\u2009\u2007\u200b\ufeff«»„“”\"'‘’()[]{}<>/|\\-–—−‑.,:;!?…•·*+=~≈≤≥±#№%$€£₸₽&@_"
    "₴₹¥₪₩₦₡₭₮₺฿₫₱֏₼₾₿"
)
BEFORE_DIGIT = BEFORE_WORD | frozenset("abcdefghijklmnopqrstuvwxyz")  # T2.3 trillion, Т15,5 млрд
NO_CHARACTER = "\ufffe"  # in a table of codecs: a byte that stands for nothing
STEM, WORD = b"", b"."  # where a word in a tree takes endings, where it ends
DIGIT_RUN = re.compile(rb"00*")  # not 0+: only of a literal does `re` know that it begins with one


class Trigger:
    """Finds digits, and words that begin like one of the number words, in a text of one language."""

    def __init__(self, forms: Mapping[str, Word], stems: Mapping[str, Word], more: Iterable[str] = ()) -> None:
        """`more`: words that begin a number though they are not of a kind that does."""
        letters = "".join(sorted({letter for table in (forms, stems) for text in table for letter in text}))
        table = alphabet(letters)
        self.encoding = codecs.charmap_build(table + NO_CHARACTER * (256 - len(table)))
        self.classes = classes(table)
        found = tree(map(self.shadow, beginnings(stems)), map(self.shadow, beginnings(forms) | set(more)))
        letter = b"".join(sorted({re.escape(self.shadow(letter)) for letter in table if letter.isalpha()}))
        self.words = re.compile(b" " + branch(found, b"(?![" + letter + b"])"))

    def shadow(self, text: str) -> bytes:
        """As many bytes as `text` has characters; one without a place in the alphabet is taken for a boundary."""
        return codecs.charmap_encode(text, "replace", self.encoding)[0].translate(self.classes)

    def places(self, text: str) -> list[int]:
        """Offsets, rising, at which a digit stands or a word begins like a number word; `text` in any case of letters.

        Boundaries are told roughly, and of words that take endings only the beginning: that a boundary stands before,
        and that the word is a number, is for the reader to ask.
        """
        shadow = self.shadow(text)
        found = [match.start() + 1 for match in self.words.finditer(shadow)]
        found += [match.start() for match in DIGIT_RUN.finditer(shadow)]
        found.sort()
        return found


def beginnings(table: Mapping[str, Word]) -> set[str]:
    """The words that a number can begin with."""
    return {text for text, entry in table.items() if entry.kind and not entry.short and entry.kind in BEGINNING}


def alphabet(letters: str) -> str:
    """At most 256 different characters, ASCII first: with these letters in both cases, digits and boundaries."""
    ascii_first = "".join(map(chr, range(128)))
    wanted = dict.fromkeys(ascii_first + DIGITS + letters + letters.upper() + "".join(sorted(BEFORE_WORD)))
    return "".join(wanted)[:256]


def classes(table: str) -> bytes:
    """For bytes.translate, byte by byte of the alphabet: what it is in a shadow."""
    code = {character: place for place, character in enumerate(table)}
    made = bytearray(256)
    for character, place in code.items():
        if character in DIGITS:
            made[place] = code["0"]
        elif character in BEFORE_WORD:
            made[place] = code[" "]
        else:
            made[place] = code.get(character.lower(), place)
    return bytes(made)  # "?", which also stands for characters without a place, is a boundary


def tree(stems: Iterable[bytes], words: Iterable[bytes]) -> dict[bytes, Any]:
    """Both as one tree of bytes; STEM or WORD leads to nothing where one ends."""
    root: dict[bytes, Any] = {}
    for end, texts in ((STEM, stems), (WORD, words)):
        for text in texts:
            node = root
            for place in range(len(text)):
                node = node.setdefault(text[place : place + 1], {})
            node[end] = {}
    return root


def branch(node: Mapping[bytes, Any], closed: bytes) -> bytes:
    """The alternatives of a tree; `closed` says that a word ends, and what goes on after a stem is not asked."""
    if STEM in node:
        return b""
    parts = [closed if end == WORD else re.escape(end) + branch(rest, closed) for end, rest in sorted(node.items())]
    return parts[-1] if len(parts) == 1 else b"(?:" + b"|".join(reversed(parts)) + b")"
