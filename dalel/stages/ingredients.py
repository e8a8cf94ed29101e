"""What a stage's results depend on besides its input: a digest of just the code, words and libraries it uses.

The rooms of each stage are written down here; a test lets it work on the sample and compares with the files that were
loaded, so that none can be forgotten. A change elsewhere (a chart, a check, the report) leaves it as it is.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import platform
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

from dalel import paths

Stage = Literal["read", "extract"]

_FLOOR = ("records", "errors.py", "characters.py", "faults.py", "sources.py", "topics.py", "paths.py")
_WORDS = ("languages", "transliteration", "dates", "regions", "stages/work.py", "stages/pages.py")
ROOMS: dict[Stage, tuple[str, ...]] = {
    "read": (*_FLOOR, *_WORDS, "readers", "jsontext.py", "faults.py", "files.py", "lines.py"),
    "extract": (*_FLOOR, *_WORDS, "claims", "quantities", "vocabulary", "identity", "jsontext.py", "files.py"),
}
# distributions whose behaviour shows in what is read; those of the standard library go by the version of Python
LIBRARIES: dict[Stage, tuple[str, ...]] = {
    "read": ("trafilatura", "lxml", "cssselect", "pypdf", "justext", "htmldate", "babel"),
    "extract": ("pymorphy3", "pymorphy3-dicts-ru", "babel"),
}
_NO_PART = {"__pycache__"}


@cache
def digest(stage: Stage) -> str:
    """SHA-256 (hex) over all files of the stage's rooms, the versions of its libraries and that of Python."""
    told = hashlib.sha256(platform.python_version().encode("ascii"))
    for name in LIBRARIES[stage]:
        told.update(f"\n{name} {_version(name)}".encode())
    for path in files_of(ROOMS[stage]):
        told.update(f"\n{path.relative_to(paths.LIBRARY).as_posix()}\0".encode() + path.read_bytes())
    return told.hexdigest()


def files_of(rooms: Sequence[str]) -> Iterator[Path]:
    """All files of these rooms and modules, sorted in each."""
    for room in dict.fromkeys(rooms):
        place = paths.LIBRARY / room
        found = [place] if place.is_file() else sorted(path for path in place.rglob("*") if path.is_file())
        yield from (path for path in found if _NO_PART.isdisjoint(path.parts))


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "-"
