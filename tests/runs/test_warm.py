"""Kernels forked from a warm template: the bytes of a cold run, nothing of their siblings, else a cold start."""

import json
import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from dalel import files, paths, pipeline
from dalel.publishing import kernels, runs, warm
from dalel.publishing.warm import template

pytestmark = pytest.mark.skipif(not warm.wanted(), reason="kernels start cold here")
TEXT = "В Павлодарской области построили 12 школ. На это потратили 40 млн тенге."
TOLD = """
import os, random, sys, locale, time
import matplotlib, numpy, pandas
options = [f"{name} {pandas.get_option(name)!r}" for name in sorted(pandas._config.config._registered_options)]
about = [sys.argv[0], sys.argv[1:2] == ["-f"], sys.path, os.getcwd(), time.tzname, locale.getlocale(), sys.flags,
         os.getpgrp() == os.getpid(), sorted(set(os.environ) - {"JPY_PARENT_PID"}), __name__, matplotlib.rcParams,
         *options]
print(*about, sep="\\n")
"""
SHOWN = """
import matplotlib.pyplot as plt, pandas
plt.plot([1, 2])
plt.show()
pandas.DataFrame([["x" * 60] * 9])
"""


def notebook(path: Path, *cells: str) -> Path:
    made = [
        {"cell_type": "code", "id": f"c{number}", "metadata": {"tags": ["parameters"]} if not number else {},
         "execution_count": None, "outputs": [], "source": source}
        for number, source in enumerate(cells)
    ]  # fmt: skip
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    path.write_text(json.dumps({"cells": made, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}))
    return path


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs cells, warm or cold, and gives the notebook; `started` counts the kernels that were forked."""
    forks = []

    def forked(*given):
        made = fork(*given)
        forks.append(made)
        return made

    def run(*cells: str, is_warm: bool = True):
        if is_warm:
            warm.start()
        monkeypatch.setattr(template, "fork", forked if is_warm else lambda *_: None)
        scratch = tmp_path / f"{len(list(tmp_path.iterdir()))}"
        scratch.mkdir()
        before = len(forks)
        done = kernels.execute(notebook(tmp_path / "n.ipynb", 'region = "KZ"', *cells), {}, scratch, tmp_path)
        assert [bool(one) for one in forks[before:]] == [True] * is_warm
        return done

    fork = template.fork
    return run


def printed(done) -> str:
    return "".join(output.text for cell in done.cells for output in cell.outputs if output.get("name") == "stdout")


def test_a_warm_kernel_finds_what_a_cold_one_finds(run):
    cold, hot = (printed(run(TOLD, is_warm=kind)).splitlines() for kind in (False, True))
    assert len(cold) > 100
    assert hot == cold


def test_pictures_and_tables_of_any_notebook_are_shown_as_in_a_cold_one(run, monkeypatch):
    monkeypatch.delenv("MPLBACKEND", raising=False)  # `make` sets it to one that shows no picture in a cell
    cold, hot = (kernels.normalised(run(SHOWN, is_warm=kind)) for kind in (False, True))
    assert '"image/png"' in cold
    assert hot == cold


def test_kernels_share_no_chance(run):
    cell = "import random, numpy; print(random.random(), numpy.random.random())"
    told = [printed(run(cell)).split() for _ in range(2)]
    assert not set(told[0]) & set(told[1])


def test_a_notebook_that_is_run_warm_and_cold_gives_the_same_bytes(tmp_path, monkeypatch):
    """The region's own notebook with its charts: what is stored, and every file that it draws."""
    homes = []
    for choice in ("cold", "warm"):
        monkeypatch.setenv(template.CHOICE, choice)
        space = paths.workspace(tmp_path / choice)
        page = tmp_path / "page.txt"
        page.write_text(TEXT, "utf-8")
        pipeline.add(space, [page], pipeline.Given(url="https://a.example/1", published=date(2024, 5, 14)))
        pipeline.refresh(space)
        jobs = [runs.plan(space, name, {"language": "kk"}, "") for name in ("region", "school-building")]
        assert warm.wanted() == (choice == "warm")
        assert runs.run_all(jobs, lambda futures, _: futures) == jobs
        made = [path for folder in (space.executed("KZ"), space.figures) for path in folder.rglob("*")]
        homes.append({path.relative_to(space.home): files.digest(path) for path in made if path.is_file()})
    assert len(homes[0]) > 8
    assert homes[0] == homes[1]


def test_after_a_change_of_the_code_kernels_start_cold(run, monkeypatch):
    run("1")
    monkeypatch.setattr(template, "_started", "the digest of earlier code")
    assert template.fork([], {}, "/") is None


def test_without_its_template_a_kernel_starts_cold(monkeypatch):
    def refuse(*_):
        raise ConnectionRefusedError

    warm.start()
    monkeypatch.setattr("multiprocessing.forkserver.connect_to_new_process", refuse)
    assert template.fork([], {}, "/") is None


COMMAND = """
import sys
from pathlib import Path
from dalel.publishing import kernels, warm
warm.start()
kernels.execute(Path(sys.argv[1]), {}, Path(sys.argv[2]), Path(sys.argv[2]))
"""


def test_a_kernel_ends_with_the_command_that_started_it(tmp_path):
    told = tmp_path / "pid"
    source = f"import os, time; open({str(told)!r}, 'w').write(f'{{os.getppid()}} {{os.getpid()}} '); time.sleep(60)"
    path = notebook(tmp_path / "n.ipynb", 'region = "KZ"', source)
    settings = {**os.environ, template.CHOICE: "warm"}
    process = subprocess.Popen([sys.executable, "-c", COMMAND, str(path), str(tmp_path)], env=settings)
    wait_for(lambda: told.is_file() and told.read_text().endswith(" "))
    process.send_signal(signal.SIGKILL)
    process.wait()
    for one in map(int, told.read_text().split()):
        wait_for(lambda pid=one: not runs_still(pid))


def runs_still(pid: int) -> bool:
    """Whether it runs; one that ended and was not waited for does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def wait_for(true, seconds: float = 30.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)
