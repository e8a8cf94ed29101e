"""robots.txt as RFC 9309 has it."""

from __future__ import annotations

from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached

from dalel.crawler.outcomes import ForbiddenByRobots, Refusal, in_words

MAX_ROBOTS = 500 * 1024  # bytes that are read at least and here at most (RFC 9309, 2.5)


class Robots(RobotsTxtMiddleware):
    """Scrapy's middleware with the status codes read as the RFC says, and a refusal of its own class."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._why: dict[str, str] = {}

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """The rules of the request's host; None where robots.txt could not be had.

        The value that Scrapy returns is not used: of several requests that wait for one robots.txt, all but the first
        are given None (Deferred.asFuture hands the result to one), which Scrapy takes for "everything is allowed".
        """
        await super().robot_parser(request)
        found = self._parsers[urlparse_cached(request).netloc]
        return found if isinstance(found, RobotParser) else None

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        if rp is None:
            why = self._why.get(urlparse_cached(request).netloc, "no answer")
            raise Refusal(f"robots.txt of the host could not be had, so nothing is asked of it: {why}")
        try:
            super().process_request_2(rp, request)
        except IgnoreRequest as error:
            raise ForbiddenByRobots("robots.txt forbids it") from error

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status >= 500 or response.status == 429:
            raise Refusal(f"it answers with status {response.status}")
        body = b"" if response.status >= 300 else response.body[:MAX_ROBOTS]
        await super()._parse_robots(response.replace(body=body), netloc, request)

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        self._why[netloc] = in_words(exc)
        super()._robots_error(exc, netloc)
