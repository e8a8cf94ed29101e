"""Every file that a stage loads is among its ingredients: else a change of it would not be noticed."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from dalel import archive, declarations, paths
from dalel.sources import load_sources
from dalel.stages import ingredients, pages

WATCH = """
import json, pickle, sys
opened = set()
sys.addaudithook(lambda event, told: opened.add(str(told[0])) if event == "open" else None)
from dalel.stages import pages
with open(sys.argv[2], "rb") as given:
    for one in pickle.load(given):
        getattr(pages, sys.argv[1])(one)
files = {getattr(module, "__file__", None) for module in list(sys.modules.values())}
print(json.dumps(sorted(str(path) for path in files | opened if path)))
"""
FUNCTIONS = {"read": "read", "extract": "claim"}
BESIDE = {"__init__.py", "stages/__init__.py"}  # of the packages: they say what lies in them


def given() -> dict[str, list[object]]:
    """What each stage is given for the sample."""
    space = paths.workspace(paths.PROJECT)
    marks = {name: source.landmarks for name, source in load_sources(paths.scrapers()).items()}
    archived = [
        pages.Archived(capture=one, payload=archive.read_payload(space.raw, one), landmarks=marks[one.source])
        for one in archive.load_captures(space.raw)[0]
    ]
    topics = declarations.topics(space)
    documents = [found for page in archived if (found := pages.read(page).document) is not None]
    return {"read": list(archived), "extract": [pages.Placed(document=one, topics=topics) for one in documents]}


@pytest.mark.parametrize("stage", ["read", "extract"])
def test_what_the_sample_loads_is_written_down(stage: ingredients.Stage, tmp_path: Path) -> None:
    (tmp_path / "given").write_bytes(pickle.dumps(given()[stage]))
    asked = [sys.executable, "-c", WATCH, FUNCTIONS[stage], str(tmp_path / "given")]
    done = subprocess.run(asked, capture_output=True, text=True, check=True)
    loaded = {Path(name) for name in json.loads(done.stdout)}
    inside = {
        path for path in loaded if path.is_relative_to(paths.LIBRARY) and path.is_file() and path.suffix != ".pyc"
    }
    listed = set(ingredients.files_of(ingredients.ROOMS[stage]))
    assert len(inside) > 60
    assert {path.relative_to(paths.LIBRARY).as_posix() for path in inside - listed} - BESIDE == set()


def test_reading_does_not_depend_on_the_number_grammar_nor_claims_on_the_readers() -> None:
    assert {"claims", "quantities"}.isdisjoint(ingredients.ROOMS["read"])
    assert {"readers", "checks", "publishing"}.isdisjoint(ingredients.ROOMS["extract"])
