"""The short way for plain numbers: digits that nothing but a known unit or the end of a clause follows.

Most numbers in news are "22 463 компьютера", "62 процента", "3,4 млрд тенге" with no word around them that any rule
concerns. Those are read here in one step; for everything else `plain` answers None and the full grammar reads it.
It must never answer otherwise than the full grammar would: a test compares the two.
"""

from __future__ import annotations

import re
from decimal import Decimal

from dalel.extraction.numbers import exclusions, modality, nouns, word
from dalel.extraction.numbers.draft import Draft
from dalel.extraction.numbers.left import OPENING, Left
from dalel.extraction.numbers.lexicon import Lexicon
from dalel.extraction.numbers.word import Word

NUMBER = re.compile(
    r"(?:([0-9]{1,3}(?:[ \u00a0][0-9]{3}){1,4}(?![0-9])|[0-9]{1,9})(?:,([0-9]{1,3}))?)"
    r"(?:(?=[,;)\n!?]|\Z|\.(?:\s|\Z))(?!,[0-9])|[ \u00a0]?(%)(?![-–\w])|[ \u00a0]([^\W\d_]+)(?![-–\w/']|\.\S))"
)
NEXT = re.compile(r"\.?[ \u00a0]([^\W\d_]+)(?![-–\w/']|\.\S)")
CLOSED = frozenset((".", ",", ";", ")", "\n", "!", "?", ":", ""))
SPACES = {ord(" "): None, 0xA0: None}
YEARS = range(1000, 2101)
PLAIN = {word.NOUN: "CARDINAL", word.MONEY: "MONEY", word.PERCENT: "PERCENT"}


def plain(text: str, position: int, lexicon: Lexicon, found: list[Draft]) -> int:
    """Read a plain number or date at `position`, where a digit stands, append the number to `found`.

    Returns where to go on, 0 where the full grammar must read it.
    """
    match = NUMBER.match(text, position) if text[position - 1] == " " else None
    if match is None:
        return 0
    digits, decimals, _, follow = match.groups()
    value = int(digits) if digits.isdecimal() else int(digits.translate(SPACES))
    entry = lexicon.find(follow) if follow is not None else None
    if entry is not None and entry.flagged:
        return exclusions.end_of_date(text, match.end(1)) if not decimals and dated(entry, value) else 0
    lead = before(text, position, lexicon)
    if lead is None:
        return 0
    draft = Draft(position, match.end(1), value)
    draft.digits, draft.lead = True, lead
    if decimals:
        draft.value = Decimal(f"{value}.{decimals}")
        draft.end = draft.core_end = draft.number_end = draft.noun_end = match.end(2)
    if not described(draft, entry, match, lexicon):
        return 0
    if lead in lexicon.before:
        left = Left(text, position, lexicon)
        at = modality.ahead(draft, left, 0, lexicon)
        draft.lead = left.words[at].lstrip(OPENING) if at < len(left.words) else ""
        if found:
            draft.start = max(draft.start, min(found[-1].end, draft.core_start))
    found.append(draft)
    return draft.end


def dated(entry: Word, value: int) -> bool:
    """8 октября, 2020 года."""
    if entry.skip:
        return False
    return (entry.month and value <= 31) or ((entry.year or entry.code == "year") and value in YEARS)


def described(draft: Draft, entry: Word | None, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Give the draft what follows it: nothing, a percent sign, a unit, unknown words. False: unclear."""
    text, end, percent, follow = match.string, match.end(), match[3], match[4]
    if percent is not None:
        draft.unit = draft.code = word.PERCENT
        draft.label, draft.end, draft.core_end, draft.noun_end = "PERCENT", end, end, end
        return ended(draft, text, end, lexicon)
    if entry is not None:
        return unit(draft, entry, text, end, lexicon)
    if follow is not None:
        if follow in lexicon.starts_later or follow in lexicon.links or follow in lexicon.joins:
            return False
        nouns.counted(draft, text, lexicon)
    return bool(draft.unit) or draft.value not in YEARS


def before(text: str, position: int, lexicon: Lexicon) -> str | None:
    """The word before, where neither it nor what stands before a preposition can concern the number; else None."""
    start = text.rfind(" ", 0, position - 1)
    lead = text[start + 1 : position - 1]
    if "\n" in lead:
        lead = lead[lead.rindex("\n") + 1 :]
        start = -1
    lead = lead.lstrip(OPENING)
    if lexicon.matters(lead):
        return lead if lead in lexicon.plain_before else None
    if start > 0 and lead in lexicon.between:
        earlier = text.rfind(" ", 0, start)
        found = text[earlier + 1 : start]
        if "\n" not in found and lexicon.matters(found.lstrip(OPENING)):
            return None
    return lead


def unit(draft: Draft, entry: Word, text: str, end: int, lexicon: Lexicon) -> bool:
    """Give the draft its scale and unit, if both are plain."""
    if entry.kind == word.SCALE and not entry.case and not entry.unit:
        match = NEXT.match(text, end)
        after = lexicon.find(match[1]) if match else None
        if match is None or after is None or after.kind or draft.value >= 1_000_000:
            return False
        if text[end] == "." and not entry.short:
            return False
        draft.value, draft.scale = draft.value * entry.value, int(entry.value)
        draft.end = draft.core_end = draft.number_end = draft.noun_end = end
        entry, end = after, match.end()
    label = PLAIN.get(entry.unit)
    if label is None or entry.kind or entry.phrases or entry.after or entry.said or entry.flagged or entry.power:
        return False
    draft.unit, draft.code, draft.noun_end = entry.unit, entry.code, end
    if entry.unit == word.NOUN:
        draft.noun_case = entry.case
        return True
    draft.label, draft.case = label, entry.case
    draft.end = draft.core_end = end
    return entry.case != "about" and ended(draft, text, end, lexicon)


def ended(draft: Draft, text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether nothing behind the unit can change it: no approximator, no second amount, no percentage point."""
    if text[end : end + 1] in CLOSED:
        return True
    match = nouns.NEXT.match(text, end)
    if match is None or match[1] in lexicon.starts_later:
        return False
    entry = lexicon.find(match[1])
    if entry is not None and (entry.after or entry.said or entry.kind or entry.point):
        return False
    if draft.unit == word.PERCENT:
        nouns.shared(draft, text, lexicon)
    return True
