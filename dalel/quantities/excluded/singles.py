"""Words and digits that count nothing though they are numbers: "one of them", "one day", "at 6 p.m.", "won 2-1"."""

from __future__ import annotations

import re

from dalel.quantities.excluded.refused import AGE, CLOCK, GLUED, SCORE, Refusal
from dalel.quantities.words import word
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.preceding import OPENING
from dalel.quantities.words.sight import Sight

AFTER = re.compile(r"[ \u00a0]([^\W\d_]+)")
TIME = re.compile(r"[ \u00a0]?(?:[ap]\.[ ]?m\b|[ap]m\b|o['’]clock|(?:gmt|utc)\b)")
RESULT = re.compile(r"[-–‑]([0-9]{1,3})(?:[-–‑][0-9]{1,3})*(?![0-9,.]*[0-9]|[-–‑ ]?[%$€£])")
AGES = re.compile(r" to [a-z0-9]+[- ](?:year|month)s?[- ]olds?\b")  # from three to five years old
OLD = re.compile(r"[- ](?:year|month|week|day)s?[- ]olds?\b")
HYPHEN = re.compile(r"[-‑]([^\W\d_]+)")
OF_SOME = re.compile(r" of (?:(?:the|these|those|its|their|our|his|her|all) )?(?=[0-9])")  # none of the 12 projects
MEASURED = frozenset({word.MONEY, word.PERCENT, word.MEASURE, word.DURATION})
DEFINED = frozenset({"a", "an", "the"})
SENTENCE = '.!?:;"“”'


def singular(sight: Sight) -> bool:
    """Whether "one" counts nothing: одного из районов, this one, one of them, one day; or "до нуля", to nothing."""
    text, lexicon = sight.text, sight.lexicon
    if sight.value == 0 and not sight.digits:
        return nothing(sight)
    if sight.value != 1 or sight.digits:
        return False
    if text.startswith(lexicon.same, sight.end):
        return True
    match = AFTER.match(text, sight.end)
    after = match[1] if match else ""
    if after in lexicon.one_after:
        return True
    before = [found.lstrip(OPENING) for found in sight.left.words[:2]]
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


def nothing(sight: Sight) -> bool:
    """Whether a zero in words is none: "практически до нуля", to next to nothing; "none", but not of so many."""
    if sight.lexicon.one_sometimes and sight.text.startswith("none", sight.start):
        return OF_SOME.match(sight.text, sight.end) is None
    return " ".join(w.lstrip(OPENING) for w in sight.left.words[1::-1]) in sight.lexicon.one_before


def opens(after: str, before: str, lexicon: Lexicon) -> bool:
    """Whether "one" begins a sentence before a noun unknown to the lists: "One standard applies" is no count."""
    if before and before[-1] not in SENTENCE:
        return False
    return lexicon.find(after) is None and after not in lexicon.stop


def clock(sight: Sight) -> Refusal | None:
    """6 p.m., 11am, 5 o'clock."""
    return Refusal(CLOCK, sight.end) if TIME.match(sight.text, sight.end) else None


def score(sight: Sight) -> Refusal | None:
    """A score or a vote, which is no range: won 2-1, voted 51-49, a 3-4 defeat."""
    match = RESULT.match(sight.text, sight.end)
    if match is None or not sight.digits or sight.scale:
        return None
    after, scores = AFTER.match(sight.text, match.end()), sight.lexicon.scores
    told = any(found.strip(OPENING + ",.") in scores for found in sight.left.words[:4])
    told = told or (after is not None and after[1] in scores)
    return Refusal(SCORE, match.end()) if told or sight.value >= int(match[1]) else None


def aged(sight: Sight) -> Refusal | None:
    """35-year-old, two-month-old: an age."""
    match = OLD.match(sight.text, sight.end) or AGES.match(sight.text, sight.end)
    return Refusal(AGE, match.end()) if match else None


def spelled(sight: Sight) -> Refusal | None:
    """A number word that a hyphen makes part of another: five-star, two-way, one-time; five-year and ten-odd go on."""
    match = HYPHEN.match(sight.text, sight.end)
    if match is None or match[1] in sight.lexicon.suffix_modality:
        return None
    entry = sight.lexicon.find(match[1])
    if entry is not None and (entry.kind or entry.unit or entry.phrases or entry.age):
        return None
    return Refusal(GLUED, match.end())
