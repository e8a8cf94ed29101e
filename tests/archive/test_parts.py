"""Sort keys and body encodings."""

import gzip
import zlib

import brotli
import pytest

from dalel.archive.bodies import UndecodableBody, decode
from dalel.archive.surt import surt


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("http://www.Example.com/A/b.html?z=1&a=2", "com,example)/a/b.html?a=2&z=1"),
        ("https://kaz.inform.example:443/", "example,inform,kaz)/"),
        ("http://127.0.0.1:8080/x/", "1,0,0,127:8080)/x"),
        ("http://a.example/қала жол", "example,a)/қала%20жол"),
        ("no address", "no%20address"),
        ("http://[broken", "http://[broken"),
    ],
)
def test_surt(url, key):
    assert surt(url) == key


TEXT = "Бүгін 4360 мектеп " * 100
RAW = TEXT.encode()


def raw_deflate(data):
    machine = zlib.compressobj(wbits=-15)
    return machine.compress(data) + machine.flush()


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(RAW, mtime=0)),
        ("gzip", gzip.compress(RAW[:500], mtime=0) + gzip.compress(RAW[500:], mtime=0)),
        ("x-gzip", gzip.compress(RAW, mtime=0)),
        ("deflate", zlib.compress(RAW)),
        ("deflate", raw_deflate(RAW)),
        ("br", brotli.compress(RAW)),
        ("gzip, br", brotli.compress(gzip.compress(RAW, mtime=0))),
        ("gzip", RAW),
        ("identity", RAW),
    ],
)
def test_bodies_come_back(coding, body):
    assert decode(body, [("content-encoding", coding)]) == RAW


def test_chunks_come_off_and_where_they_are_off_already_nothing_happens():
    headers = [("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")]
    packed = gzip.compress(RAW, mtime=0)
    chunked = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (packed[:20], packed[20:])) + b"0\r\n\r\n"
    assert decode(chunked, headers) == decode(packed, headers) == RAW


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(RAW, mtime=0)[:-12]),
        ("gzip", gzip.compress(RAW, mtime=0)[:30] + b"xxxx" + gzip.compress(RAW, mtime=0)[34:]),
        ("deflate", zlib.compress(RAW)[:-6]),
        ("br", brotli.compress(RAW)[:-3]),
        ("br", b"\x00no brotli"),
        ("zstd", b"x"),
        ("gzip", gzip.compress(b"\0" * 3_000_000, mtime=0)),
        ("gzip", gzip.compress(b"\0" * 600_000, mtime=0) * 2),
        ("deflate", zlib.compress(b"\0" * 3_000_000)),
        ("br", brotli.compress(b"\0" * 3_000_000)),
        ("br, br", brotli.compress(brotli.compress(b"\0" * 300_000_000))),
        ("identity", b"\0" * 1_000_001),
    ],
)
def test_broken_bodies_and_bombs_are_refused(coding, body):
    with pytest.raises(UndecodableBody):
        decode(body, [("Content-Encoding", coding)], limit=1_000_000)
