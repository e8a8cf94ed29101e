"""Odd but honest archives of others are imported, lying ones are named: digests, dates, addresses, manifests, feeds."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import threading
import zipfile
from pathlib import Path

import pytest

from dalel import archive
from dalel.archive import bodies, members
from dalel.archive.roles import role_of
from dalel.errors import Busy
from dalel.locks import held

PAGE = b"<html><body><p>The region opened 12 schools.</p></body></html>"
CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)


def record(
    body: bytes = PAGE,
    url: str = "https://x.example/a",
    date: str = "2026-01-01T00:00:00Z",
    more: str = "",
    http: str = "",
) -> bytes:
    block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{http}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x:1>\r\nWARC-Date: {date}\r\n"
        f"WARC-Target-URI: {url}\r\n{more}Content-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def imported(tmp_path: Path, content: bytes, name: str = "x.warc.gz") -> archive.ImportReport:
    (tmp_path / name).write_bytes(content)
    return archive.import_file(tmp_path / "data" / "raw", tmp_path / name, lambda url: "imported")


def digests(data: bytes) -> list[str]:
    sha1, sha256 = hashlib.sha1(data, usedforsecurity=False).digest(), hashlib.sha256(data).digest()
    return [
        f"sha1:{base64.b32encode(sha1).decode()}", f"sha1:{sha1.hex()}", f"sha256:{sha256.hex()}",
        f"sha256:{base64.b32encode(sha256).decode()}",
    ]  # fmt: skip


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("reading", ["with chunks", "without"])
def test_both_readings_of_a_chunked_payload_digest(tmp_path: Path, number: int, reading: str) -> None:
    stated = digests(CHUNKED if reading == "with chunks" else PAGE)[number]
    content = record(CHUNKED, more=f"WARC-Payload-Digest: {stated}\r\n", http="Transfer-Encoding: chunked\r\n")
    assert imported(tmp_path, gzip.compress(content)).imported == 1


def test_a_payload_digest_of_the_unpacked_body(tmp_path: Path) -> None:
    more = f"WARC-Payload-Digest: {digests(PAGE)[0]}\r\n"
    content = record(gzip.compress(PAGE), more=more, http="Content-Encoding: gzip\r\n")
    assert imported(tmp_path, gzip.compress(content)).imported == 1


def test_a_wrong_digest_stays_wrong(tmp_path: Path) -> None:
    more = f"WARC-Payload-Digest: {digests(b'another')[0]}\r\n"
    content = record(CHUNKED, more=more, http="Transfer-Encoding: chunked\r\n")
    report = imported(tmp_path, gzip.compress(content))
    assert (report.imported, ["digest" in one.reason for one in report.problems]) == (0, [True])


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize(
    ("date", "url"),
    [
        ("20260101000000", "https://x.example/a"), ("2026-01-01T00:00:00.123456789Z", "https://x.example/a"),
        ("2026-01-01T05:00:00+05:00", "https://x.example/a"), ("2026-01-01T00:00:00Z", "HTTPS://X.Example/a"),
        ("2026-01-01T00:00:00Z", "Https://x.EXAMPLE/a"), ("2026-01-01T00:00:00Z", "<https://x.example/a>"),
    ],
)  # fmt: skip
def test_dates_and_addresses_as_other_tools_write_them(tmp_path: Path, date: str, url: str, packed: bool) -> None:
    content = record(url=url, date=date)
    report = imported(tmp_path, gzip.compress(content) if packed else content, "x.warc.gz" if packed else "x.warc")
    assert (report.imported, report.problems) == (1, ())
    (capture,), _ = archive.load_captures(tmp_path / "data" / "raw")
    assert (capture.url, capture.captured_at.isoformat()) == ("https://x.example/a", "2026-01-01T00:00:00+00:00")


@pytest.mark.parametrize(
    "wrong",
    [
        record().replace(b"Content-Length: ", b"Content-Length: " + b"9" * 4000), b"\0" * 3_000_000, b"A" * 3_000_000,
        record().replace(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"HTTP/1.1 200 OK"), b"WARC/1.0\r\n",
        record().replace(b"HTTP/1.1 200 OK\r\n", b"HTTP/9 nothing\r\n"), record()[:200], b"\r\n\r\n",
    ],
)  # fmt: skip
@pytest.mark.parametrize("packed", [True, False])
def test_a_wrong_record_is_left_out_and_the_others_kept(tmp_path: Path, wrong: bytes, packed: bool) -> None:
    parts = [record(url="https://x.example/1"), wrong + b"\r\n\r\n", record(url="https://x.example/2")]
    content = b"".join(map(gzip.compress, parts)) if packed else b"".join(parts)
    report = imported(tmp_path, content, "x.warc.gz" if packed else "x.warc")
    assert not [problem for problem in report.problems if problem.fault]
    found = {capture.url for capture in archive.load_captures(tmp_path / "data" / "raw")[0]}
    assert {"https://x.example/1", "https://x.example/2"} <= found


def wacz(parts: dict[str, bytes], told: dict[str, object] | None = None, digest: str | None = None) -> bytes:
    resources = [
        {"path": name, "hash": f"sha256:{hashlib.sha256(data).hexdigest()}", "bytes": len(data)}
        for name, data in parts.items()
    ]
    manifest = json.dumps({"resources": resources} | (told or {})).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
        package.writestr("datapackage.json", manifest)
        value = digest or f"sha256:{hashlib.sha256(manifest).hexdigest()}"
        package.writestr("datapackage-digest.json", json.dumps({"path": "datapackage.json", "hash": value}))
    return packed.getvalue()


GOOD = {"archive/a.warc.gz": gzip.compress(record(), mtime=0)}


def test_a_manifest_that_fits_is_not_spoken_of(tmp_path: Path) -> None:
    report = imported(tmp_path, wacz(GOOD), "x.wacz")
    assert (report.imported, report.problems) == (1, ())


@pytest.mark.parametrize(
    ("told", "digest", "words"),
    [
        ({"resources": [{"path": "archive/a.warc.gz", "hash": f"sha256:{'0' * 64}"}]}, None, "manifest says sha256:00"),
        ({"resources": [{"path": "archive/a.warc.gz", "bytes": 7}]}, None, "its manifest says 7 bytes"),
        ({"resources": [{"path": "archive/b.warc.gz"}]}, None, "does not hold it"),
        ({"resources": [{"path": "pages/pages.jsonl"}]}, None, "its manifest does not name it"),
        ({"resources": 5}, None, "cannot be read"), ({"resources": [5]}, None, "cannot be read"),
        ({}, f"sha256:{'0' * 64}", "says sha256:0000"), ({}, "rot13:5", "cannot be read"),
    ],
)  # fmt: skip
def test_a_manifest_that_contradicts_its_package_is_named(
    tmp_path: Path, told: dict[str, object], digest: str | None, words: str
) -> None:
    report = imported(tmp_path, wacz(GOOD, told, digest), "x.wacz")
    assert any(words in problem.reason for problem in report.problems)


def test_a_package_whose_end_points_outside_it_is_named(tmp_path: Path) -> None:
    content = bytearray(wacz(GOOD))
    end = content.rindex(b"PK\x05\x06")
    content[end + 16 : end + 20] = (0xFFFFFFF0).to_bytes(4, "little")
    report = imported(tmp_path, bytes(content), "x.wacz")
    assert report.imported == 0
    assert report.problems


@pytest.mark.parametrize(
    ("kind", "body", "role"),
    [
        ("text/html", PAGE, "page"), ("application/rss+xml", b"<rss/>", "feed"), ("text/xml", b"<?xml?><rss>", "feed"),
        ("application/xml", b"\xef\xbb\xbf<?xml version='1.0'?><!-- x --><urlset xmlns='x'>", "sitemap"),
        ("text/xml", b"<sitemapindex>", "sitemap"),
        ("application/x-gzip", gzip.compress(b"<urlset>", mtime=0), "sitemap"),
        ("text/xml", b"<feed xmlns='http://www.w3.org/2005/Atom'>", "feed"), ("text/xml", b"<rdf:RDF>", "feed"),
        ("text/xml", b"<rates><item><quant>1</quant></item></rates>", "page"), ("text/xml", b"<document/>", "page"),
        ("text/xml", b"<rss><item><quant>1</quant></item></rss>", "page"), ("text/plain", b"<rss>", "feed"),
        ("application/json", b"{}", "page"),
    ],
)  # fmt: skip
def test_feeds_and_sitemaps_are_no_pages(kind: str, body: bytes, role: str) -> None:
    assert role_of("https://x.example/any", [("Content-Type", kind)], body) == role
    assert role_of("https://x.example/robots.txt", [("Content-Type", kind)], body) == "robots"


def test_feeds_of_an_imported_archive_are_kept_and_are_no_documents(tmp_path: Path) -> None:
    told = b"<rss><channel><item><link>https://x.example/a</link></item></channel></rss>"
    kind = record(told, "https://x.example/rss").replace(b"Content-Type: text/html", b"Content-Type: text/xml ")
    assert imported(tmp_path, gzip.compress(kind) + gzip.compress(record())).imported == 2
    captures, _ = archive.load_captures(tmp_path / "data" / "raw")
    assert [capture.url for capture in captures] == ["https://x.example/a"]


def test_what_one_file_unpacks_to_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(members, "LEAST_ROOM", 4_000_000)
    monkeypatch.setattr(members, "ROOM_PER_BYTE", 1)
    report = imported(tmp_path, gzip.compress(record(b"\0" * 3_000_000)) * 20)
    assert report.imported + report.known <= 2
    assert "unpacks to far more" in report.problems[-1].reason


def test_members_of_a_gzip_body_take_linear_time(monkeypatch: pytest.MonkeyPatch) -> None:
    fed: list[int] = []
    original = bodies._piece

    def counted(machine: object, data: bytes, room: int, limit: int) -> bytes:
        fed.append(len(data))
        return original(machine, data, room, limit)

    monkeypatch.setattr(bodies, "_piece", counted)
    copied = []
    for count in (1000, 4000):
        fed.clear()
        body = gzip.compress(b"") * count + gzip.compress(PAGE)
        assert archive.decode(body, [("Content-Encoding", "gzip")]) == PAGE
        copied.append(sum(fed))
    assert copied[1] < 5 * copied[0]


def test_the_second_of_two_imports_says_that_one_is_under_way(tmp_path: Path) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def hold() -> None:
        with held(tmp_path / "data" / ".import.lock", "dalel archive import of first.warc.gz"):
            begun.set()
            go_on.wait(20)

    first = threading.Thread(target=hold)
    first.start()
    assert begun.wait(20)
    try:
        with pytest.raises(Busy, match=r"import of first.warc.gz \(process"):
            imported(tmp_path, gzip.compress(record()))
    finally:
        go_on.set()
        first.join()
    assert imported(tmp_path, gzip.compress(record())).imported == 1
