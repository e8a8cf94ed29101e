"""Factors between the unit we name and the base unit a benchmark gives its values in (units.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path


@cache
def table() -> dict[str, dict[str, float]]:
    """Gold unit -> our unit -> factor."""
    return tomllib.loads(Path(__file__).with_name("units.toml").read_text(encoding="utf-8"))


def factor(ours: str | None, gold: Sequence[str | None]) -> float:
    """What to multiply our value by; 1 where the benchmark keeps the unit as written."""
    return next((table()[unit][ours] for unit in gold if unit in table() and ours in table()[unit]), 1)
