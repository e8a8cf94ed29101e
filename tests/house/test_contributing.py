"""Every how-to of CONTRIBUTING.md, done as written in a copy of the project."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
TEXT = (PROJECT / "CONTRIBUTING.md").read_text("utf-8")
SECTIONS = {part.split("\n", 1)[0]: part for part in TEXT.split("\n## ")[1:]}
BLOCK = re.compile(
    r"^```\w+ (file|append|insert|run)(?:=(\S+))?(?: after=(\S+))?\n(.*?)^```$", re.DOTALL | re.MULTILINE
)
TITLES = [title for title, part in SECTIONS.items() if BLOCK.search(part)]
COPIED = ("dalel", "topics", "scrapers", "notebooks", "newsroom", "benchmarks", "tests", "pyproject.toml")


@pytest.fixture
def copy(tmp_path):
    """What the how-tos change, in a folder of its own."""
    place = tmp_path / "project"
    place.mkdir()
    left = shutil.ignore_patterns("__pycache__", "corpus")
    for name in COPIED:
        source = PROJECT / name
        shutil.copytree(source, place / name, ignore=left) if source.is_dir() else shutil.copy(source, place)
    return place


def put(place, how, target, after, text):
    path = place / target
    path.parent.mkdir(parents=True, exist_ok=True)
    if how == "file":
        assert not path.exists(), f"{target} is here already: the how-to would overwrite it"
        path.write_text(text, "utf-8")
    elif how == "append":
        path.write_text(path.read_text("utf-8") + "\n" + text, "utf-8")
    else:
        before = path.read_text("utf-8")
        assert f"\n{after}\n" in f"\n{before}", f"no line {after} in {target}"
        head, _, rest = f"\n{before}".partition(f"\n{after}\n")
        path.write_text(f"{head}\n{after}\n{text}{rest}".lstrip("\n"), "utf-8")


def run(place, line):
    word, *rest = line.split()
    program = {"pytest": ["-m", "pytest", "-p", "no:cacheprovider", "-o", "addopts=--import-mode=importlib"]}
    program["dalel"] = ["-m", "dalel"]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DALEL_")}
    settings = {**kept, "PYTHONPATH": str(place), "COLUMNS": "120", "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, *program[word], *rest], cwd=place, env=settings, capture_output=True, text=True, check=False
    )


def test_every_how_to_that_is_promised_is_here():
    assert TITLES == ["Add a source", "Add an investigation", "Add a word", "Add a check", "Add a format"]


SHOWN = {
    "Add a source": ["passed", "taraz-news"],
    "Add an investigation": ["passed", "archived", "libraries"],
    "Add a word": ['"lighthouse"', "passed"],
    "Add a check": ["passed"],
    "Add a format": ["В области открыли 14 библиотек.", "passed"],
}


@pytest.mark.parametrize("title", TITLES)
def test_a_how_to_works_as_written(copy, title):
    commands = []
    for how, target, after, text in BLOCK.findall(SECTIONS[title]):
        if how == "run":
            commands += [line.removeprefix("$ ") for line in text.splitlines()]
        else:
            put(copy, how, target, after, text)
    assert len(commands) == len(SHOWN[title]) if title not in ("Add an investigation",) else commands
    for line, words in zip(commands, SHOWN[title], strict=True):
        done = run(copy, line)
        assert done.returncode == 0, f"{line}\n{done.stdout[-3000:]}{done.stderr[-3000:]}"
        assert words in done.stdout + done.stderr, f"{line}\n{done.stdout[-3000:]}"
