"""Which lines of an HTML page are its article: trafilatura, in its balanced setting, asked in the cheapest way.

trafilatura compares its own choice with two other algorithms (readability, justext) and takes theirs where its own came
out short or unclean. Where the page's paragraphs are most of its text outside links, theirs cannot win, and the
comparison, a quarter of the time, is left out ("fast"); everywhere else it is made.
"""

from __future__ import annotations

import logging
import re
from functools import cache
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from dalel.errors import UnreadableDocument
from dalel.readers.blocks import element_lines, open_layout, spell_tables, unfold_lists
from dalel.readers.breaks import part_breaks
from dalel.readers.page import clean
from dalel.readers.rules import own_article

_ENOUGH = 250  # characters below which trafilatura distrusts an article (its MIN_EXTRACTED_SIZE)
_SHARE = 1.8  # readability replaces an article only with text twice as long; links may add to what it finds
_PARTS = 3  # blocks of an article; fewer are trafilatura's last resort, the whole page in one
_RECOVERED = 1500  # characters; a longer article is never completed from elsewhere
_BLOCKS = ("p", "div", "h1", "h2", "h3", "li", "td", "br")
_HOLDERS = ("article", "main", "section", "div")
_MOST_BLOCKS = 4000  # justext takes time by the square of the blocks: a page of more is not put to it
_MANY_ELEMENTS = 20_000  # readability takes time by their square
_MOST_ELEMENTS = 60_000  # news pages have some thousand; a book of 4 MB in one page has 40,000
_QUIET = logging.NullHandler()
_EMBEDDED = re.compile(r"instagram-media|tiktok-embed|fb-post|telegram-post")  # posts of others; a tweet is a quotation
_UNCLEAN = (
    "aside", "audio", "button", "fieldset", "figure", "footer", "iframe", "input", "label", "link", "nav", "noscript",
    "object", "option", "select", "source", "svg", "time",
)  # fmt: skip


def article_text(tree: HtmlElement) -> list[str]:
    """The article's lines, without comments; `tree` loses its scripts, and its data tables become lines.

    UnreadableDocument where the page has more elements than its article can be looked for among in reasonable time.
    """
    elements = sum(1 for _ in tree.iter())
    if elements > _MOST_ELEMENTS:
        raise UnreadableDocument(
            f"it has {elements} elements, more than {_MOST_ELEMENTS}; split it, or name its article's place (landmarks)"
        )
    _strip(tree)
    open_layout(tree)
    spell_tables(tree)
    unfold_lists(tree)
    paragraphs, unlinked, page = _measure(tree)
    if paragraphs < _ENOUGH and part_breaks(tree, _ENOUGH):
        paragraphs, unlinked, page = _measure(tree)
    huge = elements > _MANY_ELEMENTS or sum(1 for _ in tree.iter(*_BLOCKS)) > _MOST_BLOCKS
    found = None
    if huge or (paragraphs >= _ENOUGH and unlinked <= _SHARE * paragraphs):
        found = own_article(tree, _options(fast=True), page) or _extract(tree, fast=True)
    if not huge and (found is None or not _suffices(found, unlinked)):
        found = _extract(tree, fast=False)
    if found is None or not found.text:
        return []
    lines = [line for part in found.text.split("\n") if (line := clean(part))]
    if len(found.text) > _RECOVERED:
        return lines
    return _in_page_order([part for line in lines for part in _by_block(line, tree)], tree)


def _by_block(line: str, tree: HtmlElement) -> list[str]:
    """The blocks that trafilatura ran together in one line, as it does with a short article, headline and all."""
    told = "".join(line.split())
    place = tree.find("body") if tree.find("body") is not None else tree
    while (inner := next((one for one in place.iterchildren(*_HOLDERS) if told in _squeezed(one)), None)) is not None:
        place = inner
    parts: list[str] = []
    for part in element_lines(place):
        if (bare := "".join(part.split())) and told.startswith(bare):
            parts.append(part)
            told = told[len(bare) :]
    return parts if len(parts) > 1 and not told else [line]


def _squeezed(element: HtmlElement) -> str:
    return "".join(element.text_content().split())


def _in_page_order(lines: list[str], tree: HtmlElement) -> list[str]:
    """`lines` as the page has them: to a short article trafilatura adds what it finds elsewhere at the end."""
    places: dict[str, int] = {}
    sought = set(lines)
    for number, element in enumerate(tree.iter("p", "h2", "h3", "h4", "li", "blockquote")):
        if not sought:
            break
        if (line := clean(element.text_content())) in sought:
            places[line] = number
            sought.discard(line)
    ordered: list[tuple[int, str]] = []
    for line in lines:
        ordered.append((places.get(line, ordered[-1][0] if ordered else -1), line))
    return [line for _, line in sorted(ordered, key=lambda pair: pair[0])]


def _strip(tree: HtmlElement) -> None:
    """Removes what no reader sees, before trafilatura copies the tree; JSON-LD stays, it may hold the text."""
    etree.strip_elements(tree, "style", "svg", "template", with_tail=False)
    for script in list(tree.iter("script")):
        if "ld+json" not in (script.get("type") or ""):
            script.drop_tree()
    for quote in list(tree.iter("blockquote")):
        if _EMBEDDED.search(quote.get("class") or ""):
            quote.drop_tree()


def _measure(tree: HtmlElement) -> tuple[int, int, int]:
    """Characters in paragraphs, characters outside links, and all characters at most, of the page's body."""
    paragraphs = unlinked = page = 0
    body = tree.find("body")
    for element in (tree if body is None else body).iter():
        tag = element.tag
        if tag == "p":
            paragraphs += len(element.text_content())
        if isinstance(tag, str) and (text := element.text):
            size = len(text.strip())
            page += size + 1
            if tag not in ("a", "script", "noscript"):
                unlinked += size
        if tail := element.tail:
            size = len(tail.strip())
            page += size + 1
            unlinked += size
    return paragraphs, unlinked, page


def _suffices(found: Any, unlinked: int) -> bool:
    """Whether the comparison with other algorithms could not replace this article."""
    blocks = found.body.findall(".//p")
    return (
        len(found.text) >= _ENOUGH
        and len(found.body) >= _PARTS
        and unlinked <= _SHARE * len(found.text)
        and bool(blocks)
        and len(found.body.findall(".//table")) <= len(blocks)
        and next(found.body.iter(*_UNCLEAN), None) is None
    )


def _extract(tree: HtmlElement, fast: bool) -> Any:
    from trafilatura import bare_extraction  # slow to import: only where a page is read

    logging.getLogger("trafilatura").addHandler(_QUIET)  # what it discards is told by our own errors
    return bare_extraction(tree, options=_options(fast))


@cache
def _options(fast: bool) -> Any:
    """One set of options for all pages: building it reads trafilatura's whole configuration each time."""
    from trafilatura.settings import Extractor

    return Extractor(output_format="python", comments=False, tables=True, with_metadata=False, fast=fast)
