"""Words and digits that count nothing though they are numbers: "one of them", "one day", "at 6 p.m.", "won 2-1"."""

from __future__ import annotations

import re

from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.preceding import OPENING, Left

AFTER = re.compile(r"[ \u00a0]([^\W\d_]+)")
CLOCK = re.compile(r"[ \u00a0]?(?:[ap]\.[ ]?m\b|[ap]m\b|o['’]clock|(?:gmt|utc)\b)")
SCORE = re.compile(r"[-–‑]([0-9]{1,3})(?:[-–‑][0-9]{1,3})*(?![0-9,.]*[0-9]|[-–‑ ]?[%$€£])")
AGES = re.compile(r" to [a-z0-9]+[- ](?:year|month)s?[- ]olds?\b")  # from three to five years old
OLD = re.compile(r"[- ](?:year|month|week|day)s?[- ]olds?\b")
HYPHEN = re.compile(r"[-‑]([^\W\d_]+)")
OF_SOME = re.compile(r" of (?:(?:the|these|those|its|their|our|his|her|all) )?(?=[0-9])")  # none of the 12 projects
MEASURED = frozenset({word.MONEY, word.PERCENT, word.MEASURE, word.DURATION})
DEFINED = frozenset({"a", "an", "the"})
SENTENCE = '.!?:;"“”'


def singular(draft: Draft, text: str, left: Left, lexicon: Lexicon) -> bool:
    """Whether "one" counts nothing: одного из районов, this one, one of them, one day; or "до нуля", to nothing."""
    if draft.value == 0 and not draft.digits:
        return nothing(draft, text, left, lexicon)
    if draft.value != 1 or draft.digits:
        return False
    if text.startswith(lexicon.same, draft.end):
        return True
    match = AFTER.match(text, draft.end)
    after = match[1] if match else ""
    if after in lexicon.one_after:
        return True
    before = [found.lstrip(OPENING) for found in left.words[:2]]
    if before and (before[0] in lexicon.one_before or " ".join(before[::-1]) in lexicon.one_before):
        entry = lexicon.find(after) if after else None
        return entry is None or entry.unit not in MEASURED  # "сол бір гектар" is measured
    return bool(lexicon.one_sometimes) and stands_for(before, after, lexicon)


def stands_for(before: list[str], after: str, lexicon: Lexicon) -> bool:
    """Whether "one" stands for a noun, or for some: a rural one, one day; `before`: the two words, nearest first."""
    first = before[0] if before else ""
    if not after or after in lexicon.stop:
        return before[1:] != [] and before[1] in DEFINED
    return (after in lexicon.one_sometimes and first not in lexicon.one_counts) or opens(after, first, lexicon)


def nothing(draft: Draft, text: str, left: Left, lexicon: Lexicon) -> bool:
    """Whether a zero in words is none: "практически до нуля", to next to nothing; "none", but not of so many."""
    if lexicon.one_sometimes and text.startswith("none", draft.core_start):
        return OF_SOME.match(text, draft.end) is None
    return " ".join(w.lstrip(OPENING) for w in left.words[1::-1]) in lexicon.one_before


def opens(after: str, before: str, lexicon: Lexicon) -> bool:
    """Whether "one" begins a sentence before a noun unknown to the lists: "One standard applies" is no count."""
    if before and before[-1] not in SENTENCE:
        return False
    return lexicon.find(after) is None and after not in lexicon.stop


def clock(draft: Draft, text: str) -> bool:
    """6 p.m., 11am, 5 o'clock."""
    return CLOCK.match(text, draft.end) is not None


def score(draft: Draft, text: str, left: Left, lexicon: Lexicon) -> bool:
    """A score or a vote, which is no range: won 2-1, voted 51-49, a 3-4 defeat. The draft then ends behind it."""
    match = SCORE.match(text, draft.end)
    if match is None or not draft.digits or draft.scale:
        return False
    after = AFTER.match(text, match.end())
    told = any(found.strip(OPENING + ",.") in lexicon.scores for found in left.words[:4])
    told = told or (after is not None and after[1] in lexicon.scores)
    if not told and draft.value < int(match[1]):
        return False
    draft.end = match.end()
    return True


def aged(draft: Draft, text: str) -> bool:
    """35-year-old, two-month-old: an age. The draft then ends behind it."""
    match = OLD.match(text, draft.end) or AGES.match(text, draft.end)
    draft.end = match.end() if match else draft.end
    return match is not None


def spelled(draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """A number word that a hyphen makes part of another: five-star, two-way, one-time; five-year goes on."""
    match = HYPHEN.match(text, draft.end)
    if match is None:
        return False
    ending = match[1]
    entry = lexicon.find(ending)
    if ending in lexicon.suffix_modality:
        draft.modality = lexicon.suffix_modality[ending]
        draft.end = draft.core_end = draft.number_end = draft.noun_end = match.end()
        return False
    if entry is not None and (entry.kind or entry.unit or entry.phrases or entry.age):
        return False
    draft.end = match.end()
    return True
