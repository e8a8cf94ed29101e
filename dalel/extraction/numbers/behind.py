"""What follows a plain number: nothing, a percent sign, a scale, a unit, an approximator, the noun it counts."""

from __future__ import annotations

import re

from dalel.extraction.numbers import modality, nouns, units, word
from dalel.extraction.numbers.draft import Draft
from dalel.extraction.numbers.lexicon import Lexicon
from dalel.extraction.numbers.word import Word

NEXT = re.compile(r"(\.?)[ \u00a0]([^\W\d_]+)(?![-–\w/']|\.\S)")
MORE = re.compile(r"\.?[ \u00a0]([0-9]{1,3})[ \u00a0]([^\W\d_]+)(?![-–\w/'])")  # 4 млрд 105 млн
CLOSED = frozenset((".", ",", ";", ")", "\n", "!", "?", ":", "»", ""))
CLOSED_ABBREVIATION = frozenset((",", ";", ")", "\n", "!", "?", ":", ""))
DASH = re.compile(r" [—–] ([^\W\d_]+)")
PLAIN = frozenset({word.NOUN, word.MONEY, word.PERCENT, word.DURATION, word.TIMES})
CASES = frozenset({"", "dative", "ablative", "genitive", "accusative", "locative", "instrumental"})
BOUNDED = frozenset({"", "dative", "ablative"})  # cases of a scale that an approximator may follow


def described(draft: Draft, entry: Word | None, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Give the draft what follows it; `entry` is known of the last group of `match`, a word. False: unclear."""
    text, last = match.string, match.re.groups
    follow = match[last]
    if follow is None:
        if match[last - 2] is not None:
            return percent(draft, match[last - 1], text, match.end(), lexicon)
        return text[match.end() : match.end() + 1] != " " or not dashed(text, match.end(), lexicon)
    if follow in lexicon.continues:
        return False
    if entry is None:
        return unknown(draft, follow, text, lexicon)
    if entry.kind:
        return entry.kind == word.SCALE and not draft.scale and scale(draft, entry, text, match.end(), lexicon)
    return unit(draft, entry, follow, text, match.end(), lexicon)


def dashed(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a number word stands behind the dash at `end`: it may be the upper end of a range."""
    match = DASH.match(text, end)
    entry = lexicon.find(match[1]) if match else None
    return entry is not None and bool(entry.kind)


def percent(draft: Draft, ending: str | None, text: str, end: int, lexicon: Lexicon) -> bool:
    """Give the draft the percent sign that, with its case ending, ends at `end`."""
    case = lexicon.ending(ending) if ending is not None else ""
    if case is None or case == "about":
        return False
    units.take(draft, word.PERCENT, "percent", end, case)
    return ended(draft, text, end, lexicon)


def unknown(draft: Draft, follow: str, text: str, lexicon: Lexicon) -> bool:
    """Give the draft the noun behind a word that says nothing by itself. False: the word may be a suffix apart."""
    if lexicon.folded and lexicon.ending(follow):
        return False
    if not draft.case.startswith("possessive"):
        nouns.counted(draft, text, lexicon)
    return True


def unit(draft: Draft, entry: Word, follow: str, text: str, end: int, lexicon: Lexicon) -> bool:
    """Give the draft the unit that `entry`, ending at `end`, is or begins; or the approximator it is."""
    if entry.power:
        return False
    if entry.phrases:
        entry, end = units.phrase(entry, text, end, lexicon)
    if not entry.unit:
        if entry.after or entry.said:
            modality.behind(draft, text, lexicon)
        if draft.unit:
            return draft.unit != word.PERCENT
        return unknown(draft, follow, text, lexicon)
    if entry.after or entry.said or entry.unit not in PLAIN or entry.code in lexicon.doubtful_units:
        return False
    if entry.unit == word.NOUN:
        if not draft.case.startswith("possessive"):
            units.take(draft, word.NOUN, entry.code, end, entry.case)
        return True
    units.take(draft, entry.unit, entry.code, end, entry.case)
    return entry.case != "about" and ended(draft, text, end, lexicon)


def scale(draft: Draft, entry: Word, text: str, end: int, lexicon: Lexicon) -> bool:
    """Multiply by the scale that ends at `end` and go on behind it: with a unit, an approximator or unknown words."""
    if entry.unit or entry.case not in BOUNDED or draft.value >= 1_000_000 or draft.case:
        return False
    draft.value, draft.scale, draft.case = draft.value * entry.value, int(entry.value), entry.case
    if draft.upper is not None:
        draft.upper = draft.upper * entry.value
    draft.reach(end)
    more = MORE.match(text, end)
    while more is not None:
        smaller = added(draft, more, lexicon)
        if smaller is None:
            return False
        entry, end, more = smaller, more.end(), MORE.match(text, more.end())
    match = NEXT.match(text, end)
    if match is None:
        return text[end : end + 1] in CLOSED_ABBREVIATION and not entry.case
    return (entry.short or not match[1]) and scaled(draft, match, lexicon)


def added(draft: Draft, more: re.Match[str], lexicon: Lexicon) -> Word | None:
    """Add a smaller scale, which is returned: the 105 млн of "4 млрд 105 млн". None where it does not fit."""
    entry = lexicon.find(more[2])
    if entry is None or entry.kind != word.SCALE or entry.unit or entry.value >= draft.scale:
        return None
    if draft.case or draft.upper is not None or entry.case not in BOUNDED:
        return None
    draft.value, draft.scale, draft.case = draft.value + int(more[1]) * entry.value, int(entry.value), entry.case
    draft.reach(more.end())
    return entry


def scaled(draft: Draft, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Give the draft, which has a scale, what `match` says of the word behind it."""
    text, follow = match.string, match[2]
    after = lexicon.find(follow)
    if follow in lexicon.continues or (draft.case and (after is None or not after.after)):
        return False
    if after is None:
        return unknown(draft, follow, text, lexicon)
    if after.kind or after.flagged or after.said or after.power:
        return False
    return not (after.after and match[1]) and unit(draft, after, follow, text, match.end(), lexicon)


def ended(draft: Draft, text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether nothing behind the unit can change it but an approximator: no second amount, no percentage point."""
    if text[end : end + 1] in CLOSED:
        return text[end : end + 1] != "," or not text[end + 2 : end + 3].isdigit() or draft.unit != word.MONEY
    match = nouns.NEXT.match(text, end)
    if match is None or match[1] in lexicon.starts_later or "-" in match[1]:
        return match is None and DASH.match(text, end) is not None
    entry = lexicon.find(match[1])
    if entry is None:
        if lexicon.folded and lexicon.ending(match[1]):
            return False
    elif entry.kind or entry.point:
        return False
    elif entry.after or entry.said:
        modality.behind(draft, text, lexicon)
    if draft.unit == word.PERCENT:
        nouns.shared(draft, text, lexicon)
    return True
