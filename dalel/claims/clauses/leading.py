"""The lines a number hangs on: what stands before a colon in its sentence, and the line before its list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dalel.claims.clauses.predicate import Predicate
from dalel.claims.clauses.reading import predicates
from dalel.claims.drafts import Draft

DEEP = 4  # lists within lists


def leading(draft: Draft) -> Iterator[Sequence[Predicate]]:
    """The predicates of each line the number hangs on, the nearest line first."""
    passage, sentence = draft.passage, draft.sentence
    colon = passage.low.rfind(": ", sentence.low, draft.low)
    if colon >= 0:
        yield [one for one in predicates(passage, sentence) if one.end <= colon]
    for _ in range(DEEP):
        above = passage.lead_in(sentence)
        if above is None:
            return
        sentence = above
        yield predicates(passage, sentence)
