import gzip
from datetime import UTC, datetime

import pytest

from dalel import archive

NOON = datetime(2026, 3, 4, 12, 0, 0, tzinfo=UTC)
PAGES = {
    "http://a.example/1": "<html><title>Бір</title><p>500-ге жуық компьютер</p></html>",
    "http://a.example/2": "<html><title>Два</title><p>4360 из 6936 школ</p></html>",
    "http://a.example/3": "<html><title>Three</title><p>62 percent</p></html>",
}


def exchange(url, body, *, status=200, mime="text/html; charset=utf-8", packed=True, when=NOON, **more):
    headers = [("Content-Type", mime), *([("Content-Encoding", "gzip")] if packed else [])]
    data = gzip.compress(body, mtime=0) if packed else body
    return archive.Exchange(url=url, captured_at=when, status=status, headers=headers, body=data, **more)


@pytest.fixture
def answer():
    """Makes an exchange as a crawl hands it over."""
    return exchange


@pytest.fixture
def pages():
    return PAGES


@pytest.fixture
def raw(tmp_path):
    """An archive with one file: robots.txt, three pages, and one that was gone."""
    folder = tmp_path / "data" / "raw"
    with archive.ArchiveWriter(folder, "paper", day=NOON.date()) as writer:
        writer.write_response(
            exchange("http://a.example/robots.txt", b"User-agent: *", mime="text/plain", role="robots")
        )
        for url, text in PAGES.items():
            writer.write_response(exchange(url, text.encode()))
        writer.write_response(exchange("http://a.example/gone", b"not here", status=404))
    return folder


@pytest.fixture
def warc(raw):
    return raw / "paper" / "2026-03-04.warc.gz"
