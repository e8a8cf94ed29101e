"""What is measured on: the sample pages of the newsroom, and public corpora in ../shared where those are present.

The corpora are other people's text under their own licences: read in place, never copied into the repository.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from dalel.paths import PROJECT
from newsroom.pages import load_gold, load_pages

SHARED = PROJECT.parent / "shared"
CORPORA = SHARED / "corpora"
SEEDS = SHARED / "seeds"
SEEDS_GOLD = SHARED / "gold" / "seeds.jsonl"

Row = Mapping[str, Any]
SUBJECTS = ("roads", "hospitals")  # topics of the retold pages on other subjects than education


def absent() -> str | None:
    """Why the corpora cannot be measured here, or None where they can."""
    missing = [folder for folder in (CORPORA, SEEDS) if not folder.is_dir()]
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
    """The retold pages on education (`newsroom/`) with their gold claims and not-claims, sorted by id."""
    return tuple(row for row in retold() if row["topic"] not in SUBJECTS)


def retold() -> tuple[Row, ...]:
    """The 66 retold pages, those on other subjects among them; see `samples`."""
    gold = {name: asdict(marks) for name, marks in load_gold().items()}
    return tuple(asdict(page) | gold[name] for name, page in sorted(load_pages().items()))
