"""A Dask cluster gives what one process gives; a scheduler that is not there, and a lost worker, are told."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.scale import pages as archives
from dalel import paths, pipeline
from dalel.errors import InvalidValue
from dalel.stages import executors
from dalel.stages.work import Outcome, Piece, Work, batches

pytest.importorskip("distributed", reason="the extra `scale` is not installed")

from dalel.stages.cluster import Cluster


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """Two workers on this machine."""
    with Cluster(None, workers=2) as begun:
        yield begun


def test_a_home_read_on_a_cluster_is_the_same(cluster: Cluster, tmp_path: Path) -> None:
    space = paths.Workspace(home=tmp_path / "home")
    archives.build(space.raw, 8)
    alone = pipeline.compute(space)
    with executors.using(cluster):
        assert pipeline.compute(space) == alone


def test_a_worker_that_is_killed_costs_its_batch_which_is_done_again(cluster: Cluster, tmp_path: Path) -> None:
    from tests.stages.test_remembering import once

    work: Work[tuple[int, str], int] = Work(stage="read", function=once)
    given = [Piece(subject=str(n), given=(n, str(tmp_path / "mark")), weight=1) for n in range(12)]
    found = [one for batch in cluster.map(work, batches(given, 99, 2), 12) for one in batch]
    assert found == [Outcome(value=2 * number) for number in range(12)]


def test_a_scheduler_that_is_not_there_is_told_with_the_cure() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{taken.getsockname()[1]}"
    with pytest.raises(InvalidValue, match=f"--scheduler {address}: no Dask scheduler answers there; begin one with"):
        Cluster(address).__enter__()


def test_an_address_that_is_none_is_told_too() -> None:
    with pytest.raises(InvalidValue, match="--scheduler nowhere://x: no Dask scheduler answers there"):
        Cluster("nowhere://x").__enter__()
