"""The pages behind a set of claims."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from dalel.publishing.evidence import Evidence
from dalel.publishing.tables.joining import table_of
from dalel.publishing.wording import when, word

COLUMNS = ("outlet", "title", "published", "basis", "language", "script", "claims", "url")


def pages(evidence: Evidence, frame: pd.DataFrame, language: str) -> pd.DataFrame:
    """In: the run and claims of it (the frame of `joined`). Out: one row a page that holds such claims, by outlet:
    outlet, title, published (day or "undated"), basis (how the day is known), language, script, claims (int), url.
    """
    counts = Counter(frame["document_id"])
    chosen = [document for document in evidence.documents if counts[document.document_id]]
    rows = [
        {
            "outlet": document.outlet,
            "title": document.title or "—",
            "published": when(document.published.isoformat() if document.published else None, language),
            "basis": word("bases", document.published_basis, language),
            "language": word("languages", document.language, language),
            "script": word("scripts", document.script, language),
            "claims": counts[document.document_id],
            "url": document.url,
        }
        for document in sorted(chosen, key=lambda document: (document.outlet, document.url))
    ]
    return table_of(rows, COLUMNS, evidence.sample)
