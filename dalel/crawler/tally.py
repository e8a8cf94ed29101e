"""Counts what comes of each page while a crawl runs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from dalel.crawler.reports import CollectReport, Search, SourceReport
from dalel.records import Problem
from dalel.sources import Source


@dataclass
class Tally:
    """The running count of one source."""

    source: Source
    counts: Counter[str] = field(default_factory=Counter)  # fetched | unchanged | refused | failed
    problems: list[Problem] = field(default_factory=list)
    planned: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)  # of feeds, sitemaps, listings
    searches: dict[str, Search] = field(default_factory=dict)  # by query
    broken_off: str | None = None  # why the crawl ended before it was through

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

    def searched(self, query: str, address: str) -> None:
        """A search that was asked; until it answers, what it finds is not known."""
        now = datetime.now(UTC).replace(microsecond=0)
        self.searches[query] = Search(source=self.source.id, query=query, address=address, at=now, found=None)

    def found_by(self, query: str, articles: int) -> None:
        """What one page of a search brought."""
        search = self.searches[query]
        self.searches[query] = replace(search, found=(search.found or 0) + articles)

    def report(self, subject: str, reason: str) -> None:
        self.problems.append(Problem(stage="collect", subject=subject, reason=reason))

    @property
    def had(self) -> int:
        return self.counts["fetched"] + self.counts["unchanged"] + len(self.planned)

    def too_few(self, limit: int | None, narrowed: bool) -> str | None:
        """Why the yield says that the site has changed; None where it does not. A narrowed crawl cannot tell."""
        wanted = min(self.source.at_least, limit) if limit else self.source.at_least
        if self.broken_off or narrowed or self.had >= wanted:
            return None
        first = f"; first trouble: {self.troubles[0]}" if self.troubles else ""
        return (
            f"{self.source.id} yielded {self.had} pages, at least {wanted} were expected{first}; see whether the site "
            f"has changed and mend its feeds, sitemaps, listings or `article` in scrapers/"
        )

    def finished(self) -> SourceReport:
        return SourceReport(
            source=self.source.id,
            fetched=self.counts["fetched"],
            unchanged=self.counts["unchanged"],
            refused=self.counts["refused"],
            failed=self.counts["failed"],
            expected=self.source.at_least,
            would_fetch=tuple(self.planned),
        )


def summary(tallies: list[Tally], limit: int | None, narrowed: bool) -> CollectReport:
    """The report over all sources; problems sorted by source, then as they came up."""
    problems: list[Problem] = []
    poor = False
    for tally in tallies:
        if reason := tally.too_few(limit, narrowed):
            poor = True
            problems.append(Problem(stage="collect", subject=tally.source.id, reason=reason))
        if tally.broken_off:
            problems.append(Problem(stage="collect", subject=tally.source.id, reason=tally.broken_off))
        problems.extend(tally.problems)
    reports = tuple(tally.finished() for tally in tallies)
    searches = tuple(search for tally in tallies for search in tally.searches.values())
    return CollectReport(sources=reports, problems=tuple(problems), searches=searches, needs_a_person=poor)
