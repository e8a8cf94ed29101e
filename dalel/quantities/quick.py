"""The short way for plain numbers in digits, with nothing around them that needs the full grammar.

Most numbers in news are "22 463 компьютера", "62 процента", "более 3,4 млрд тенге". Those are read here in one step, in
a third of the time; where the answer is 0 the full grammar reads. It must never answer otherwise than the full grammar
would: tests compare the two.
"""

from __future__ import annotations

import re
from decimal import Decimal

from dalel.quantities import behind, exclusions, suffixes
from dalel.quantities.draft import Draft
from dalel.quantities.leads import NAMES, NONE, UNCLEAR, before, resolved
from dalel.quantities.lexicon import Lexicon
from dalel.quantities.settling import settle
from dalel.quantities.shapes import CONTINENTAL, ENGLISH, FOLLOW, POWERS, RANGE
from dalel.quantities.word import SCALES, Number, Word

SEPARATORS = {ord(" "): None, 0xA0: None, ord(","): None}


def plain(text: str, position: int, edge: int, lexicon: Lexicon, found: list[Draft]) -> int:
    """Read a plain number or date at `position`, where a digit stands, and append the number to `found`.

    `edge` is where the number begins or the bracket before it, behind a gap. Returns where to go on, 0 where the full
    grammar must read it.
    """
    match = (CONTINENTAL if lexicon.continental else ENGLISH).match(text, position)
    if match is None:
        return ranged(text, position, lexicon, found) if edge == position and lexicon.continental else 0
    digits, decimals, ending, _, _, follow = match.groups()
    if digits.isdecimal():
        value = int(digits)
    elif digits[0] in suffixes.TRUNKS and (phone := suffixes.PHONE.match(text, position)):
        return phone.end()
    else:
        value = int(digits.translate(SEPARATORS))
    entry = None
    if follow is not None:
        try:
            entry = lexicon.seen[follow]
        except KeyError:
            entry = lexicon.find(follow)
        if entry is not None and entry.flagged and not (ending or decimals) and exclusions.dated(value, entry, lexicon):
            return exclusions.end_of_date(text, position + len(digits))
    draft = Draft(position, position + len(digits), value)
    draft.digits = True
    if decimals:
        draft.value = decimal(value, decimals, entry)
        draft.reach(match.end(2))
    lead = before(text, edge, lexicon)
    draft.lead = lead.word
    kind = lead.kind and resolved(lead, draft, edge, text, lexicon)
    if not kind:
        lead = NONE
    elif edge < position or kind in UNCLEAR:
        return named(draft, entry, text, lexicon) if kind == NAMES and edge == position and not ending else 0
    if ending and not suffixed(draft, ending, entry, match, lexicon):
        return unsuffixed(draft, ending, text, lexicon)
    return settle(draft, lead, entry, match, lexicon, found)


def decimal(value: int, decimals: str, entry: Word | None) -> Number:
    """The number with its decimals; before a scale, which takes them off again (behind.py), without the point."""
    if entry is not None and entry.role == SCALES:
        return value * POWERS[len(decimals)] + int(decimals)
    return Decimal(f"{value}.{decimals}")


def named(draft: Draft, entry: Word | None, text: str, lexicon: Lexicon) -> int:
    """Behind the number of a school, an article, a telephone; 0 where it may go on."""
    if suffixes.dialled(draft, text):
        return draft.end
    if entry is not None and entry.kind:
        return 0
    return exclusions.end_of_date(text, exclusions.through(draft, text, lexicon))


def suffixed(draft: Draft, ending: str, after: Word | None, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Give the digits their case ending: 750-ге, 900-і, 2-х. False where it is none, or where the number goes on."""
    entry = lexicon.find(ending)
    if ending in lexicon.particles or (entry is not None and entry.unit) or (after is not None and after.kind):
        return False
    if not suffixes.inflection(draft, match.string, ending, lexicon):
        return False
    draft.reach(match.end(3))
    return draft.case != "about" or behind.approximate(draft, after)


def unsuffixed(draft: Draft, ending: str, text: str, lexicon: Lexicon) -> int:
    """Behind an ordinal, 2-ші, 1-інші; 0 where the ending may be something else."""
    if not lexicon.inflects or lexicon.ending(ending) != "ordinal" or lexicon.find(ending) is not None:
        return 0
    return exclusions.end_of_date(text, draft.end + 1 + len(ending))


def ranged(text: str, position: int, lexicon: Lexicon, found: list[Draft]) -> int:
    """Read 420-450 or 2019-2021 with what follows it."""
    match = RANGE.match(text, position)
    if match is None:
        return 0
    draft = Draft(position, match.end(3), int(match[1]))
    draft.upper, draft.digits, draft.modality = int(match[3]), True, "range"
    lead = before(text, position, lexicon)
    draft.lead, kind = lead.word, resolved(lead, draft, position, text, lexicon)
    if draft.value >= draft.upper or kind in UNCLEAR:
        return 0
    follow = match[FOLLOW]
    entry = lexicon.find(follow) if follow is not None else None
    return settle(draft, lead if kind else NONE, entry, match, lexicon, found)
