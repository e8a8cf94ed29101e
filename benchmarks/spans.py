"""Span F1, exact and overlap, micro-averaged over all rows.

exact: same start, end and label. overlap: same label and at least one shared character, matched one to one
(a maximum matching, so a prediction that covers two gold spans counts once). The semantics are those of the scorer
that comes with the corpora; tests/benchmarks holds the two equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Span = tuple[int, int, str]  # start, end (half open, characters), label


@dataclass(slots=True)
class Tally:
    """Counts of one label: gold spans, predicted spans, hits of either kind."""

    gold: int = 0
    predicted: int = 0
    exact: int = 0
    overlap: int = 0

    def f1(self, mode: str) -> float:
        """F1 of `mode`, "exact" or "overlap": 2 hits / (gold + predicted); 0 where there is neither."""
        both = self.gold + self.predicted
        hits = self.exact if mode == "exact" else self.overlap
        return 2 * hits / both if both else 0.0

    def add(self, predicted: Sequence[tuple[int, int]], gold: Sequence[tuple[int, int]]) -> None:
        """Count one row's spans of this label (each list without duplicates)."""
        self.gold += len(gold)
        self.predicted += len(predicted)
        self.exact += len(set(predicted) & set(gold))
        self.overlap += matched(predicted, gold)


def matched(predicted: Sequence[tuple[int, int]], gold: Sequence[tuple[int, int]]) -> int:
    """How many predicted spans can each be given a gold span of their own that they overlap.

    Kuhn's augmenting paths: exact for any nesting of spans, and rows hold few spans.
    """
    taken: dict[int, int] = {}  # gold index -> predicted index

    def place(candidate: int, seen: set[int]) -> bool:
        for index in touching(predicted[candidate], gold):
            if index in seen:
                continue
            seen.add(index)
            if index not in taken or place(taken[index], seen):
                taken[index] = candidate
                return True
        return False

    return sum(place(candidate, set()) for candidate in range(len(predicted)))


def touching(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> list[int]:
    """Indices of the spans that share at least one character with `span`."""
    return [index for index, other in enumerate(others) if span[0] < other[1] and other[0] < span[1]]


def score(pairs: Iterable[tuple[Iterable[Span], Iterable[Span]]], labels: Sequence[str]) -> dict[str, Tally]:
    """Tallies by label over (predicted, gold) spans, one pair per row."""
    tallies = {label: Tally() for label in labels}
    for predicted, gold in pairs:
        guesses, truths = set(predicted), set(gold)
        for label, tally in tallies.items():
            tally.add(*(sorted((s, e) for s, e, name in spans if name == label) for spans in (guesses, truths)))
    return tallies
