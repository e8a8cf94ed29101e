"""The page of promises, and what happened to them, day by day, for others to list."""

from __future__ import annotations

import json
from typing import Any

from dalel.publishing import promised, tables
from dalel.publishing.rendering import view as shown
from dalel.publishing.site.edition import Edition
from dalel.publishing.site.front import said_of
from dalel.publishing.wording import when

CHANGES = "promises.json"
PASSPORTS = "passports"
ROWS = 100  # of one state, on the page; the rest are in the notebook


def context(edition: Edition, language: str) -> dict[str, Any]:
    """What the template of the page is given: a table for each state that occurs, in the order of STATES."""
    words = promised.words(language)
    sections = []
    for state, count in promised.counted(edition.promises):
        lines = [line for line in edition.promises if line.state == state][:ROWS]
        table = tables.promises_table(lines, edition.known, language).drop(columns="state")
        sections.append(
            {
                "id": state,
                "title": words["states"][state],
                "count": count,
                "view": shown(table, language, PASSPORTS),
                "left": words["left"].format(count=count - len(lines)) if count > len(lines) else "",
            }
        )
    today = max((line.today.isoformat() for line in edition.promises), default=edition.last_day)
    return {
        "title": words["page_title"],
        "description": said_of(language, "description", about=said_of(language, "about_all")),
        "lead": words["lead"].format(today=when(today or None, language)),
        "counted": words["count"].format(count=len(edition.promises)),
        "method": words["method"],
        "none": words["none"],
        "sections": sections,
    }


def changes(edition: Edition) -> bytes:
    """Every day on which something is known to have happened to a promise, as JSON: the order of days, then of ids."""
    entries = [entry for line in edition.promises for entry in promised.events(line)]
    ordered = sorted(entries, key=lambda entry: (entry["day"], entry["promise_id"], entry["event"]))
    return (json.dumps(ordered, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
