"""`dalel new`: what it lays down works as its README.md says, with real commands and a real kernel."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dalel import starting
from dalel.errors import NotEmpty

PROJECT = Path(__file__).resolve().parents[2]


def dalel(place, *words):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DALEL_")}
    settings = {**kept, "PYTHONPATH": str(PROJECT), "COLUMNS": "120", "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, "-m", "dalel", *words], cwd=place, env=settings, capture_output=True, text=True, check=False
    )


def test_the_four_commands_of_its_readme_work(tmp_path):
    made = dalel(tmp_path, "new", "my-newsroom")
    assert made.returncode == 0, made.stderr
    home = tmp_path / "my-newsroom"
    lines = (home / "README.md").read_text("utf-8").split("```")[1].strip().splitlines()
    commands = [line.removeprefix("dalel ").split() for line in lines if line]
    assert [words[0] for words in commands] == ["add", "topics", "publish", "run"]
    for words in commands:
        done = dalel(home, *words)
        assert done.returncode == 0, (words, done.stdout, done.stderr)
    table = (home / "data/processed/KZ-31/claims.csv").read_text("utf-8")
    assert "libraries.opened" in table
    assert "14" in table
    executed = json.loads((home / "data/processed/KZ-31/notebooks/libraries-en.ipynb").read_text("utf-8"))
    assert "14" in json.dumps([cell.get("outputs") for cell in executed["cells"]])


def test_nothing_is_written_over(tmp_path):
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(NotEmpty, match="dalel new my-newsroom"):
        starting.lay(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_where_the_folder_should_be_is_named(tmp_path):
    (tmp_path / "taken").write_text("", "utf-8")
    done = dalel(tmp_path, "new", "taken")
    assert done.returncode == 1
    assert "taken is there already" in done.stderr


def test_what_is_laid_down_is_what_lies_in_the_starter():
    assert sorted(path.name for path in starting.STARTER.iterdir()) == sorted(starting.LAID.values())
