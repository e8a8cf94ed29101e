"""A site on loopback that behaves as told, and a crawl of it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dalel import crawler, paths
from dalel.sources import Source


@dataclass
class Site:
    """`answers`: path with query -> body, or (status, headers, body), or a function of the handler that answers."""

    answers: dict[str, object] = field(default_factory=dict)
    log: list[tuple[float, str, dict[str, str]]] = field(default_factory=list)
    root: str = ""

    def asked(self, path: str) -> int:
        return sum(1 for _, seen, _ in self.log if seen == path)

    def paths(self) -> list[str]:
        return [path for _, path, _ in self.log]


def links(*paths: str) -> bytes:
    """A listing."""
    return ("<html><body>" + "".join(f'<a href="{path}">{path}</a>' for path in paths) + "</body></html>").encode()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 20
    wbufsize = -1  # head and body in one piece: two would wait 40 ms for each other (Nagle, delayed ACK)

    def do_GET(self) -> None:
        site: Site = self.server.site
        site.log.append((time.monotonic(), self.path, dict(self.headers)))
        answer = site.answers.get(self.path, (404, {}, b"nothing here"))
        if callable(answer):
            answer = answer(self)
            if answer is None:
                return
        status, headers, body = answer if isinstance(answer, tuple) else (200, {}, answer)
        self.send_response_only(status)
        for name, value in ({"Content-Type": "text/html; charset=utf-8"} | headers).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET  # noqa: N815 - name given by http.server

    def log_message(self, *_: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    site: Site

    def handle_error(self, *_: object) -> None:
        """A client that goes away is part of the tests."""


def start() -> tuple[Site, Callable[[], None]]:
    server = _Server(("127.0.0.1", 0), _Handler)
    server.site = Site(root=f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def stop() -> None:
        server.shutdown()
        server.server_close()

    return server.site, stop


def source(site: Site, **more: object) -> Source:
    """A source on this site: a listing at /list, pages at /p/…"""
    names = {"kk": "Сынақ", "ru": "Проба", "en": "Trial"}
    facts = {
        "id": "trial", "names": names, "owner": "tests", "kind": "outlet", "languages": ("ru",), "scripts": ("Cyrl",),
        "hosts": ("127.0.0.1",), "listings": (f"{site.root}/list",), "article": r"/p/", "at_least": 1,
    }  # fmt: skip
    return Source(**(facts | more))


def crawl(home, *sources: Source, toml: str = "", **options: object) -> crawler.CollectReport:
    """Crawls into `home`, where loopback is allowed and the delay is nil."""
    home.mkdir(parents=True, exist_ok=True)
    (home / "dalel.toml").write_text("allow_loopback = true\n" + (toml or "delay_seconds = 0\n"), "utf-8")
    return crawler.collect(paths.workspace(home), sources, crawler.CollectOptions(**options))


@pytest.fixture
def site():
    made, stop = start()
    yield made
    stop()


@pytest.fixture(name="links")
def _links():
    return links


@pytest.fixture(name="source")
def _source():
    return source


@pytest.fixture(name="crawl")
def _crawl():
    return crawl


@pytest.fixture(scope="module")
def links_of():
    return links


@pytest.fixture(scope="module")
def source_of():
    return source


@pytest.fixture(scope="module")
def crawl_into():
    return crawl


@pytest.fixture(scope="module", name="start")
def _start():
    """Starts further sites; all end with the module."""
    stops = []

    def begin() -> Site:
        made, stop = start()
        stops.append(stop)
        return made

    yield begin
    for stop in stops:
        stop()
