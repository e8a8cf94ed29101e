"""Where a number may begin: one pass over the text at the speed of `re`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from dalel.extraction.numbers import word
from dalel.extraction.numbers.word import Word

BEGINNING = frozenset(
    {word.NUMERAL, word.HUNDRED, word.SCALE, word.COUNT, word.FRACTION, word.EVERY, word.MULTIPLE}
)  # kinds of word that can be the first of a number
BOUNDARY = (
    r"[ \n\t\r\u00a0\u202f\u2009\u2007\u200b\ufeff«»„“”\"'‘’()\[\]{}<>/|\-–—−‑.,:;!?…•·*+=~≈≤≥±#№%$€£₸₽₴₹¥₪₩₦₡₭₮₺฿₫₱֏₼₾"
    r"₿&@_a-zт]"
)


def trigger(forms: Mapping[str, Word], stems: Mapping[str, Word], more: Iterable[str] = ()) -> re.Pattern[str]:
    """Finds a digit, or (as group 1) a word that begins like a number word, behind a boundary of one character.

    `more`: words that begin a number though they are not of a kind that does. Words are told by their beginning only;
    whether one is a number is asked of the lexicon.
    """
    begins = {
        text
        for table in (forms, stems)
        for text, entry in table.items()
        if entry.kind and not entry.short and entry.kind in BEGINNING
    }
    tree: dict[str, Any] = {}
    for text in sorted(begins | set(more)):
        node = tree
        for letter in text:
            node = node.setdefault(letter, {})
        node[""] = {}
    return re.compile(rf"{BOUNDARY}(?:[0-9¼½¾⅓⅔⅛]|(?<![a-zт])({branch(tree)}[^\W\d_]*))")


def branch(node: Mapping[str, Any]) -> str:
    """The alternatives of a tree of letters; what goes on after a whole word is not asked."""
    if "" in node:
        return ""
    parts = [re.escape(letter) + branch(rest) for letter, rest in sorted(node.items())]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
