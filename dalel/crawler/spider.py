"""The one spider: start points -> listings, feeds, sitemaps, answers -> pages of all sources of a job."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import scrapy
from scrapy.http import Request, Response
from twisted.python.failure import Failure

from dalel.crawler import feeds, listings, outcomes, sitemaps
from dalel.crawler.addresses import host_of, normalise
from dalel.crawler.found import Found, Link
from dalel.crawler.job import Job
from dalel.crawler.listings import PAGE
from dalel.crawler.recorder import Recorder
from dalel.crawler.tally import Tally

MAX_PAGING = 1000  # pages of one listing: more is paging without end
Sink = Callable[[str, str], None]


class NewsSpider(scrapy.Spider):
    """Follows each source's ways in and asks for every article address once.

    Request.meta carries `source` (its id), `role` (what the answer is), for paged start points `template`, `number`.
    """

    name = "dalel"

    def __init__(self, job: Job, recorder: Recorder, tell: Sink, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.job = job
        self.recorder = recorder
        self.tell = tell
        self.ended = "interrupted"
        self.closed_hosts: dict[str, str] = {}  # hosts that asked to be left alone, and the reason in words
        self.tallies = {source.id: Tally(source) for source in job.sources}
        self._articles = {source.id: re.compile(source.article) for source in job.sources}
        self._seen: dict[str, set[int]] = {source.id: set() for source in job.sources}
        self._asked: dict[str, int] = dict.fromkeys(self.tallies, 0)

    def closed(self, reason: str) -> None:
        """Scrapy says why the crawl ended: "finished" when there was nothing left to do."""
        self.ended = reason

    async def start(self) -> AsyncIterator[Request]:
        for source in self.job.sources:
            ways = (
                ("feed", source.feeds),
                ("sitemap", source.sitemaps),
                ("listing", source.listings),
                ("api", source.apis),
            )
            for role, addresses in ways:
                for address in addresses:
                    yield self._way_in(source.id, role, address, 1)

    def source_of(self, url: str) -> str:
        """The first source with this address's host; the first of all where none has it."""
        return next((name for name in self.tallies if self.is_home(name, url)), next(iter(self.tallies)))

    def _way_in(self, source: str, role: str, address: str, number: int) -> Request:
        url = address.replace(PAGE, str(number))
        meta = {"source": source, "role": role, "number": number}
        if PAGE in address:
            meta["template"] = address
        return Request(url, self.read_way_in, errback=self.lost, meta=meta, priority=10 - min(number, 9))

    def read_way_in(self, response: Response) -> Iterator[Request]:
        """Reads a feed, sitemap, listing or answer and asks for what it leads to."""
        source, role, number = (response.meta[key] for key in ("source", "role", "number"))
        tally = self.tallies[source]
        if trouble := outcomes.trouble(response):
            if number == 1:  # beyond the last page of a listing there is nothing to find
                tally.trouble(response.url, trouble)
            return
        found = _read(role, response)
        if found.trouble:
            tally.trouble(response.url, found.trouble)
        urls = [url for link in found.pages if (url := self._wanted(source, link, response.url))]
        yield from self._pages(source, urls)
        yield from self._further(response, found, bool(urls))

    def _further(self, response: Response, found: Found, fresh: bool) -> Iterator[Request]:
        """The sitemaps of an index; the next page of a listing, as long as this one brought something new."""
        source, role, number = (response.meta[key] for key in ("source", "role", "number"))
        if role == "sitemap":
            yield from self._follow(source, role, found.more, response.url, number)
        elif fresh and self._room(source):
            if number >= MAX_PAGING:
                self.tallies[source].trouble(response.url, f"stopped after {MAX_PAGING} pages of this listing")
            elif template := response.meta.get("template"):
                yield self._way_in(source, role, template, number + 1)
            else:
                yield from self._follow(source, role, found.more, response.url, number)

    def _follow(self, source: str, role: str, links: tuple[Link, ...], base: str, number: int) -> Iterator[Request]:
        for link in links:
            url = normalise(link.url, base)
            if url and number < MAX_PAGING and self.is_home(source, url):
                yield self._way_in(source, role, url, number + 1)

    def _wanted(self, source: str, link: Link, base: str) -> str | None:
        """The address of a page not met before that is to be fetched; None for all other links."""
        url = normalise(link.url, base)
        if url is None or not self._articles[source].search(url) or not self.is_home(source, url):
            return None
        if not self._in_time(link) or not self._room(source) or not self.claim(source, url):
            return None
        self._asked[source] += 1
        return url

    def claim(self, source: str, url: str) -> bool:
        """Whether nobody has asked for this page before; from now on somebody has."""
        if hash(url) in self._seen[source]:
            return False
        self._seen[source].add(hash(url))
        return True

    def _pages(self, source: str, urls: list[str]) -> Iterator[Request]:
        if self.job.options.dry_run:
            self.tallies[source].planned.extend(urls)
            return
        for url in urls:
            self.tell("found", source)
            meta = {"source": source, "role": "page"}
            yield Request(url, self.read_page, errback=self.lost, meta=meta, dont_filter=True)

    def read_page(self, response: Response) -> None:
        """Counts a page that was answered; it is archived already."""
        tally, source = self.tallies[response.meta["source"]], response.meta["source"]
        if trouble := outcomes.trouble(response):
            tally.failed(response.url, trouble)
        else:
            tally.counts["unchanged" if response.meta.get("unchanged") else "fetched"] += 1
        self.tell("done", source)

    def lost(self, failure: Failure) -> None:
        """Counts a request that got no answer, with the reason."""
        request: Request = failure.request  # type: ignore[attr-defined]
        tally, reason = self.tallies[request.meta["source"]], outcomes.lost(failure)
        if request.meta["role"] != "page":
            tally.trouble(request.url, reason)
            return
        if isinstance(failure.value, outcomes.ForbiddenByRobots):
            tally.refused(request.url)
        elif not isinstance(failure.value, outcomes.AlreadyKnown):
            tally.failed(request.url, reason)
        self.tell("done", request.meta["source"])

    def _room(self, source: str) -> bool:
        limit = self.job.options.limit
        return limit is None or self._asked[source] < limit

    def _in_time(self, link: Link) -> bool:
        since, until = self.job.options.since, self.job.options.until
        if link.dated is None:
            return True
        return (since is None or link.dated >= since) and (until is None or link.dated <= until)

    def is_home(self, source: str, url: str) -> bool:
        """Whether the address is on a host of the source."""
        host = host_of(url)
        return any(host in (home, f"www.{home}") for home in self.tallies[source].source.hosts)


def _read(role: str, response: Response) -> Found:
    if role == "feed":
        return feeds.read_feed(response.body)
    if role == "sitemap":
        return sitemaps.read_sitemap(response.body)
    if role == "api":
        return listings.read_answer(response.body, response.url)
    return listings.read_listing(response.body, getattr(response, "encoding", None))
