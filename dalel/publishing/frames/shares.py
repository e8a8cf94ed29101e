"""Stated shares beside the counts stated with them, as a frame to compute with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dalel.publishing import gate
from dalel.publishing.tables.joining import Row
from dalel.publishing.tables.ratios import Trio, ratio_of, trios
from dalel.records import Finding

COLUMNS = {
    "region": "ISO 3166-2 code; None where the page does not tell",
    "as_of": "the date the share is about, as EDTF text",
    "share": "as stated, percent (Decimal); None where only the counts are",
    "part": "the count that is the share (Decimal)",
    "whole": "what it is a share of (Decimal)",
    "computed": "part of whole in percent, two decimals, half up (Decimal)",
    "severity": "holds, note or conflict; None where no check compared them",
    "verdict": "where the share stands (of the part, where no share is stated)",
    "outlet": "who published the page",
    "share_id": "claim id of the share",
    "part_id": "claim id of the part",
    "whole_id": "claim id of the whole",
}


def shares(frame: pd.DataFrame, findings: Sequence[Finding], language: str, level: str) -> pd.DataFrame:
    """One row a stated share or ratio, with the columns of COLUMNS; the index is the blank-separated claim ids, as in
    the reader's table.
    """
    found = trios(frame, findings, language, level)
    index = [" ".join(row["claim_id"] for row in roles if row is not None) for roles, _ in found]
    made = pd.DataFrame(
        [_row(roles, finding) for roles, finding in found],
        columns=list(COLUMNS),
        index=pd.Index(index, dtype=object, name="claim_ids"),
        dtype=object,
    )
    made["verdict"] = pd.Categorical(made["verdict"], categories=list(reversed(gate.LEVELS)), ordered=True)
    return made


def _row(roles: Trio, finding: Finding | None) -> dict[str, Any]:
    share, part, whole = roles
    lead: Row = next(row for row in roles if row is not None)
    return {
        "region": lead["region"],
        "as_of": lead["as_of"],
        "share": share and share["value"],
        "part": part and part["value"],
        "whole": whole and whole["value"],
        "computed": ratio_of(share, part, whole),
        "severity": finding.severity if finding else None,
        "verdict": lead["verdict"],
        "outlet": lead["outlet"],
        "share_id": share and share["claim_id"],
        "part_id": part and part["claim_id"],
        "whole_id": whole and whole["claim_id"],
    }
