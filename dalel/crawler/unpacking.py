"""Bodies are unpacked for the spider by the same rules, and within the same limits, as the archive reads them."""

from __future__ import annotations

from typing import Any

from scrapy.http import Request, Response
from scrapy.responsetypes import responsetypes

from dalel.archive import UndecodableBody, decode
from dalel.crawler.outcomes import Refusal


class Unpacker:
    """Downloader middleware in the place of Scrapy's HttpCompressionMiddleware."""

    def __init__(self, crawler: Any) -> None:
        self._limit: int = crawler.settings.getint("DOWNLOAD_MAXSIZE")

    @classmethod
    def from_crawler(cls, crawler: Any) -> Unpacker:
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        coding = b",".join(response.headers.getlist("Content-Encoding")).decode("latin-1")
        if not coding or not response.body:
            return response
        try:
            body = decode(response.body, [("Content-Encoding", coding)], self._limit)
        except UndecodableBody as error:
            raise Refusal(str(error)) from error
        kind = responsetypes.from_args(headers=response.headers, url=response.url, body=body)
        unpacked = response.replace(body=body, cls=kind)
        del unpacked.headers["Content-Encoding"]
        return unpacked
