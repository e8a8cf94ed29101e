"""How collecting went: what came of each source, what was searched for, whether the sites still are as declared."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import pandas as pd

from dalel.publishing.tables.joining import table_of
from dalel.publishing.wording import label, when, word, words
from dalel.records import Crawl, Landmark, Search

CRAWLS = ("source", "crawled", "fetched", "unchanged", "refused", "not_had", "expected", "outcome", "crawls")
SEARCHES = ("source", "query", "searched", "hits", "url")
PARTS = ("title", "published", "body")
LANDMARKS = ("source", "part", "selector", "seen_on", "found_on", "state", "example")


def crawls(found: Sequence[Crawl], language: str, sample: bool = False) -> pd.DataFrame:
    """One row a source: its last collection. Out: source, crawled (UTC, minute), fetched, unchanged, refused, not_had,
    expected (ints, pages), outcome (in words), crawls (int, how often it was collected); sorted by source.
    """
    last: dict[str, Crawl] = {}
    for crawl in sorted(found, key=lambda crawl: crawl.began):
        last[crawl.source] = crawl
    rows = [
        {
            "source": source,
            "crawled": _minute(crawl.began),
            "fetched": crawl.fetched,
            "unchanged": crawl.unchanged,
            "refused": crawl.refused,
            "not_had": crawl.failed,
            "expected": crawl.expected,
            "outcome": _outcome(crawl, language),
            "crawls": sum(one.source == source for one in found),
        }
        for source, crawl in sorted(last.items())
    ]
    return table_of(rows, CRAWLS, sample)


def searches(found: Sequence[Search], language: str, sample: bool = False) -> pd.DataFrame:
    """One row a search, the latest first: source, query, searched (UTC, minute), hits (int as text, 0 too; or that it
    did not answer), url.
    """
    ordered = sorted(found, key=lambda one: (-one.at.timestamp(), one.source, one.query, one.address))
    rows = [
        {
            "source": one.source,
            "query": one.query,
            "searched": _minute(one.at),
            "hits": label("no_answer", language) if one.found is None else str(one.found),
            "url": one.address,
        }
        for one in ordered
    ]
    return table_of(rows, SEARCHES, sample)


def landmarks(found: Sequence[Landmark], language: str, sample: bool = False) -> pd.DataFrame:
    """One row a source and part of its pages, those that failed first: source, part, selector, seen_on and found_on
    (ints, pages), state (in words), example ("—" where no page is without it).
    """
    rows = [
        {
            "source": one.source,
            "part": word("landmarks", one.part, language),
            "selector": one.selector or label("by_readers", language),
            "seen_on": one.pages,
            "found_on": one.pages - one.missed,
            "state": _state(one, language),
            "example": one.example or "—",
        }
        for one in sorted(found, key=lambda one: (not one.changed, one.source, PARTS.index(one.part), one.selector))
    ]
    return table_of(rows, LANDMARKS, sample)


def _outcome(crawl: Crawl, language: str) -> str:
    if crawl.ended == "finished" and not crawl.too_few and crawl.asked:
        return label("crawl_narrowed", language, asked=crawl.asked)
    return word("crawls", "too_few" if crawl.too_few else crawl.ended, language)


def _state(one: Landmark, language: str) -> str:
    if one.changed:
        return str(words(language)["landmarks"]["changed"]).format(date=when(one.since.isoformat(), language))
    return word("landmarks", "some" if one.missed else "holds", language)


def _minute(at: datetime) -> str:
    return at.strftime("%Y-%m-%d %H:%M")
