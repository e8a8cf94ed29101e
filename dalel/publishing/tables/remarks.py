"""What the checks say beyond "holds": remarks, contradictions, lost evidence."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dalel.publishing.tables.joining import is_sample, table_of
from dalel.publishing.wording import word
from dalel.records import Finding

ORDER = ("broken", "conflict", "note")
COLUMNS = ("severity", "check", "explanation", "arithmetic", "claim_ids")


def remarks(frame: pd.DataFrame, findings: Sequence[Finding], language: str) -> pd.DataFrame:
    """In: the frame of `joined` and the findings. Out: one row a finding about a claim of the frame that does not
    simply hold, gravest first: severity, check, explanation (English), arithmetic, claim_ids; all text.
    """
    known = set(frame["claim_id"])
    told = [finding for finding in findings if finding.severity in ORDER and known & set(finding.claim_ids)]
    told.sort(key=lambda finding: (ORDER.index(finding.severity), finding.check, finding.claim_ids))
    rows = [
        {
            "severity": word("severities", finding.severity, language),
            "check": finding.check,
            "explanation": finding.explanation,
            "arithmetic": finding.arithmetic or "",
            "claim_ids": " ".join(finding.claim_ids),
        }
        for finding in told
    ]
    return table_of(rows, COLUMNS, is_sample(frame))
