"""Where every file lives: the only place that spells "data/raw". A leaf of the house.

Two roots: the *project* (notebooks, scrapers, topics: the clone, or what an installed package carries of it) and the
*home* (data and figures: see `workspace`), which may have notebooks, scrapers and topics of its own.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dalel.errors import NoWorkspace, UnsafePath

Kind = Literal["notebooks", "scrapers", "topics"]
LIBRARY = Path(__file__).resolve().parent
_CARRIED = LIBRARY / "carried"  # only in an installed package: see pyproject.toml, tool.hatch
INSTALLED = _CARRIED.is_dir()
PROJECT = _CARRIED if INSTALLED else LIBRARY.parent
SETTINGS = "dalel.toml"  # marks a folder as a workspace
SLUG = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")


@dataclass(frozen=True, slots=True)
class Workspace:
    """A home and the folders in it; nothing is created before something is written."""

    home: Path

    @property
    def raw(self) -> Path:
        return self.home / "data" / "raw"

    @property
    def processed(self) -> Path:
        return self.home / "data" / "processed"

    @property
    def reviews(self) -> Path:
        return self.home / "data" / "reviews.jsonl"

    @property
    def rule(self) -> Path:
        """The workspace's own rule for verdicts; where there is none, the one that comes with dalel is used."""
        return self.home / "verdicts.toml"

    @property
    def crawls(self) -> Path:
        return self.home / "data" / "crawls.jsonl"

    @property
    def failures(self) -> Path:
        return self.home / "data" / "failures.jsonl"

    @property
    def searches(self) -> Path:
        return self.home / "data" / "searches.jsonl"

    @property
    def watches(self) -> Path:
        """What each watch found new, and by that what is known: see dalel/watchlog.py."""
        return self.home / "data" / "watches.jsonl"

    def lock(self, name: str) -> Path:
        """What is done by one process at a time: "import", or "collect" of one source."""
        return self.home / "data" / f".{slug(name)}.lock"

    @property
    def faults(self) -> Path:
        """Tracebacks of faults that were passed over."""
        return self.home / "data" / "faults.log"

    @property
    def figures(self) -> Path:
        return self.home / "figures"

    @property
    def report(self) -> Path:
        """The report: a folder of pages that any server, or file://, shows."""
        return self.processed / "report"

    @property
    def passports(self) -> Path:
        return self.report / "passports"

    def declared(self, kind: Kind) -> tuple[Path, ...]:
        """The folders there are that declare things of this kind: the home's own, then that of the project."""
        folders = dict.fromkeys((self.home / kind, PROJECT / kind))
        return tuple(folder for folder in folders if folder.is_dir())

    def tables(self, region: str) -> Path:
        return self.processed / slug(region)

    def executed(self, region: str) -> Path:
        return self.tables(region) / "notebooks"

    def charts(self, region: str) -> Path:
        return self.figures / slug(region)


def workspace(home: Path | None = None) -> Workspace:
    """The workspace at `home`, else at DALEL_HOME, else around the working directory, else the clone itself.

    A folder with a `dalel.toml` is a workspace, and so is what lies below it. NoWorkspace where dalel is installed as a
    package, so that there is no clone, and nothing else tells.
    """
    named = os.environ.get("DALEL_HOME")
    chosen = home or (Path(named) if named else _around(Path.cwd()))
    if chosen is None and INSTALLED:
        raise NoWorkspace(
            "no workspace here: make one with `dalel new FOLDER`, work in a folder with a dalel.toml, which may be "
            "empty, or name one with --home DIR or DALEL_HOME"
        )
    return Workspace(home=(chosen or PROJECT).resolve())


def _around(folder: Path) -> Path | None:
    return next((place for place in (folder, *folder.parents) if (place / SETTINGS).is_file()), None)


def slug(name: str) -> str:
    """`name` itself, where it is safe as one path component; UnsafePath otherwise."""
    if not SLUG.fullmatch(name):
        raise UnsafePath(f"{name!r} cannot be part of a path: use letters, digits, '-' and '_' only, at most 80")
    return name


def notebooks() -> Path:
    """Folder of the notebooks that a reader opens."""
    return PROJECT / "notebooks"


def scrapers() -> Path:
    """Folder of the sources' declarations."""
    return PROJECT / "scrapers"


def topics() -> Path:
    """Folder of the investigations' declarations."""
    return PROJECT / "topics"
