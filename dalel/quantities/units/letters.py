"""One letter behind digits that can be a scale or a unit: 5m people, but a 100m race; 10G, but 500g of sugar.

numbers.toml [letters] says for each letter which unit it is, and what around it says so; otherwise it is a scale.
"""

from __future__ import annotations

import re

from dalel.quantities.numbers.reading import Reading
from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.inside_file import Letter
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.word import Word

AFTER = re.compile(r"[ \u00a0-]?([^\W\d_]+)")
WORDS = re.compile(r"[^\W\d_]+")
REACH = 60  # characters before the number in which a word may name what is measured
MINUS = frozenset("-−")
SIGNS = frozenset("$€£¥₽₸₹")


def unit(draft: Draft, match: re.Match[str], reading: Reading, lexicon: Lexicon) -> bool:
    """Whether the letter of `match` is a unit here; if so, `reading.next` is that unit."""
    rule = lexicon.letters.get(match[match.lastindex or 0])
    if rule is None or match.string[draft.start - 1] in SIGNS:
        return False
    text, stop = match.string, match.end()
    freezing = rule.unit == "degree" and text[draft.start - 1] in MINUS  # -20C
    if not (stands_in_text(draft, text, stop) if rule.in_text else freezing or surrounded(draft, text, stop, rule)):
        return False
    if rule.unit == "g" and draft.value in range(1, 10) and not text.startswith((" of ", "/"), stop):  # a 5G network
        return False
    found = Word(match[0])
    found.unit, found.code = word.MEASURE, rule.unit
    reading.next, reading.next_start, reading.next_end = found, match.start(), stop
    return True


def stands_in_text(draft: Draft, text: str, stop: int) -> bool:
    """Whether there is anything but the number and its letter in the line."""
    line = text.rfind("\n", 0, draft.start) + 1
    before, after = text[line : draft.start].strip(" -."), text[stop : stop + 2].strip(" \n")
    return bool(before or after)


def surrounded(draft: Draft, text: str, stop: int, rule: Letter) -> bool:
    """Whether a word or a sign on either side says that the letter is a unit: 100m race, 3 m/s, heat of 45C."""
    after = AFTER.match(text, stop)
    if text[stop : stop + 1] == "/" or (after is not None and after[1] in rule.after):
        return True
    low = max(text.rfind("\n", 0, draft.start) + 1, draft.start - REACH)
    return any(found in rule.before for found in WORDS.findall(text, low, draft.start)[-6:])
