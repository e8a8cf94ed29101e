"""Broken feeds and sitemaps are read as far as they go; a lost one is named with its cause; one crawl at a time."""

from __future__ import annotations

import base64
import gzip
import threading
from datetime import date

import pytest
from scrapy.http import Response
from scrapy.http.headers import Headers

from dalel import paths
from dalel.archive import UndecodableBody, decode
from dalel.crawler import answers, keyed
from dalel.crawler.feeds import read_date, read_feed
from dalel.crawler.keys import Key
from dalel.crawler.sitemaps import read_sitemap
from dalel.errors import Busy
from dalel.faults import Guard
from dalel.locks import held
from dalel.records import Problem

TOLD = b"<p>The region opened 12 schools in 2023, the akimat said.</p>"
PAGE = b"<html><body><h1>Schools of the region</h1>%s</body></html>" % TOLD


def feed(*items: str, head: str = '<?xml version="1.0" encoding="utf-8"?>') -> bytes:
    return f"{head}<rss version='2.0'><channel><title>x</title>{''.join(items)}</channel></rss>".encode()


def item(number: int, more: str = "", title: str = "t") -> str:
    return f"<item><title>{title}</title>{more}<link>https://a.example/p/{number}</link></item>"


@pytest.mark.parametrize(
    "odd",
    [
        "&#55357;&#56832;", "&#xD83D;&#xDE00;", "&#xd83d; alone", "&#56832;", "&#5;", "&#x1b;", "&#0;",
        "&#99999999999;", "&nbsp;&laquo;Школы&raquo;&mdash;", "a & b", "a&b=c", "AT&T", "&unknown;", "\x01\x08\x1b",
        "<:x>", "<b:c:d/>", "<a:b xmlns:a=''/>", "<![CDATA[a & b &#5;]]>", "</title><title>", "<br>", "<3",
    ],
)  # fmt: skip
def test_an_odd_item_costs_no_other(odd: str) -> None:
    found = read_feed(feed(item(1), item(2, title=odd), item(3)))
    pages = [link.url for link in found.pages]
    assert pages[0] == "https://a.example/p/1"
    assert "https://a.example/p/3" in pages
    told = f"<url><loc>https://a.example/p/1</loc></url><url><loc>https://a.example/p/2</loc><t>{odd}</t></url>"
    found = read_sitemap(f"<urlset>{told}<url><loc>https://a.example/p/3</loc></url></urlset>".encode())
    assert {"https://a.example/p/1", "https://a.example/p/3"} <= {link.url for link in found.pages}


@pytest.mark.parametrize(
    ("printed", "address"),
    [
        ("x?option=news&id=7&lang=kk", "x?option=news&id=7&lang=kk"),
        ("x?option=news&amp;id=7&amp;lang=kk", "x?option=news&id=7&lang=kk"),
        ("x?option=news&amp;amp;id=7", "x?option=news&id=7"),
        ("x?a=1&copy=2&lt=3&reg=4", "x?a=1&copy=2&lt=3&reg=4"),
        ("<![CDATA[x?a=1&b=2]]>", "x?a=1&b=2"),
        ("x?a=1&&b=2&", "x?a=1&&b=2&"),
        ("x?q=%D0%B0&#38;b=2", "x?q=%D0%B0&b=2"),
    ],
)
def test_bare_ampersands_stay_in_addresses(printed: str, address: str) -> None:
    printed, address = (text.replace("x?", "https://a.example/p?") for text in (printed, address))
    told = f"<urlset><url><loc>{printed}</loc></url></urlset>".encode()
    assert [link.url for link in read_sitemap(told).pages] == [address]
    assert [link.url for link in read_feed(feed(f"<item><link>{printed}</link></item>")).pages] == [address]


def test_a_feed_in_utf_16_is_mended_too() -> None:
    payload = feed(item(1, title="a & b &#55357;"), head='<?xml version="1.0" encoding="UTF-16"?>').decode()
    assert len(read_feed(payload.encode("utf-16")).pages) == 1


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Пт, 01 май 2020 10:00:00 +0600", date(2020, 5, 1)), ("1 мая 2020", date(2020, 5, 1)),
        ("Пт, 01 мая 2020 г.", date(2020, 5, 1)), ("01 янв. 2020 10:00", date(2020, 1, 1)),
        ("2020 ж. 1 мамыр", date(2020, 5, 1)), ("01.05.2020 10:00", date(2020, 5, 1)),
        ("Mon, 02 Jan 2023 99999999999999999999:00:00 +0000", None), ("2020-05-01T10:00:00Z", date(2020, 5, 1)),
        ("Fri, 01 May 2020 10:00:00 GMT", date(2020, 5, 1)), ("9" * 5000, None), ("soon", None),
    ],
)  # fmt: skip
def test_days_of_feeds(text: str, day: date | None) -> None:
    found = read_date(text)
    assert found == day or (day is None and found == date(2023, 1, 2))


@pytest.mark.parametrize(
    "payload",
    [
        b"https://a.example/p/1\nhttps://a.example/p/2\n",
        b"\xef\xbb\xbfhttps://a.example/p/1\r\nhttps://a.example/p/2",
        b"\n  https://a.example/p/1  \n\nHTTPS://a.example/p/2\nno address\n",
        gzip.compress(b"https://a.example/p/1\nhttps://a.example/p/2\n", mtime=0),
    ],
)
def test_a_sitemap_that_is_a_text_file(payload: bytes) -> None:
    found = [link.url.lower() for link in read_sitemap(payload).pages]
    assert found == ["https://a.example/p/1", "https://a.example/p/2"]


