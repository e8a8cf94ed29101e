"""How far a crawl goes, and what it looks for. On the ground floor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dalel.regions import find_region
from dalel.topics import find_topic, load_topics


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """Days of publication as listed, pages a source; and what a crawl takes instead of a source's own lists."""

    since: date | None = None
    until: date | None = None
    limit: int | None = None
    addresses: tuple[str, ...] = ()  # only these pages
    queries: tuple[str, ...] = ()  # only what the sources' own search finds for these words
    web_archive: str | None = None  # what this web archive kept of the sources or the addresses


def search_words(topic: str, region: str) -> tuple[str, ...]:
    """What to look for: a topic's titles in all languages, with the region's names. UnknownName with the nearest."""
    titles = find_topic(load_topics(), topic).titles if topic else dict.fromkeys(("kk", "ru", "en"), "")
    names = find_region(region).names if region else {}
    words = (f"{title} {names.get(language, '')}".strip() for language, title in titles.items())
    return tuple(dict.fromkeys(one for one in words if one))
