"""Feeds, sitemaps, listings, JSON answers: whole, strange and hostile."""

import gzip
import json
import os
from datetime import date

import pytest

from dalel import archive, paths
from dalel.crawler.addresses import is_private, normalise
from dalel.crawler.feeds import read_date, read_feed
from dalel.crawler.listings import read_answer, read_listing
from dalel.crawler.sitemaps import read_sitemap

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><link>http://a.example/</link>
<item><title>Бір</title><link>http://a.example/p/1</link><pubDate>Wed, 04 Mar 2026 10:00:00 +0500</pubDate></item>
<item><guid>http://a.example/p/2</guid></item><item><guid isPermaLink="false">77</guid></item></channel></rss>"""
SLOPPY = RSS.replace("<title>Бір</title>", "<title>A & B &nbsp; <b></title>")
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="self" href="/x"/><link href="/p/1"/>
<updated>2026-03-04T23:30:00+05:00</updated></entry></feed>"""
NEWS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> http://a.example/p/1 </loc><lastmod>2026-03-09</lastmod>
<news:news><news:publication_date>2026-03-04T10:00+05:00</news:publication_date></news:news></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>http://a.example/s1.xml.gz</loc><lastmod>2026-03-04</lastmod></sitemap></sitemapindex>"""
LAUGHS = """<!DOCTYPE lolz [<!ENTITY lol "lol">""" + "".join(
    f'<!ENTITY lol{n} "{f"&lol{n - 1 or str()};" * 10}">' for n in range(1, 10)
)
LAUGHS += "]><rss><channel><item><link>http://a.example/p/&lol9;</link></item></channel></rss>"
OUTSIDE = """<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><item><link>http://a.example/&x;</link></item></rss>"""


@pytest.mark.parametrize(
    ("payload", "links"),
    [
        (RSS, [("http://a.example/p/1", date(2026, 3, 4)), ("http://a.example/p/2", None)]),
        (ATOM, [("/p/1", date(2026, 3, 4))]),
        ("\n  " + RSS, [("http://a.example/p/1", date(2026, 3, 4)), ("http://a.example/p/2", None)]),
        (
            RSS.replace("<title>Бір</title>", "<title>A & B &nbsp; <b></title>"),
            [("http://a.example/p/1", date(2026, 3, 4))],
        ),
    ],
    ids=["RSS", "Atom", "space before the declaration", "unescaped signs"],
)
def test_feeds(payload, links):
    assert [(link.url, link.dated) for link in read_feed(payload.encode()).pages][: len(links)] == links


@pytest.mark.parametrize("payload", [b"", b"  ", b"<html><p>404</p></html>", b"\x00\x01", RSS[:60].encode(), b"{}"])
def test_what_is_no_feed_says_so(payload):
    found = read_feed(payload)
    assert found.pages == () and found.trouble


def test_entities_are_neither_unfolded_nor_fetched():
    assert len(read_feed(LAUGHS.encode()).pages) <= 1
    assert all(len(link.url) < 100 for link in read_feed(LAUGHS.encode()).pages)
    assert not any("root:" in link.url for link in read_feed(OUTSIDE.encode()).pages)


def test_sitemaps():
    (link,) = read_sitemap(NEWS.encode()).pages
    assert (link.url, link.dated) == ("http://a.example/p/1", date(2026, 3, 4))
    assert read_sitemap(gzip.compress(NEWS.encode())).pages == (link,)
    index = read_sitemap(INDEX.encode())
    assert index.pages == () and [link.url for link in index.more] == ["http://a.example/s1.xml.gz"]
    assert [link.url for link in read_sitemap(RSS.encode()).pages][:1] == ["http://a.example/p/1"]


def test_sitemap_bombs_are_refused_and_endless_ones_cut():
    bomb = read_sitemap(gzip.compress(b"<urlset>" + b" " * (60 << 20)))
    assert "unpacks to more than" in bomb.trouble and bomb.pages == ()
    assert "damaged" in read_sitemap(b"\x1f\x8b" + b"rubbish" * 9).trouble
    many = "<urlset>" + "".join(f"<url><loc>http://a.example/p/{n}</loc></url>" for n in range(50_010)) + "</urlset>"
    found = read_sitemap(many.encode())
    assert len(found.pages) == 50_000 and "50010 entries" in found.trouble


