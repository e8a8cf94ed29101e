"""How it is made, how exactly it reads, how to dispute a figure; and the data with its columns."""

from __future__ import annotations

import json
from typing import Any

from dalel import paths
from dalel.publishing import gate, names
from dalel.publishing.frames import COLUMNS
from dalel.publishing.site.dataset import dataset
from dalel.publishing.site.edition import Edition, provinces
from dalel.publishing.site.explorer import title
from dalel.publishing.site.front import collected, said_of
from dalel.publishing.wording import word

FLOORS = ("quantities", "claims", "checks", "origins", "readers")
KINDS = ("csv", "xlsx", "parquet")


def methods(edition: Edition, language: str) -> dict[str, Any]:
    """What the template of the methods page is given."""
    return {
        "title": str(_methods(language)["title"]),
        "description": said_of(language, "description", about=said_of(language, "about_all")),
        "collected": collected(edition, language),
        "verdicts": [
            {"mark": gate.MARKS[one], "name": word("verdicts", one, language), "meaning": _methods(language)[one]}
            for one in gate.LEVELS
        ],
        "floors": _floors(),
        "rule": edition.evidence.rule,
    }


def data(edition: Edition, language: str) -> dict[str, Any]:
    """What the template of the data page is given: files of every view, and the columns."""
    views = ["all", *(code for code in provinces() if len(edition.of_region(code))), *edition.topics]
    counts = {view: _count(edition, view) for view in views}
    return {
        "title": said_of(language, "data"),
        "description": said_of(language, "description", about=said_of(language, "about_all")),
        "files": [{"view": view, "name": title(view, language), "count": counts[view]} for view in views],
        "kinds": KINDS,
        "columns": COLUMNS,
        "jsonld": dataset(edition, edition.frame, "all", language),
    }


def _count(edition: Edition, view: str) -> int:
    if view == "all":
        return len(edition.frame)
    return len(edition.of_region(view) if view in names.region_order() else edition.of_topic(view))


def _methods(language: str) -> Any:
    from dalel.publishing.prose import says

    return says(language)["methods_page"]


def _floors() -> list[dict[str, str]]:
    """Sets and the least that every version must reach on them; empty where dalel is installed without its tests."""
    found = []
    for name in FLOORS:
        path = paths.PROJECT / "tests" / "floors" / f"{name}.json"
        if path.is_file():
            held = json.loads(path.read_text("utf-8"))
            found += [
                {"set": f"{name}: {measure}", "floor": f"{float(value):.3f}"}
                for measure, value in sorted(held.items())
                if isinstance(value, int | float)
            ]
    return found
