"""Whether a plain number is complete where its unit ends, or something behind goes on with it."""

from __future__ import annotations

import re

from dalel.quantities import compounds, modality, nouns, word
from dalel.quantities.draft import Draft
from dalel.quantities.lexicon import Lexicon
from dalel.quantities.word import Word

CLOSED = frozenset((".", ",", ";", ")", "\n", "!", "?", ":", "»", ""))
DASH = re.compile(r" [—–] ([^\W\d_]+)")


def dashed(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a number word stands behind the dash at `end`: it may be the upper end of a range."""
    match = DASH.match(text, end)
    entry = lexicon.find(match[1]) if match else None
    return entry is not None and bool(entry.kind)


def measured(draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether the unit that the draft now ends with is whole: no rate, no second amount, no percentage point."""
    if lexicon.language == "en" and text.startswith(" old", draft.end):  # she is 40 years old
        return False
    if draft.unit == word.MEASURE and (
        draft.code in compounds.OF_POWER
        or text[draft.end : draft.end + 1] in ("/", "-")
        or (draft.code == "kg" and text[draft.end + 1 : draft.end + 2].isdecimal())  # 2 кг 340 г
        or text.startswith(" в ", draft.end)  # баррелей в сутки
        or draft.lead in lexicon.rates  # сағатына 60 шақырым
    ):
        return False
    return ended(draft, text, draft.end, lexicon)


def goes_on(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether the two words at `end` say more of the number: и более; or the second may be part of it: и 43."""
    match = modality.FOLLOWING.match(text, end)
    if match is None or match[2] is None or (match[1], match[2]) in lexicon.later:
        return True
    entry = lexicon.find(match[2])
    return entry is not None and bool(entry.kind)


def ended(draft: Draft, text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether nothing behind the unit can change it but an approximator: no second amount, no percentage point."""
    if text[end : end + 1] in CLOSED:
        if draft.case == "about":
            modality.behind(draft, text, lexicon)
        return text[end : end + 1] != "," or not text[end + 2 : end + 3].isdigit() or draft.unit != word.MONEY
    match = nouns.NEXT.match(text, end)
    if match is None:
        return draft.case != "about" and (text.startswith(" (", end) or DASH.match(text, end) is not None)
    found = match["noun"]
    entry = lexicon.find(found)
    if entry is None:
        if "-" in found or (lexicon.folded and lexicon.ending(found)):
            return False
        if found in lexicon.starts_later and goes_on(text, end, lexicon):
            return False
    elif not entry.idle and not says_more(entry, found, text, end, lexicon):
        return False
    said = (entry.after or entry.said) if entry is not None else found in lexicon.slightly
    if said or draft.case == "about":
        modality.behind(draft, text, lexicon)
    if draft.unit == word.PERCENT:
        nouns.shared(draft, text, lexicon)
    return True


def says_more(entry: Word, found: str, text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a word of the grammar behind the unit only says how exact the number is."""
    if "-" in found or (found in lexicon.starts_later and goes_on(text, end, lexicon)):
        return False
    return not entry.point and (not entry.kind or (entry.kind == word.AND and lexicon.continental))
