"""Promises with a deadline and what became of them, for readers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from dalel.publishing import promised
from dalel.publishing.tables.joining import Row, table_of
from dalel.publishing.tables.sentences import quoted, said, what, where
from dalel.publishing.wording import when
from dalel.records.promises import Followed

COLUMNS = ("promised", "what", "where", "who", "due", "said_on", "state", "why", "quote", "claim_ids", "promise_id")


def promises_table(
    lines: Sequence[Followed], known: Mapping[str, Row], language: str, sample: bool = False
) -> pd.DataFrame:
    """One row a promise, in the order given; `known` are the rows of `joined` by claim id. Out, all columns text:

    promised (the value), what, where, who (speaker, "—" where none is told), due (day, words, strict reading), said_on
    (day of the page), state, why (with every telling value), quote (the sentence, the number in ⟦…⟧), claim_ids (of the
    promise, then of the steps), promise_id.
    """
    return table_of([_row(line, known, language) for line in lines], COLUMNS, sample)


def _row(line: Followed, known: Mapping[str, Row], language: str) -> dict[str, str]:
    row = known[line.promise.claim_id]
    kind = promised.words(language)["kinds"][line.promise.kind]
    return {
        "promised": said(row, language),
        "what": f"{what(row, language)} ({kind})",
        "where": where(row, language),
        "who": row["speaker"] or "—",
        "due": promised.due(line, language),
        "said_on": when(line.promise.said.isoformat() if line.promise.said else None, language),
        "state": promised.words(language)["states"][line.state],
        "why": promised.why(line, known, language),
        "quote": quoted(row),
        "claim_ids": " ".join([line.promise.claim_id, *(step.claim_id for step in line.steps)]),
        "promise_id": line.promise.promise_id,
    }