@pytest.mark.parametrize("next_link", ['rel="next" href="?page=2"', 'href="?page=2"'])
def test_listings(next_link):
    word = "" if "rel" in next_link else "Следующая"
    found = read_listing(f'<a href="/p/1">Бір</a><a {next_link}>{word}</a><a>no</a>'.encode("cp1251"), "cp1251")
    assert [link.url for link in found.pages] == ["/p/1", "?page=2"]
    assert [link.url for link in found.more] == ["?page=2"]
    assert read_listing(b"", None).trouble


def test_answers():
    answer = {
        "items": [{"id": 7, "url": "/p/7", "body": "text", "draft": True}],
        "next_page": "/v3/x?page=2",
        "total": 9,
    }
    found = read_answer(json.dumps(answer).encode(), "http://a.example/v3/x?page=1")
    assert [link.url for link in found.pages] == ["http://a.example/v3/x/7", "/p/7"]
    assert [link.url for link in found.more] == ["/v3/x?page=2"]
    assert read_answer(b"<html>", "http://a.example/").trouble
    assert read_answer(b"[" * 100_000, "http://a.example/").trouble
    assert read_answer(b"[" * 500 + b"]" * 500, "http://a.example/").pages == ()


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("HTTP://A.Example:80/p/1?utm_source=tg&id=5&fbclid=x#comments", "http://a.example/p/1?id=5"),
        ("//a.example/p/1", "http://a.example/p/1"),
        ("../p/2?page=3&a=1", "http://a.example/p/2?page=3&a=1"),
        ("https://a.example:8443", "https://a.example:8443/"),
        ("http://a.example/жаңалық/бір екі", "http://a.example/%D0%B6%D0%B0%D2%A3%D0%B0%D0%BB%D1%8B%D2%9B/%D0%B1%D1%96%D1%80%20%D0%B5%D0%BA%D1%96"),
        ("http://a.example/%D0%B6", "http://a.example/%D0%B6"),
        ("http://қала.example/", "http://xn--80aa4a2l.example/"),
        ("mailto:a@b.example", None),
        ("javascript:void(0)", None),
        ("http://[broken/", None),
        ("http://a.example:port/", None),
        ("http://a.example/" + "x" * 3000, None),
    ],
)  # fmt: skip
def test_one_address_a_page(address, kept):
    found = normalise(address, "http://a.example/list/")
    assert found == kept or (kept and "xn--" in kept and "xn--" in str(found))


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
     "::1", "fd00::1", "fe80::1%eth0", "::ffff:10.0.0.1", "[::1]", "2002:0a00:0001::1", "64:ff9b::a00:1",
     "2001:0:4136:e378:8000:63bf:f5ff:fffe"],
)  # fmt: skip
def test_private_addresses(address):
    assert is_private(address)


def test_public_addresses_and_names_are_not_private():
    assert not is_private("93.184.216.34") and not is_private("2606:2800:220:1::1")
    assert not is_private("64:ff9b::5db8:d822")
    assert not is_private("a.example")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Wed, 04 Mar 2026 23:30:00 +0500", date(2026, 3, 4)),
        ("2026-03-04T01:00:00Z", date(2026, 3, 4)),
        ("кеше", None),
        ("", None),
    ],
)
def test_dates_of_feeds(text, day):
    assert read_date(text) == day


def test_all_ways_in_lead_to_each_page_once(site, links, source, crawl, tmp_path):
    here = site.root
    packed = gzip.compress(NEWS.replace("http://a.example", here).encode())
    site.answers |= {
        "/feed": (200, {"Content-Type": "application/rss+xml"}, RSS.replace("http://a.example", here).encode()),
        "/map": INDEX.replace("http://a.example", here).encode(),
        "/s1.xml.gz": (200, {"Content-Type": "application/gzip"}, packed),
        "/list": links("/p/1", "/p/3", "http://other.invalid/p/9"),
        "/api?page=1": json.dumps({"items": [{"url": "/p/4"}], "next_page": "/api?page=2"}).encode(),
        "/api?page=2": json.dumps({"items": [{"url": "/p/5"}]}).encode(),
        **{f"/p/{number}": f"<p>{number}</p>".encode() for number in range(1, 6)},
    }  # fmt: skip
    report = crawl(
        tmp_path, source(site, feeds=(f"{here}/feed",), sitemaps=(f"{here}/map",), apis=(f"{here}/api?page=1",))
    )
    assert (report.sources[0].fetched, report.problems) == (5, ())
    assert [site.asked(f"/p/{number}") for number in range(1, 6)] == [1] * 5
    assert {entry.role for _, entry in archive.history(paths.workspace(tmp_path).raw)[0]} == {
        "robots", "feed", "sitemap", "listing", "api", "page",
    }  # fmt: skip


