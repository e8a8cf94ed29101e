"""The tables of one region on disk, each as CSV with its data package."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pandas as pd

from dalel import store
from dalel.publishing.evidence import Evidence
from dalel.publishing.tables.joining import joined, of_region
from dalel.records import Capture, Claim, Document, Finding, Origin, OriginLink, Problem, Verdict
from dalel.store.cells import harmless, to_csv

RECORDS = {
    "captures": Capture, "documents": Document, "claims": Claim, "origins": Origin, "links": OriginLink,
    "findings": Finding,
    "verdicts": Verdict, "problems": Problem,
}  # fmt: skip


def write_region(folder: Path, region: str, evidence: Evidence) -> None:
    """Writes into `folder`: claims, their documents and captures, findings, verdicts, origins and all problems of the
    run as Parquet and CSV, and datapackage.json. For "KZ": all of them.
    """
    frame = of_region(joined(evidence), region)
    claims, pages = set(frame["claim_id"]), set(frame["document_id"])
    everything = region == "KZ"
    chosen: dict[str, Sequence[Any]] = {
        "captures": [c for c in evidence.captures if everything or c.capture_id in pages],
        "documents": [d for d in evidence.documents if everything or d.document_id in pages],
        "claims": [c for c in evidence.claims if c.claim_id in claims],
        "links": [k for k in evidence.links if everything or {k.document_a, k.document_b} & pages],
        "origins": [o for o in evidence.origins if everything or o.document_id in pages],
        "findings": [f for f in evidence.findings if everything or claims & set(f.claim_ids)],
        "verdicts": [v for v in evidence.verdicts if v.claim_id in claims],
        "problems": list(evidence.problems),
    }
    for path in sorted(folder.glob("*")):  # of an earlier version, or put there: no table of this run
        if path.suffix in (".csv", ".parquet") and path.stem not in chosen:
            path.unlink()
    for name, records in chosen.items():
        store.write(folder, name, records, RECORDS[name])
    title = f"dalel: claims about {region}" + (" (SAMPLE)" if evidence.sample else "")
    store.describe(folder, title, RECORDS, {"rule": asdict(evidence.rule)})


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """A reader's table as CSV that no spreadsheet runs; None is an empty cell, numbers are bare."""
    cells = [[_cell(value) for value in row] for row in frame.itertuples(index=False)]
    return to_csv([str(name) for name in frame.columns], cells)


def _cell(value: object) -> str | None:
    if value is None or value != value:
        return None
    return harmless(value) if isinstance(value, str) and value else str(value)
