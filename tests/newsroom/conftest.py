"""The newsroom running once for this room's tests, and a client that goes through it as a proxy."""

from __future__ import annotations

import http.client
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest

import newsroom
from newsroom.server import Newsroom


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def charset(self) -> str | None:
        content_type = self.headers["content-type"]
        return content_type.partition("charset=")[2] or None

    @property
    def text(self) -> str:
        return self.body.decode(self.charset or "utf-8")


class Client:
    """One real connection to the loopback server, used as a forward proxy."""

    def __init__(self, server: Newsroom) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)

    def get(self, url: str, *, method: str = "GET", **headers: str) -> Answer:
        """The answer to the absolute-form request for `url`; underscores in header names become hyphens."""
        fields = {"Host": urlsplit(url).netloc} | {name.replace("_", "-"): value for name, value in headers.items()}
        self.connection.request(method, url, headers=fields)
        response = self.connection.getresponse()
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.pieces.append(data)


def visible(markup: str) -> str:
    """The text of HTML with references decoded, without scripts and styles (html.parser, not the project's readers)."""
    parser = _Text()
    parser.feed(markup)
    return "".join(parser.pieces)


@pytest.fixture(scope="session")
def shown() -> Callable[[Answer], str]:
    """The visible text of an HTML page, or of all strings of a JSON item."""
    return _shown


def _shown(answer: Answer) -> str:
    if answer.headers["content-type"].startswith("application/json"):
        return "\n".join(_strings(json.loads(answer.text)))
    return visible(answer.text)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield visible(value)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


@pytest.fixture(scope="module")
def server() -> Iterator[Newsroom]:
    with newsroom.serve() as running:
        yield running


@pytest.fixture
def client(server: Newsroom) -> Iterator[Client]:
    made = Client(server)
    yield made
    made.connection.close()
