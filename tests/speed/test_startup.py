"""The first answer in a fresh interpreter: light imports, counted, and under the promised time."""

from __future__ import annotations

from benchmarks import startup

PROMISED = 0.3  # seconds, issue of the quantities


def test_no_heavy_library_is_imported_for_a_quantity() -> None:
    heavy = startup.imported() & set(startup.HEAVY)
    assert not heavy, f"dalel.quantities.finding imports {sorted(heavy)}"


def test_the_first_answer_comes_within_the_promised_time() -> None:
    assert startup.seconds(["-c", startup.FIRST_ANSWER]) < PROMISED


def test_a_failing_program_is_not_timed() -> None:
    import subprocess

    import pytest

    with pytest.raises(subprocess.CalledProcessError):
        startup.once(["-c", "raise SystemExit(3)"])
