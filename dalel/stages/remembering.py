"""What is kept of earlier runs, and the rest made: the outcome of every piece of work, in the order asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from dalel.stages.executors import Executor
from dalel.stages.work import Outcome, Piece, Work, batches

G = TypeVar("G")
V = TypeVar("V")

BATCH_BYTES = 4 << 20  # about what one batch takes in memory and on a wire
BATCH = 32  # pieces: half a second of work, which is all that a killed process loses


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked(Generic[G]):
    """A piece of work that may be kept under `name`; `make` brings what it needs, only where it must be done.

    `make` gives an outcome instead where the work cannot even begin.
    """

    name: str
    make: Callable[[], Piece[G] | Outcome[Any]]


Keep = Callable[[Mapping[str, V]], None]


def outcomes(
    work: Work[G, V], asked: Sequence[Asked[G]], known: Mapping[str, V], keep: Keep[V], executor: Executor
) -> Iterator[Outcome[V]]:
    """The outcome of each piece, in order; what is made goes to `keep`, batch by batch, unless it is a problem."""
    missing = [one for one in asked if one.name not in known]
    made = _made(work, missing, keep, executor)
    for one in asked:
        yield Outcome(value=known[one.name]) if one.name in known else next(made)


def _made(work: Work[G, V], asked: Sequence[Asked[G]], keep: Keep[V], executor: Executor) -> Iterator[Outcome[V]]:
    names: list[str | None] = []  # of the pieces handed out, in order; None before the outcome that stands in for one
    stood_in: list[Outcome[V]] = []

    def pieces() -> Iterator[Piece[G]]:
        for one in asked:
            piece = one.make()
            if isinstance(piece, Outcome):
                names.append(None)
                stood_in.append(piece)
            else:
                names.append(one.name)
                yield piece

    at = 0
    for results in executor.map(work, batches(pieces(), BATCH_BYTES, BATCH), len(asked)):
        fresh: dict[str, V] = {}
        ready: list[Outcome[V]] = []
        for outcome in results:
            while names[at] is None:
                ready.append(stood_in.pop(0))
                at += 1
            name = names[at]
            if outcome.problem is None and outcome.value is not None and name is not None:
                fresh[name] = outcome.value
            ready.append(outcome)
            at += 1
        keep(fresh)
        yield from ready
    yield from stood_in  # those after the last piece
