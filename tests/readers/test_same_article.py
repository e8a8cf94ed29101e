"""The steps of trafilatura that we leave out change no article: the same text as by its public function."""

from __future__ import annotations

import pytest

from benchmarks.pages import Pages, pages
from dalel.readers import article
from dalel.readers.encoding import decode
from dalel.readers.formats.html import parse
from dalel.readers.rules import _may_match, own_article


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


@pytest.mark.parametrize("name", ["mvp-post-add-box", "infinitescroll", "elementor-share-buttons"])
def test_what_a_page_appends_is_taken_out_the_short_way_too(name: str) -> None:
    text = "<p>" + "Для школ области куплено 1003 ноутбука, ещё 12 школ получат их осенью этого года. " * 4 + "</p>"
    other = f"<div class='{name}'><p>Совсем другая новость: в городе открыли 3 моста через реку.</p></div>"
    tree = parse(f"<html><head><title>1</title></head><body><article>{text * 3}{other}</article></body></html>")
    own = own_article(tree, article._options(fast=True), article._measure(tree)[2])
    assert own is not None and "моста" not in own.text
    assert own.text == article._extract(tree, fast=True).text


def test_a_new_expression_of_trafilatura_is_asked() -> None:
    from trafilatura.xpaths import RAW_TREE_PRUNE_XPATH

    assert not _may_match(RAW_TREE_PRUNE_XPATH, []), "its expressions have changed: look at _APPENDED"
    assert _may_match([*RAW_TREE_PRUNE_XPATH, RAW_TREE_PRUNE_XPATH[0]], [])
    assert _may_match([RAW_TREE_PRUNE_XPATH[1], RAW_TREE_PRUNE_XPATH[1]], [])
