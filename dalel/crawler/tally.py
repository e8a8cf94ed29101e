"""Counts what comes of each page while a crawl runs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime

from dalel import clock
from dalel.crawler.reports import CollectOptions, CollectReport, SourceReport
from dalel.errors import SiteChanged
from dalel.records import Problem, Search
from dalel.sources import Source


@dataclass
class Tally:
    """The running count of one source."""

    source: Source
    counts: Counter[str] = field(default_factory=Counter)  # fetched | unchanged | refused | failed
    problems: list[Problem] = field(default_factory=list)
    planned: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)  # of feeds, sitemaps, listings
    searches: dict[str, Search] = field(default_factory=dict)  # by the address it begins at

    def failed(self, url: str, reason: str) -> None:
        """A page that could not be had."""
        self.counts["failed"] += 1
        self.report(url, reason)

    def refused(self, url: str) -> None:
        """A page that robots.txt forbids."""
        self.counts["refused"] += 1
        self.report(url, "robots.txt forbids it; it was not fetched")

    def trouble(self, url: str, reason: str) -> None:
        """A way in that did not work."""
        self.troubles.append(f"{url}: {reason}")
        self.report(url, reason)

    def searched(self, start: str, query: str, address: str) -> None:
        """A search that was asked; until it answers, what it finds is not known."""
        now = clock.second()
        self.searches[start] = Search(source=self.source.id, query=query, address=address, at=now, found=None)

    def found_by(self, start: str, articles: int) -> None:
        """What one page of a search brought."""
        search = self.searches[start]
        self.searches[start] = replace(search, found=(search.found or 0) + articles)

    def report(self, subject: str, reason: str) -> None:
        self.problems.append(Problem(stage="collect", subject=subject, reason=reason))

    @property
    def had(self) -> int:
        return self.counts["fetched"] + self.counts["unchanged"] + len(self.planned)

    def too_few(self, options: CollectOptions) -> SiteChanged | None:
        """Why the yield says that the site has changed; None where it does not. A narrowed crawl cannot tell."""
        wanted = min(self.source.at_least, options.limit) if options.limit else self.source.at_least
        if options.narrowed or self.had >= wanted:
            return None
        first = f"; first trouble: {self.troubles[0]}" if self.troubles else ""
        told = f"{self.source.id} yielded {self.had} pages, at least {wanted} were expected{first}"
        ways = (*self.source.feeds, *self.source.sitemaps, *self.source.listings, *self.source.apis)
        cure = "look at it and mend feeds, sitemaps, listings, apis or `article` in scrapers/"
        return SiteChanged(self.source.id, "yield", told, next(iter(ways), None), cure)

    def finished(self, poor: SiteChanged | None) -> SourceReport:
        """The report; `poor` is why the yield is too small."""
        told = [Problem(stage="collect", subject=self.source.id, reason=str(poor))] if poor else []
        return SourceReport(
            source=self.source.id,
            fetched=self.counts["fetched"],
            unchanged=self.counts["unchanged"],
            refused=self.counts["refused"],
            failed=self.counts["failed"],
            expected=self.source.at_least,
            too_few=poor is not None,
            problems=(*told, *self.problems),
            would_fetch=tuple(self.planned),
        )


def summary(tallies: list[Tally], options: CollectOptions, began: datetime, interrupted: bool) -> CollectReport:
    """The report over all sources; an interrupted crawl says nothing of their yield."""
    reports = tuple(tally.finished(None if interrupted else tally.too_few(options)) for tally in tallies)
    searches = tuple(search for tally in tallies for search in tally.searches.values())
    return CollectReport(sources=reports, searches=searches, began=began, interrupted=interrupted)
