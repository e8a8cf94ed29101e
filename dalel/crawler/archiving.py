"""Every response to the archive, as received, before anything else sees it."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import urldefrag

from scrapy.http import Headers, Request, Response
from scrapy.responsetypes import responsetypes

from dalel import clock
from dalel.archive import REVISIT, Entry, Exchange
from dalel.crawler.addresses import in_language, language_of
from dalel.crawler.keyed import SAID
from dalel.crawler.memory import Memory
from dalel.crawler.series import known_as

REPLAYED = "replayed"  # in Request.meta: answered from the archive, not by the site
_SECRET = (b"authorization", b"proxy-authorization")  # of the headers we send; evidence is handed on, keys are not
UNCHANGED = "unchanged"  # in Request.meta: the address still has the payload it had before


class ArchiveMiddleware:
    """The middleware nearest to the network.

    Answers from the archive what an interrupted crawl has fetched already, asks for the rest through the proxy and only
    if it has changed, archives what comes back, and puts the archived body in place of a "not modified" without one.
    """

    def __init__(self, crawler: Any) -> None:
        self._crawler = crawler
        self._stopping: asyncio.Future[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Any) -> ArchiveMiddleware:
        return cls(crawler)

    def process_request(self, request: Request) -> Response | None:
        memory: Memory = self._crawler.spider.recorder.memory(self._source(request))
        url = _known_as(request)
        asked_for_data = request.method == "GET" or request.body
        entry = memory.answered(url) if asked_for_data else None
        if entry is not None and (response := self._replay(request, memory, entry)) is not None:
            return response
        if language := language_of(request.url):
            request.headers["Accept-Language"] = language
        if through := self._crawler.spider.job.options.through:
            request.meta["proxy"] = through
        if request.method == "GET" and not self._crawler.spider.job.options.dry_run:
            for name, value in memory.conditions(url):
                request.headers[name] = value
        return None

    def process_response(self, request: Request, response: Response) -> Response:
        if request.meta.pop(REPLAYED, False):
            return response
        source = self._source(request)
        recorder = self._crawler.spider.recorder
        request.meta[UNCHANGED] = recorder.record(source, _exchange(request, response))
        if recorder.failure and self._stopping is None:
            self._stopping = asyncio.ensure_future(self._crawler.engine.close_spider_async(reason="unwritable home"))
        if response.status == 304 and (entry := recorder.memory(source).before(_known_as(request))):
            return self._body_of(request, recorder.memory(source), entry) or response
        return response

    def _replay(self, request: Request, memory: Memory, entry: Entry) -> Response | None:
        original = memory.before(entry.url) if entry.mime == REVISIT else entry
        response = self._body_of(request, memory, original) if original else None
        if response is not None:
            request.meta[REPLAYED] = True
            request.meta[UNCHANGED] = entry.mime == REVISIT
        return response

    def _body_of(self, request: Request, memory: Memory, entry: Entry) -> Response | None:
        if (found := memory.response(entry)) is None:
            return None
        headers, body = Headers(), found[1]
        for name, value in found[0]:
            headers.appendlist(name, value.encode("latin-1", "replace"))
        kind = responsetypes.from_args(headers=headers, url=request.url, body=body)
        return kind(url=request.url, status=entry.status, headers=headers, body=body, request=request)

    def _source(self, request: Request) -> str:
        """The source a request is made for; that of its host for robots.txt, which Scrapy asks for by itself."""
        return str(request.meta.get("source") or self._crawler.spider.choice.home(request.url))


def _exchange(request: Request, response: Response) -> Exchange:
    return Exchange(
        url=urldefrag(request.url)[0],
        address=_known_as(request),
        captured_at=clock.now(),
        status=response.status,
        headers=_headers(response),
        body=response.body,
        method=request.method,
        request_headers=_headers(request),
        request_body=request.body,
        role=request.meta.get("role", "robots"),
        said=request.meta.get(SAID, ()),
        server=str(response.ip_address) if response.ip_address and "proxy" not in request.meta else None,
    )


def _known_as(request: Request) -> str:
    return in_language(known_as(urldefrag(request.url)[0], request.body), language_of(request.url))


def _headers(message: Request | Response) -> list[tuple[str, str]]:
    return [
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in message.headers.items()
        for value in values
        if name.lower() not in _SECRET
    ]
