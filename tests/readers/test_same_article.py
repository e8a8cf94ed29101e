"""The steps of trafilatura that we leave out change no article: the same text as by its public function."""

from __future__ import annotations

import pytest

from benchmarks.pages import Pages, pages
from dalel.readers import article
from dalel.readers.encoding import decode
from dalel.readers.formats.html import parse
from dalel.readers.rules import own_article


@pytest.fixture(scope="module")
def found() -> Pages:
    return pages()


def test_own_article_is_the_one_of_the_public_function(found: Pages) -> None:
    settled = 0
    for payload, capture, _ in found:
        tree = parse(decode(payload, capture.charset))
        options = article._options(fast=True)
        own = own_article(tree, options, article._measure(tree)[2])
        if own is not None:
            settled += 1
            assert own.text == article._extract(tree, fast=True).text, capture.url
    assert settled >= 0.7 * len(found), "hardly any page is read the short way: have trafilatura's steps new names?"


def test_a_short_article_on_a_long_page_is_left_to_the_public_function() -> None:
    side = "".join(
        f"<div>Объявление {n}: сдаётся комната рядом с рынком, звонить после обеда.</div>" for n in range(400)
    )
    text = "<p>" + "Для школ области куплено 1003 ноутбука, ещё 12 школ получат их осенью этого года. " * 4 + "</p>"
    tree = parse(f"<html><body><div>{side}</div><article>{text}</article></body></html>")
    assert own_article(tree, article._options(fast=True), article._measure(tree)[2]) is None


def test_a_forum_is_left_to_the_public_function() -> None:
    told = '<script type="application/ld+json">{"@type": "DiscussionForumPosting"}</script>'
    text = "<p>" + "Для школ области куплено 1003 ноутбука, ещё 12 школ получат их осенью этого года. " * 9 + "</p>"
    tree = parse(f"<html><head>{told}</head><body><article>{text}</article></body></html>")
    assert own_article(tree, article._options(fast=True), article._measure(tree)[2]) is None
