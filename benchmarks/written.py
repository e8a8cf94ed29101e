"""Figures that a script measured, put into benchmarks/README.md between the marks that bear its name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dalel.paths import PROJECT

README = PROJECT / "benchmarks" / "README.md"


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [f"| {' | '.join(header)} |", "|" + "---|" * len(header)]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)]) + "\n"


def put(name: str, text: str) -> None:
    """Replaces what stands between `<!-- figures:NAME -->` and `<!-- /figures -->`; ValueError where there is none."""
    before = README.read_text("utf-8")
    block = re.compile(rf"(<!-- figures:{re.escape(name)} -->\n).*?(<!-- /figures -->)", re.DOTALL)
    if not block.search(before):
        raise ValueError(f"{README.name} has no place for the figures of {name}")
    README.write_text(block.sub(lambda found: found[1] + text + found[2], before), "utf-8")
