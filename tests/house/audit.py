"""`make audit`: what the project depends on. Licences, packages that are unused or unpinned, known weaknesses.

Everything is told by what is installed; only the search for known weaknesses needs a network, and a tool of its own
(pip-audit), and is left out, saying so, where it is not there. Exit status 1 where a person must look.
"""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, distribution, packages_distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).resolve().parents[2]
CODE = ("dalel", "newsroom", "benchmarks", "tests")
# licences that let the whole be given on under MIT: permissive ones, and weak copyleft of libraries left as they are
FREE = re.compile(
    r"\b(MIT|BSD|0BSD|Apache|ISC|PSF|Python|MPL|Mozilla|Zope|ZPL|Unlicense|HPND|CC0|LGPL|Lesser|CNRI|Expat|Artistic)",
    re.IGNORECASE,
)
# used without being imported: by a command, by another package, or by a file beside the code
BY_OTHER_MEANS = {
    "jupyterlab": "make lab",
    "pyarrow": "pandas writes Parquet with it",
    "nbval": "pytest --nbval",
    "cssselect": "lxml.cssselect",
    "ruff": "make style",
    "mypy": "make style",
    "pandas-stubs": "mypy",
    "pytest-xdist": "make test",
    "editables": "the editable install",
    "protego": "scrapy.robotstxt, and the tests of the sample newsroom",
}


def declared():
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    return {canonicalize_name(Requirement(line).name) for line in (*project["dependencies"], *extras)}


def locked():
    lines = (PROJECT / "requirements.lock").read_text("utf-8").splitlines()
    pins = [Requirement(line) for line in lines if line and not line.lstrip().startswith("#")]
    here = [pin for pin in pins if pin.marker is None or pin.marker.evaluate()]
    return {canonicalize_name(pin.name): next(iter(pin.specifier)).version for pin in here}


def imported():
    """Distributions whose modules the code imports."""
    names = set()
    for folder in CODE:
        for path in (PROJECT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Import):
                    names |= {alias.name.partition(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module:
                    names.add(node.module.partition(".")[0])
    owners = packages_distributions()
    return {canonicalize_name(owner) for name in names for owner in owners.get(name, ())}


def licence(name):
    """What a package says of its licence: expression, else classifiers, else the first line of the field."""
    try:
        about = distribution(name).metadata
    except PackageNotFoundError:
        return None
    if about.get("License-Expression"):
        return about["License-Expression"]
    told = [
        item.rpartition("::")[2].strip() for item in about.get_all("Classifier", []) if item.startswith("License ::")
    ]
    return ", ".join(told) or (about.get("License") or "").strip().split("\n")[0][:60]


def findings():
    """Sentences on what a person must look at."""
    pins = locked()
    for name, version in sorted(pins.items()):
        told = licence(name)
        if told is None:
            yield f"{name} {version}: locked, and not installed here"
        elif distribution(name).version != version:
            yield f"{name}: {distribution(name).version} is installed, {version} is locked"
        elif not FREE.search(told):
            yield f"{name} {version}: licence {told or 'not told'!r}; look whether it may be given on"
    used = imported()
    for name in sorted(declared()):
        if name not in pins:
            yield f"{name}: declared in pyproject.toml, and not locked"
        if name not in used and name not in BY_OTHER_MEANS:
            yield f"{name}: declared in pyproject.toml, and imported nowhere"


def main():
    told = list(findings())
    kinds = {}
    for name in locked():
        kinds.setdefault(licence(name) or "not told", []).append(name)
    for kind, names in sorted(kinds.items(), key=lambda item: -len(item[1])):
        print(f"{len(names):4}  {kind}")
    print(*(f"look: {sentence}" for sentence in told), sep="\n")
    tool = shutil.which("pip-audit")
    if tool is None:
        print("known weaknesses: not looked for, pip-audit is not installed (it asks a database on the network)")
        return 1 if told else 0
    command = [tool, "--requirement", str(PROJECT / "requirements.lock"), "--no-deps", "--disable-pip"]
    return 1 if subprocess.run(command, check=False).returncode or told else 0


if __name__ == "__main__":
    sys.exit(main())
