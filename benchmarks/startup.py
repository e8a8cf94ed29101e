"""What the first answer costs in a fresh interpreter, and what gets imported on the way."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

from dalel.paths import PROJECT

HEAVY = (
    "pandas", "numpy", "pyarrow", "trafilatura", "lxml", "scrapy", "twisted", "matplotlib", "papermill", "nbformat",
    "babel", "py3langid", "pypdf", "frictionless",
)  # fmt: skip
FIRST_ANSWER = "from dalel.quantities.finding import find_quantities; find_quantities('Выделено 4 млрд тенге', 'ru')"


def seconds(program: Sequence[str], rounds: int = 5) -> float:
    """Processor seconds (own and kernel's) of a Python run with these arguments: the least of `rounds`."""
    return min(once(program) for _ in range(rounds))


def once(program: Sequence[str]) -> float:
    """One run, its output thrown away; a run that fails raises."""
    process = subprocess.Popen([sys.executable, *program], cwd=PROJECT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, program)
    return usage.ru_utime + usage.ru_stime


def imported(code: str = FIRST_ANSWER) -> set[str]:
    """Top-level names of all modules loaded after `code` has run in a fresh interpreter."""
    listing = f"{code}; import sys; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", listing], cwd=PROJECT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())
