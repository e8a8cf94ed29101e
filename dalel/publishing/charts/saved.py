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
from dalel.store.cells import from_csv

PASSPORTS = "../../data/processed/report/passports"  # from figures/<region>
ENDINGS = {"svg": ".svg", "narrow": "-narrow.svg", "png": ".png", "csv": ".csv"}


def save(
    chart: Chart, folder: Path, slug: str, frame: pd.DataFrame, findings: Sequence[Finding] = (),
    passports: str = PASSPORTS,
) -> list[Path]:  # fmt: skip
    """Writes <slug>.svg, -narrow.svg (for phones), .png, .csv (exactly the plotted values with their claim ids) and
    .json (the passport), each only where it changes; returns their paths. `frame` is the frame of `tables.joined` the
    chart was made from. Of a chart with nothing to draw no file is left, and the list is empty.
    """
    name = paths.slug(slug)
    if chart.draw is None:
        for ending in (*ENDINGS.values(), ".json"):
            (folder / f"{name}{ending}").unlink(missing_ok=True)
        return []
    wanted = {kind: ending for kind, ending in ENDINGS.items() if kind != "png" or passports == PASSPORTS}
    contents = {
        f"{name}{ending}": csv_bytes(chart.plotted) if kind == "csv" else chart.image(kind, passports)
        for kind, ending in wanted.items()
    }
    about = _passport(chart, name, frame, findings) | {
        "files": {file: hashlib.sha256(content).hexdigest() for file, content in contents.items()}
    }
    contents[f"{name}.json"] = (json.dumps(about, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    for file, content in contents.items():
        files.write_if_changed(folder / file, content)
    return [folder / file for file in contents]


def check_folder(folder: Path, frame: pd.DataFrame | None = None) -> list[Problem]:
    """Charts in `folder` whose picture, numbers or passport are not as they were saved, sorted by file.

    With the frame of `tables.joined`: also charts whose numbers are not those of the claims as they are now.
    """
    problems = []
    values = {} if frame is None else {row["claim_id"]: str(row["value"]) for row in rows(frame)}
    for picture in sorted(path for kind in ("svg", "png", "csv") for path in folder.glob(f"*.{kind}")):
        if not picture.with_name(f"{picture.stem.removesuffix('-narrow')}.json").is_file():
            problems.append(_problem(picture.name, "has no passport beside it; draw the chart again"))
    for passport in sorted(folder.glob("*.json")):
        try:
            digests: Mapping[str, str] = json.loads(passport.read_text("utf-8"))["files"]
            known = {str(name): str(digest) for name, digest in digests.items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            problems.append(_problem(passport.name, f"cannot be read ({error}); draw the chart again"))
            continue
        reasons = {name: _edited(folder / Path(name).name, digest) for name, digest in sorted(known.items())}
        numbers = passport.with_suffix(".csv")
        if frame is not None and not any(reasons.values()):
            reasons[numbers.name] = _stale(numbers, values)
        problems += [_problem(name, reason) for name, reason in reasons.items() if reason]
    return problems


def _edited(file: Path, digest: str) -> str | None:
    found = files.digest(file)
    if found is None:
        return "is missing; draw the chart again"
    return None if found == digest else "edited: its SHA-256 is not the one saved with the chart; draw it again"


def _stale(numbers: Path, values: Mapping[str, str]) -> str | None:
    """What is wrong with the plotted numbers, if they are not those of the claims."""
    header, found = from_csv(numbers.read_bytes(), numbers.name)
    for row in (dict(zip(header, cells, strict=True)) for cells in found):
        ids = row["claim_ids"].split()
        if gone := [claim for claim in ids if claim not in values]:
            return f"claim {gone[0]} is no longer there; draw the chart again"
        # gaps and prices are computed of several claims
        computed = row.get("role") in ("short", "over") or "counted_unit" in row
        shown = None if computed else row.get("value") or row.get("stated_value")
        if shown and values[ids[0]] != shown:
            return f"claim {ids[0]} is {values[ids[0]]}, the chart says {shown}; draw it again"
    return None


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
        "title": str(chart.title),
        "language": chart.language,
        "level": chart.level,
        "sample": chart.sample,
        "rule": frame.attrs.get("rule"),
        "sources": sorted({row["sha256"] for row in claims if row["sha256"]}),
        "claims": claims,
        "verify": "dalel verify",
    }


def uses(figures: Path) -> dict[str, list[str]]:
    """The saved charts that draw each claim, as "KZ-43/amounts-…-kk", by claim id; what is no passport is left out."""
    found: dict[str, list[str]] = {}
    for passport in sorted(figures.glob("*/*.json")):
        try:
            ids = {str(claim["claim_id"]) for claim in json.loads(passport.read_text("utf-8"))["claims"]}
        except (OSError, ValueError, KeyError, TypeError):
            continue
        for claim_id in sorted(ids):
            found.setdefault(claim_id, []).append(f"{passport.parent.name}/{passport.stem}")
    return found
