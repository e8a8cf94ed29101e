"""Every measured figure has a floor that may only rise."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import accuracy, corpora, floors
from benchmarks.figures import Figure


@pytest.mark.parametrize("name", list(accuracy.SETS))
def test_no_figure_has_fallen_below_its_floor(name: str) -> None:
    if name not in accuracy.available():
        pytest.skip(corpora.absent())
    pinned = floors.load()
    figures = accuracy.measured([name])
    fallen = floors.fallen(pinned, figures)
    assert not fallen, "\n".join(fallen)
    unpinned = sorted({figure.key for figure in figures} - pinned.keys())
    assert not unpinned, f"measured but not pinned: {unpinned}; run `python -m benchmarks.accuracy --pin`"


def figure(value: float) -> Figure:
    return Figure("set", "value", value, 0, 0)


def test_pinning_raises_and_never_lowers(tmp_path: Path) -> None:
    file = tmp_path / "floors.json"
    floors.save(floors.raised({}, [figure(0.91239)]), file)
    assert floors.load(file) == {"set value": 0.9123}
    assert floors.raised(floors.load(file), [figure(0.5)]) == {"set value": 0.9123}
    assert floors.raised(floors.load(file), [figure(0.95)]) == {"set value": 0.95}


def test_a_fall_is_named_with_its_size() -> None:
    assert floors.fallen({"set value": 0.9123}, [figure(0.9)]) == ["set value: 0.9000 is 0.0123 below its floor 0.9123"]
    assert floors.fallen({"set value": 0.9123}, [figure(0.91234)]) == []
    assert floors.fallen({"set gone": 0.5}, [figure(1)]) == ["set gone: pinned at 0.5000 but no longer measured"]
    assert floors.fallen({"other value": 0.5}, [figure(1)]) == []


def test_a_ratio_below_its_floor_is_named(tmp_path: Path) -> None:
    file = tmp_path / "speed.json"
    floors.save({"ru news against the baseline": 0.45}, file)
    told = floors.too_slow({"ru news against the baseline": 0.3, "ru news against natasha": 0.1}, file)
    assert told == ["ru news against the baseline: 0.30 times as fast, floor 0.45"]
    assert floors.too_slow({"ru news against the baseline": 0.45}, file) == []
