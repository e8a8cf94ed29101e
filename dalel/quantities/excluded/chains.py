"""Numbers inside a chain that says none, told without reading them: т4о3lі, twenty-twenty-twenty.

Text made of nothing else has a number every few characters, and to read and then drop each costs ten times as much.
"""

from __future__ import annotations

import re

from dalel.quantities.excluded import dates
from dalel.quantities.words import word
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.word import Word

CODE = re.compile(r"[0-9]{1,9}([^\W\d_]+)")
POWERS = frozenset("ex×")  # letters that may go on a number: 6x10^4
BACK = 4  # characters before the digits
HYPHENED = re.compile(r"-([^\W\d_]+)-([^\W\d_]+)")


def code(text: str, position: int, lexicon: Lexicon) -> int:
    """Behind the digits at `position`, where letters and other digits on both sides make them a code; else 0.

    No currency sign has a digit in it, so that what stands before is none.
    """
    chunk = text[max(0, position - BACK) : position]
    if chunk.isalpha() or not chunk.isalnum():
        return 0
    match = CODE.match(text, position)
    if match is None or match[1][0] in POWERS or match[1] in lexicon.links or lexicon.find(match[1]) is not None:
        return 0
    return dates.end_of_date(text, match.start(1))


def spelled(text: str, position: int, end: int, entry: Word, lexicon: Lexicon) -> bool:
    """Whether the number word from `position` to `end` is neither the first nor the last of a chain of such words, of
    which it takes none; only English joins number words by hyphens.
    """
    if not lexicon.manner.hyphens or entry.kind != word.NUMERAL or not text[position - 2].isalnum():
        return False
    match = HYPHENED.match(text, end)
    if match is None or text.endswith(lexicon.hyphened_none, 0, position):
        return False
    first, second = lexicon.find(match[1]), lexicon.find(match[2])
    if first is None or second is None:
        return False
    return first.kind == second.kind == word.NUMERAL and first.top > entry.order
