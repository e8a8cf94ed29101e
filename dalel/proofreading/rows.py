"""Marks in the forms that other programs read: JSON, and SARIF 2.1.0 (OASIS, 2020) for editors and forges."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Sequence
from importlib.metadata import version
from itertools import accumulate
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from dalel.checks.foundation.precision import plain
from dalel.proofreading.explaining import explained
from dalel.proofreading.manuscripts import Manuscript
from dalel.proofreading.marks import FINDINGS, Mark
from dalel.proofreading.report import Checked

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"drift": "error", "derived": "error", "own": "error", "unbacked": "note", "backed": "none"}
STDIN = "standard input"


def as_row(mark: Mark) -> dict[str, Any]:
    """One number: start, end, text, value, unit, finding, claims, differs, arithmetic."""
    return {
        "start": mark.start,
        "end": mark.end,
        "text": mark.text,
        "value": plain(mark.value),
        "unit": mark.unit,
        "finding": mark.finding,
        "claims": list(mark.claims),
        "differs": list(mark.differs),
        "arithmetic": mark.arithmetic,
    }


def as_json(checked: Sequence[Checked]) -> str:
    """A list of such rows for one text; for several an object, by their names."""
    rows: Any = {one.manuscript.name: [as_row(mark) for mark in one.marks] for one in checked}
    return json.dumps(next(iter(rows.values())) if len(rows) == 1 else rows, ensure_ascii=False, indent=1)


def as_sarif(checked: Sequence[Checked], language: str) -> str:
    """A log of one run: a result for each number that is not backed, at its place in the file."""
    results = [_result(one, mark, language) for one in checked for mark in one.marks if mark.is_wrong or _open(mark)]
    driver = {
        "name": "dalel check",
        "version": version("dalel"),
        "rules": [{"id": name, "shortDescription": {"text": explained(name, language)}} for name in FINDINGS],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _open(mark: Mark) -> bool:
    return mark.finding == "unbacked"


def _result(one: Checked, mark: Mark, language: str) -> dict[str, Any]:
    return {
        "ruleId": mark.finding,
        "ruleIndex": FINDINGS.index(mark.finding),
        "level": LEVELS[mark.finding] if mark.is_wrong or _open(mark) else "none",
        "message": {"text": one.told(mark, language)},
        "locations": [_location(one.manuscript, mark)],
        "properties": {"claims": list(mark.claims), "differs": list(mark.differs), "arithmetic": mark.arithmetic},
    }


def _location(manuscript: Manuscript, mark: Mark) -> dict[str, Any]:
    """The file and the place in it: line and column, counted from 1; of words read out of a file only the words."""
    uri = "stdin" if manuscript.name == STDIN else quote(PurePath(manuscript.name).as_posix())
    artifact: dict[str, Any] = {"uri": uri}
    snippet = {"text": manuscript.given[mark.start : mark.end]}
    if not manuscript.lines:
        told = {"physicalLocation": {"artifactLocation": artifact}}
        return told | {"message": {"text": mark.sentence}}
    (line, column), (last, end) = (place(manuscript.given, at) for at in (mark.start, mark.end))
    region = {"startLine": line, "startColumn": column, "endLine": last, "endColumn": end}
    offsets = {"charOffset": mark.start, "charLength": mark.end - mark.start, "snippet": snippet}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region | offsets}}


def place(text: str, at: int) -> tuple[int, int]:
    """Line and column of an offset, both counted from 1."""
    starts = _starts(text)
    line = bisect_right(starts, at)
    return line, at - starts[line - 1] + 1


def _starts(text: str) -> Sequence[int]:
    return [0, *accumulate(len(line) + 1 for line in text.split("\n"))][: text.count("\n") + 1]
