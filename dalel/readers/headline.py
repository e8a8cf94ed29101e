"""What a page prints around its headline: the title itself, its date line, its author."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lxml.html import HtmlElement

from dalel import dates
from dalel.readers.furniture import kind_of
from dalel.readers.metadata import Markup, stamp_day
from dalel.readers.page import clean
from dalel.readers.story import is_sentence, same

_SITE_NAME = re.compile(r"\s+[|»·•]\s+[^|»·•]{2,60}$|\s+[-–—]\s+[^-–—]{2,40}$|\s+::\s+.{2,40}$")
_NEAR = 14  # pieces of text after the headline among which its date line stands
_ABOVE = 3  # levels up from the headline within which a date before it belongs to it
_LINE = 80  # characters of a date line, with the counters beside it
_LEAD = 320  # a lead is shorter
_SMALL = 5  # elements of a block that is one piece
_DIGIT = re.compile(r"\d")
_SILENT = frozenset({"script", "style", "noscript", "form", "svg", "template"})
_OUTSIDE = frozenset({"a", "li", "aside", "nav", "footer"})  # a <time> in one of these dates another story


def find_title(markup: Markup) -> str | None:
    """The headline as printed: the <h1> that the markup's title agrees with, else that title without the site."""
    stated = markup.title or markup.page_title
    heads = [(clean(head.text_content()), head) for head in markup.headings]
    printed = [text for text, _ in heads if text and not (markup.outlet and same(text, markup.outlet))]
    if stated:
        for text in printed:
            if same(text, stated) or (len(text) >= 10 and text.lower() in stated.lower()):
                return text
        bare = _SITE_NAME.sub("", stated).strip()
        return bare or stated
    return next((text for text in printed if len(text.split()) >= 2), None)


def headline_element(markup: Markup, title: str | None) -> HtmlElement | None:
    """The <h1> that prints `title`, else the first with two words."""
    heads = [head for head in markup.headings if len(head.text_content().split()) >= 2]
    return next(
        (head for head in heads if title and same(clean(head.text_content()), title)), heads[0] if heads else None
    )


def time_day(markup: Markup, head: HtmlElement | None) -> date | None:
    """The day of the <time> that dates the article: marked as such, else the first not in a list or a link."""
    outside = [e for e in markup.times if e.get("datetime") and not _is_outside(e)]
    marked = [
        e for e in outside if (e.get("itemprop") or "").lower() == "datepublished" or e.get("pubdate") is not None
    ]
    for element in [*marked, *outside]:
        if day := stamp_day(element.get("datetime")):
            return day
    return None


def printed_day(head: HtmlElement | None, near: date | None) -> date | None:
    """The day in a date line beside the headline: between it and the article, or before it in the same block."""
    if head is None:
        return None
    sentences = 0
    for number, text in enumerate(_after(head)):
        sentences += (len(text) > _LINE and is_sentence(text)) + (len(text) > _LEAD)
        if number >= _NEAR or sentences > 1:  # one may be the lead
            break
        if _is_date_line(text) and (day := dates.parse_date(text, "kk", near)):
            return day
    for text in _before(head):
        if _is_date_line(text) and (day := dates.parse_date(text, "kk")):
            return day
    return None


def _is_date_line(text: str) -> bool:
    return len(text) <= _LINE and _DIGIT.search(text) is not None and kind_of(text) == "date"


def _is_outside(element: HtmlElement) -> bool:
    return any(parent.tag in _OUTSIDE for parent in element.iterancestors())


def _after(head: HtmlElement) -> Iterator[str]:
    """Pieces of text that follow the headline, block by block, in the order of the page."""
    element: HtmlElement | None = head
    while element is not None and element.tag != "body":
        if element.tail and (tail := clean(element.tail)):
            yield tail
        for sibling in element.itersiblings():
            yield from _pieces(sibling)
        element = element.getparent()


def _before(head: HtmlElement) -> Iterator[str]:
    """Pieces of text before the headline in the blocks around it, the nearest first; the page's header is not one."""
    element = head
    for _ in range(_ABOVE):
        parent = element.getparent()
        if parent is None or parent.tag in ("body", "html", "header"):
            return
        for sibling in element.itersiblings(preceding=True):
            yield from reversed(list(_pieces(sibling)))
        element = parent


def _pieces(element: HtmlElement) -> Iterator[str]:
    """The text of an element as short pieces; a small block (date, time and counter side by side) is one piece."""
    if not isinstance(element.tag, str) or element.tag in _SILENT:
        return
    if not len(element):
        if element.text and (text := clean(element.text)):
            yield text
    elif len(element) <= _SMALL and not any(len(child) for child in element):
        if whole := clean(element.text_content()):
            yield whole
        for child in element if len(whole) <= _LINE else ():
            if child.text and (text := clean(child.text)):
                yield text
    else:
        if element.text and (text := clean(element.text)):
            yield text
        for child in element:
            yield from _pieces(child)
    if element.tail and (tail := clean(element.tail)):
        yield tail