def test_paging_goes_on_while_it_shows_something_new_and_then_ends(site, links, source, crawl, tmp_path):
    for number in range(1, 60):
        shown = min(number, 4)  # from the fourth on every page shows the same: paging that never ends
        site.answers[f"/list?page={number}"] = links(f"/p/{shown}", f"/p/{shown}0")
    site.answers |= {f"/p/{number}": b"<p>x</p>" for number in (1, 10, 2, 20, 3, 30, 4, 40)}
    report = crawl(tmp_path, source(site, listings=(f"{site.root}/list?page={{page}}",)))
    assert report.sources[0].fetched == 8
    assert [path for path in site.paths() if path.startswith("/list")] == [f"/list?page={n}" for n in range(1, 6)]


def test_paging_that_always_shows_something_new_is_cut_and_reported(site, links, source, crawl, tmp_path, monkeypatch):
    (tmp_path / "few").mkdir()
    few = "import dalel.crawler.spider\ndalel.crawler.spider.MAX_CHAIN = 7\n"  # in the crawling process; else 1000
    (tmp_path / "few" / "sitecustomize.py").write_text(few, "utf-8")
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path / 'few'}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    site.answers |= {f"/list?page={n}": links(f"/p/{n}") for n in range(1, 30)}
    report = crawl(tmp_path / "home", source(site, listings=(f"{site.root}/list?page={{page}}",)), dry_run=True)
    assert (
        len(report.sources[0].would_fetch) == 7 and site.asked("/list?page=7") == 1 and not site.asked("/list?page=8")
    )
    assert any("stopped after 7 pages of this listing" in problem.reason for problem in report.problems)


def test_listings_in_a_circle_end(site, links, source, crawl, tmp_path):
    for here, there in (("/list", "/list2"), ("/list2", "/list")):
        site.answers[here] = f'<a rel="next" href="{there}">→</a>'.encode() + links(f"/p{here}/1")
        site.answers[f"/p{here}/1"] = b"<p>x</p>"
    assert crawl(tmp_path, source(site)).sources[0].fetched == 2
    assert site.asked("/list") == site.asked("/list2") == 1


def test_a_dry_run_shows_addresses_and_archives_nothing(site, links, source, crawl, tmp_path):
    site.answers["/list"] = links("/p/1", "/p/2")
    report = crawl(tmp_path, source(site), dry_run=True)
    assert report.sources[0].would_fetch == (f"{site.root}/p/1", f"{site.root}/p/2")
    assert site.paths() == ["/robots.txt", "/list"]
    assert not (tmp_path / "data").exists()


def test_a_limit_and_days(site, source, crawl, tmp_path):
    days = {1: "2026-03-01", 2: "2026-03-02", 3: "2026-03-03"}
    entries = "".join(f"<url><loc>{site.root}/p/{n}</loc><lastmod>{day}</lastmod></url>" for n, day in days.items())
    site.answers["/map"] = f"<urlset>{entries}<url><loc>{site.root}/p/4</loc></url></urlset>".encode()
    site.answers |= {f"/p/{number}": b"<p>x</p>" for number in (1, 2, 3, 4)}
    trial = source(site, listings=(), sitemaps=(f"{site.root}/map",), at_least=4)
    assert crawl(tmp_path / "a", trial, limit=1).sources[0].fetched == 1
    report = crawl(tmp_path / "b", trial, since=date(2026, 3, 2), until=date(2026, 3, 2))
    assert set(site.paths()[-2:]) == {"/p/2", "/p/4"} and report.sources[0].fetched == 2
    assert not report.needs_a_person, "a narrowed crawl cannot tell whether the site has changed"


def test_a_site_that_changed_is_named(site, source, crawl, tmp_path):
    site.answers["/list"] = b'<a href="/news/1">moved house</a>'
    report = crawl(tmp_path, source(site, at_least=5, feeds=(f"{site.root}/feed",)))
    assert report.needs_a_person
    assert "trial yielded 0 pages, at least 5 were expected" in report.problems[0].reason
    assert "/feed: gone (status 404)" in report.problems[0].reason
    assert archive.history(paths.workspace(tmp_path).raw)[0], "what was seen is archived all the same"
