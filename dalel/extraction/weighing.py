"""Which of several cue words in a sentence speaks for a number: the nearest, counted in words, clause borders
weighing more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dalel.extraction.drafts import Draft
from dalel.extraction.lexicon import Cue

BORDER = re.compile(r"[;:]|\s[—–-]\s|[,()«»“”]|\s(?:а|но|ал|бырақ|but|while)\s")
COMMA, STRONG, WORD = 3.0, 6.0, 1.0


def distance(draft: Draft, cue: Cue, others: Iterable[Draft] = ()) -> float:
    """How far a cue is from the number: words between, 3 for a comma, 6 for a stronger border or another number."""
    low = draft.passage.low
    if cue.end <= draft.low:
        between = low[cue.end : draft.low]
    elif cue.start >= draft.high:
        between = low[draft.high : cue.start]
    else:
        return 0.0
    cost = WORD * between.count(" ")
    for border in BORDER.finditer(between):
        cost += COMMA if border[0] in ",()«»“”" else STRONG
    return cost


def nearest(draft: Draft, cues: Iterable[Cue], reach: float = 60.0) -> Cue | None:
    """The cue nearest to the number within `reach`; of two equally near the one that stands before it."""
    ranked = sorted((distance(draft, cue), cue.start > draft.low, cue.start, cue.label, cue) for cue in cues)
    return ranked[0][-1] if ranked and ranked[0][0] <= reach else None
