"""Stated parts under their whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from dalel.publishing import gate
from dalel.publishing.tables.joining import Row, bodies, by_id, is_sample, table_of
from dalel.publishing.tables.sentences import said, what, where
from dalel.records import Finding

COLUMNS = (
    "whole_id", "claim_id", "role", "value", "unit", "what", "where", "amount", "verdict", "severity", "withheld",
    "claim_ids", "exclusive", "outlet",
)  # fmt: skip
ROLES = ("total", "parts")  # named parts of the findings that add parts up to their total
Group = tuple[tuple[str, ...], str | None]  # the parts of a whole, and what the check says of their sum


def parts(frame: pd.DataFrame, findings: Sequence[Finding], language: str, level: str = "contradicted") -> pd.DataFrame:
    """Stated parts under their wholes, in order: a row with role "whole", then its rows with role "part".

    `exclusive` says that a check has added these parts up (they do not overlap); else each stands for itself. Columns:
    whole_id, claim_id, role, value (Decimal or None), unit, what, where, amount, verdict, severity (of the check, or
    None), withheld, claim_ids, exclusive, outlet.
    """
    known = by_id(gate.at_level(bodies(frame), level, language))
    groups = _groups(known, findings)
    order = sorted(
        groups, key=lambda whole_id: (known[whole_id]["region"] or "", known[whole_id]["outlet"] or "", whole_id)
    )
    found = [
        _row(known[claim_id], whole_id, groups[whole_id][1], language)
        for whole_id in order
        for claim_id in (whole_id, *groups[whole_id][0])
    ]
    return table_of(found, COLUMNS, is_sample(frame))


def _groups(known: Mapping[str, Row], findings: Sequence[Finding]) -> dict[str, Group]:
    groups: dict[str, Group] = {}
    for finding in findings:
        if tuple(part.name for part in finding.parts) != ROLES or not known.keys() >= set(finding.claim_ids):
            continue
        (whole_id,), members = (part.claim_ids for part in finding.parts)
        groups.setdefault(whole_id, (members, finding.severity))
    linked: dict[str, list[str]] = {}
    for claim_id, row in known.items():
        if row["whole_id"] in known and row["whole_id"] not in groups:
            linked.setdefault(row["whole_id"], []).append(claim_id)
    return groups | {whole_id: (tuple(members), None) for whole_id, members in linked.items()}


def _row(row: Row, whole_id: str, severity: str | None, language: str) -> dict[str, object]:
    return {
        "whole_id": whole_id,
        "claim_id": row["claim_id"],
        "role": "whole" if row["claim_id"] == whole_id else "part",
        "value": row["value"],
        "unit": row["unit"],
        "what": what(row, language),
        "where": where(row, language),
        "amount": said(row, language),
        "verdict": row["verdict"],
        "severity": severity,
        "withheld": row["withheld"],
        "claim_ids": row["claim_id"],
        "exclusive": severity is not None,
        "outlet": row["outlet"],
    }
