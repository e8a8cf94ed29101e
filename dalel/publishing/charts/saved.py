"""A chart on disk: picture, numbers and passport side by side, and the check that none of them was edited."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from dalel import files, paths
from dalel.publishing.charts.chart import Chart
from dalel.publishing.tables.joining import rows
from dalel.publishing.tables.written import csv_bytes
from dalel.records import Finding, Problem

KINDS = ("svg", "png", "csv")


def save(chart: Chart, folder: Path, slug: str, frame: pd.DataFrame, findings: Sequence[Finding] = ()) -> list[Path]:
    """Writes <slug>.svg, .png, .csv (exactly the plotted values with their claim ids) and .json (the passport), each
    only where it changes; returns the four paths. `frame` is the frame of `tables.joined` the chart was made from.
    """
    name = paths.slug(slug)
    contents = {"svg": chart.image("svg"), "png": chart.image("png"), "csv": csv_bytes(chart.plotted)}
    about = _passport(chart, name, frame, findings) | {
        "files": {f"{name}.{kind}": hashlib.sha256(contents[kind]).hexdigest() for kind in KINDS}
    }
    contents["json"] = (json.dumps(about, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    written = [folder / f"{name}.{kind}" for kind in contents]
    for path, content in zip(written, contents.values(), strict=True):
        files.write_if_changed(path, content)
    return written


def check_folder(folder: Path) -> list[Problem]:
    """Charts in `folder` whose picture, numbers or passport are not as they were saved, sorted by file."""
    problems = []
    for passport in sorted(folder.glob("*.json")):
        try:
            digests: Mapping[str, str] = json.loads(passport.read_text("utf-8"))["files"]
            known = {str(name): str(digest) for name, digest in digests.items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            problems.append(_problem(passport.name, f"cannot be read ({error}); draw the chart again"))
            continue
        for name, digest in sorted(known.items()):
            found = files.digest(folder / Path(name).name)
            if found is None:
                problems.append(_problem(name, "is missing; draw the chart again"))
            elif found != digest:
                problems.append(
                    _problem(name, "edited: its SHA-256 is not the one saved with the chart; draw it again")
                )
    return problems


def _problem(name: str, reason: str) -> Problem:
    return Problem(stage="verify", subject=f"chart {name}", reason=reason)


def _passport(chart: Chart, slug: str, frame: pd.DataFrame, findings: Sequence[Finding]) -> dict[str, Any]:
    wanted = set(chart.claim_ids)
    checks: dict[str, set[str]] = {}
    for finding in findings:
        for claim in wanted & set(finding.claim_ids):
            checks.setdefault(claim, set()).add(f"{finding.check}: {finding.severity}")
    claims = [
        {
            "claim_id": row["claim_id"],
            "verdict": row["verdict"],
            "reason": row["reason"],
            "checks": sorted(checks.get(row["claim_id"], ())),
            "url": row["url"],
            "sha256": row["sha256"],
        }
        for row in rows(frame)
        if row["claim_id"] in wanted
    ]
    return {
        "chart": slug,
        "title": chart.title,
        "language": chart.language,
        "level": chart.level,
        "sample": chart.sample,
        "sources": sorted({row["sha256"] for row in claims if row["sha256"]}),
        "claims": claims,
        "verify": "dalel verify",
    }
