"""Work on a Dask cluster: one that runs already, at an address, or one of this machine for one command.

Pages travel with the work and results with the answer, so workers need dalel of this very version and no shared disk.
Dask does a batch again whose worker was lost; one that loses several workers is halved until the page is found.
"""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from dalel.errors import InvalidValue, MissingExtra
from dalel.stages import ingredients
from dalel.stages.work import Outcome, Piece, Work

PATIENCE = "5s"  # until a scheduler that does not answer is one that is not there
AHEAD = 3  # batches handed out for each thread of the cluster
FEWEST = 4  # batches at hand while a cluster has no worker yet
_MEMORY = "700MB"  # of a worker of this machine; Dask stops one that wants more

Batch = list[Piece[Any]]
Outcomes = list[Outcome[Any]]


class Cluster:
    """The cluster whose scheduler has this address ("tcp://host:8786"); None begins one on this machine.

    A context manager. MissingExtra where Dask is not installed; InvalidValue where no scheduler answers, or where a
    worker has another dalel.
    """

    def __init__(self, address: str | None, workers: int | None = None) -> None:
        self._address, self._workers = address, workers
        self._ends = contextlib.ExitStack()
        self._client: Any = None

    def __enter__(self) -> Cluster:
        distributed = _library()
        with contextlib.ExitStack() as ends:
            if self._address is None:
                local = distributed.LocalCluster(
                    n_workers=self._workers, threads_per_worker=1, memory_limit=_MEMORY, dashboard_address=None
                )
                place: Any = ends.enter_context(local)
            else:
                place = self._address
            try:
                self._client = ends.enter_context(distributed.Client(place, timeout=PATIENCE))
            except (OSError, ValueError) as error:  # nobody there (TimeoutError too), or no such address
                raise InvalidValue(
                    f"--scheduler {self._address}: no Dask scheduler answers there; begin one with `dask scheduler` "
                    "and `dask worker ADDRESS`, or use --local-cluster"
                ) from error
            self._compared()
            self._ends = ends.pop_all()
        return self

    def __exit__(self, *_failed: object) -> None:
        self._ends.close()

    def map(self, work: Work[Any, Any], batches: Iterable[Batch], pieces: int) -> Iterator[Outcomes]:
        """See Executor."""
        waiting: deque[tuple[Batch, Any]] = deque()
        coming = iter(batches)
        while True:
            while len(waiting) < self._at_hand() and (batch := next(coming, None)) is not None:
                waiting.append((batch, self._submitted(work, batch)))
            if not waiting:
                return
            batch, future = waiting.popleft()
            yield self._result(work, batch, future)

    def _result(self, work: Work[Any, Any], batch: Batch, future: Any) -> Outcomes:
        try:
            found: Outcomes = future.result()
        except _library().KilledWorker:
            if len(batch) == 1:
                return [work.lost(batch[0])]
            half = len(batch) // 2
            parts = [(part, self._submitted(work, part)) for part in (batch[:half], batch[half:])]
            return [one for part, again in parts for one in self._result(work, part, again)]
        return found

    def _submitted(self, work: Work[Any, Any], batch: Batch) -> Any:
        return self._client.submit(work, batch, pure=False)  # not pure: a name of Dask's own costs a hash of the pages

    def _at_hand(self) -> int:
        return max(FEWEST, AHEAD * sum(map(int, self._client.nthreads().values())))

    def _compared(self) -> None:
        """InvalidValue where a worker would read pages by other rules."""
        for stage in ("read", "extract"):
            mine = ingredients.digest(stage)
            for worker, theirs in sorted(self._client.run(ingredients.digest, stage).items()):
                if theirs != mine:
                    raise InvalidValue(
                        f"the worker {worker} has another dalel, Python or library than this one: install the same "
                        "version there, with the versions of requirements.lock"
                    )


def _library() -> Any:
    try:
        import distributed
    except ImportError as error:
        raise MissingExtra("a cluster needs Dask: pip install 'dalel[scale]'") from error
    return distributed
