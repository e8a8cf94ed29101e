"""Whether reading many texts leaves anything behind."""

from __future__ import annotations

import gc
import resource
import sys
from dataclasses import dataclass

from benchmarks.hostile import many_texts
from benchmarks.reading import Reader

WARM_UP = 20_000  # texts after which every bounded cache is full


@dataclass(frozen=True, slots=True)
class Growth:
    """What is left after `texts` texts: live allocations of the interpreter, and peak resident kilobytes gained."""

    texts: int
    blocks: int
    peak_kilobytes: int


def growth(read: Reader, count: int = 100_000) -> Growth:
    """Read `count` different short texts after a warm-up and count what is still allocated.

    sys.getallocatedblocks() is exact and costs nothing, unlike resident size (allocator) or tracemalloc (time).
    """
    texts = many_texts(WARM_UP + count)
    for text in texts[:WARM_UP]:
        read(text, None)
    gc.collect()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    blocks = sys.getallocatedblocks()
    for text in texts[WARM_UP:]:
        read(text, None)
    gc.collect()
    return Growth(
        count,
        sys.getallocatedblocks() - blocks,
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak,
    )
