"""HTML of news and official pages: trafilatura chooses the article, our rules take out the furniture it leaves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from dalel.characters import resolved
from dalel.readers.article import article_text
from dalel.readers.declared import declared_lines
from dalel.readers.encoding import decode
from dalel.readers.furniture import author_name, kind_of, label_value
from dalel.readers.headline import find_title, headline_element, printed_day, time_day
from dalel.readers.landmarks import by_landmarks
from dalel.readers.links import Links
from dalel.readers.marks import settle
from dalel.readers.metadata import read_markup
from dalel.readers.nesting import parse_html
from dalel.readers.page import Page, known_day
from dalel.readers.story import article_lines
from dalel.readers.summary import find_summary, part
from dalel.records import Capture
from dalel.sources import Landmarks

MEDIA_TYPES = frozenset({"text/html", "application/xhtml+xml"})
SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".php"})

_MARK = re.compile(rb"<(?:!doctype\s{1,9}html|html|head|body)\b", re.IGNORECASE)
_LOOKED_AT = 65_536  # bytes in which a page must begin, whatever comments stand before it
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def recognises(payload: bytes) -> bool:
    """A document that begins as HTML does, whatever it was declared as; comments before it do not count."""
    head = payload[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf").lstrip()
    at = head.find(b">") + 1 if head.startswith(b"<?xml") else 0
    while True:
        at += len(head) - at - len(head[at:].lstrip())
        if not head.startswith(b"<!--", at):
            return _MARK.match(head, at) is not None
        if (end := head.find(b"-->", at + 2)) < 0:  # "<!-->" is a whole comment, as browsers have it
            return False
        at = end + 3


def read(payload: bytes, capture: Capture, landmarks: Sequence[Landmarks]) -> Page:
    """Title, lead, article, date, author of an HTML page; UnreadableDocument where there is no HTML to parse."""
    tree = parse(decode(payload, capture.charset))
    return read_tree(tree, capture, landmarks)


def parse(text: str) -> HtmlElement:
    """The one tree that metadata and article are read from; UnreadableDocument where there is none."""
    return parse_html(resolved(_DECLARATION.sub("", text)))


def read_tree(tree: HtmlElement, capture: Capture, landmarks: Sequence[Landmarks]) -> Page:
    """The same from a parsed tree."""
    settle(tree)
    held = list(tree.iter())  # lxml makes an element anew each time it is met, unless somebody holds it
    markup = read_markup(tree, capture.url)
    marks = by_landmarks(tree, landmarks, capture.captured_at.date())
    title = marks.title or find_title(markup)
    head = headline_element(markup, title)
    day = markup.published or time_day(markup, head)
    printed = None if day else marks.published or printed_day(head, known_day(capture))
    summary = find_summary(tree, markup.description, title)
    links = Links(tree)
    declared = declared_lines(marks.body) if marks.body is not None else None
    raw = declared or article_text(tree)
    held.clear()
    lead, lines = part(summary, article_lines(raw, title, links.hold))
    return Page(
        title=title,
        lead=lead,
        lines=tuple(lines),
        published=day or printed,
        basis="markup" if day else "text" if printed else "unknown",
        author=markup.author or next((author_name(line) for line in raw if kind_of(line) == "author"), None),
        outlet=markup.outlet,
        canonical_url=markup.canonical_url,
        source=next((label_value(line, "source_label") for line in raw if kind_of(line) == "source"), None),
        sought=marks.sought(bool(declared), (day or printed) is not None),
    )
