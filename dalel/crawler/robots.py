"""robots.txt as RFC 9309 has it."""

from __future__ import annotations

from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached

from dalel.crawler.outcomes import ForbiddenByRobots

MAX_ROBOTS = 500 * 1024  # bytes that are read at least and here at most (RFC 9309, 2.5)
_CLOSED = b"User-agent: *\nDisallow: /\n"


class Robots(RobotsTxtMiddleware):
    """Scrapy's middleware with the status codes read as the RFC says, and a refusal of its own class."""

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """The rules of the request's host; None where robots.txt could not be had.

        The value that Scrapy returns is not used: of several requests that wait for one robots.txt, all but the first
        are given None (Deferred.asFuture hands the result to one), which Scrapy takes for "everything is allowed".
        """
        await super().robot_parser(request)
        found = self._parsers[urlparse_cached(request).netloc]
        return found if isinstance(found, RobotParser) else None

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
