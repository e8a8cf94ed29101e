"""Where work on pages is done. One interface: whatever does it, the same outcomes come back, in the order asked."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from typing import Any, Protocol

from dalel.stages.work import Outcome, Piece, Work

ENOUGH = 400  # pieces from which on several processes pay for their start: about 5 s of work on one core


class Executor(Protocol):
    """Does batches of work."""

    def map(
        self, work: Work[Any, Any], batches: Iterable[list[Piece[Any]]], pieces: int
    ) -> Iterator[list[Outcome[Any]]]:
        """The outcomes of each batch, in the order of the batches; `pieces` is about how many they hold together.

        No more batches are asked for than are worked on at a time, and a few. DalelError of the work passes.
        """
        ...


class InProcess:
    """Here, one batch after another."""

    def map(
        self, work: Work[Any, Any], batches: Iterable[list[Piece[Any]]], pieces: int
    ) -> Iterator[list[Outcome[Any]]]:
        """See Executor."""
        return (work(batch) for batch in batches)


class Fitting:
    """Here where there is little to do or one core, else in as many processes as there are cores, or as were named."""

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers

    def map(
        self, work: Work[Any, Any], batches: Iterable[list[Piece[Any]]], pieces: int
    ) -> Iterator[list[Outcome[Any]]]:
        """See Executor."""
        workers = self.workers or _cores()
        if workers == 1 or (self.workers is None and pieces < ENOUGH):
            return InProcess().map(work, batches, pieces)
        from dalel.stages.processes import Processes

        return Processes(workers).map(work, batches, pieces)


_chosen: ContextVar[Executor | None] = ContextVar("executor", default=None)


@contextlib.contextmanager
def using(executor: Executor) -> Iterator[Executor]:
    """In the block all work on pages is done by this executor."""
    token = _chosen.set(executor)
    try:
        yield executor
    finally:
        _chosen.reset(token)


def current() -> Executor:
    """The executor of the block we are in; else what fits this machine."""
    return _chosen.get() or Fitting()


def _cores() -> int:
    """Cores that this process may use; a container or `taskset` may give fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
