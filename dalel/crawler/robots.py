"""robots.txt as RFC 9309 has it, and its Crawl-delay, which Scrapy reads but does not keep."""

from __future__ import annotations

from typing import Any

from scrapy import signals
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response
from scrapy.robotstxt import RobotParser

from dalel.crawler.outcomes import ForbiddenByRobots

MAX_ROBOTS = 500 * 1024  # bytes that are read at least and here at most (RFC 9309, 2.5)
_CLOSED = b"User-agent: *\nDisallow: /\n"


class Robots(RobotsTxtMiddleware):
    """Scrapy's middleware with the status codes read as the RFC says, and a refusal of its own class."""

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        try:
            super().process_request_2(rp if rp is not None else self._parser(_CLOSED), request)
        except IgnoreRequest as error:
            raise ForbiddenByRobots("robots.txt forbids it") from error

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status >= 500 or response.status == 429:
            body = _CLOSED
        elif response.status >= 300:
            body = b""
        else:
            body = response.body[:MAX_ROBOTS]
        await super()._parse_robots(response.replace(body=body), netloc, request)

    def _parser(self, body: bytes) -> RobotParser:
        parser: RobotParser = self._parserimpl.from_crawler(self.crawler, body)
        return parser


class Pace:
    """Keeps to each host's Crawl-delay, slows down with a slow host, and waits where a server asks for it."""

    def __init__(self, crawler: Any) -> None:
        self._crawler = crawler
        self._agent: str = crawler.settings["USER_AGENT"]
        self._base: float = crawler.settings.getfloat("DOWNLOAD_DELAY")
        self._floors: dict[str, float] = {}
        crawler.signals.connect(self.obey, signal=signals.robots_parsed)
        crawler.signals.connect(self.adapt, signal=signals.response_downloaded)

    @classmethod
    def from_crawler(cls, crawler: Any) -> Pace:
        return cls(crawler)

    def obey(self, robotparser: RobotParser, request: Request) -> None:
        """Takes over a host's Crawl-delay when its robots.txt has been read."""
        delay = robotparser.crawl_delay(self._agent)
        if delay and delay > self._base:
            key = self._crawler.engine.downloader.get_slot_key(request)
            self._floors[key] = delay
            self._set(key, delay)

    def adapt(self, response: Response, request: Request) -> None:
        """A host that takes long to answer is asked less often: half the mean of its latency and the delay so far."""
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


MAX_DELAY = 60.0  # seconds: the slowest we become by ourselves
