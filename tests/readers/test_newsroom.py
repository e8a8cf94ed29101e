"""The archived pages of the sample newsroom: what is read from their HTML and JSON against what a person read.

Floors in tests/floors/readers.json may only rise.
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from dalel import archive, paths, readers
from dalel.records import Document
from dalel.sources import load_sources
from newsroom.hosts import load_sites
from newsroom.pages import Page, load_pages

PROJECT = Path(__file__).resolve().parents[2]
RAW = PROJECT / "data" / "raw"
FLOORS = json.loads((PROJECT / "tests" / "floors" / "readers.json").read_text("utf-8"))
PAGES = load_pages()
WORD = re.compile(r"\w+")
NUMBER = re.compile(r"\d+(?:[ \u00a0.,]\d+)*")


@cache
def documents() -> dict[str, Document]:
    """Page id -> the document read from the archive with the source's landmarks."""
    landmarks = {one.id: one.landmarks for one in load_sources(paths.scrapers()).values()}
    found: dict[str, Document] = {}
    captures, problems = archive.load_captures(RAW)
    assert not problems
    for capture in captures:
        if capture.source.startswith("sample-"):
            document = readers.read(archive.read_payload(RAW, capture), capture, landmarks[capture.source])
            if page := _page_of(document):
                found[page.id] = document
    return found


def _page_of(document: Document) -> Page | None:
    address = document.canonical_url or document.url
    return next((page for page in PAGES.values() if urlsplit(page.url).path == urlsplit(address).path), None)


def words(text: str) -> Counter[str]:
    return Counter(WORD.findall(html.unescape(text).lower()))


def shown(page: Page) -> str:
    """What the page says: lead and paragraphs, a lead that repeats title or beginning once, the credit line not."""
    lead = page.lead if page.lead and page.lead not in (page.title, page.paragraphs[0]) else ""
    return "\n".join([lead, *(line for line in page.paragraphs if not line.startswith("Источник:"))])


def share(score: str) -> float:
    return float(FLOORS[score])


def test_every_page_was_read() -> None:
    assert set(documents()) == set(PAGES)


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda page: page.id)
def test_its_words_are_those_of_the_article(page: Page) -> None:
    document = documents()[page.id]
    wanted, got = words(shown(page)), words(f"{document.lead or ''}\n{document.text}")
    common = sum((wanted & got).values())
    assert common / sum(wanted.values()) >= share("page_recall"), wanted - got
    assert common / sum(got.values()) >= share("page_precision"), got - wanted


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda page: page.id)
def test_no_number_of_the_furniture_is_left(page: Page) -> None:
    document = documents()[page.id]
    left = "\n".join(filter(None, (document.title, document.lead, document.text)))
    furniture = page.furniture
    chrome = [*furniture.counters, *furniture.ticker, *furniture.comments, *(one.title for one in furniture.related)]
    said = html.unescape("\n".join(filter(None, (page.title, page.lead, *page.paragraphs))))
    foreign = {n for line in chrome for n in NUMBER.findall(line)} - set(NUMBER.findall(said))
    assert not foreign & set(NUMBER.findall(left))
    assert not [line for line in chrome if len(line) > 12 and line in left]


def test_titles_dates_languages_and_scripts() -> None:
    right: Counter[str] = Counter()
    for page in PAGES.values():
        document = documents()[page.id]
        in_address = re.search(r"/\d{4}/\d\d/\d\d/", page.url)
        published = page.published if page.published_text or in_address else None
        right["title"] += document.title == html.unescape(page.title)
        right["published"] += document.published == published
        right["language"] += document.language == page.language
        right["script"] += document.script == page.script
    assert {name: right[name] for name in sorted(right)} == {name: len(PAGES) for name in sorted(right)}


@pytest.mark.parametrize(
    ("page", "credit"),
    [
        ("kazakhstan-cameras-ru-1", "Tengrinews.kz"),
        ("kazakhstan-kindergartens-ru-1", "Turantimes.kz"),
        ("kazakhstan-kindergartens-ru-2", "Kazinform"),
        ("kazakhstan-kindergartens-ru-3", "КазТАГ"),
        ("kazakhstan-project-office-ru", "КазТАГ"),
        ("kyzylorda-cameras-kk-latn", "Egemen.kz"),
        ("shymkent-kindergartens-ru-2", "Informburo.kz"),
        ("shymkent-kindergartens-ru-3", "BaigeNews.kz"),
        ("turkistan-cameras-kk-2", "Хабар 24"),
        ("turkistan-cameras-ru", "Azattyq Rýhy"),
        ("turkistan-computers-ru-1", "Казинформ"),
        ("turkistan-computers-ru-3", "BaigeNews.kz"),
        ("zhambyl-cameras-kk", "24KZ"),
        ("atyrau-computers-ru", None),
    ],
)
def test_whom_a_page_credits(page: str, credit: str | None) -> None:
    assert documents()[page].credit == credit


def test_the_outlet_is_named_as_the_page_names_it() -> None:
    sites = load_sites(PAGES.values())
    named = {page.id: sites[page.host].name for page in PAGES.values() if sites[page.host].kind != "api"}
    assert {identity: documents()[identity].outlet for identity in named} == named
