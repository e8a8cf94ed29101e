"""The short way for plain numbers: digits that nothing but a known unit or the end of a clause follows.

Most numbers in news are "22 463 компьютера", "62 процента", "3,4 млрд тенге" with no word around them that any rule
concerns. Those are read here in one step; for everything else `plain` answers None and the full grammar reads it.
It must never answer otherwise than the full grammar would: a test compares the two.
"""

from __future__ import annotations

import re
from decimal import Decimal

from dalel.extraction.numbers import compounds, exclusions, modality, nouns, units, word
from dalel.extraction.numbers.draft import Draft
from dalel.extraction.numbers.left import OPENING, Left
from dalel.extraction.numbers.lexicon import Lexicon
from dalel.extraction.numbers.word import Word

NUMBER = re.compile(
    r"(?:([0-9]{1,3}(?:[ \u00a0][0-9]{3}){1,4}(?![0-9])|[0-9]{1,9})(?:,([0-9]{1,3}))?)"
    r"(?:(?=[,;)\n!?]|\Z|\.(?:\s|\Z))(?!,[0-9])|[ \u00a0]?(%)(?:-([^\W\d_]{1,7}))?(?![-–\w])"
    r"|[ \u00a0]([^\W\d_]+)(?![-–\w/']|\.\S))"
)
NEXT = re.compile(r"\.?[ \u00a0]([^\W\d_]+)(?![-–\w/']|\.\S)")
YEARS_APART = re.compile(r"((?:19|20)[0-9]{2})[-–]((?:19|20)[0-9]{2})[ \u00a0]([^\W\d_]+)(?![-–\w/'])")
CLOSED = frozenset((".", ",", ";", ")", "\n", "!", "?", ":", "»", ""))
DASH = re.compile(r" [—–] [^\W\d_]")
SPACES = {ord(" "): None, 0xA0: None}
YEARS = range(1000, 2101)
PLAIN = frozenset({word.NOUN, word.MONEY, word.PERCENT, word.DURATION, word.TIMES})
BOUNDED = frozenset({"", "dative", "ablative"})  # cases of a scale that an approximator may follow


def plain(text: str, position: int, lexicon: Lexicon, found: list[Draft]) -> int:
    """Read a plain number or date at `position`, where a digit stands, append the number to `found`.

    Returns where to go on, 0 where the full grammar must read it.
    """
    if text[position - 1] != " ":
        return 0
    match = NUMBER.match(text, position)
    return years(text, position, lexicon) if match is None else number(match, position, lexicon, found)


def number(match: re.Match[str], position: int, lexicon: Lexicon, found: list[Draft]) -> int:
    """Read the number that NUMBER matched at `position`; where to go on, 0 where it is not plain."""
    text = match.string
    digits, decimals, _, _, follow = match.groups()
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
    return settle(draft, text, lexicon, found) if described(draft, entry, match, lexicon) else 0


def settle(draft: Draft, text: str, lexicon: Lexicon, found: list[Draft]) -> int:
    """Give the draft its approximator and append it to `found`, unless it is a bare year; where to go on."""
    if draft.lead in lexicon.before:
        approximated(draft, text, lexicon, found)
    if not draft.unit and exclusions.bare_year(text, draft):
        return exclusions.end_of_date(text, draft.end)
    if draft.unit != word.DURATION or not compounds.merge(found, draft, text):
        found.append(draft)
    return draft.end


def years(text: str, position: int, lexicon: Lexicon) -> int:
    """The end of 2019-2021 годы or 2019-2021 учебный год, which is no quantity; 0 for anything else."""
    match = YEARS_APART.match(text, position)
    if match is None or match[1] >= match[2] or before(text, position, lexicon) is None:
        return 0
    entry = lexicon.find(match[3])
    if entry is not None:
        year = entry.year or entry.code == "year" or (entry.skip and not entry.month)
        return exclusions.end_of_date(text, match.end(2)) if year else 0
    draft = Draft(position, match.end(2), int(match[1]))
    draft.upper, draft.digits = int(match[2]), True
    bare = unknown(draft, match[3], text, lexicon) and exclusions.bare_year(text, draft)
    return exclusions.end_of_date(text, match.end(2)) if bare else 0


def approximated(draft: Draft, text: str, lexicon: Lexicon, found: list[Draft]) -> None:
    """Give the draft the approximator before it."""
    left = Left(text, draft.core_start, lexicon)
    at = modality.ahead(draft, left, 0, lexicon)
    draft.lead = left.words[at].lstrip(OPENING) if at < len(left.words) else ""
    if found:
        draft.start = max(draft.start, min(found[-1].end, draft.core_start))


