"""Keys that sources ask for: put on a request behind everything that keeps or reports it, taken off what comes back.

What the crawl holds, archives, prints and raises is the address and the headers without the key: evidence is handed on,
keys are not. The archive stays honest by saying so: a metadata record beside an answer that a key was sent for names
the key (never its value), and how often the value stood in the answer, where REMOVED stands now.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, quote_plus, urlsplit

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.http import Headers, Request, Response

from dalel.archive import UndecodableBody, decode
from dalel.crawler.addresses import host_of, is_loopback
from dalel.crawler.starting import has_host
from dalel.sources import Source

REMOVED = "KEY-REMOVED"  # stands where a key stood in an answer
SAID = "key_said"  # in Request.meta: what the metadata record says of the key


@dataclass(frozen=True, slots=True)
class Key:
    """The key of one source: the variable it is kept in, its value, and the parameter that carries it, if one does."""

    source: Source
    name: str
    value: str
    parameter: str | None

    @property
    def forms(self) -> tuple[str, ...]:
        """The value as it may stand in addresses, headers and bodies, longest first."""
        return tuple(
            sorted({self.value, quote(self.value, safe=""), quote_plus(self.value)}, key=lambda f: (-len(f), f))
        )


class Keys:
    """The keys of these sources that the environment holds."""

    def __init__(self, sources: Sequence[Source]) -> None:
        found = ((source, source.secret, os.environ.get(source.secret or "")) for source in sources)
        self._keys = [Key(source, name, value, source.secret_as) for source, name, value in found if name and value]

    def of(self, url: str) -> Key | None:
        """The key of the source on whose host this address is; no other host is sent it, and nothing unencrypted."""
        host = host_of(url)
        if not url.startswith("https://") and not is_loopback(host):
            return None
        return next((key for key in self._keys if has_host(key.source, host)), None)

    def hide(self, text: str) -> str:
        """The text without any key."""
        for key in self._keys:
            for form in key.forms:
                text = text.replace(form, REMOVED)
        return text


def with_key(request: Request, key: Key) -> Request:
    """The request as it is sent: the key in its parameter, or as a bearer token (RFC 6750, 2.1)."""
    if key.parameter is None:
        sent = request.copy()
        sent.headers["Authorization"] = f"Bearer {key.value}"
        return sent
    url = without_parameter(request.url, key.parameter)
    joined = "&" if urlsplit(url).query else "?"
    return request.replace(url=f"{url}{joined}{key.parameter}={quote(key.value, safe='')}")


def without_parameter(url: str, parameter: str) -> str:
    """The address without this parameter: a site that names the next page may name the key with it."""
    shorter = re.sub(rf"(?<=[?&]){re.escape(parameter)}=[^&#]*&?", "", url)
    return shorter.rstrip("&?") if shorter != url else url


def without_key(response: Response, key: Key) -> tuple[Response, int]:
    """The answer without the key, and how often it was removed; where it stood in a packed body, that is unpacked."""
    headers, removed = Headers(), 0
    for name, values in response.headers.items():
        for value in values:
            clean, count = _removed(value, key)
            headers.appendlist(name, clean)
            removed += count
    coding = [("Content-Encoding", value.decode("latin-1")) for value in response.headers.getlist("Content-Encoding")]
    body = response.body
    if coding:
        try:
            body = decode(body, coding)
        except UndecodableBody:
            coding = []  # left as it is; `Unpacker` says why it cannot be read
    body, count = _removed(body, key)
    if count and coding:
        del headers["Content-Encoding"]
    if not count:
        body = response.body
    return (response.replace(headers=headers, body=body) if removed + count else response), removed + count


def _removed(data: bytes, key: Key) -> tuple[bytes, int]:
    count = 0
    for form in key.forms:
        count += data.count(form.encode())
        data = data.replace(form.encode(), REMOVED.encode())
    return data, count


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
