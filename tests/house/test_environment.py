"""environment.yml, pyproject.toml and requirements.lock say the same; the lock pins all and names no address."""

import itertools
import re
import tomllib
from pathlib import Path

import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).resolve().parents[2]
# conda-forge names a few packages otherwise than PyPI; the full matplotlib there only adds a desktop toolkit
CONDA_NAMES = {"matplotlib": "matplotlib-base", "frictionless": "frictionless-py", "brotli": "brotli-python"}


def declared():
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    return {canonicalize_name(item.name): item for item in map(Requirement, lines)}


def locked():
    lines = (PROJECT / "requirements.lock").read_text("utf-8").splitlines()
    pins = [Requirement(line) for line in lines if line and not line.lstrip().startswith("#")]
    return {canonicalize_name(pin.name): pin for pin in pins}


def conda():
    listed = yaml.safe_load((PROJECT / "environment.yml").read_text("utf-8"))["dependencies"]
    names = [Requirement(item) for item in listed if isinstance(item, str)]
    return {item.name: item for item in names if item.name not in ("python", "pip")}


def test_environment_and_pyproject_list_the_same_packages_and_bounds():
    expected = {CONDA_NAMES.get(name, name): str(item.specifier) for name, item in declared().items()}
    assert {name: str(item.specifier) for name, item in conda().items()} == expected


def test_every_requirement_admits_the_locked_version():
    pins = locked()
    for name, item in declared().items():
        (pin,) = pins[name].specifier
        assert item.specifier.contains(pin.version), f"{name}: {pin.version} is outside {item.specifier}"


def test_the_lock_pins_everything_and_names_no_address():
    text = (PROJECT / "requirements.lock").read_text("utf-8")
    assert not re.search(r"https?://|file:|--(extra-)?index|--find-links|@", text)
    assert all(str(pin.specifier).startswith("==") for pin in locked().values())


def test_each_dependency_added_to_the_given_ones_has_its_reason():
    text = (PROJECT / "pyproject.toml").read_text("utf-8")
    added = text.split("# given", 1)[1].split("]\n", 1)[0].splitlines()[8:]
    for before, line in itertools.pairwise(added):
        if line.strip().startswith('"'):
            assert before.strip().startswith("#"), f"no reason above {line.strip()}"


def test_version_and_date_are_the_same_wherever_they_stand():
    cited = yaml.safe_load((PROJECT / "CITATION.cff").read_text("utf-8"))
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    assert cited["version"] == project["version"]
    assert f"\n## {cited['version']} ({cited['date-released']})\n" in (PROJECT / "CHANGELOG.md").read_text("utf-8")
