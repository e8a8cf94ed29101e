"""What a crawl is asked to do and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from dalel.records import Problem


@dataclass(frozen=True, kw_only=True, slots=True)
class CollectOptions:
    """How far a crawl goes."""

    since: date | None = None  # leaves out pages that a feed or sitemap dates earlier; undated pages are fetched
    until: date | None = None  # the same for later ones
    limit: int | None = None  # pages a source
    dry_run: bool = False  # follows feeds, sitemaps and listings, fetches no page, archives nothing
    through: str | None = None  # HTTP proxy that all requests go through
    addresses: tuple[str, ...] = ()  # only these pages; see `read_addresses`
    queries: tuple[str, ...] = ()  # only what the sources' own search finds for these words
    web_archive: str | None = None  # "https://web.archive.org": what it kept of the sources or of the addresses


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceReport:
    """What came of one source; every page that was found is counted exactly once."""

    source: str
    fetched: int = 0  # pages archived with status 200
    unchanged: int = 0  # pages that are as they were archived before: a revisit record
    refused: int = 0  # pages that robots.txt forbids
    failed: int = 0  # pages that could not be had; each has a Problem
    expected: int = 0  # pages the source says a crawl should yield
    would_fetch: tuple[str, ...] = ()  # of a dry run: addresses in the order they were found

    @property
    def found(self) -> int:
        return self.fetched + self.unchanged + self.refused + self.failed + len(self.would_fetch)


@dataclass(frozen=True, kw_only=True, slots=True)
class Search:
    """What a source's own search found: also nothing is a result."""

    source: str
    query: str
    address: str
    at: datetime  # UTC
    found: int | None  # articles, before `limit`; None where the search did not answer


@dataclass(frozen=True, kw_only=True, slots=True)
class CollectReport:
    """What came of a crawl."""

    sources: tuple[SourceReport, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    searches: tuple[Search, ...] = ()
    needs_a_person: bool = False  # a source yielded less than it should: it may have changed, or bars us
