"""Nothing may be left behind by reading: live allocations are counted, not estimated."""

from __future__ import annotations

from benchmarks import memory
from dalel.quantities.finding import find_quantities

TEXTS = 20_000
BLOCKS = 500  # allocations the interpreter may keep for itself


def test_reading_many_texts_leaves_nothing_behind() -> None:
    grown = memory.growth(find_quantities, TEXTS)
    assert grown.blocks < BLOCKS, grown


def test_a_reader_that_remembers_is_caught() -> None:
    seen: list[str] = []

    def remembers(text: str, language: str | None = None) -> list[object]:
        seen.append(text + "!")
        return []

    assert memory.growth(remembers, 2_000).blocks >= 1_900  # type: ignore[arg-type]
