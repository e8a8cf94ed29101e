"""The commonest numbers of news, each read by one expression: 22 463 компьютера, 3,4 млрд тенге, 62 %, 23 сентября.

Digits behind a blank or at the beginning of a line, then a percent sign, a counted noun, a currency or the like, a
scale with one of these, a month, or nothing. Where the answer is 0 the short way reads. It must never answer otherwise
than the full grammar would: tests compare the two.
"""

from __future__ import annotations

import re
from decimal import Decimal

from dalel.extraction.numbers import behind, compounds, exclusions, leads, modality, word
from dalel.extraction.numbers.draft import Draft
from dalel.extraction.numbers.left import OPENING
from dalel.extraction.numbers.lexicon import Lexicon
from dalel.extraction.numbers.word import Word

# Whole, decimals, percent sign, word, dot of an abbreviation, second word; or the end of a clause. Nothing is glued to
# a word. Words are \w, which `re` runs over three times as fast as letters only; what is no word is told afterwards.
FOLLOWED = (
    r"(?:[ \u00a0]?(%)(?![-–\w])|[ \u00a0](\w++)(?![-–/'$]|\.\S)(?:(\.?)[ \u00a0](\w++)(?![-–/']|\.\S))?"
    r"|(?=[,;)\n!?]|\Z|[.:](?:\s|\Z))(?!,[0-9]))"
)
CONTINENTAL = re.compile(
    r"([0-9]{1,3}+(?:[ \u00a0][0-9]{3}){1,4}(?![0-9])|[0-9]{1,9}+)(?:,(?!000)([0-9]{1,3}))?" + FOLLOWED
)
ENGLISH = re.compile(r"([0-9]{1,3}+(?:,[0-9]{3}){1,4}(?![0-9])|[0-9]{1,9}+)(?:\.([0-9]{1,3}))?" + FOLLOWED)
PATTERNS = {"ru": CONTINENTAL, "kk": CONTINENTAL, "en": ENGLISH}
SEPARATORS = {ord(" "): None, 0xA0: None, ord(","): None}
LARGEST = 1_000_000  # takes no scale
LAST_DAY = 31


def read(text: str, position: int, lexicon: Lexicon, found: list[Draft]) -> int:
    """Read the number at `position`, where a digit stands behind a blank or a line break, and append it to `found`.

    Returns where to go on, 0 where the short way must read it.
    """
    match = PATTERNS[lexicon.language].match(text, position)
    if match is None or not (match[4] or "a").isalpha():
        return 0
    digits, decimals, percent, follow = match.group(1, 2, 3, 4)
    value = int(digits) if digits.isdecimal() else int(digits.translate(SEPARATORS))
    draft = Draft(position, match.end(2 if decimals else 1), value)
    draft.digits = True
    if decimals:
        draft.value = Decimal(f"{value}.{decimals}")
    kind = leads.NOTHING
    if text[position - 1] == " ":
        lead = text[text.rfind(" ", 0, position - 1) + 1 : position - 1]
        if lexicon.leads.get(lead) == leads.NOTHING:
            draft.lead = lead.lstrip(OPENING)
        else:
            kind = leads.before(draft, text, position, lexicon)
            if kind in leads.UNCLEAR:
                return 0
    if percent:
        if not behind.percent(draft, None, text, match.end(), lexicon):
            return 0
    elif follow:
        entry = lexicon.find(follow)
        if entry is not None and entry.counted:  # the most frequent case
            draft.unit, draft.code, draft.noun_end, draft.noun_case = word.NOUN, entry.code, match.end(4), entry.case
        elif entry is not None and entry.flagged and not entry.kind:
            return exclusions.end_of_date(text, draft.end) if dated(draft, entry) else 0
        elif not described(draft, entry, match, lexicon):
            return 0
    return placed(draft, kind, text, lexicon, found)


def dated(draft: Draft, entry: Word) -> bool:
    """Whether the word behind surely makes it a day, a grade or a year."""
    if entry.month:
        return draft.value <= LAST_DAY
    return entry.skip or ((entry.year or entry.code == "year") and exclusions.is_year(draft))


def described(draft: Draft, entry: Word | None, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Give the draft what the word behind it, which is `entry`, says or leads to. False: unclear."""
    text, follow = match.string, match[4]
    if follow in lexicon.continues:
        return False
    if entry is None:
        return behind.unknown(draft, follow, text, lexicon)
    if not entry.kind:
        return behind.unit(draft, entry, follow, text, match.end(4), lexicon)
    return entry.kind == word.SCALE and scaled(draft, entry, match, lexicon)


def scaled(draft: Draft, scale: Word, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Multiply by the scale and go on with the word behind it. False: there is none, or it is unclear."""
    dot, follow = match.group(5, 6)
    if scale.unit or scale.case or draft.value >= LARGEST or follow is None or (dot and not scale.short):
        return False
    if not follow.isalpha():
        return False
    draft.value, draft.scale = draft.value * scale.value, int(scale.value)
    draft.reach(match.end(4))
    entry = lexicon.find(follow)
    if entry is None or not entry.counted:
        return behind.scaled(draft, match.string, dot, follow, match.end(6), lexicon)
    draft.unit, draft.code, draft.noun_end, draft.noun_case = word.NOUN, entry.code, match.end(6), entry.case
    return True


def placed(draft: Draft, kind: str, text: str, lexicon: Lexicon, found: list[Draft]) -> int:
    """Give the draft the approximator before it and append it, unless it goes on with what it follows."""
    if kind and not leads.applied(draft, kind, text, lexicon):
        return 0
    if draft.scale:
        if draft.lead in lexicon.inverted:
            return 0
    elif not draft.unit:
        if type(draft.value) is Decimal and lexicon.language == "en":
            return 0
        if exclusions.bare_year(text, draft):
            return exclusions.end_of_date(text, draft.end)
    if draft.noun_case and draft.unit == word.NOUN:
        modality.beyond(draft, text, lexicon)
    if found and draft.start < found[-1].end:
        draft.start = max(draft.start, min(found[-1].end, draft.core_start))
    if draft.unit != word.DURATION or not compounds.merge(found, draft, text):
        found.append(draft)
    return draft.end
