"""Fair timing of several contenders on a noisy machine: processor time, taken in turns, the best of all rounds."""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable, Mapping

TURN = 0.05  # seconds of processor time at least: a run of one millisecond times the caches that the last one left


def best_of(contenders: Mapping[str, Callable[[], object]], rounds: int = 5) -> dict[str, float]:
    """Seconds of processor time of the quickest run by contender.

    The contenders take turns, so a slow spell of the machine falls on all of them; a turn goes on for TURN, so that a
    short contender runs in it several times. The garbage collector is off while one is timed.
    """
    best: dict[str, float] = dict.fromkeys(contenders, math.inf)
    gc.collect()
    for _ in range(rounds + 1):
        for name, contender in contenders.items():
            gc.disable()
            end = time.process_time() + TURN
            while True:
                begun = time.process_time()
                contender()
                done = time.process_time()
                best[name] = min(done - begun, best[name])
                if done >= end:
                    break
            gc.enable()
    return best


def megabytes(texts: list[str]) -> float:
    """Size as UTF-8; a Cyrillic letter counts two bytes."""
    return sum(len(text.encode()) for text in texts) / 1e6
