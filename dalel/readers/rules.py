"""trafilatura's own rules alone, on a tree that is parsed already: the first of the steps its public function takes.

The others measure the whole page, copy it for algorithms that a fast extraction never asks, and rescue an article that
came out short. Where the page is such that they cannot change the article, they are left out: the text is the same
(tests/readers/test_same_article.py holds that on every sample page), at two thirds of the time. Everywhere else, and
with a trafilatura whose steps are named otherwise, None comes back and the public function is asked.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

# trafilatura.core: an article of fewer characters, covering less than this share of the page, is looked for again
_SHORT, _COVERED = 3000, 0.2
# what a class or an id must say for trafilatura.xpaths.RAW_TREE_PRUNE_XPATH to match its element, expression by
# expression; its regular expressions, asked of each block, are a tenth of the time otherwise
_APPENDED = (("mvp-post-add", "infinite"), ("elementor-share-buttons",))
_FORUM = "DiscussionForumPosting"  # where comments are the content, the public function decides


@dataclass(frozen=True, slots=True)
class Article:
    """What trafilatura's Document holds of one: its text, one line a block, and its blocks."""

    text: str
    body: Any


def own_article(tree: HtmlElement, options: Any, page: int) -> Article | None:
    """The article by trafilatura's rules; None where they do not settle it. `page`: characters of the page at most."""
    try:
        from trafilatura.htmlprocessing import convert_tags, prune_unwanted_nodes, tree_cleaning
        from trafilatura.main_extractor import extract_content
        from trafilatura.xml import xmltotxt
        from trafilatura.xpaths import RAW_TREE_PRUNE_XPATH, REMOVE_COMMENTS_AND_LISTS_XPATH
    except ImportError:
        return None
    if any(_FORUM in (script.text or "") for script in tree.iter("script")):
        return None
    try:
        pruned = copy(tree)
        if (head := pruned.find("head")) is not None:
            pruned.remove(head)  # no article stands there, and each expression would go through it
        held = list(pruned.iter())  # while held, lxml does not make them anew for each expression that meets them
        if _may_match(RAW_TREE_PRUNE_XPATH, held):
            pruned = prune_unwanted_nodes(pruned, RAW_TREE_PRUNE_XPATH)
        pruned = prune_unwanted_nodes(pruned, REMOVE_COMMENTS_AND_LISTS_XPATH)
        body, text = extract_content(convert_tags(tree_cleaning(pruned, options), options, None), options)
    except (TypeError, ValueError):  # what its public function takes for a page without an article
        return None
    if len(text) < options.min_extracted_size or len(text) < min(_SHORT, _COVERED * page):
        return None
    return Article(xmltotxt(body, options.formatting), body)


def _may_match(expressions: list[Any], elements: list[HtmlElement]) -> bool:
    """Whether expressions on what later articles on a page are called need be asked; unknown ones always."""
    if len(expressions) != len(_APPENDED) or any(
        word not in expression.path for expression, words in zip(expressions, _APPENDED, strict=True) for word in words
    ):
        return True
    names = " ".join(f"{element.get('class', '')} {element.get('id', '')}" for element in elements)
    return any(word in names for words in _APPENDED for word in words)
