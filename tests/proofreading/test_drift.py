"""Planted drifts are found, with their kind, and faithful rewordings left in peace: the floors of proofreading.json."""

import json
from pathlib import Path

from benchmarks import drift

FLOORS = Path(__file__).resolve().parents[1] / "floors" / "proofreading.json"


def test_no_figure_falls_below_its_floor():
    made = drift.world(drift.SEED, drifts=66, faithful=40, absent=30)
    measured = drift.figures(drift.judged(made))
    floors = json.loads(FLOORS.read_text("utf-8"))
    assert {name: measured[name] for name in floors if measured[name] < floors[name]} == {}
