"""A unit left out with its verb, behind a dash: АИ-95 стоит 309 тенге, АИ-98 — 378; вместо восьми лет — шесть.

Only behind a dash, only from the number right before, in the same sentence, and only where the two are of a size: what
stands before the dash may be counted itself ("мостов — 12"), so a plural there, whatever it is, lends nothing.
"""

from __future__ import annotations

import re

from dalel.extraction.numbers import changes, word
from dalel.extraction.numbers.draft import Draft

REACH = 70  # characters between the two numbers
FURTHEST = 20  # times the smaller is the larger at most
LENT = frozenset({word.MONEY, word.PERCENT, word.MEASURE, word.DURATION})
DASH = re.compile(r"(?:\A|([^\W\d_]+)[»\"”.]?|.) [—–] (?:[^\W\d_]+ ){0,2}\Z")
SENTENCE = re.compile(r"[^\W\d_]{3,}[.!?] |\n")
PLURALS = ("ов", "ев", "ей", "ёв", "ых", "их", "дар", "дер", "лар", "лер", "тар", "тер")


def lend(found: list[Draft], at: int, text: str) -> bool:
    """Give the bare number found[at] the unit of the one before it, where it was left out; whether it was."""
    before, draft = found[at - 1] if at else None, found[at]
    if before is None or before.unit not in LENT or draft.start - before.end > REACH or draft.upper is not None:
        return False
    if draft.scale not in (0, before.scale) or not draft.value or not before.value:
        return False
    between = text[before.end : draft.start]
    match = DASH.search(between)
    if match is None or SENTENCE.search(between) or (match[1] or "").endswith(PLURALS):
        return False
    if changes.apart(before.value, draft.value) > FURTHEST:
        return False
    draft.unit, draft.code = before.unit, before.code
    return True
