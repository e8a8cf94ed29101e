"""A table of claims that reads like a sentence: what, how much, where, when, who said it, where it stands."""

from __future__ import annotations

import pandas as pd

from dalel.marking import marked as highlighted
from dalel.publishing import gate, names
from dalel.publishing.linked import Linked
from dalel.publishing.tables.joining import Row, is_sample, rows, table_of
from dalel.publishing.wording import GAP, amount, brief, when, word


def claims_table(frame: pd.DataFrame, language: str, level: str = "contradicted") -> pd.DataFrame:
    """One row a claim, for reading. In: the frame of `joined`. Out, all columns text:

    amount (value with unit and modality, or why it is withheld); what (kind of value, and what is counted as printed);
    where (region with the borders meant, and place); when; who (the speaker); status; quote (the sentence in its own
    script, the expression in ⟦…⟧); verdict (with its mark); published_by (outlet and day); claim_id. Sorted by region,
    indicator, date and claim id.
    """
    gated = gate.at_level(frame, level, language)
    order = {code: place for place, code in enumerate(names.region_order())}
    ordered = sorted(
        rows(gated),
        key=lambda row: (
            order.get(row["region"], len(order)),
            *(str(row[name] or "") for name in ("region", "indicator", "as_of", "claim_id")),
        ),
    )
    shown = [_row(row, language) for row in ordered]
    return table_of(shown, COLUMNS, is_sample(frame))


COLUMNS = ("amount", "what", "where", "when", "who", "status", "quote", "verdict", "published_by", "claim_id")


def _row(row: Row, language: str) -> dict[str, str]:
    return {
        "claim_id": row["claim_id"],
        "amount": said(row, language),
        "what": what(row, language),
        "where": where(row, language),
        "when": when(row["as_of"], language),
        "status": word("statuses", row["status"], language),
        "who": row["speaker"] or "—",
        "verdict": marked(row["verdict"], language),
        "published_by": published_by(row, language),
        "quote": quoted(row),
    }


def said(row: Row, language: str, short: bool = False) -> Linked:
    """The value of a row, leading to its passport; where the gate has blanked it, the reason."""
    if row.get("withheld") or row["value"] is None:
        return Linked((str(row.get("withheld") or ""), row["claim_id"]))
    write = brief if short else amount
    return Linked((write(row["value"], row["value_max"], row["unit"], row["modality"], language), row["claim_id"]))


def what(row: Row, language: str) -> str:
    """What is counted, in the words of the page, else the kind of value in the reader's language."""
    named = word("measures", row["measure"], language)
    return f"{named}: {row['counted']}" if row["counted"] else named


def where(row: Row, language: str) -> str:
    """Region with the borders meant, and the place in it where one is named."""
    region = names.region(row["region"], language, row["borders"])
    return f"{region}, {row['place']}" if row["place"] else region


def marked(verdict: str, language: str) -> str:
    """A verdict with its mark: "✓ verified"; a contradicted value is never without it."""
    return f"{gate.MARKS[verdict]}{GAP}{word('verdicts', verdict, language)}"


def published_by(row: Row, language: str) -> str:
    """Outlet and day of publication."""
    return f"{row['outlet'] or '—'}, {when(row['published'], language)}"


def quoted(row: Row) -> str:
    """The sentence in its own script with the expression in ⟦…⟧; "" where the gate has blanked it."""
    return highlighted(row["sentence"], row["quote"], row["start"] - row["sentence_start"])
