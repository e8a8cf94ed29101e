"""Every response to the archive, as received, before anything else sees it."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from types import TracebackType
from typing import Any
from urllib.parse import urldefrag

from scrapy.http import Request, Response

from dalel.archive import ArchiveWriter, Exchange
from dalel.crawler.job import Job
from dalel.errors import UnwritableHome


class Recorder:
    """The writers of a crawl, one a source, opened when first needed. A dry run has none."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._writers: dict[str, ArchiveWriter] = {}
        self.failure: UnwritableHome | None = None

    def __enter__(self) -> Recorder:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        for writer in self._writers.values():
            writer.close()

    def record(self, source: str, exchange: Exchange) -> None:
        """Archives one exchange; after a failure nothing more."""
        if self._job.options.dry_run or self.failure:
            return
        if source not in self._writers:
            self._writers[source] = ArchiveWriter(self._job.raw, source)
        self._writers[source].write_response(exchange)


class ArchiveMiddleware:
    """The middleware nearest to the network: sends requests through the proxy and archives what comes back."""

    def __init__(self, crawler: Any) -> None:
        self._crawler = crawler
        self._stopping: asyncio.Future[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Any) -> ArchiveMiddleware:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        if through := self._crawler.spider.job.options.through:
            request.meta["proxy"] = through

    def process_response(self, request: Request, response: Response) -> Response:
        exchange = Exchange(
            url=urldefrag(request.url)[0],
            captured_at=datetime.now(UTC),
            status=response.status,
            headers=_headers(response),
            body=response.body,
            method=request.method,
            request_headers=_headers(request),
            request_body=request.body,
            role=request.meta.get("role", "robots"),
            server=str(response.ip_address) if response.ip_address and "proxy" not in request.meta else None,
        )
        try:
            self._crawler.spider.recorder.record(self._source(request), exchange)
        except UnwritableHome as error:
            self._crawler.spider.recorder.failure = error
            self._stopping = asyncio.ensure_future(self._crawler.engine.close_spider_async(reason="unwritable home"))
        return response

    def _source(self, request: Request) -> str:
        """The source a request is made for; that of its host for robots.txt, which Scrapy asks for by itself."""
        return str(request.meta.get("source") or self._crawler.spider.source_of(request.url))


def _headers(message: Request | Response) -> list[tuple[str, str]]:
    return [
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in message.headers.items()
        for value in values
        if name.lower() != b"proxy-authorization"
    ]
