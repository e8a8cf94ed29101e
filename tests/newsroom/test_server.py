"""Every page once over real loopback HTTP, asked for as a client asks a forward proxy."""

from __future__ import annotations

import dataclasses
import gzip
from collections.abc import Callable
from typing import Any

import pytest

import newsroom
from newsroom import sites
from newsroom.catalogue import load_catalogue
from newsroom.pages import load_pages
from newsroom.server import Newsroom

PAGES = load_pages()
CATALOGUE = load_catalogue()


@pytest.mark.parametrize("page_id", PAGES)
def test_page_shows_its_text_and_its_furniture(client: Any, shown: Callable[[Any], str], page_id: str) -> None:
    page = PAGES[page_id]
    answer = client.get(CATALOGUE.payload(page)[0])
    text = shown(answer)
    assert answer.status == 200
    for expected in (page.title, *page.paragraphs, page.lead or "", page.published_text or ""):
        assert expected in text
    kind = CATALOGUE.sites[page.host].kind
    for name in ("counters", "ticker", "comments"):
        if kind == "api" and name == "ticker":
            continue
        shown_entries = getattr(page.furniture, name)[:1] if kind == "api" else getattr(page.furniture, name)
        assert all(entry in text for entry in shown_entries), name
    for related in page.furniture.related:
        assert related.title in text
        assert (related.date or "") in text


@pytest.mark.parametrize("page_id", PAGES)
def test_page_says_that_it_is_a_retelling(client: Any, shown: Callable[[Any], str], page_id: str) -> None:
    page = PAGES[page_id]
    answer = client.get(page.url)
    assert CATALOGUE.sites[page.host].words["notice"] in shown(answer)
    decoded = answer.body.decode(answer.charset or "utf-8")
    assert page.retold_from.replace("&", "&amp;") in decoded


@pytest.mark.parametrize("page_id", [page.id for page in PAGES.values() if page.published_text is None])
def test_a_page_without_a_printed_date_has_none_in_markup(client: Any, page_id: str) -> None:
    body = client.get(CATALOGUE.payload(PAGES[page_id])[0]).text
    for sign in ("published_time", "datePublished", "<time", 'entry-date"', '"created_date": "'):
        assert sign not in body


def test_windows_1251_is_declared_and_served(client: Any) -> None:
    answer = client.get(PAGES["turkistan-cameras-ru"].url)
    assert answer.charset == "windows-1251"
    assert b"charset=windows-1251" in answer.body
    assert PAGES["turkistan-cameras-ru"].title.encode("cp1251") in answer.body
    with pytest.raises(UnicodeDecodeError):
        answer.body.decode("utf-8")


def test_one_page_names_no_charset(client: Any) -> None:
    answer = client.get(PAGES["east-kazakhstan-computers-kk-1"].url)
    assert answer.headers["content-type"] == "text/html"
    assert b"charset" not in answer.body


def test_arabic_pages_run_from_right_to_left(client: Any) -> None:
    for page in PAGES.values():
        if page.script == "Arab":
            assert "<html" in client.get(page.url).text and ' dir="rtl"' in client.get(page.url).text


def test_markup_in_a_title_is_escaped() -> None:
    title = "<script>alert('1')</script> \"5 < 6\" & co"
    page = dataclasses.replace(PAGES["atyrau-computers-ru"], title=title, paragraphs=("<b>one</b>",))
    one_per_kind = {site.kind: site for site in CATALOGUE.sites.values()} | {
        "feed": CATALOGUE.sites["infozakon.example"]
    }
    for site in one_per_kind.values():
        altered = dataclasses.replace(site, pages=(dataclasses.replace(page, host=site.host),))
        for resource in sites.resources(altered):
            target, body = resource.target, resource.body.decode(site.charset, "replace")
            assert "<script>alert" not in body or resource.content_type.startswith("application/json"), target
            assert "<b>one</b>" not in body, target


def test_head_unchanged_gzip_and_keep_alive(client: Any) -> None:
    url = PAGES["atyrau-computers-ru"].url
    plain = client.get(url)
    assert client.get(url, method="HEAD").body == b""
    assert client.get(url, method="HEAD").headers["content-length"] == str(len(plain.body))
    packed = client.get(url, Accept_Encoding="gzip, deflate")
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert packed.headers["etag"] != plain.headers["etag"]
    assert client.get(url, If_None_Match=plain.headers["etag"]).status == 304
    assert client.get(url, If_None_Match='"other"').status == 200
    assert client.get(url, If_Modified_Since=plain.headers["last-modified"]).status == 304
    assert "date" not in plain.headers


def test_origin_form_unknown_hosts_and_missing_pages(server: Newsroom, client: Any) -> None:
    page = PAGES["atyrau-computers-ru"]
    assert client.get(page.target, Host=page.host).body == client.get(page.url).body
    assert client.get("http://unknown.example/").status == 502
    assert client.get("/", Host="unknown.example").status == 404
    assert client.get(f"http://{page.host}/news/gone").status == 404
    assert "mgorod.example" in client.get("/", Host=f"127.0.0.1:{server.server_port}").text


def test_tracking_parameters_do_not_hide_a_page(client: Any) -> None:
    page = PAGES["kazakhstan-kindergartens-kk"]
    assert page.target == "/?p=172207"
    assert client.get(f"{page.url}&utm_source=rss").body == client.get(page.url).body
    assert client.get(f"http://{page.host}/").body != client.get(page.url).body


def test_the_log_lists_requests_in_order() -> None:
    import http.client

    with newsroom.serve() as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        for target in ("/robots.txt", "/news/?PAGEN_1=1"):
            connection.request("GET", f"http://mgorod.example{target}", headers={"User-Agent": "tester"})
            connection.getresponse().read()
        connection.close()
    assert [(r.method, r.host, r.target, r.status, r.agent) for r in server.log] == [
        ("GET", "mgorod.example", "/robots.txt", 200, "tester"),
        ("GET", "mgorod.example", "/news/?PAGEN_1=1", 200, "tester"),
    ]
    assert server.log[0].at <= server.log[1].at
