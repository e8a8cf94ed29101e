"""How far a crawl goes, and what it looks for. On the ground floor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dalel.errors import InvalidValue
from dalel.regions import find_region
from dalel.topics import Topic, find_topic

LANGUAGES = ("kk", "ru", "en")


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """Days of publication as listed, pages a source; and what a crawl takes instead of a source's own lists.

    InvalidValue where one of them would silently undo another.
    """

    since: date | None = None
    until: date | None = None
    limit: int | None = None
    addresses: tuple[str, ...] = ()  # only these pages
    queries: tuple[str, ...] = ()  # only what the sources' own search finds for these words
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # the same, by language of the source
    web_archive: str | None = None  # what this web archive kept of the sources or the addresses

    def __post_init__(self) -> None:
        if self.since and self.until and self.since > self.until:
            raise InvalidValue(f"--since {self.since} is after --until {self.until}; no page can be of such a day")
        searching = bool(self.queries or self.words)
        if searching and self.addresses:
            raise InvalidValue("--list takes its addresses and nothing else; leave out --topic, --region and --query")
        if searching and self.web_archive:
            raise InvalidValue("a web archive has no search; leave out --topic, --region and --query, or --web-archive")


def search_words(topics: Mapping[str, Topic], topic: str, region: str) -> dict[str, tuple[str, ...]]:
    """What to look for on sites of each language: a topic's `queries`, each with the region's name; or that alone.

    UnknownName with the nearest.
    """
    queries = find_topic(topics, topic).queries if topic else {}
    names = find_region(region).names if region else {}
    if not (queries or names):
        return {}
    return {
        language: tuple(f"{query} {names.get(language, '')}".strip() for query in queries.get(language, ("",)))
        for language in LANGUAGES
    }


def strict(topics: Mapping[str, Topic], region: str, topic: str) -> tuple[str, str]:
    """A region's code from any spelling of it, and a topic's id ("" for all). UnknownName with the nearest."""
    return find_region(region).code, find_topic(topics, topic).id if topic else ""
