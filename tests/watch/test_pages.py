"""The page of what is new and its feeds: complete in three languages, escaped, valid, without a clock."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import pytest

from dalel import watchlog
from dalel.publishing.rendering import render
from dalel.publishing.site import Edition, feeds, news
from dalel.records.news import Failing, PageNews, Watch

ATOM = {"a": "http://www.w3.org/2005/Atom"}
DAY = datetime(2026, 11, 28, 8, tzinfo=UTC)
HOSTILE = 'evil</title><script>alert(1)</script>&"\x07\u202e'


def edition_of(found, noted) -> Edition:
    return Edition(evidence=found.run, watched=noted)


@pytest.fixture
def edition(watched):
    return edition_of(watched.found[1], replace(watchlog.read(watched.space)))


def page(edition, language):
    frame = {"language": language, "sample": edition.evidence.sample, "page": "new", "root": ""}
    return render("site/new.html.j2", **frame, **news.context(edition, language)).decode("utf-8")


@pytest.mark.parametrize(
    ("language", "title", "kind"),
    [
        ("en", "What is new", "newly contradicted"),
        ("ru", "Что нового", "теперь не сходится"),
        ("kk", "Не жаңалық бар", "енді сәйкес келмейді"),
    ],
)
def test_the_page_tells_the_news_in_three_languages(edition, language, title, kind):
    shown = page(edition, language)
    assert f"<h1>{title}" in shown and shown.count(f"<b>{kind}</b>") == 3
    changed = next(one for one in edition.watched.news if one.kind == "changed")
    for claim_id in (changed.former, changed.claim_id):  # before and after lead to their own passports
        assert f'href="passports/{claim_id}.{language}.html"' in shown
    assert f'href="feeds/KZ.cameras.{language}.xml"' in shown
    assert 'type="application/atom+xml"' in shown


def test_the_failing_source_stands_on_the_page_of_its_watch(edition):
    second = replace(edition.watched, watches=edition.watched.watches[:2])
    assert "<b>sample-broken</b>" in page(edition_of_same(edition, second), "en")
    assert "sample-broken" not in page(edition, "en"), "the third watch noted that no source fails"


def edition_of_same(edition, noted):
    return Edition(evidence=edition.evidence, watched=noted)


def test_a_home_that_nobody_watched_says_so_and_has_no_feed(edition):
    empty = edition_of_same(edition, watchlog.Noted())
    shown = page(empty, "en")
    assert "Nobody has watched this archive yet" in shown and ".xml" not in shown


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_feed_is_valid_atom(edition, language):
    seen = set()
    chosen = feeds.chosen(edition)
    assert {("KZ", ""), ("KZ", "cameras"), ("KZ-63", "")} - set(chosen) <= {("KZ-63", "")}
    for region, topic in chosen:
        root = ET.fromstring(feeds.feed(edition, region, topic, language))  # noqa: S314
        assert root.tag == f"{{{ATOM['a']}}}feed" and root.find("a:author/a:name", ATOM).text == "dalel"
        for one in (root, *root.findall("a:entry", ATOM)):  # what RFC 4287, 4.1.1 and 4.1.2, asks of both
            assert one.findtext("a:title", namespaces=ATOM)
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", one.findtext("a:updated", namespaces=ATOM))
            assert len(one.findall("a:id", ATOM)) == 1
        ids = [entry.findtext("a:id", namespaces=ATOM) for entry in root.findall("a:entry", ATOM)]
        assert len(ids) == len(set(ids))
        own = root.findtext("a:id", namespaces=ATOM)
        assert own not in seen and own.startswith("urn:dalel:")
        seen.add(own)


def test_a_feed_holds_what_is_about_its_region_and_topic(edition):
    def kinds(region, topic):
        root = ET.fromstring(feeds.feed(edition, region, topic, "en"))  # noqa: S314
        return sorted(entry.findtext("a:id", namespaces=ATOM).split(":")[4] for entry in root.findall("a:entry", ATOM))

    assert kinds("KZ", "cameras") == ["changed", "contradicted", "contradicted", "contradicted"]
    assert kinds("KZ", "") == ["changed", "contradicted", "contradicted", "contradicted", "failing", "failing"]
    assert kinds("KZ-43", "cameras") == []


def test_the_same_lines_give_the_same_bytes(edition, watched):
    again = edition_of(watched.found[1], watchlog.read(watched.space))
    for language in ("kk", "ru", "en"):
        assert feeds.feed(edition, "KZ", "", language) == feeds.feed(again, "KZ", "", language)
        assert page(edition, language) == page(again, language)


def test_words_of_others_do_nothing(edition, number):
    noted = watchlog.Noted(
        watches=[Watch(number=2, until=DAY, claims=1, sample=False, rules="")],
        news=[number(outlet=HOSTILE, quote=HOSTILE, url='javascript:alert("1")', topic="no<topic>", region="X<Y>")],
        pages=[PageNews(watch=2, kind="gone", at=DAY, url=f"https://a.example/{HOSTILE}", outlet=HOSTILE, numbers=1)],
        failing=[Failing(watch=2, source=HOSTILE, pages=1, reason=HOSTILE)],
    )
    odd = edition_of_same(edition, noted)
    root = ET.fromstring(feeds.feed(odd, "KZ", "", "en"))  # noqa: S314
    assert len(root.findall("a:entry", ATOM)) == 3
    hrefs = {link.get("href") for link in root.iter(f"{{{ATOM['a']}}}link")}
    assert hrefs == {"KZ.en.xml", "../new.en.html"}, "an address that can be none of a link is not linked"
    shown = page(odd, "en")
    assert "<script>" not in shown and "\u202e" not in shown and 'href="javascript:' not in shown
