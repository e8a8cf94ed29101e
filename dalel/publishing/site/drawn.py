"""The charts of a page: which ones, and where their files lie."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from dalel import paths
from dalel.publishing import charts
from dalel.publishing.charts import Chart
from dalel.publishing.site.edition import LEVEL, Edition
from dalel.publishing.tables import bodies

PASSPORTS = "../passports"  # from the folder of the charts
MOST = 5  # on one page
ROWS = 24  # of a chart on a page: a longer one is read by nobody; its figures are in the table


def of_place(edition: Edition, code: str, frame: pd.DataFrame, language: str) -> list[tuple[str, Chart]]:
    """The charts of a region or topic that show anything, with the names of their files; a topic's promises first."""
    return [
        (f"{paths.slug(code)}-{name}-{language}", chart)
        for name, chart in _candidates(edition, code, frame, language)
        if chart.draw is not None and 1 < len(chart.plotted) <= ROWS
    ][:MOST]


def _candidates(edition: Edition, code: str, frame: pd.DataFrame, language: str) -> Iterator[tuple[str, Chart]]:
    findings = edition.evidence.findings
    sums = charts.parts(frame, findings, language, LEVEL)
    doubtful = [one for one in findings if one.severity != "holds"]  # where there are many sums, those worth looking at
    yield "parts", sums if len(sums.plotted) <= ROWS else charts.parts(frame, doubtful, language, LEVEL)
    yield "shares", charts.shares(frame, findings, language, LEVEL)
    yield "prices", charts.prices(frame, findings, language, LEVEL)
    if code in edition.topics:
        most = bodies(frame)
        counts = most[most["indicator"].notna()]["indicator"].value_counts()
        chosen = min(counts.items(), key=lambda pair: (-pair[1], str(pair[0])), default=(None, 0))[0]
        for measure in ("money", "device_count", "seat_count"):
            yield f"steps-{measure}", charts.statuses(frame, code, language, LEVEL, measure)
        if chosen:
            name = paths.slug(str(chosen).rpartition(".")[2])
            yield f"amounts-{name}", charts.amounts(frame, str(chosen), language, LEVEL)
            yield f"timeline-{name}", charts.timeline(frame, str(chosen), language, LEVEL)


def view(name: str, chart: Chart) -> Mapping[str, Any]:
    """What the template is given of a chart: addresses, sizes in pixels, and what it says."""
    return {
        "wide": f"charts/{name}.svg",
        "narrow": f"charts/{name}-narrow.svg",
        "csv": f"charts/{name}.csv",
        "json": f"charts/{name}.json",
        "title": chart.title,
        "alt": str(chart.title),
        "wide_size": _pixels(chart.image("svg", PASSPORTS)),
        "narrow_size": _pixels(chart.image("narrow", PASSPORTS)),
    }


def save(edition: Edition, drawn: list[tuple[str, Chart]], folder: Path) -> set[str]:
    """Writes the charts into `folder`; returns the names of their files."""
    written = set()
    for name, chart in drawn:
        files_of = charts.save(chart, folder, name, edition.frame, edition.evidence.findings, PASSPORTS)
        written |= {path.name for path in files_of}
    return written


def _pixels(svg: bytes) -> tuple[int, int]:
    sizes = re.search(rb"<svg\b[^>]*>", svg)
    found = dict(re.findall(rb'\b(width|height)="([\d.]+)pt"', sizes[0])) if sizes else {}
    return round(float(found.get(b"width", 720)) * 96 / 72), round(float(found.get(b"height", 400)) * 96 / 72)
