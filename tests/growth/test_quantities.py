"""Reading numbers costs time by the length of the text, whatever the text is made of."""

from __future__ import annotations

import pytest

from benchmarks import hostile
from benchmarks.growth import LIMIT, excess
from dalel.quantities.finding import find_quantities


@pytest.mark.parametrize("kind", sorted(hostile.UNITS))
def test_time_grows_no_faster_than_the_text(kind: str) -> None:
    def run(size: int) -> object:
        return find_quantities(hostile.filled(hostile.UNITS[kind], size), hostile.language(kind))

    assert excess(run, 2_000) < LIMIT
