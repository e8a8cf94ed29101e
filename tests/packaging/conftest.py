"""The package as it is installed: a wheel, built from this tree and unpacked where no clone is near."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hatchling.build import build_wheel

PROJECT = Path(__file__).resolve().parents[2]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of packages that holds the wheel's content and nothing else."""
    made, site = tmp_path_factory.mktemp("wheel"), tmp_path_factory.mktemp("site-packages")
    before = Path.cwd()
    os.chdir(PROJECT)
    try:
        name = build_wheel(str(made))
    finally:
        os.chdir(before)
    with zipfile.ZipFile(made / name) as wheel:
        wheel.extractall(site)
    return site


@pytest.fixture(scope="module")
def dalel(site: Path) -> Run:
    """Runs the installed command in a folder; the libraries it needs are those of this environment."""

    def run(*words: object, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DALEL_")}
        settings = {**kept, "PYTHONPATH": str(site), "COLUMNS": "120", "NO_COLOR": "1", **environment}
        command = [sys.executable, "-P", "-m", "dalel", *map(str, words)]
        return subprocess.run(command, cwd=cwd, env=settings, capture_output=True, text=True, check=False)

    return run
