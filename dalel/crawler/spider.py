"""The one spider: start points -> listings, feeds, sitemaps, answers -> pages of all sources of a job."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from functools import partial
from typing import Any

import scrapy
from scrapy.http import Request, Response
from twisted.python.failure import Failure

from dalel import faults
from dalel.crawler import answers, outcomes, starting
from dalel.crawler.addresses import in_language, language_of, normalise
from dalel.crawler.choosing import Choice
from dalel.crawler.found import Found
from dalel.crawler.job import Job
from dalel.crawler.listings import is_numbered, numbered
from dalel.crawler.recorder import Recorder
from dalel.crawler.series import ROWS, Question, following, is_json, known_as, read_rows
from dalel.crawler.tally import Tally
from dalel.records import Problem
from dalel.sources import Source

MAX_CHAIN = 1000  # pages of one listing, sitemaps of one index: more is paging without end
Sink = Callable[[str, str], None]


class NewsSpider(scrapy.Spider):
    """Follows each source's ways in and asks for every article address once.

    Request.meta carries `source` (its id), `role` (what the answer is), for ways in `chain` (the start point they
    began at), `chain_length` (how many answers it has led to), `number` (of this page) and perhaps `template`.
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
        self.choice = Choice(job)
        self._met: dict[str, set[int]] = {}  # articles shown so far, by start point
        self._guard = faults.Guard(job.raw.parent / "faults.log")
        self._lengths: Counter[str] = Counter()  # answers asked for so far, by start point

    def closed(self, reason: str) -> None:
        """Scrapy says why the crawl ended: "finished" when there was nothing left to do."""
        self.ended = reason

    async def start(self) -> AsyncIterator[Request]:
        for source in self.job.sources:
            if source.ticket:
                meta = {"source": source.id, "role": "ticket"}
                yield Request(source.ticket, self.read_ticket, "POST", errback=self.without_ticket, meta=meta)
                continue
            for request in self._first(source):
                yield request

    def read_ticket(self, response: Response) -> Iterator[Request]:
        """Begins a source once its ticket is there; the cookie is kept by Scrapy."""
        tally = self.tallies[response.meta["source"]]
        if response.status >= 300:
            tally.trouble(response.url, f"the ticket is not given (status {response.status})")
        yield from self._first(tally.source)

    def without_ticket(self, failure: Failure) -> Iterator[Request]:
        """Begins a source whose ticket could not be had: what answers without one may still be had."""
        self.lost(failure)
        yield from self._first(self.tallies[failure.request.meta["source"]].source)  # type: ignore[attr-defined]

    def _first(self, source: Source) -> Iterator[Request]:
        if source.secret and not os.environ.get(source.secret):
            self.tallies[source.id].trouble(source.id, f"asks for a key: set {source.secret} in the environment")
        for start in starting.starts([source], self.job.options):
            if start.question is not None:
                yield from self._rows(start.source, start.question, start.address)
                continue
            if start.role == "page":
                if self.choice.take_anew(start.source, start.address):
                    yield from self._pages(start.source, [start.address])
                continue
            request = self._way_in(start.source, start.role, start.address, 1)
            if start.query is not None:
                request.meta["query"] = start.query
                self.tallies[start.source].searched(request.meta["chain"], start.query, request.url)
            yield request

    def _way_in(self, source: str, role: str, address: str, number: int, chain: str | None = None) -> Request:
        url, chain = numbered(address, number), chain or address
        self._lengths[chain] += 1
        meta = {"source": source, "role": role, "number": number, "chain": chain, "chain_length": self._lengths[chain]}
        if is_numbered(address):
            meta["template"] = address
        meta["language"] = language_of(url)  # Scrapy's filter and its responses know no fragments
        priority, twice = 10 - min(number, 9), bool(meta["language"])
        return Request(url, self.read_way_in, errback=self.lost, meta=meta, priority=priority, dont_filter=twice)

    def read_way_in(self, response: Response) -> Iterator[Request]:
        """Reads a feed, sitemap, listing or answer and asks for what it leads to."""
        source, role, number = (response.meta[key] for key in ("source", "role", "number"))
        tally = self.tallies[source]
        if trouble := outcomes.trouble(response):
            if number == 1:  # beyond the last page of a listing there is nothing to find
                tally.trouble(response.url, trouble)
            return
        reading = partial(answers.read, role, response, tally.source.item)
        found = self._guard.attempt("collect", response.url, reading)
        if isinstance(found, Problem):
            tally.trouble(response.url, found.reason)
            return
        if found.trouble:
            tally.trouble(response.url, found.trouble)
        named = (
            (self.choice.article(source, link, response.url, response.meta["language"]), link) for link in found.pages
        )
        articles = [(url, link) for url, link in named if url]
        if found.rows and not articles:
            tally.trouble(response.url, f"its {found.rows} items name no article; mend `item` or `article`")
        yield from self._pages(source, [url for url, link in articles if self.choice.take(source, url, link)])
        met = self._met.setdefault(response.meta["chain"], set())
        fresh = {hash(url) for url, _ in articles} - met
        met |= fresh
        if "query" in response.meta:
            tally.found_by(response.meta["chain"], len(fresh))
        yield from self._further(response, found, bool(fresh))

    def _further(self, response: Response, found: Found, fresh: bool) -> Iterator[Request]:
        """The sitemaps of an index; the next page of a listing, as long as this one shows what those before did not."""
        meta = response.meta
        tally = self.tallies[meta["source"]]
        if not (fresh or meta["role"] == "sitemap") or not self.choice.room(meta["source"]):
            return
        if meta["chain_length"] >= MAX_CHAIN:
            tally.trouble(response.url, f"stopped after {MAX_CHAIN} pages of this listing or sitemap")
        elif template := meta.get("template"):
            yield self._further_request(response, template)
        else:
            for link in found.more:
                url = normalise(link.url, response.url)
                if url and self.choice.is_home(meta["source"], url) and not self.choice.is_too_old(link):
                    yield self._further_request(response, in_language(url, meta["language"]))

    def _further_request(self, response: Response, address: str) -> Request:
        meta = response.meta
        request = self._way_in(meta["source"], meta["role"], address, meta["number"] + 1, meta["chain"])
        if "query" in meta:
            request.meta["query"] = meta["query"]
        return request

    def _pages(self, source: str, urls: list[str]) -> Iterator[Request]:
        if self.job.options.dry_run:
            self.tallies[source].planned.extend(urls)
            return
        for url in urls:
            self.tell("found", source)
            meta = {"source": source, "role": "page"}
            yield Request(url, self.read_page, errback=self.lost, meta=meta, dont_filter=True)

    def _rows(self, source: str, question: Question, chain: str) -> Iterator[Request]:
        """Asks for one page of data, unless it was asked for already."""
        address = known_as(question.address, question.body)
        if question.number > MAX_CHAIN or not self.choice.take_anew(source, address):
            return
        if self.job.options.dry_run:
            self.tallies[source].planned.append(address)
            return
        self.tell("found", source)
        yield Request(
            question.address,
            self.read_rows,
            "POST" if question.body else "GET",
            headers={"Content-Type": "application/json"} if question.body else None,
            body=question.body,
            errback=self.lost,
            meta={"source": source, "role": ROWS, "chain": chain, "question": question},
            dont_filter=True,
        )

    def read_rows(self, response: Response) -> Iterator[Request]:
        """Counts a page of data and asks for the next, until an answer has no rows or only some that were there."""
        source, chain, question = (response.meta[key] for key in ("source", "chain", "question"))
        if outcomes.trouble(response) or not is_json(response.body):
            self.read_page(response)
            return
        rows = self._guard.attempt("collect", response.url, partial(read_rows, response.body))
        if isinstance(rows, Problem):
            self.tallies[source].failed(response.url, rows.reason)
            return
        if rows.trouble or (question.number == 1 and not rows.count):
            self.tallies[source].failed(response.url, rows.trouble or "the answer has no rows")
        elif rows.count:
            self.read_page(response)
            met = self._met.setdefault(chain, set())
            further = following(question, rows, response.url)
            if further is not None and hash(rows.fingerprint) not in met:
                met.add(hash(rows.fingerprint))
                yield from self._rows(source, further, chain)
            return
        self.tell("done", source)

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
        tally, reason = self.tallies[request.meta["source"]], outcomes.in_words(failure)
        found = request.meta.get("redirect_urls", [request.url])[0]  # what was asked, wherever it led
        if request.meta["role"] not in ("page", ROWS):
            tally.trouble(found, reason)
            return
        if isinstance(failure.value, outcomes.ForbiddenByRobots):
            tally.refused(found)
        elif not isinstance(failure.value, outcomes.AlreadyKnown):
            tally.failed(found, reason)
        self.tell("done", request.meta["source"])
