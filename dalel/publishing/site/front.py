"""The front page: what does not add up, what is told in several ways, what stands, and where nothing is known."""

from __future__ import annotations

from typing import Any

from dalel.publishing import gate, names, prose
from dalel.publishing.site.dataset import dataset
from dalel.publishing.site.edition import Edition, provinces
from dalel.publishing.site.stories import Stories
from dalel.publishing.wording import when, word

SHOWN = 4  # stories of a kind; the rest are a click away
# where a region's tile stands, column and row, roughly as on a map
TILES = {
    "KZ-59": (5, 1), "KZ-39": (3, 2), "KZ-11": (4, 2), "KZ-71": (5, 2), "KZ-55": (6, 2), "KZ-27": (1, 3),
    "KZ-15": (2, 3), "KZ-62": (4, 3), "KZ-35": (5, 3), "KZ-10": (6, 3), "KZ-63": (7, 3), "KZ-23": (1, 4),
    "KZ-47": (2, 4), "KZ-43": (3, 4), "KZ-61": (4, 4), "KZ-31": (5, 4), "KZ-19": (6, 4), "KZ-33": (7, 4),
    "KZ-79": (4, 5), "KZ-75": (6, 5),
}  # fmt: skip


def context(edition: Edition, language: str) -> dict[str, Any]:
    """What the template of the front page is given."""
    found = Stories(edition=edition, frame=edition.frame, language=language)
    silent = [code for code in provinces() if not len(edition.of_region(code))]
    return {
        "title": f"dalel: {said_of(language, 'tagline')}",
        "description": said_of(language, "description", about=said_of(language, "about_all")),
        "collected": collected(edition, language),
        "wrong": found.wrong,
        "differ": found.differ,
        "stands": found.holds,
        "shown": SHOWN,
        "tiles": [_tile(edition, code, language) for code in sorted(TILES, key=lambda code: TILES[code][::-1])],
        "silent": prose.listed(names.region(code, language) for code in silent),
        "searches": sum(search.found == 0 for search in edition.searches),
        "asked": bool(edition.searches),
        "bar": bar(edition, language),
        "verified": int((edition.frame["verdict"] == "verified").sum()),
        "topics": [
            {"id": topic, "name": names.indicator(topic, language), "count": len(edition.of_topic(topic))}
            for topic in edition.topics
        ],
        "jsonld": dataset(edition, edition.frame, "all", language),
    }


def said_of(language: str, key: str, **given: object) -> str:
    """One of the words that stand at the head of words/site/<language>.toml."""
    return str(prose.says(language)[key]).format(**given)


def collected(edition: Edition, language: str) -> str:
    """How much was collected, and up to which day."""
    frame = edition.frame
    counts = {"pages": len(edition.evidence.documents), "claims": len(frame), "outlets": frame["outlet"].nunique()}
    return said_of(language, "collected", day=when(edition.last_day or None, language), **counts)


def bar(edition: Edition, language: str) -> list[dict[str, Any]]:
    """How many claims have each verdict that occurs: code, name, mark, count, percent of all."""
    counts = edition.frame["verdict"].value_counts()
    return [
        {
            "code": verdict,
            "name": word("verdicts", verdict, language),
            "mark": gate.MARKS[verdict],
            "count": int(counts.get(verdict, 0)),
            "percent": round(100 * int(counts.get(verdict, 0)) / max(1, len(edition.frame)), 2),
        }
        for verdict in gate.LEVELS
        if counts.get(verdict, 0)
    ]


def _tile(edition: Edition, code: str, language: str) -> dict[str, Any]:
    frame = edition.of_region(code)
    return {
        "code": code,
        "name": names.region(code, language),
        "count": len(frame),
        "wrong": bool((frame["verdict"] == "contradicted").any()),
        "column": TILES[code][0],
        "row": TILES[code][1],
    }
