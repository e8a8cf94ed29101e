"""One piece of work after another, each by itself: what it gives, or the problem that it became. Runs in any process.

What comes back can be pickled and holds no path of the machine, so that it is the same wherever the work was done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from dalel.faults import Guard
from dalel.records import Problem

G = TypeVar("G")  # what a piece of work is given
V = TypeVar("V")  # what it gives


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece(Generic[G]):
    """One piece of work. `subject` is what a person knows it by (an address), `weight` about its bytes."""

    subject: str
    given: G
    weight: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome(Generic[V]):
    """What became of one piece: a value, or a problem of ours with its traceback."""

    value: V | None = None
    problem: Problem | None = None
    traceback: str = ""


@dataclass(frozen=True, kw_only=True)
class Work(Generic[G, V]):
    """A stage's function on one page. `function` is at the top of a module, so that another process finds it."""

    stage: str  # as problems name it
    function: Callable[[G], V]

    def __call__(self, pieces: Sequence[Piece[G]]) -> list[Outcome[V]]:
        """One outcome a piece, in order. Errors of the house (DalelError) pass: they stop the run."""
        return [self._one(piece) for piece in pieces]

    def lost(self, piece: Piece[G]) -> Outcome[V]:
        """The outcome of a piece that ended the process it was done in, twice."""
        ended = "the process that worked on it was ended, twice (out of memory?)"
        reason = f"{ended}; split it or leave it out; the rest went on"
        return Outcome(problem=Problem(stage=self.stage, subject=piece.subject, reason=reason, fault=True))

    def _one(self, piece: Piece[G]) -> Outcome[V]:
        told: list[str] = []
        made = Guard(tell=told.append).attempt(self.stage, piece.subject, lambda: self.function(piece.given))
        if isinstance(made, Problem):
            return Outcome(problem=made, traceback="".join(told))
        return Outcome(value=made)


def batches(pieces: Iterable[Piece[G]], most_bytes: int, most: int) -> Iterable[list[Piece[G]]]:
    """The pieces in order, in batches of at most so many and so many bytes; a larger piece is a batch of its own."""
    batch: list[Piece[G]] = []
    held = 0
    for piece in pieces:
        if batch and (held + piece.weight > most_bytes or len(batch) == most):
            yield batch
            batch, held = [], 0
        batch.append(piece)
        held += piece.weight
    if batch:
        yield batch


def logged(outcome: Outcome[V], guard: Guard) -> Problem | None:
    """The problem of an outcome, its traceback now in the log of the home; None where there is none."""
    if outcome.problem is None or not outcome.traceback:
        return outcome.problem
    return replace(outcome.problem, reason=outcome.problem.reason + guard.keep(outcome.traceback))
