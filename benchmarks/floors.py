"""Floors under the measured figures: tests/floors/quantities.json, and speed.json of those that need a quiet machine.

A floor may only rise.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from pathlib import Path

from benchmarks.figures import Figure
from dalel.paths import PROJECT

FILE = PROJECT / "tests" / "floors" / "quantities.json"
SPEED = FILE.with_name("speed.json")  # how many times as fast as another in one run; asked by `make bench` only
SCALE = 10_000  # figures are pinned to 0.01 %, rounded down


def load(file: Path = FILE) -> dict[str, float]:
    """Figure key -> floor between 0 and 1; empty where nothing is pinned yet."""
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def pinned(value: float) -> float:
    """`value` rounded down to what a floor can say."""
    return math.floor(value * SCALE + 1e-6) / SCALE


def raised(floors: dict[str, float], figures: Iterable[Figure]) -> dict[str, float]:
    """The floors after these figures: each the higher of what stood there and what was measured."""
    measured = {figure.key: pinned(figure.value) for figure in figures}
    return {key: max(floors.get(key, 0.0), measured.get(key, 0.0)) for key in sorted(floors.keys() | measured.keys())}


def fallen(floors: dict[str, float], figures: Iterable[Figure]) -> list[str]:
    """One sentence for every floor of these sets that is no longer reached or no longer measured."""
    measured = {figure.key: figure for figure in figures}
    sets = {figure.set for figure in measured.values()}
    sentences = []
    for key, floor in floors.items():
        if key not in measured and key.split(" ")[0] in sets:
            sentences.append(f"{key}: pinned at {floor:.4f} but no longer measured")
        elif key in measured and pinned(measured[key].value) < floor:
            now = measured[key].value
            sentences.append(f"{key}: {now:.4f} is {floor - now:.4f} below its floor {floor:.4f}")
    return sentences


def too_slow(ratios: Mapping[str, float], file: Path = SPEED) -> list[str]:
    """One sentence for every measured ratio that is below its floor of speed.json; what has no floor passes."""
    pinned = load(file)
    return [
        f"{name}: {ratio:.2f} times as fast, floor {pinned[name]}"
        for name, ratio in ratios.items()
        if ratio < pinned.get(name, 0.0)
    ]


def save(floors: dict[str, float], file: Path = FILE) -> None:
    """Write the floors, one a line, sorted."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(floors, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
