"""A percentage by which something grew or shrank is no share: "выросла на 30 %", "30 пайызға өсті", "up 12%".

"До 30 %", "30 пайызға жетті" and "to 30%" say the level reached, which is a share.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dalel import languages
from dalel.claims.drafts import Draft
from dalel.regions.spelling import key, lower
from dalel.regions.trie import alternation

BEFORE, BEHIND = 60, 30  # characters in which the verb stands before, or the comparison behind
NEVER = r"(?!)"
SIDE = re.compile(r"[;:()\n]")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language, each at the end of what stands before or at the beginning of what stands behind."""

    by: re.Pattern[str]
    verbs: re.Pattern[str]
    behind: re.Pattern[str]
    near: re.Pattern[str]
    ends: tuple[str, ...]
    start: re.Pattern[str] | None  # the level that it was before, right before the number


def is_change(draft: Draft) -> bool:
    """Whether a percentage is a change: points always, percent by the preposition, ending or verb beside it."""
    if draft.unit == "percentage_point":
        return True
    words = _words(draft.passage.language)
    low, start = draft.passage.low, draft.passage.folded.folded(draft.quantity.start)
    before = SIDE.split(low[max(draft.sentence.low, start - BEFORE) : start])[-1]
    behind = SIDE.split(low[draft.high : min(draft.sentence.high, draft.high + BEHIND)])[0]
    if words.near.search(before):
        return True
    if words.start is not None and words.start.search(before):
        return False  # "67 пайыздан 59 пайызға төмендеді" says the level reached
    if low[: draft.high].endswith(words.ends):
        return words.behind.match(behind) is not None
    return words.by.search(before) is not None and bool(words.verbs.search(before) or words.behind.match(behind))


@cache
def _words(language: str) -> Words:
    table = languages.load(language, "claims")["changes"]
    spell = lower if language == "en" else key
    by, verbs, behind, near = (
        alternation(map(spell, table[name])) if table[name] else NEVER for name in ("by", "verbs", "behind", "near")
    )
    return Words(
        by=re.compile(rf"(?<!\w){by}\s+$"),
        verbs=re.compile(rf"(?<!\w){verbs}"),
        behind=re.compile(rf"(?:\s+\w+)?\s+{behind}"),
        near=re.compile(rf"(?<!\w){near}\s+$"),
        ends=tuple(map(spell, table["ends"])) or ("\0",),
        start=re.compile(rf"\d\S*(?:\s+\w+)?{alternation(map(spell, table['start']))}\s+$") if table["start"] else None,
    )
