"""The README's tables are what the code says, its tree is what lies here, and its claim ids exist."""

import importlib.util
import re
from pathlib import Path

import pytest

from dalel import paths, pipeline

PROJECT = Path(__file__).resolve().parents[2]


def generator():
    spec = importlib.util.spec_from_file_location("readme", Path(__file__).with_name("readme.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["commands", "notebooks", "sources", "labels", "accuracy"])
def test_a_table_of_the_readme_is_current(name):
    readme = generator()
    assert readme.block(name) == readme.TABLES[name](), "stale: run `python tests/house/readme.py`"


@pytest.mark.parametrize("name", ["report", "verify", "show", "cite", "add", "watch", "promises", "quantities"])
def test_an_example_of_the_readme_was_really_printed(name):
    shown = generator().block(name)
    assert shown.startswith(("```console\n$ dalel", "```console\n$ make"))
    assert "dalel: " not in shown
    assert "/tmp/" not in shown


def test_the_claim_the_readme_shows_exists():
    named = set(re.findall(r"\$ dalel (?:show|cite) (\w+)", (PROJECT / "README.md").read_text("utf-8")))
    known = {claim.claim_id for claim in pipeline.refresh(paths.workspace()).claims}
    assert named
    assert named <= known


def test_every_room_stands_in_the_folder_tree():
    text = (PROJECT / "README.md").read_text("utf-8")
    tree = text.split("## The house", 1)[1].split("```")[1]
    rooms = [path for path in (PROJECT / "dalel").iterdir() if path.name not in ("__pycache__", "py.typed")]
    tops = [path for path in PROJECT.iterdir() if path.is_dir() and not path.name.startswith(".")]
    for path in [*rooms, *tops]:
        name = f"{path.name}/" if path.is_dir() else path.name
        assert name in tree or name in ("__init__.py", "__main__.py"), f"{name} is missing in the README's tree"


def test_every_file_the_readme_links_is_there():
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", (PROJECT / "README.md").read_text("utf-8")):
        assert (PROJECT / target).exists(), target
