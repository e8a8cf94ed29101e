"""Notices when a source is through: nothing that it leads to is waiting any more. A Scrapy extension."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from scrapy import Request, signals
from scrapy.crawler import Crawler

_WAITS = "waits"  # in Request.meta: how often it was counted; a redirect is scheduled anew
_COUNTED = "counted"  # in Request.meta: as what an answer led to, before it is scheduled


class Rounds:
    """Tells "ended" of each source."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._waiting: Counter[str] = Counter()
        crawler.signals.connect(self.scheduled, signals.request_scheduled)
        crawler.signals.connect(self.dropped, signals.request_dropped)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Rounds:
        return cls(crawler)

    def scheduled(self, request: Request) -> None:
        """Counts a request that none led to, and one that goes on after a redirect or a try."""
        if not request.meta.pop(_COUNTED, False):
            self._count(request)

    def dropped(self, request: Request) -> None:
        """A request that somebody made before."""
        self._less(request.meta["source"], request.meta[_WAITS])

    def _count(self, request: Request) -> None:
        """Expects an answer, and has whoever takes it tell when all that it leads to is counted."""
        self._waiting[request.meta["source"]] += 1
        if _WAITS not in request.meta:
            request.callback = self._through(request.callback)
            request.errback = self._through(request.errback)
        request.meta[_WAITS] = request.meta.get(_WAITS, 0) + 1

    def _through(self, answer: Callable[..., Any] | None) -> Callable[..., Iterator[Any]]:
        def through(given: Any) -> Iterator[Any]:
            for found in (answer(given) if answer else None) or ():
                if isinstance(found, Request):
                    self._count(found)
                    found.meta[_COUNTED] = True
                yield found
            self._less(given.request.meta["source"], given.request.meta[_WAITS])

        return through

    def _less(self, source: str, waits: int) -> None:
        self._waiting[source] -= waits
        if not self._waiting[source] and self._crawler.spider is not None:
            self._crawler.spider.tell("ended", source)  # type: ignore[attr-defined]
