"""A request and its key meet here and nowhere else: on the last step to the wire, parted on the first one back."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlsplit

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.http import Headers, Request, Response

from dalel.archive import UndecodableBody, decode
from dalel.crawler.keys import REMOVED, Key, Keys, without_parameter

_NESTED = 3  # gzip in gzip
SAID = "key_said"  # in Request.meta: what the metadata record says of the key


def with_key(request: Request, key: Key) -> Request:
    """The request as it is sent: the key in its parameter, or as a bearer token (RFC 6750, 2.1)."""
    if key.parameter is None:
        sent = request.copy()
        sent.headers["Authorization"] = f"Bearer {key.value}"
        return sent
    url = without_parameter(request.url, key.parameter)
    joined = "&" if urlsplit(url).query else "?"
    return request.replace(url=f"{url}{joined}{key.parameter}={quote(key.value, safe='')}")


def without_key(response: Response, key: Key) -> tuple[Response, int]:
    """The answer without the key, and how often it was removed; where it stood in a packed body, that is unpacked.

    The body of an answer that cannot be unpacked whole is not kept: nobody can tell what of the key stands in it.
    """
    pattern = key.pattern()
    headers, removed = Headers(), 0
    for name, values in response.headers.items():
        for value in values:
            clean, count = pattern.subn(REMOVED.encode(), value)
            headers.appendlist(name, clean)
            removed += count
    coding = [("Content-Encoding", value.decode("latin-1")) for value in response.headers.getlist("Content-Encoding")]
    opened = _opened(response.body, coding)
    body, count = (b"", 1) if opened is None else pattern.subn(REMOVED.encode(), opened)
    if not count:
        body = response.body
    elif opened is not response.body:
        headers.pop("Content-Encoding", None)
    return (response.replace(headers=headers, body=body) if removed + count else response), removed + count


def _opened(body: bytes, coding: list[tuple[str, str]]) -> bytes | None:
    """The body without its codings, and unpacked where it is a gzip file; None where that cannot be done."""
    try:
        body = decode(body, coding) if coding else body
        for _ in range(_NESTED):
            if body.startswith(b"\x1f\x8b"):
                body = decode(body, [("Content-Encoding", "gzip")])
    except UndecodableBody:
        return None
    return body


class KeyedHandler(HTTP11DownloadHandler):
    """Scrapy's handler of http and https: the only place where a key and a request meet."""

    def __init__(self, crawler: Any) -> None:
        super().__init__(crawler)
        self._keys: Keys | None = None

    async def download_request(self, request: Request) -> Response:
        """The answer to a request, sent with the key of its host where there is one."""
        if self._keys is None:
            spider: Any = self._crawler.spider
            self._keys = Keys(spider.job.sources)
        key = self._keys.of(request.url)
        if key is None or urlsplit(request.url).path == "/robots.txt":  # which is for everybody
            return await super().download_request(request)
        sent = with_key(request, key)
        try:
            answer = await super().download_request(sent)
        finally:
            request.meta.update(sent.meta)  # times and slots that Scrapy notes there
        response, removed = without_key(answer.replace(url=request.url), key)
        request.meta[SAID] = [("key", f"{key.name}; its value was sent and is not kept")]
        if removed:
            request.meta[SAID].append(("key-removed", f"{removed} times from the answer: {REMOVED} stands there now"))
        return response
