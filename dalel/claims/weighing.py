"""Which of several cue words in a sentence speaks for a number: the nearest, counted in words, clause borders
weighing more.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from dalel.claims.drafts import Draft
from dalel.claims.lexicon import Cue
from dalel.claims.page import Passage, Sentence
from dalel.claims.phrases import any_of

BORDER = re.compile(
    rf"(?=[\s;:,()«»“”])(?=(?P<border>[;:]|\s[—–-]\s|[,()«»“”]|\s{any_of('borders', 'clauses')}\s))[\s\W]"
)
COMMA, STRONG, WORD = 3.0, 6.0, 1.0
ASIDE = re.compile(r"\([^()\n]{0,400}\)")


def distance(draft: Draft, cue: Cue, others: Iterable[Draft] = ()) -> float:
    """How far a cue is from the number: words between, 3 for a comma, 6 for a stronger border or another number."""
    if cue.end <= draft.low:
        begin, end = cue.end, draft.low
    elif cue.start >= draft.high:
        begin, end = draft.high, cue.start
    else:
        return 0.0
    aside = _asides(draft, begin, end)
    cost = WORD * (draft.passage.low.count(" ", begin, end) - sum(words for _, _, words in aside))
    borders = draft.passage.once(draft.sentence, _borders)
    for start, stop, weight in borders[bisect_left(borders, (begin,)) :]:
        if stop > end:
            break
        if start >= begin and not any(opens <= start and stop <= closes for opens, closes, _ in aside):
            cost += weight
            begin = stop
    return cost


def _asides(draft: Draft, begin: int, end: int) -> list[tuple[int, int, int]]:
    """What stands in brackets between two offsets, which parts nothing: start, end and blanks of each."""
    spans = draft.passage.once(draft.sentence, _brackets)
    return [one for one in spans if begin <= one[0] and one[1] <= end]


def _brackets(passage: Passage, sentence: Sentence) -> list[tuple[int, int, int]]:
    low = passage.low
    found = ASIDE.finditer(low, sentence.low, sentence.high)
    return [(*match.span(), low.count(" ", *match.span())) for match in found]


def _borders(passage: Passage, sentence: Sentence) -> list[tuple[int, int, float]]:
    """Start, end and weight of every clause border of the sentence, in order; two may share a space between them."""
    low = passage.low
    spans = (match.span("border") for match in BORDER.finditer(low, sentence.low, sentence.high))
    return [(start, end, COMMA if low[start:end] in ",()«»“”" else STRONG) for start, end in spans]


def nearest(draft: Draft, cues: Iterable[Cue], reach: float = 60.0) -> Cue | None:
    """The cue nearest to the number within `reach`; of two equally near the one that stands before it."""
    ranked = sorted((distance(draft, cue), cue.start > draft.low, cue.start, cue.label, cue) for cue in cues)
    return ranked[0][-1] if ranked and ranked[0][0] <= reach else None
