"""How fast a host is asked: its Crawl-delay, its own slowness, and the time it asks us to stay away."""

from __future__ import annotations

import email.utils
from datetime import UTC, datetime
from time import monotonic
from typing import Any

from scrapy import signals
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.http import Request, Response
from scrapy.robotstxt import RobotParser
from twisted.python.failure import Failure

from dalel.crawler.addresses import host_of
from dalel.crawler.outcomes import Refusal

MAX_DELAY = 60.0  # seconds between two requests: the slowest we become by ourselves
MAX_WAIT = 300.0  # seconds: a server that asks for more is left in peace until the next crawl
_BUSY = (429, 503)


class Pace:
    """Scrapy extension that sets the delay of each host; the base delay is Scrapy's DOWNLOAD_DELAY."""

    def __init__(self, crawler: Any) -> None:
        self._crawler = crawler
        self._agent: str = crawler.settings["ROBOTSTXT_USER_AGENT"]
        self._base: float = crawler.settings.getfloat("DOWNLOAD_DELAY")
        self._floors: dict[str, float] = {}
        crawler.signals.connect(self.obey, signal=signals.robots_parsed)
        crawler.signals.connect(self.adapt, signal=signals.response_downloaded)

    @classmethod
    def from_crawler(cls, crawler: Any) -> Pace:
        return cls(crawler)

    def obey(self, robotparser: RobotParser, request: Request) -> None:
        """Takes over a host's Crawl-delay when its robots.txt has been read; Scrapy reads it but does not keep it."""
        delay = robotparser.crawl_delay(self._agent)
        if delay and delay > self._base:
            key = self._crawler.engine.downloader.get_slot_key(request)
            self._floors[key] = delay
            self._set(key, delay)

    def adapt(self, response: Response, request: Request) -> None:
        """A host that takes long to answer is asked less often: never faster than it answers, slower after errors."""
        key, latency = str(request.meta.get("download_slot")), request.meta.get("download_latency")
        slot = self._crawler.engine.downloader.slots.get(key)
        if slot is None or latency is None:
            return
        floor = self._floors.get(key, self._base)
        wanted = max(latency, (slot.delay + latency) / 2)
        if response.status == 200 or wanted > slot.delay:
            self._set(key, min(max(wanted, floor), max(MAX_DELAY, floor)))

    def _set(self, key: str, delay: float) -> None:
        downloader = self._crawler.engine.downloader
        downloader.per_slot_settings.setdefault(key, {})["delay"] = delay
        if key in downloader.slots:
            downloader.slots[key].delay = delay


class Patience(RetryMiddleware):
    """Retries as Scrapy does, but leaves a host that says it is busy alone for as long as it asks."""

    def process_response(self, request: Request, response: Response, spider: Any = None) -> Request | Response:
        if response.status in _BUSY and not request.meta.get("dont_retry"):
            wait = self._wait(request, response)
            if wait > MAX_WAIT:
                reason = f"the server is busy and asks to come back in {wait:.0f} seconds; run again then"
                self._leave(request, reason)
                return response
            self._hold(request, wait)
        answer: Request | Response = super().process_response(request, response)
        return answer

    def _wait(self, request: Request, response: Response) -> float:
        asked = retry_after((response.headers.get("Retry-After") or b"").decode("latin-1"))
        if asked is not None:
            return asked
        slot = self._crawler_slot(request)
        delay = slot.delay if slot else 1.0
        return float(min(delay * 4 * 2 ** request.meta.get("retry_times", 0), MAX_DELAY))

    def _leave(self, request: Request, reason: str) -> None:
        """Asks this host for nothing more: not what waits for it, not what is found later."""
        crawl: Any = self.crawler.spider
        crawl.closed_hosts[host_of(request.url)] = reason
        slot = self._crawler_slot(request)
        while slot and slot.queue:
            _, waiting = slot.queue.popleft()
            waiting.errback(Failure(Refusal(reason)))

    def _hold(self, request: Request, wait: float) -> None:
        if slot := self._crawler_slot(request):
            slot.lastseen = max(slot.lastseen, monotonic() + wait - slot.delay)

    def _crawler_slot(self, request: Request) -> Any:
        engine: Any = self.crawler.engine
        return engine.downloader.slots.get(request.meta.get("download_slot"))


def retry_after(value: str) -> float | None:
    """Seconds that a Retry-After header asks for (RFC 9110, 10.2.3: a number or a date); None where it is neither."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value)
    try:
        until = email.utils.parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())
