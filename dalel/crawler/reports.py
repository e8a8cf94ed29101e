"""What a crawl is asked to do and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from dalel.records import Crawl, Failure, Problem, Search
from dalel.sources import Source


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
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # the same, by language of the source
    web_archive: str | None = None  # "https://web.archive.org": what it kept of the sources or of the addresses

    @property
    def narrowed(self) -> bool:
        """Whether the yield says nothing of the source, since not all of its own lists were followed."""
        return any((self.since, self.until, self.addresses, self.searching, self.web_archive))

    @property
    def searching(self) -> bool:
        """Whether the sources' own search is asked, and not their lists."""
        return bool(self.queries or self.words)

    def queries_for(self, source: Source, language: str | None = None) -> list[str]:
        """What a search of this source is asked: given words, and those of its languages or of the one it is in."""
        own = [words for one in ([language] if language else source.languages) for words in self.words.get(one, ())]
        return list(dict.fromkeys((*self.queries, *own)))

    @property
    def asked(self) -> str:
        """What the crawl is narrowed to, in words."""
        told = {
            "since": self.since,
            "until": self.until,
            "at most": self.limit and f"{self.limit} pages a source",
            "listed addresses": len(self.addresses),
            "search": ", ".join(dict.fromkeys((*self.queries, *(word for own in self.words.values() for word in own)))),
            "from": self.web_archive,
        }
        return "; ".join(f"{name} {value}" for name, value in told.items() if value)


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceReport:
    """What came of one source; every page that was found is counted exactly once."""

    source: str
    fetched: int = 0  # pages archived with status 200
    unchanged: int = 0  # pages that are as they were archived before: a revisit record
    refused: int = 0  # pages that robots.txt forbids
    failed: int = 0  # pages that could not be had; each has a Problem
    expected: int = 0  # pages the source says a crawl should yield
    too_few: bool = False  # it yielded less: the site may have changed, or bars us
    problems: tuple[Problem, ...] = ()  # of its pages, its ways in, its yield
    would_fetch: tuple[str, ...] = ()  # of a dry run: addresses in the order they were found

    @property
    def found(self) -> int:
        return self.fetched + self.unchanged + self.refused + self.failed + len(self.would_fetch)


@dataclass(frozen=True, kw_only=True, slots=True)
class CollectReport:
    """What came of a crawl."""

    sources: tuple[SourceReport, ...] = ()
    set_aside: tuple[Problem, ...] = ()  # sources that were not asked
    searches: tuple[Search, ...] = ()
    began: datetime | None = None  # UTC
    interrupted: bool = False  # Ctrl-C: the next collection goes on from here

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Those of all sources, by source, then as they came up."""
        return (*(problem for line in self.sources for problem in line.problems), *self.set_aside)

    @property
    def needs_a_person(self) -> bool:
        """Whether a source yielded less than it should."""
        return any(line.too_few for line in self.sources)

    def failures(self) -> list[Failure]:
        """The problems for the logbook."""
        assert self.began is not None
        return [
            Failure(source=line.source, began=self.began, subject=problem.subject, reason=problem.reason)
            for line in self.sources
            for problem in line.problems
        ]

    def crawls(self, asked: str) -> list[Crawl]:
        """The same for the logbook, source by source; `asked` is `CollectOptions.asked`."""
        assert self.began is not None
        return [
            Crawl(
                source=line.source,
                began=self.began,
                ended="interrupted" if self.interrupted else "finished",
                asked=asked,
                fetched=line.fetched,
                unchanged=line.unchanged,
                refused=line.refused,
                failed=line.failed,
                expected=line.expected,
                too_few=line.too_few,
            )
            for line in self.sources
        ]
