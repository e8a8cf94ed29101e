"""A unit left out where the sentence goes on about the same amount: АИ-95 стоит 309 тенге, АИ-98 — 378; up from 745.

Only from the number right before, in the same sentence, and only where the two are of a size: behind a dash, in a
comparison, after the same preposition, for a measure, for money of the same scale. What stands before a dash may be
counted itself ("мостов — 12"), so a plural there, whatever it is, lends nothing.
"""

from __future__ import annotations

import re

from dalel.quantities.joined import levels
from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.sight import Unit

ALIKE = 10  # the same without a dash
NEXT = re.compile(r" ([^\W\d_]+)")
REACH = 90  # characters between the two numbers
FURTHEST = 20  # times the smaller is the larger at most
LENT = frozenset({word.MONEY, word.PERCENT, word.MEASURE, word.DURATION})
DASH = re.compile(r"[—–](?<= [—–]) (?:[^\W\d_]+ ){0,2}\Z")
CLOSING = ' »"”.'
SENTENCE = re.compile(r"[.!?\n](?:(?<=\n)|(?<=[^\W\d_]{3}[.!?]) )")  # a shorter word is an abbreviation


def lent(found: list[Draft], at: int, text: str, lexicon: Lexicon) -> Unit | None:
    """The unit of the number before the bare one found[at], where it was left out; None where it was not."""
    before, draft = found[at - 1] if at else None, found[at]
    if before is None or not before.unit or draft.start - before.end > REACH or draft.upper is not None:
        return None
    if (before.scale and draft.scale not in (0, before.scale)) or not draft.value or not before.value:
        return None
    compared = text.endswith(lexicon.comparing, 0, draft.start)
    if not (compared or before.unit in LENT) or levels.apart(before.value, draft.value) > FURTHEST:
        return None
    between = text[before.end : draft.start]
    if SENTENCE.search(between) or not (compared or meant(before, draft, between, text, lexicon)):
        return None
    return Unit(before.unit, before.code)


def meant(before: Draft, draft: Draft, between: str, text: str, lexicon: Lexicon) -> bool:
    """Whether the sentence goes on about the same amount: behind a dash, after the same preposition, or as money."""
    match = DASH.search(between)
    if match is not None and not between[: match.start()].rstrip(CLOSING).endswith(lexicon.plurals):
        return True
    if levels.apart(before.value, draft.value) > ALIKE:
        return False
    if governed(before, draft, lexicon) or before.unit == word.MEASURE:
        return True
    if before.unit != word.MONEY or draft.scale != before.scale:
        return False
    return draft.scale > 0 or priced(draft, lexicon) or same_behind(before, draft, text, lexicon)


def governed(before: Draft, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether the same preposition stands before both: к семи годам, бухгалтера — к четырём."""
    return bool(draft.lead) and draft.lead == before.lead and draft.lead in lexicon.governing


def priced(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether something was bought at that: приобрели по 214 тысяч, at 214,000, 198 мыңнан алынған."""
    return draft.lead in lexicon.priced or (draft.modality == "exact" and draft.case == "ablative")


def insists(found: list[Draft], at: int, text: str, lexicon: Lexicon) -> Unit | None:
    """The same where a noun between the two changes nothing: the accountant got four years, the tablet cost more."""
    before, draft = found[at - 1] if at else None, found[at]
    if before is None or not (
        (before.unit == word.DURATION and governed(before, draft, lexicon))
        or (before.unit == word.MONEY and draft.scale == before.scale and priced(draft, lexicon))
    ):
        return None
    return lent(found, at, text, lexicon)


def same_behind(before: Draft, draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether the same preposition follows both: 24,900 tenge for a uniform, 13,500 for a backpack."""
    one, other = NEXT.match(text, before.end), NEXT.match(text, draft.end)
    return one is not None and other is not None and one[1] == other[1] and one[1] in lexicon.stop
