"""The first answer in a fresh interpreter: light imports, counted. How long it takes, `make bench` measures."""

from __future__ import annotations

import subprocess

import pytest

from benchmarks import startup


def test_no_heavy_library_is_imported_for_a_quantity() -> None:
    heavy = startup.imported() & set(startup.HEAVY)
    assert not heavy, f"dalel.quantities.finding imports {sorted(heavy)}"


def test_a_failing_program_is_not_timed() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        startup.once(["-c", "raise SystemExit(3)"])
