"""What was announced beside what was delivered, never subtracted: the two seldom count the same thing."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dalel.publishing import gate, names
from dalel.publishing.linked import Linked, filled, joined
from dalel.publishing.tables.joining import Row, bodies, grouped, identifiers, is_sample, rows, table_of
from dalel.publishing.tables.sentences import said
from dalel.publishing.wording import GAP, when, word
from dalel.vocabulary import MEASURES

STEPS = ("announced", "contracted", "delivered")
MONEY = ("budget_planned", "budget_allocated", "budget_spent", "contract_sum", "cost")
_BY_STATUS = {
    "needed": "announced", "planned": "announced", "contracted": "contracted", "in_progress": "contracted",
}  # fmt: skip


def announced(frame: pd.DataFrame, language: str, level: str = "contradicted") -> pd.DataFrame:
    """In: the frame of `joined`. Out: one row a topic, kind of value, unit and region (in the same borders) of which
    something was announced or contracted.

    Columns: topic, measure ("money" is one kind, whether planned, allocated or spent), where, then announced,
    contracted (or allocated) and delivered: every different value with its mark, what is counted, status and date,
    joined by "; ", "—" where nothing is stated; claim_ids.
    """
    found = []
    for key, about in steps(frame, level, language).items():
        topic, kind, _, region, borders = key
        cells = {step: [row for row in about if row["step"] == step] for step in STEPS}
        if cells["announced"] or cells["contracted"]:
            found.append(
                {
                    "topic": names.indicator(topic, language),
                    "measure": word("measures", kind, language),
                    "where": names.region(region, language, borders or None),
                    **{step: _cell(members, language) or "—" for step, members in cells.items()},
                    "claim_ids": identifiers(about),
                }
            )
    return table_of(found, ["topic", "measure", "where", *STEPS, "claim_ids"], is_sample(frame))


def steps(frame: pd.DataFrame, level: str, language: str) -> dict[tuple[str, ...], list[Row]]:
    """Rows of the gated frame that belong to an indicator, with `kind` and `step` added, grouped by topic, kind, unit,
    region and borders. Suspicions (alleged) are no step of a delivery and are left out.
    """
    chosen = bodies(frame)
    gated = gate.at_level(chosen[chosen["topic"].notna() & (chosen["status"] != "alleged")], level, language)
    added = [
        row | {"kind": "money" if row["measure"] in MONEY else row["measure"], "step": step_of(row)}
        for row in rows(gated)
        if row["indicator"]
    ]
    return grouped(added, "topic", "kind", "unit", "region", "borders")


def step_by_claim(frame: pd.DataFrame) -> dict[str, str]:
    """Claim id -> step, of the claims about something that was announced or contracted."""
    return {
        row["claim_id"]: row["step"]
        for about in steps(frame, "rejected", "en").values()
        if any(row["step"] != "delivered" for row in about)
        for row in about
    }


def step_of(row: Row) -> str:
    """announced, contracted or delivered: by the status of the claim, else by its measure."""
    return _BY_STATUS.get(row["status"]) or MEASURES[row["measure"]].step or "delivered"


def _cell(members: Sequence[Row], language: str) -> Linked:
    ordered = sorted(members, key=lambda row: (row["as_of"] is None, row["as_of"] or "", row["claim_id"]))
    marked = (
        filled("{mark}{value}", mark=gate.MARKS[row["verdict"]] + GAP, value=_value(row, language)) for row in ordered
    )
    return joined("; ", dict.fromkeys(marked))


def _value(row: Row, language: str) -> Linked:
    if row["withheld"]:
        return said(row, language)
    about = ", ".join((word("statuses", row["status"], language), when(row["as_of"], language)))
    return filled("{value} ({about})", value=said(row, language), about=about)
