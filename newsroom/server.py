"""The newsroom on loopback: an HTTP/1.1 server for all its hosts that also answers as a forward proxy."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

from newsroom.catalogue import Catalogue, load_catalogue
from newsroom.front import front_page, missing_page
from newsroom.resources import Resource

LAST_MODIFIED = "Fri, 20 Nov 2026 06:00:00 GMT"  # of the retelling: tells no page's own date
PACKED = ("text/html", "text/css", "text/javascript", "application/json", "application/xml", "application/rss+xml")


@dataclass(frozen=True, slots=True)
class Request:
    """One line of the log; `at` is in seconds of a clock that only goes forward."""

    at: float
    method: str
    host: str
    target: str
    status: int
    agent: str


class Newsroom(ThreadingHTTPServer):
    """All hosts on one port; `log` lists the requests in the order they were answered."""

    daemon_threads = True

    def __init__(self, catalogue: Catalogue, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.catalogue = catalogue
        self.log: list[Request] = []

    @property
    def proxy_url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 1 << 16  # headers and body in one segment: no 40 ms wait for a delayed acknowledgement
    disable_nagle_algorithm = True
    server: Newsroom
    timeout = 30

    def do_GET(self) -> None:
        self._respond()

    def do_HEAD(self) -> None:
        self._respond()

    def _respond(self) -> None:
        host, target, by_proxy = self._asked_for()
        catalogue = self.server.catalogue
        if host in ("127.0.0.1", "localhost", ""):
            return self._send(host, target, front_page(catalogue), HTTPStatus.OK)
        if host not in catalogue.sites:
            status = HTTPStatus.BAD_GATEWAY if by_proxy else HTTPStatus.NOT_FOUND
            return self._send(host, target, missing_page(target, None), status)
        if resource := catalogue.find(host, target):
            return self._send(host, target, resource, HTTPStatus.OK)
        return self._send(host, target, missing_page(target, catalogue.sites[host]), HTTPStatus.NOT_FOUND)

    def _asked_for(self) -> tuple[str, str, bool]:
        """Host, target and whether the request line named the host (RFC 9112, 3.2.2: it then overrides Host)."""
        if self.path.startswith("/"):
            return self.headers.get("Host", "").partition(":")[0].lower(), self.path, False
        address = urlsplit(self.path)
        target = (address.path or "/") + (f"?{address.query}" if address.query else "")
        return (address.hostname or "").lower(), target, True

    def _send(self, host: str, target: str, resource: Resource, status: HTTPStatus) -> None:
        packed = self._packs(resource)
        etag = resource.etag if not packed else resource.etag[:-1] + '-gzip"'
        if status == HTTPStatus.OK and self._unchanged(etag):
            status = HTTPStatus.NOT_MODIFIED
        body = gzip.compress(resource.body, mtime=0) if packed else resource.body
        self._note(host, target, status)
        self.send_response_only(status)
        for name, value in self._headers(resource, etag, packed=packed, found=status < HTTPStatus.BAD_REQUEST):
            self.send_header(name, value)
        if status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD" and status != HTTPStatus.NOT_MODIFIED:
            self.wfile.write(body)

    def _headers(self, resource: Resource, etag: str, *, packed: bool, found: bool) -> Iterator[tuple[str, str]]:
        yield "Content-Type", resource.content_type
        yield "Vary", "Accept-Encoding"
        if packed:
            yield "Content-Encoding", "gzip"
        if found:
            yield "ETag", etag
            yield "Last-Modified", LAST_MODIFIED

    def _packs(self, resource: Resource) -> bool:
        accepted = [coding.partition(";")[0].strip() for coding in self.headers.get("Accept-Encoding", "").split(",")]
        return "gzip" in accepted and resource.content_type.partition(";")[0] in PACKED

    def _unchanged(self, etag: str) -> bool:
        if asked := self.headers.get("If-None-Match"):
            return etag in [part.strip().removeprefix("W/") for part in asked.split(",")]
        return self.headers.get("If-Modified-Since") == LAST_MODIFIED

    def _note(self, host: str, target: str, status: int) -> None:
        agent = self.headers.get("User-Agent", "")
        self.server.log.append(Request(time.monotonic(), self.command, host, target, int(status), agent))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - name given by http.server
        """Quiet: the log is a list for tests, not lines on the terminal."""


@contextmanager
def serve(port: int = 0, catalogue: Catalogue | None = None) -> Iterator[Newsroom]:
    """The newsroom running in a thread until the block ends; port 0 takes a free one. Only loopback is bound."""
    server = Newsroom(catalogue or load_catalogue(), port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
