"""All figures of a view as one table that can be searched, sorted and filtered, and read without any of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from dalel.publishing import gate, names, prose
from dalel.publishing.site.edition import LEVEL, Edition
from dalel.publishing.site.front import said_of
from dalel.publishing.tables.joining import Row, rows
from dalel.publishing.tables.sentences import said
from dalel.publishing.wording import when, word, words

COLUMNS = ("amount", "what", "where", "when", "status", "verdict", "published_by")


def context(edition: Edition, view: str, frame: pd.DataFrame, language: str) -> dict[str, Any]:
    """What the template is given. In: the rows of `view` ("all", a region's code or a topic's id)."""
    name = title(view, language)
    gated = rows(gate.at_level(frame, LEVEL, language))
    order = {code: place for place, code in enumerate(names.region_order())}
    gated.sort(key=lambda row: (order.get(row["region"] or "", len(order)), row["indicator"] or "~", row["claim_id"]))
    return {
        "title": said_of(language, "numbers") if view == "all" else said_of(language, "numbers_of", name=name),
        "description": said_of(language, "description", about=name),
        "view": view,
        "back": None if view == "all" else back(view),
        "name": name,
        "titles": [words(language)["columns"][column] for column in COLUMNS],
        "rows": [_row(row, language) for row in gated],
        "filters": _filters(gated, language),
    }


def title(view: str, language: str) -> str:
    """Name of a view: a region, a topic, or all there is."""
    if view == "all":
        return said_of(language, "about_all")
    return names.region(view, language) if view in names.region_order() else names.indicator(view, language)


def back(view: str) -> str:
    """Address of the page of a view, without language and ending."""
    return f"region-{view}" if view in names.region_order() else f"topic-{view}"


def _row(row: Row, language: str) -> dict[str, Any]:
    day = when(row["published"], language) if row["published"] else ""
    return {
        "value": "" if row["value"] is None else str(row["value"]),
        "day": (row["as_of"] or "")[:10],
        "topic": row["topic"] or "",
        "region": row["region"] or "",
        "status": row["status"] or "",
        "verdict": row["verdict"],
        "cells": [
            said(row, language),
            prose.what(row, language),
            prose.where(row, language),
            when(row["as_of"], language) if row["as_of"] else "",
            word("statuses", row["status"], language) if row["status"] else "",
            f"{gate.MARKS[row['verdict']]} {word('verdicts', row['verdict'], language)}",
            ", ".join(filter(None, (row["outlet"] or "—", day))),
        ],
    }


def _filters(found: list[dict[str, Any]], language: str) -> list[dict[str, Any]]:
    """A choice for each attribute that takes more than one value: id, title, and the values with their names."""
    regions = names.region_order()
    named: dict[str, Callable[[str], str]] = {
        "topic": lambda code: names.indicator(code, language),
        "region": lambda code: names.region(code, language),
        "status": lambda code: word("statuses", code, language),
        "verdict": lambda code: word("verdicts", code, language),
    }
    order = {"region": regions, "status": list(words(language)["statuses"]), "verdict": list(gate.LEVELS)}
    filters = []
    for name, write in named.items():
        codes = sorted({row[name] for row in found if row[name]})
        listed = [code for code in order.get(name, codes) if code in codes]
        listed += [code for code in codes if code not in listed]
        if len(listed) > 1:
            options = [{"code": code, "name": write(code)} for code in listed]
            filters.append({"id": name, "title": prose.says(language)["numbers_page"][name], "options": options})
    return filters
