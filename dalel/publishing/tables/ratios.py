"""Stated shares against the counts stated with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import pandas as pd

from dalel.publishing import gate
from dalel.publishing.explanations import arithmetic
from dalel.publishing.linked import Linked, filled
from dalel.publishing.tables.joining import Row, bodies, by_id, is_sample, table_of
from dalel.publishing.tables.sentences import marked, said, what, where
from dalel.publishing.wording import number, when, word
from dalel.records import Finding

COLUMNS = (
    "where", "when", "what", "stated", "ratio", "computed", "finding", "arithmetic", "verdict", "outlet", "claim_ids",
    "stated_value", "computed_value", "withheld",
)  # fmt: skip
ROLES = ("share", "part", "whole")  # named parts of the findings that compare a share with its ratio
HUNDRED = Decimal(100)
Trio = tuple[Row | None, Row | None, Row | None]  # share, part, whole


def shares(
    frame: pd.DataFrame, findings: Sequence[Finding], language: str, level: str = "contradicted"
) -> pd.DataFrame:
    """Every stated share and every stated ratio, together where a check has compared them.

    In: the frame of `joined` and the findings. Out: where, when, what, stated ("62 %" or "—"), ratio ("4 360 / 6 936"),
    computed ("62.86 %", two decimals, half up), finding and arithmetic (of the check), verdict, outlet, claim_ids, and
    for charts stated_value and computed_value (Decimal percent or None) and withheld.
    """
    found = [_row(roles, finding, language) for roles, finding in trios(frame, findings, language, level)]
    found.sort(key=lambda row: (row["where"], row["outlet"], row["claim_ids"]))
    return table_of(found, COLUMNS, is_sample(frame))


def trios(
    frame: pd.DataFrame, findings: Sequence[Finding], language: str, level: str
) -> list[tuple[Trio, Finding | None]]:
    """Share, part and whole as gated rows (None where one is not stated), with the finding that compares them."""
    known = by_id(gate.at_level(bodies(frame), level, language))
    found: list[tuple[Trio, Finding | None]] = []
    used: set[str] = set()
    for finding in findings:
        named = tuple(part.name for part in finding.parts)
        if named == ROLES and len(finding.claim_ids) == 3 and known.keys() >= set(finding.claim_ids):
            share, part, whole = (known[claim] for claim in finding.claim_ids)
            if share["claim_id"] not in used:
                found.append(((share, part, whole), finding))
                used |= {share["claim_id"], part["claim_id"]}
    return found + [(alone, None) for alone in _alone(known, used)]


def _alone(known: Mapping[str, Row], used: set[str]) -> list[Trio]:
    """Shares that no check has compared, and ratios whose share nobody stated."""
    found: list[Trio] = []
    for claim_id, row in known.items():
        if claim_id in used:
            continue
        if row["measure"] == "share" and row["unit"] == "percent":
            found.append((row, None, None))
        elif row["measure"] == "ratio_part" and row["whole_id"] in known:
            found.append((None, row, known[row["whole_id"]]))
    return found


def _row(roles: Trio, finding: Finding | None, language: str) -> dict[str, Any]:
    share, part, whole = roles
    shown = [row for row in roles if row is not None]
    lead = shown[0]
    blank = next((row["withheld"] for row in shown if row["withheld"]), "")
    computed = None if blank else ratio_of(share, part, whole)
    rest = computed is not None and computed != ratio_of(None, part, whole)
    ratio = "—" if part is None or whole is None or blank else _printed(part, whole, rest, language)
    return {
        "where": where(lead, language),
        "when": when(lead["as_of"], language),
        "what": what(lead, language),
        "stated": said(share, language) if share is not None else "—",
        "ratio": blank if blank and part is not None else ratio,
        "computed": f"{number(computed, language, 2)} %" if computed is not None else "—",
        "finding": word("severities", finding.severity, language) if finding else "—",
        "arithmetic": arithmetic(finding, language) if finding and not blank else "",
        "verdict": marked(lead["verdict"], language),
        "outlet": lead["outlet"] or "—",
        "claim_ids": " ".join(row["claim_id"] for row in shown),
        "stated_value": None if share is None or blank else share["value"],
        "computed_value": computed,
        "withheld": blank,
    }


def ratio_of(share: Row | None, part: Row | None, whole: Row | None) -> Decimal | None:
    """Percent of the part in the whole, two decimals, half up; of the rest of the whole where that is what the share
    speaks of ("10 of 40 have cameras, 75 % have none"). None where a value is missing or withheld, or the whole is 0.
    """
    if part is None or whole is None or part["value"] is None or not whole["value"]:
        return None
    top, bottom = part["value"], whole["value"]
    stated = share["value"] if share is not None else None
    rest = (bottom - top) / bottom * HUNDRED
    if stated is not None and abs(rest - stated) < 1 < abs(top / bottom * HUNDRED - stated):
        top = bottom - top
    return Decimal(top / bottom * HUNDRED).quantize(Decimal("0.01"), rounding="ROUND_HALF_UP")


def _printed(part: Row, whole: Row, rest: bool, language: str) -> Linked:
    below, above = (Linked((number(row["value"], language), row["claim_id"])) for row in (whole, part))
    return filled("({whole} − {part}) / {whole}" if rest else "{part} / {whole}", part=above, whole=below)
