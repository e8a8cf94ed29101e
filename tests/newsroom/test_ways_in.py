"""Robots, feeds, sitemaps, lists and the API: parsed as a crawler would, and together they lead to every page."""

from __future__ import annotations

import gzip
import json
import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from protego import Protego

from dalel.paths import scrapers
from dalel.sources import Source, load_sources
from newsroom.catalogue import load_catalogue
from newsroom.pages import load_pages

PAGES = load_pages()
CATALOGUE = load_catalogue()
SOURCES = {name: source for name, source in load_sources(scrapers()).items() if source.sample}
WANTED = {CATALOGUE.payload(page)[0]: page for page in PAGES.values()}
ATOM = "{http://www.w3.org/2005/Atom}"
NEXT_PAGE = re.compile(r"PAGEN_1=|[?&]start=|/page/|[?&]page=")
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a" and (href := dict(attrs).get("href")):
            self.links.append(href)


def _tree(body: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(body)  # noqa: S314 - our own server's answer


def _feed(client: Any, url: str) -> set[str]:
    tree = _tree(client.get(url).body)
    if tree.tag == f"{ATOM}feed":
        return {link.get("href", "") for link in tree.iterfind(f"{ATOM}entry/{ATOM}link")}
    return {link.text or "" for link in tree.iterfind("channel/item/link")}


def _sitemap(client: Any, url: str) -> set[str]:
    body = client.get(url).body
    tree = _tree(gzip.decompress(body) if url.endswith(".gz") else body)
    found = [loc.text or "" for loc in tree.iter(f"{SITEMAP}loc")]
    if tree.tag == f"{SITEMAP}sitemapindex":
        return set().union(*(_sitemap(client, part) for part in found))
    return set(found)


def _listing(client: Any, url: str, article: str) -> set[str]:
    found: set[str] = set()
    waiting, seen = [url], set()
    while waiting:
        page = waiting.pop()
        seen.add(page)
        parser = _Links()
        parser.feed(client.get(page).text)
        links = [urljoin(page, href).partition("#")[0] for href in parser.links]
        found |= {link for link in links if re.search(article, link)}
        waiting += [
            link for link in links if re.search(r"PAGEN_1=|[?&]start=|/page/|[?&]page=", link) and link not in seen
        ]
    return found


def _expected(source: Source, host: str) -> set[str]:
    return {url for url in WANTED if urlsplit(url).netloc == host and host in source.hosts}


@pytest.mark.parametrize("name", SOURCES)
def test_every_start_point_leads_to_all_pages_of_its_host(client: Any, name: str) -> None:
    source = SOURCES[name]
    for ways, read in ((source.sitemaps, _sitemap), (source.feeds, _feed)):
        for url in ways:
            host = urlsplit(url).netloc
            if CATALOGUE.sites[host].feed == "sloppy" and read is _feed:
                with pytest.raises(ElementTree.ParseError):
                    read(client, url)
                continue
            assert read(client, url) == _expected(source, host), url
    for url in source.listings:
        assert _listing(client, url, source.article) == _expected(source, urlsplit(url).netloc), url


def test_the_sources_cover_the_46_pages_and_nothing_twice() -> None:
    hosts = [host for source in SOURCES.values() for host in source.hosts]
    assert sorted(hosts) == sorted(CATALOGUE.sites)
    for url, page in WANTED.items():
        (source,) = (source for source in SOURCES.values() if page.host in source.hosts)
        assert re.search(source.article, url)
        assert page.language in source.languages
        assert page.script in source.scripts
    assert sum(source.at_least for source in SOURCES.values()) == 66


def test_only_articles_match_the_article_expression() -> None:
    served = {f"http://{host}{target}" for host, target in CATALOGUE.resources}
    by_host = {host: source for source in SOURCES.values() for host in source.hosts}
    matching = {url for url in served if re.search(by_host[urlsplit(url).netloc].article, url)}
    assert matching == WANTED.keys()


def test_api_lists_items_and_ends_with_an_empty_page(client: Any) -> None:
    for template in SOURCES["sample-api"].apis:
        first = template.replace("{page}", "1")
        answer = client.get(first)
        assert answer.headers["content-type"].startswith("application/json")
        items = json.loads(answer.body)
        assert {f"{first.partition('?')[0]}/{item['id']}" for item in items} == _expected(
            SOURCES["sample-api"], urlsplit(first).netloc
        )
        assert {"id", "title", "body", "created_date", "slug"} <= items[0].keys()
        assert json.loads(client.get(f"{first.partition('?')[0]}/{items[0]['id']}").body) == items[0]
        assert json.loads(client.get(first.replace("page=1", "page=2")).body) == []
        assert "<p>" not in client.get(items[0]["url"]).text  # the address a person opens is an empty shell


def test_robots_forbid_search_and_print_and_one_host_asks_for_a_delay(client: Any) -> None:
    delays = {}
    for host in CATALOGUE.sites:
        rules = Protego.parse(client.get(f"http://{host}/robots.txt").text)
        assert not rules.can_fetch(f"http://{host}/search/?q=1", "dalel")
        assert not rules.can_fetch(f"http://{host}/print/1", "dalel")
        assert all(rules.can_fetch(url, "dalel") for url in WANTED if urlsplit(url).netloc == host)
        assert all(client.get(url).status == 200 for url in rules.sitemaps)
        delays[host] = rules.crawl_delay("dalel")
    assert {host: delay for host, delay in delays.items() if delay} == {"old.buqara.example": 1.0}


def test_the_careless_feed_still_names_its_articles(client: Any) -> None:
    answer = client.get("http://infozakon.example/rss.xml")
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.body.startswith(b"\n\n<?xml")
    links = re.findall(r"<link>([^<]+)</link>", answer.text)
    assert links[1].endswith(".html?utm_source=rss&utm_medium=feed")
    assert CATALOGUE.find("infozakon.example", links[1].removeprefix("http://infozakon.example")) is not None


def test_landmarks_point_at_title_date_and_text(client: Any) -> None:
    from bs4 import BeautifulSoup

    by_host = {host: source for source in SOURCES.values() for host in source.hosts}
    for url, page in WANTED.items():
        for landmarks in by_host[page.host].landmarks:
            soup = BeautifulSoup(client.get(url).body, "html.parser")
            assert [tag.get_text() for tag in soup.select(landmarks.title or "")] == [page.title], url
            dates = [tag.get_text() for tag in soup.select(landmarks.published or "")]
            assert dates == ([page.published_text] if page.published_text else []), url
            (body,) = soup.select(landmarks.body or "")
            assert all(paragraph in body.get_text() for paragraph in page.paragraphs), url
            assert not any(comment in body.get_text() for comment in page.furniture.comments), url
