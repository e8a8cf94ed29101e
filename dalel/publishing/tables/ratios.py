"""Stated shares against the ratio stated with them, and stated parts against their whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import pandas as pd

from dalel.publishing import gate
from dalel.publishing.tables.joining import Row, bodies, rows
from dalel.publishing.tables.sentences import marked, said, what, where
from dalel.publishing.wording import number, when, word
from dalel.records import Finding

SHARES = (
    "where", "when", "what", "stated", "ratio", "computed", "finding", "arithmetic", "verdict", "outlet", "claim_ids",
    "stated_value", "computed_value", "withheld",
)  # fmt: skip
PARTS = (
    "whole_id", "claim_id", "role", "value", "unit", "what", "where", "amount", "verdict", "severity", "withheld",
    "claim_ids", "exclusive",
)  # fmt: skip
HUNDRED = Decimal(100)


def shares(frame: pd.DataFrame, findings: Sequence[Finding], language: str, level: str = "disputed") -> pd.DataFrame:
    """Every stated share and every stated ratio, together where a check has compared them.

    In: the frame of `joined` and the findings. Out: where, when, what, stated ("62 %" or "—"), ratio ("4 360 / 6 936"),
    computed ("62.86 %", two decimals, half up), finding and arithmetic (of the check), verdict, outlet, claim_ids, and
    for charts stated_value and computed_value (Decimal percent or None) and withheld.
    """
    known = _by_id(frame, level, language)
    found, used = [], set()
    for finding in findings:
        share, part, whole = _roles(finding, known)
        if share is not None and part is not None and whole is not None:
            key = (share["claim_id"], part["claim_id"])
            if key not in used:
                used |= {key, share["claim_id"], part["claim_id"]}
                found.append(_share_row((share, part, whole), finding, language))
    for claim_id, row in known.items():
        if claim_id in used:
            continue
        if row["measure"] == "share" and row["unit"] == "percent":
            found.append(_share_row((row, None, None), None, language))
        elif row["measure"] == "ratio_part" and row["whole_id"] in known:
            found.append(_share_row((None, row, known[row["whole_id"]]), None, language))
    found.sort(key=lambda row: (row["where"], row["outlet"], row["claim_ids"]))
    return pd.DataFrame(found, columns=list(SHARES), dtype=object)


def parts(frame: pd.DataFrame, findings: Sequence[Finding], language: str, level: str = "disputed") -> pd.DataFrame:
    """Stated parts under their wholes, in order: a row with role "whole", then its rows with role "part".

    `exclusive` says that a check has added these parts up (they do not overlap); else each stands for itself. Columns:
    whole_id, claim_id, role, value (Decimal or None), unit, what, where, amount, verdict, severity (of the check, or
    None), withheld, claim_ids, exclusive.
    """
    known = _by_id(frame, level, language)
    groups: dict[str, tuple[list[str], str | None]] = {}
    for finding in findings:
        _, _, whole = _roles(finding, known)
        members = [claim for claim in finding.claim_ids if whole is not None and claim != whole["claim_id"]]
        counts = [claim for claim in members if claim in known and known[claim]["measure"] != "share"]
        if whole is not None and len(counts) > 1 and len(counts) == len(members):
            groups[whole["claim_id"]] = (counts, finding.severity)
    for row in known.values():
        if row["measure"] == "ratio_part" and row["whole_id"] in known and row["whole_id"] not in groups:
            same = [one["claim_id"] for one in known.values() if one["whole_id"] == row["whole_id"]]
            groups[row["whole_id"]] = (same, None)
    found: list[dict[str, Any]] = []
    for whole_id in sorted(groups):
        members, severity = groups[whole_id]
        for claim_id in (whole_id, *members):
            found.append(_part_row(known[claim_id], whole_id, severity, language))
    return pd.DataFrame(found, columns=list(PARTS), dtype=object)


def _by_id(frame: pd.DataFrame, level: str, language: str) -> dict[str, Row]:
    return {row["claim_id"]: row for row in rows(gate.at_level(bodies(frame), level, language))}


def _roles(finding: Finding, known: Mapping[str, Row]) -> tuple[Row | None, Row | None, Row | None]:
    named = [known[claim] for claim in finding.claim_ids if claim in known]
    by_measure = {row["measure"]: row for row in reversed(named)}
    part = by_measure.get("ratio_part")
    whole = by_measure.get("ratio_whole")
    if whole is None and part is not None:
        whole = known.get(part["whole_id"])
    return by_measure.get("share"), part, whole


def _share_row(
    roles: tuple[Row | None, Row | None, Row | None], finding: Finding | None, language: str
) -> dict[str, Any]:
    share, part, whole = roles
    shown = [row for row in roles if row is not None]
    lead = shown[0]
    blank = next((row["withheld"] for row in shown if row["withheld"]), "")
    computed = None
    if part is not None and whole is not None and not blank and whole["value"]:
        computed = (part["value"] / whole["value"] * HUNDRED).quantize(Decimal("0.01"), rounding="ROUND_HALF_UP")
    ratio = "—"
    if part is not None and whole is not None:
        ratio = blank or f"{number(part['value'], language)} / {number(whole['value'], language)}"
    return {
        "where": where(lead, language),
        "when": when(lead["as_of"], language),
        "what": what(lead, language),
        "stated": said(share, language) if share is not None else "—",
        "ratio": ratio,
        "computed": f"{number(computed, language, 2)} %" if computed is not None else "—",
        "finding": word("severities", finding.severity, language) if finding else "—",
        "arithmetic": (finding.arithmetic or "") if finding and not blank else "",
        "verdict": marked(lead["verdict"], language),
        "outlet": lead["outlet"] or "—",
        "claim_ids": " ".join(row["claim_id"] for row in shown),
        "stated_value": None if share is None or blank else share["value"],
        "computed_value": computed,
        "withheld": blank,
    }


def _part_row(row: Row, whole_id: str, severity: str | None, language: str) -> dict[str, Any]:
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
    }
