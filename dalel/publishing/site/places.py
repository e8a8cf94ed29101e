"""The page of a region or a topic: findings first, then charts, promises, sources side by side, gaps."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dalel.publishing import names, prose, tables
from dalel.publishing.rendering import view as shown
from dalel.publishing.site import drawn, feeds
from dalel.publishing.site.dataset import dataset
from dalel.publishing.site.edition import LEVEL, Edition, provinces
from dalel.publishing.site.front import said_of
from dalel.publishing.site.stories import Stories
from dalel.regions import COUNTRY, load_regions

STORIES, ROWS = 6, 12  # of a kind, on the page; the rest are in the tables of all figures
PASSPORTS = "passports"


def region(edition: Edition, code: str, language: str) -> dict[str, Any]:
    """What the template is given for a region; "KZ" is the country with all its regions."""
    given = _place(edition, code, edition.of_region(code), names.region(code, language), language)
    carved = [one.code for one in load_regions().values() if one.carved_from == code and one.since]
    missing = [topic for topic in edition.topics if not len(tables.select(edition.of_region(code), topic=topic))]
    return given | {
        "borders": prose.listed(names.region(one, language) for one in carved),
        "missing": prose.listed(names.indicator(topic, language) for topic in missing),
        "numbers": "numbers" if code == "KZ" else f"region-{code}-numbers",
        "notebook_region": code,
        "neighbours": [],
    }


def topic(edition: Edition, topic_id: str, language: str) -> dict[str, Any]:
    """What the template is given for a topic."""
    frame = edition.of_topic(topic_id)
    given = _place(edition, topic_id, frame, names.indicator(topic_id, language), language)
    counts = frame["region"].value_counts()
    silent = [code for code in provinces() if not counts.get(code, 0)]
    regions = [
        {"code": code, "name": names.region(code, language), "count": int(counts[code])}
        for code in provinces()
        if counts.get(code, 0)
    ]
    return given | {
        "borders": "",
        "missing": "",
        "silent": prose.listed(names.region(code, language) for code in silent),
        "numbers": f"topic-{topic_id}-numbers",
        "notebook_region": "KZ",
        "neighbours": regions,
    }


def _place(edition: Edition, code: str, frame: pd.DataFrame, name: str, language: str) -> dict[str, Any]:
    found = Stories(edition=edition, frame=frame, language=language, here=code)
    first = found.wrong[:1] or found.holds[:1] or found.caveats[:1]
    headline = f"{name}. {first[0].sentence}" if first else prose.says(language)["place"]["title"].format(name=name)
    charts = drawn.of_place(edition, code, frame, language) if len(frame) else []
    announced = tables.announced(frame, language, LEVEL)
    return {
        "title": headline,
        "name": name,
        "code": code,
        "description": said_of(language, "description", about=name),
        "found": len(frame),
        "lead": found.lead,
        "stories": [
            {"id": "wrong", "title": prose.says(language)["place"]["wrong"], "stories": found.wrong},
            {"id": "differ", "title": prose.says(language)["front"]["differ"], "stories": found.differ},
            {"id": "stands", "title": prose.says(language)["place"]["stands"], "stories": found.holds},
            {"id": "caveats", "title": prose.says(language)["place"]["caveats"], "stories": found.caveats},
        ],
        "charts": [drawn.view(name, chart) for name, chart in charts],
        "drawn": charts,
        "limit": STORIES,
        "announced": shown(announced.head(ROWS), language, PASSPORTS),
        "announced_left": max(0, len(announced) - ROWS),
        "undated": int(frame["as_of"].isna().sum()),
        "silent": "",
        "pages": shown(_pages(edition, frame, language).head(ROWS), language, PASSPORTS),
        "pages_left": max(0, frame["document_id"].nunique() - ROWS),
        "jsonld": dataset(edition, frame, code, language),
        "news_feed": _feed(edition, code, language),
    }


def _feed(edition: Edition, code: str, language: str) -> str:
    """The feed of a region's or topic's news; "" where nobody watches."""
    region, topic = (code, "") if code in (COUNTRY, *provinces()) else (COUNTRY, code)
    there = edition.watched.last is not None and (region, topic) in feeds.chosen(edition)
    return feeds.address(region, topic, language) if there else ""


def _pages(edition: Edition, frame: pd.DataFrame, language: str) -> pd.DataFrame:
    """The pages behind the claims: outlet, headline as printed, day, how many claims, address."""
    found = tables.pages(edition.evidence, frame, language)[["outlet", "title", "published", "claims", "url"]]
    return found.assign(title=[f"«{title}»" for title in found["title"]])
