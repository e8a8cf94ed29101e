"""The benchmarks read corpora that are not in the repository: their tests skip, saying why, where those are missing."""

from __future__ import annotations

import pytest

from benchmarks import corpora


@pytest.fixture(scope="session")
def shared() -> None:
    if reason := corpora.absent():
        pytest.skip(reason)
