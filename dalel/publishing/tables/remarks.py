"""What the checks say beyond "holds": remarks, contradictions, lost evidence."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dalel.publishing.explanations import arithmetic, explain
from dalel.publishing.linked import joined
from dalel.publishing.tables.joining import by_id, is_sample, table_of
from dalel.publishing.tables.sentences import said
from dalel.publishing.wording import word
from dalel.records import Finding

ORDER = ("broken", "conflict", "note")
COLUMNS = ("severity", "check", "explanation", "arithmetic", "values", "claim_ids")


def remarks(frame: pd.DataFrame, findings: Sequence[Finding], language: str) -> pd.DataFrame:
    """In: the frame of `joined` and the findings. Out: one row a finding about a claim of the frame that does not
    simply hold, gravest first: severity, check, explanation, arithmetic, values (of its claims), claim_ids.
    """
    known = by_id(frame)
    told = [finding for finding in findings if finding.severity in ORDER and known.keys() & set(finding.claim_ids)]
    told.sort(key=lambda finding: (ORDER.index(finding.severity), finding.check, finding.claim_ids))
    rows = [
        {
            "severity": word("severities", finding.severity, language),
            "check": finding.check,
            "explanation": explain(finding, language),
            "arithmetic": arithmetic(finding, language),
            "values": joined(" · ", (said(known[one], language) for one in finding.claim_ids if one in known)),
            "claim_ids": " ".join(finding.claim_ids),
        }
        for finding in told
    ]
    return table_of(rows, COLUMNS, is_sample(frame))
