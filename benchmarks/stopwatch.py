"""Fair timing of several contenders on a noisy machine: processor time, taken in turns, the best of all rounds."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping


def best_of(contenders: Mapping[str, Callable[[], object]], rounds: int = 5) -> dict[str, float]:
    """Seconds of processor time by contender: the least over `rounds`, after one round that is not counted.

    The contenders take turns, so a slow spell of the machine falls on all of them; the garbage collector is off
    while one is timed.
    """
    best: dict[str, float] = {}
    gc.collect()
    for turn in range(rounds + 1):
        for name, contender in contenders.items():
            gc.disable()
            begun = time.process_time()
            contender()
            spent = time.process_time() - begun
            gc.enable()
            if turn:
                best[name] = min(spent, best.get(name, spent))
    return best


def megabytes(texts: list[str]) -> float:
    """Size as UTF-8; a Cyrillic letter counts two bytes."""
    return sum(len(text.encode()) for text in texts) / 1e6
