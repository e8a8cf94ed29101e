"""How fast a host is asked: its Crawl-delay, its own slowness, and the time it asks us to stay away."""

from __future__ import annotations

import email.utils
from datetime import UTC
from time import monotonic
from typing import Any

from scrapy import signals
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.http import Request, Response
from scrapy.robotstxt import RobotParser

from dalel import clock
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
        crawler.signals.connect(self.answered, signal=signals.response_downloaded)

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

    def answered(self, response: Response, request: Request) -> None:
        """Learns from an answer before the next request to its host leaves."""
        slot = self._crawler.engine.downloader.slots.get(request.meta.get("download_slot"))
        latency = request.meta.get("download_latency")
        if slot is None or latency is None:
            return
        if response.status in _BUSY:
            self._rest(slot, request, response)
        key = request.meta["download_slot"]
        floor = self._floors.get(key, self._base)
        wanted = max(latency, (slot.delay + latency) / 2)  # never faster than the host answers
        if response.status == 200 or wanted > slot.delay:  # errors are quick to answer and must not speed us up
            self._set(key, min(max(wanted, floor), max(MAX_DELAY, floor)))

    def _rest(self, slot: Any, request: Request, response: Response) -> None:
        """A host that says it is busy is left alone for as long as it asks; for good where that is too long."""
        wait = retry_after((response.headers.get("Retry-After") or b"").decode("latin-1"))
        if wait is None:
            wait = min(slot.delay * 4 * 2 ** request.meta.get("retry_times", 0), MAX_DELAY)
        if wait <= MAX_WAIT:
            slot.lastseen = max(slot.lastseen, monotonic() + wait - slot.delay)
            return
        reason = f"the server is busy and asks to come back in {wait:.0f} seconds; run again then"
        self._crawler.spider.closed_hosts[host_of(request.url)] = reason
        while slot.queue:
            _, waiting = slot.queue.popleft()
            waiting.errback(Refusal(reason))

    def _set(self, key: str, delay: float) -> None:
        downloader = self._crawler.engine.downloader
        downloader.per_slot_settings.setdefault(key, {})["delay"] = delay
        if key in downloader.slots:
            downloader.slots[key].delay = delay


class Patience(RetryMiddleware):
    """Retries as Scrapy does, but not at a host that asked to be left alone."""

    def process_response(self, request: Request, response: Response, spider: Any = None) -> Request | Response:
        crawl: Any = self.crawler.spider
        if host_of(request.url) in crawl.closed_hosts:
            return response
        answer: Request | Response = super().process_response(request, response)
        return answer


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
    return max(0.0, (until - clock.now()).total_seconds())
