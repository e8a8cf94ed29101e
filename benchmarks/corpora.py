"""The public corpora in ../shared: where they are and how a row is read.

The rows are other people's text under their own licences: they are read in place and never copied into the repository.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from dalel.paths import PROJECT

SHARED = PROJECT.parent / "shared"
CORPORA = SHARED / "corpora"
SAMPLES = SHARED / "samples"
SEEDS = SHARED / "seeds"
SEEDS_GOLD = SHARED / "gold" / "seeds.jsonl"

Row = Mapping[str, Any]


def absent() -> str | None:
    """Why the corpora cannot be measured here, or None where they can."""
    missing = [folder for folder in (CORPORA, SAMPLES, SEEDS) if not folder.is_dir()]
    return f"the corpora are not on this machine: no {missing[0].name}/ in ../shared" if missing else None


def jsonl(file: Path) -> tuple[Row, ...]:
    """The rows of a JSON Lines file, in order."""
    return tuple(json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip())


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The rows of ../shared/corpora/<name>.jsonl."""
    return jsonl(CORPORA / f"{name}.jsonl")


@cache
def samples() -> tuple[Row, ...]:
    """The 46 retold pages with their gold claims, sorted by id."""
    return tuple(json.loads(file.read_text(encoding="utf-8")) for file in sorted(SAMPLES.glob("*.json")))
