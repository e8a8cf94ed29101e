"""What was collected, from whom, and what could not be used."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from dalel import store
from dalel.publishing.evidence import Evidence
from dalel.publishing.tables.joining import table_of
from dalel.publishing.wording import word
from dalel.records import Problem

COLUMNS = ("source", "language", "script", "collected", "read", "failed", "claims", "first", "last")


def sources(evidence: Evidence, language: str) -> pd.DataFrame:
    """Out: one row a source, language and script: source, language, script (as words; "—" for pages that could not be
    read), collected, read, failed, claims (ints), first and last (days of collection, ISO). Sorted.
    """
    documents = {document.document_id: document for document in evidence.documents}
    claims = Counter(claim.document_id for claim in evidence.claims)
    groups: dict[tuple[str, str, str], list[str]] = {}
    days: dict[tuple[str, str, str], list[str]] = {}
    for capture in evidence.captures:
        page = documents.get(capture.capture_id)
        named = (word("languages", page.language, language), word("scripts", page.script, language)) if page else None
        key = (capture.source, *(named or ("—", "—")))
        groups.setdefault(key, []).append(capture.capture_id)
        days.setdefault(key, []).append(capture.captured_at.date().isoformat())
    rows = [
        {
            "source": key[0],
            "language": key[1],
            "script": key[2],
            "collected": len(members),
            "read": sum(member in documents for member in members),
            "failed": sum(member not in documents for member in members),
            "claims": sum(claims[member] for member in members),
            "first": min(days[key]),
            "last": max(days[key]),
        }
        for key, members in sorted(groups.items())
    ]
    return table_of(rows, COLUMNS, evidence.sample)


def problems(evidence: Evidence) -> pd.DataFrame:
    """What could not be used: stage, subject (page, file or claim), reason; sorted."""
    ordered = sorted(evidence.problems, key=lambda problem: (problem.stage, problem.subject, problem.reason))
    table = store.frame(ordered, Problem)
    table.attrs["sample"] = evidence.sample
    return table
