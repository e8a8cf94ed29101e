"""Whether work grows as its input does, or faster: by sizes so far apart that no busy machine hides the difference.

A test that compares four times the text needs a quiet machine to tell linear work (4) from square work (16). At 32
times the size they are 32 and 1 024, and a limit between them is missed by neither.
"""

from __future__ import annotations

import time
from collections.abc import Callable

TIMES = 32
LIMIT = 6.0  # times what linear work would take; square work takes TIMES, and n log n less than 2
_ENOUGH = 0.02  # seconds of processor time for the small input, so that the clock's own grain does not matter
_TRIES = 3


def excess(run: Callable[[int], object], small: int, times: int = TIMES) -> float:
    """Processor time of `run(times * small)` over `times` that of `run(small)`.

    It is 1 where work is linear, `times` where it is square, less than 1 where every input costs something of its own.

    The least of a few tries, ended early by the first that is clearly linear: what disturbs only ever adds time.
    """
    run(small)
    least = float("inf")
    for _ in range(_TRIES):
        base = _best(run, small)
        begun = time.process_time()
        run(times * small)
        least = min(least, (time.process_time() - begun) / (times * base))
        if least <= LIMIT / 2:
            break
    return least


def _best(run: Callable[[int], object], size: int) -> float:
    best, spent = float("inf"), 0.0
    while spent < _ENOUGH:
        begun = time.process_time()
        run(size)
        took = max(time.process_time() - begun, 1e-6)
        best, spent = min(best, took), spent + took
    return best