def test_text_without_an_address_is_no_sitemap() -> None:
    assert "unreadable" in (read_sitemap(b"nothing to see here").trouble or "")


def test_a_fault_while_a_way_in_is_read_names_it(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    def failing(*_: object) -> None:
        raise OverflowError("too far")

    monkeypatch.setattr(answers, "read", failing)
    guard = Guard(tmp_path / "faults.log")
    found = guard.attempt("collect", "https://a.example/rss", lambda: answers.read("feed", None, ""))  # type: ignore[arg-type]
    assert isinstance(found, Problem)
    assert "OverflowError" in found.reason


def test_a_crawl_by_a_text_sitemap_and_a_broken_feed(site, source, crawl, tmp_path) -> None:  # type: ignore[no-untyped-def]
    site.answers = {
        "/p/1": PAGE, "/p/2": PAGE, "/p/3": PAGE,
        "/sitemap.txt": (200, {"Content-Type": "text/plain"}, f"{site.root}/p/1\n{site.root}/p/2\n".encode()),
        "/rss": feed(item(9, title="&#55357;&#56832;").replace("https://a.example/p/9", f"{site.root}/p/3")),
    }  # fmt: skip
    trial = source(site, listings=(), feeds=(f"{site.root}/rss",), sitemaps=(f"{site.root}/sitemap.txt",))
    report = crawl(tmp_path / "home", trial)
    assert sorted(path for path in site.paths() if path.startswith("/p/")) == ["/p/1", "/p/2", "/p/3"]
    assert not report.problems


def test_the_second_of_two_crawls_says_that_one_is_under_way(site, source, crawl, links, tmp_path) -> None:  # type: ignore[no-untyped-def]
    home = tmp_path / "home"
    begun, go_on = threading.Event(), threading.Event()

    def slow(_: object) -> bytes:
        begun.set()
        go_on.wait(20)
        return links("/p/1")

    site.answers = {"/list": slow, "/p/1": PAGE}
    first = threading.Thread(target=crawl, args=(home, source(site)))
    first.start()
    try:
        assert begun.wait(20)
        with pytest.raises(Busy, match=r"dalel collect of trial \(process \d+ on .*, since .* UTC\) is under way"):
            crawl(home, source(site))
    finally:
        go_on.set()
        first.join()
    assert site.asked("/p/1") == 1
    assert not list((home / "data").glob(".*.lock"))
    crawl(home, source(site))  # and goes on when the first is done


def test_a_lock_of_one_that_died_is_free(tmp_path) -> None:  # type: ignore[no-untyped-def]
    lock = paths.workspace(tmp_path).lock("import")
    lock.parent.mkdir()
    lock.write_text("dalel archive import of x (process 1)")
    with held(lock, "dalel archive import of y"):
        assert "import of y" in lock.read_text()
        with pytest.raises(Busy, match="import of y"), held(lock, "z"):
            pass
    assert not lock.exists()


VALUE = "s3cret/Key+of=ours&more"
RAW = VALUE.encode()
SHOWN = [
    RAW, RAW.upper(), RAW.lower(), VALUE.encode("utf-16-le"), VALUE.encode("utf-16-be"), base64.b64encode(RAW),
    base64.b64encode(b"a" + RAW), base64.b64encode(b"ab:" + RAW + b"z"), base64.urlsafe_b64encode(RAW),
    RAW.hex().encode(), RAW.hex().upper().encode(), "".join(f"&#{ord(c)};" for c in VALUE).encode(),
    "".join(f"&#x{ord(c):X};" for c in VALUE).encode(), "".join(f"\\u{ord(c):04x}" for c in VALUE).encode(),
    b"s3cret%2FKey%2Bof%3Dours%26more", b"s3cret&#47;Key+of=ours&amp;more", b"s3cret\\/Key+of=ours&more",
]  # fmt: skip


@pytest.fixture
def key(site, source):  # type: ignore[no-untyped-def]
    return Key(source(site), "TRIAL_KEY", VALUE, None)


@pytest.mark.parametrize("shown", SHOWN)
@pytest.mark.parametrize("packed", ["plain", "gzip", "file", "cut", "cut file", "damaged"])
def test_no_form_of_a_key_stays_in_an_answer(key: Key, shown: bytes, packed: str) -> None:
    body = b"your key is " + shown + b" and so on. " + bytes(range(256)) * 4
    headers = Headers()
    if packed != "plain":
        body = gzip.compress(body)
        if "file" not in packed:
            headers["Content-Encoding"] = "gzip"
        if "cut" in packed:
            body = body[:-8]
        if packed == "damaged":
            body = body[:60] + bytes([body[60] ^ 0xFF]) + body[61:]
    response, removed = keyed.without_key(Response("https://a.example/x", headers=headers, body=body), key)
    assert removed
    try:
        kept = decode(response.body, [("Content-Encoding", "gzip")])
    except UndecodableBody:
        kept = response.body
    assert shown not in kept
    assert shown.lower() not in kept.lower()


def test_an_answer_without_the_key_stays_as_it_is(key: Key) -> None:
    body = gzip.compress(b"nothing of it")
    response = Response("https://a.example/x", headers=Headers({"Content-Encoding": "gzip"}), body=body)
    assert keyed.without_key(response, key) == (response, 0)
