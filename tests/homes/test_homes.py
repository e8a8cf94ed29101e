"""Homes of every format there was: opened as they are, or refused with the command that helps."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from dalel import homes, paths, pipeline, review
from dalel.errors import UnknownHome

HERE = Path(__file__).parent
# of the two pages of every kept home
NUMBERS = ["120000000", "120000000", "290", "304", "500", "95.4"]


# their ids in a home of format 1
IDS = ["c5ls6g2akahzw", "cb3qzcmh3jktu", "cddg474tah32b", "ckxeo225ftszv", "clms72fx64uib", "crmgxtyjlansk"]


def opened(name: str, folder: Path) -> paths.Workspace:
    with zipfile.ZipFile(HERE / name) as kept:
        kept.extractall(folder)
    return paths.workspace(folder)


def dalel(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dalel", "--home", str(home), *words]
    settings = {**os.environ, "COLUMNS": "120", "NO_COLOR": "1"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=settings)


def test_a_home_of_version_0_1_is_read_and_made_anew(tmp_path):
    """Its tables are of another shape, and its decisions were not chained: each is named, and none is lost."""
    space = opened("format-0.zip", tmp_path)
    before = space.reviews.read_bytes()
    done = dalel(tmp_path, "verify")
    assert "`dalel archive reindex`" in done.stderr and "it does not count" in done.stderr
    assert "fault in dalel" not in done.stderr
    assert json.loads((tmp_path / "data" / "home.json").read_text("utf-8")) == {"format": homes.FORMAT}
    assert sorted(str(claim.value) for claim in pipeline.refresh(space).claims) == NUMBERS
    assert space.reviews.read_bytes() == before
    assert review.read(space.reviews)[0] == []


def test_a_home_of_this_format_keeps_its_pages_and_ids(tmp_path):
    space = opened("format-1.zip", tmp_path)
    before = {path: path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file()}
    done = dalel(tmp_path, "verify")
    assert done.returncode == 0, done.stderr
    claims = pipeline.refresh(space).claims
    assert sorted(claim.claim_id for claim in claims) == IDS
    assert sorted(str(claim.value) for claim in claims) == NUMBERS
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ('{"format": 2}', "made by a newer dalel; this one reads up to 1: `pipx upgrade dalel`"),
        ('{"format": "1"}', "cannot be understood; restore it"),
        ("[]", "cannot be understood"),
        ("{", "cannot be understood"),
        ('{"format": 0}', "cannot be understood"),
        ("[" * 100_000, "cannot be understood"),
    ],
)
def test_what_is_not_known_is_refused_and_left_alone(tmp_path, said, words):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "home.json").write_text(said, "utf-8")
    with pytest.raises(UnknownHome) as caught:
        homes.check(paths.workspace(tmp_path))
    assert words in str(caught.value)
    done = dalel(tmp_path, "extract")
    assert done.returncode == 1 and words in done.stderr
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["home.json"]
    assert (tmp_path / "data" / "home.json").read_text("utf-8") == said


def test_an_empty_folder_stays_empty(tmp_path):
    assert dalel(tmp_path, "extract").returncode == 1
    assert list(tmp_path.iterdir()) == []
