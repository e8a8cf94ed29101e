"""What this machine has itself made of known inputs: digests of outputs, kept outside every home. A leaf of the house.

A digest that lies beside what it protects is edited together with it, so no home is believed about itself. What a
command has made, it notes here under the digest of everything that decided it; a later command compares the files with
that instead of making them again. Nothing is lost with the folder: then all of it is made again.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path

from dalel import files
from dalel.errors import UnwritableHome

FOLDER = "DALEL_CACHE"  # environment variable: another folder than that of the user (XDG Base Directory Specification)


def key(*parts: str) -> str:
    """SHA-256 (hex) of all that decides an output, each part with its length, so that no two lists give one key."""
    told = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def note(name: str, digests: Mapping[str, str]) -> None:
    """Keeps which files (SHA-256, hex, by name) came of the inputs with this key; where nothing can be kept, not."""
    content = json.dumps(dict(sorted(digests.items())), ensure_ascii=False).encode("utf-8")
    try:
        files.write_if_changed(_path(name), content)
    except UnwritableHome:  # a cache: what is not kept is made again
        return


def known(name: str) -> dict[str, str] | None:
    """The digests noted under this key; None where there are none."""
    try:
        found = json.loads(_path(name).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def digests(folder: Path, *patterns: str) -> dict[str, str]:
    """SHA-256 (hex) of each file below `folder` that fits a pattern, by its path from there, sorted."""
    chosen = {path for pattern in patterns for path in folder.glob(pattern) if path.is_file()}
    return {path.relative_to(folder).as_posix(): files.digest(path) or "" for path in sorted(chosen)}


def of(content: bytes) -> str:
    """SHA-256 (hex) of these bytes."""
    return hashlib.sha256(content).hexdigest()


def folder() -> Path:
    """Where this machine keeps what it has made itself; it may not exist yet."""
    given = os.environ.get(FOLDER)
    return Path(given) if given else Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dalel"


def _path(name: str) -> Path:
    return folder() / "proven" / name[:2] / f"{name}.json"
