"""The measure of growth tells linear work from square work, whatever else the machine does."""

from __future__ import annotations

import re

from benchmarks.growth import LIMIT, excess


def test_linear_work_stays_far_below_the_limit() -> None:
    assert excess(lambda size: [str(number) for number in range(size)], 2_000) < LIMIT / 2


def test_square_work_in_python_is_caught() -> None:
    def square(size: int) -> int:
        return sum(1 for _ in range(size) for _ in range(size))

    assert excess(square, 60) > LIMIT


def test_square_work_inside_an_expression_is_caught() -> None:
    assert excess(lambda size: re.search(r"a+b", "a" * size), 300) > LIMIT
