"""Work in several processes of this machine. One that is killed costs the batches at hand, which are done again.

A piece that ends its process twice when it is alone in it becomes a problem of that page. Workers are forked from a
process that has loaded the stages' words and nothing else (no threads, no sockets, no data), where the system can fork.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import BaseContext
from typing import Any

from dalel.stages.executors import InProcess
from dalel.stages.work import Outcome, Piece, Work

AHEAD = 2  # batches handed out for each worker: one is worked on, one waits, so that none idles
TRIES = 2  # times that a piece alone may end its process

Batch = list[Piece[Any]]
Outcomes = list[Outcome[Any]]


class Processes:
    """So many processes, begun for one series of work and ended with it."""

    def __init__(self, workers: int) -> None:
        self._workers = workers

    def map(self, work: Work[Any, Any], batches: Iterable[Batch], pieces: int) -> Iterator[Outcomes]:
        """See Executor."""
        pool = self._begun()
        if pool is None:
            yield from InProcess().map(work, batches, pieces)
            return
        waiting: deque[tuple[Batch, Future[Outcomes] | None]] = deque()
        coming = iter(batches)
        try:
            while True:
                while len(waiting) < AHEAD * self._workers and (batch := next(coming, None)) is not None:
                    waiting.append((batch, _submitted(pool, work, batch)))
                if not waiting:
                    return
                batch, future = waiting.popleft()
                outcomes = _result(future)
                if outcomes is None:  # a process was killed, and the pool with it
                    pool.shutdown(cancel_futures=True)
                    outcomes = self._alone(work, batch)
                    pool = self._pool(self._workers)
                    waiting = deque((one, _again(pool, work, one, done)) for one, done in waiting)
                yield outcomes
        finally:
            pool.shutdown(cancel_futures=True)

    def _alone(self, work: Work[Any, Any], batch: Batch, tries: int = 0) -> Outcomes:
        """A batch in a process of its own; one that ends it is halved until the piece that does so is found."""
        with self._pool(1) as pool:
            outcomes = _result(_submitted(pool, work, batch))
        if outcomes is not None:
            return outcomes
        if len(batch) == 1:
            return self._alone(work, batch, tries + 1) if tries + 1 < TRIES else [work.lost(batch[0])]
        half = len(batch) // 2
        return [*self._alone(work, batch[:half]), *self._alone(work, batch[half:])]

    def _begun(self) -> ProcessPoolExecutor | None:
        """A pool in which something could be done. None on a system or in a script that begins no process of ours: one
        without shared memory; one that has no `if __name__ == "__main__"`, and would run again in each.
        """
        try:
            pool = self._pool(self._workers)
            pool.submit(os.getpid).result()
        except (OSError, ImportError, NotImplementedError, BrokenProcessPool):
            return None
        return pool

    @staticmethod
    def _pool(workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(max_workers=workers, mp_context=_context())


def _context() -> BaseContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["dalel.stages.warm"])
    return context


def _submitted(pool: ProcessPoolExecutor, work: Work[Any, Any], batch: Batch) -> Future[Outcomes] | None:
    """None where the pool is broken already."""
    try:
        return pool.submit(work, batch)
    except BrokenProcessPool:
        return None


def _again(
    pool: ProcessPoolExecutor, work: Work[Any, Any], batch: Batch, before: Future[Outcomes] | None
) -> Future[Outcomes] | None:
    """The future of a batch after its pool broke: the old one where it was done, else a new one."""
    done = before is not None and before.done() and not before.cancelled()
    if before is not None and done and not isinstance(before.exception(), BrokenProcessPool):
        return before
    return _submitted(pool, work, batch)


def _result(future: Future[Outcomes] | None) -> Outcomes | None:
    """What came of a batch; None where its process was ended."""
    try:
        return None if future is None else future.result()
    except BrokenProcessPool:
        return None