def dated(entry: Word, value: int) -> bool:
    """8 октября, 2020 года, 9 класс."""
    if entry.month:
        return value <= 31 and not entry.skip
    return entry.skip or ((entry.year or entry.code == "year") and value in YEARS)


def described(draft: Draft, entry: Word | None, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Give the draft what follows it: nothing, a percent sign, a unit, unknown words. False: unclear."""
    text, end = match.string, match.end()
    if match[3] is not None:
        case = lexicon.ending(match[4]) if match[4] is not None else ""
        if case is None or case == "about":
            return False
        units.take(draft, word.PERCENT, "percent", end, case)
        return ended(draft, text, end, lexicon)
    if entry is not None:
        return unit(draft, entry, text, end, lexicon)
    return match[5] is None or unknown(draft, match[5], text, lexicon)


def unknown(draft: Draft, follow: str, text: str, lexicon: Lexicon) -> bool:
    """Give the draft the noun behind a word that says nothing by itself. False: the word may be part of something."""
    if follow in lexicon.heads or follow in lexicon.starts_later or follow in lexicon.links or follow in lexicon.joins:
        return False
    nouns.counted(draft, text, lexicon)
    return True


def before(text: str, position: int, lexicon: Lexicon) -> str | None:
    """The word before, where neither it nor what stands before a preposition can concern the number; else None."""
    start = text.rfind(" ", 0, position - 1)
    lead = text[start + 1 : position - 1]
    if "\n" in lead:
        lead = lead[lead.rindex("\n") + 1 :]
        start = -1
    lead = lead.lstrip(OPENING)
    if not lead and start > 0:  # behind a dash
        name = text[text.rfind(" ", 0, start) + 1 : start].rpartition("\n")[2]
        if name.lstrip(OPENING) in lexicon.names:
            return None
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
    if entry.kind == word.SCALE:
        return scale(draft, entry, text, end, lexicon)
    if entry.kind or entry.after or entry.said or entry.power:
        return False
    return named(draft, entry, text, end, lexicon)


def scale(draft: Draft, entry: Word, text: str, end: int, lexicon: Lexicon) -> bool:
    """Multiply by the scale that ends at `end` and go on behind it: with a unit, an approximator or unknown words."""
    match = NEXT.match(text, end)
    if match is None or entry.unit or entry.case not in BOUNDED or draft.value >= 1_000_000:
        return False
    after = lexicon.find(match[1])
    clear = after is None or not (after.kind or after.flagged or after.said or after.power)
    if not clear or (text[end] == "." and not entry.short):
        return False
    draft.value, draft.scale, draft.case = draft.value * entry.value, int(entry.value), entry.case
    draft.end = draft.core_end = draft.number_end = draft.noun_end = end
    if after is None:
        return not entry.case and not lexicon.folded and unknown(draft, match[1], text, lexicon)
    if not after.after:
        return not entry.case and named(draft, after, text, match.end(), lexicon)
    plain_bound = not (after.unit or after.phrases or text[end] == ".")
    if plain_bound:
        modality.behind(draft, text, lexicon)
        if not draft.unit:
            nouns.counted(draft, text, lexicon)
    return plain_bound


def named(draft: Draft, entry: Word, text: str, end: int, lexicon: Lexicon) -> bool:
    """Give the draft the unit that `entry`, ending at `end`, begins."""
    if entry.phrases:
        entry, end = units.phrase(entry, text, end, lexicon)
    if entry.unit not in PLAIN or (entry.unit == word.TIMES and lexicon.times_after):
        return False
    units.take(draft, entry.unit, entry.code, end, entry.case)
    return entry.unit == word.NOUN or (entry.case != "about" and ended(draft, text, end, lexicon))


def ended(draft: Draft, text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether nothing behind the unit can change it but an approximator: no second amount, no percentage point."""
    if text[end : end + 1] in CLOSED:
        return True
    match = nouns.NEXT.match(text, end)
    if match is None or match[1] in lexicon.starts_later:
        return match is None and DASH.match(text, end) is not None
    entry = lexicon.find(match[1])
    if entry is not None and (entry.said or entry.kind or entry.point):
        return False
    if entry is not None and entry.after:
        modality.behind(draft, text, lexicon)
    if draft.unit == word.PERCENT:
        nouns.shared(draft, text, lexicon)
    return True
