"""The lead of an HTML page: the summary its markup gives, where the page prints it apart from the article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from dalel.readers.page import clean
from dalel.readers.story import same

_BLOCKS = ("p", "div", "h2", "h3", "h4", "b", "strong", "span", "section", "blockquote")
_HEADINGS = frozenset({"h2", "h3", "h4"})
_LEAD = re.compile(r"lead|\blid\b|summary|subtitle|standfirst|intro|announce|anons|desc|preview|excerpt|\bdek\b", re.I)
_BEGINNING = 12  # characters by which most blocks are told from the summary


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary, how often the page prints it as a block of its own, and whether one of these is set apart."""

    text: str
    printed: int
    apart: bool  # a heading, or an element whose class says so


def find_summary(tree: HtmlElement, description: str | None, title: str | None) -> Summary | None:
    """The markup's description as the page prints it; None where it prints it nowhere, cuts it, or it is the title."""
    if not description or description.endswith(("...", "…")) or (title and same(description, title)):
        return None
    body = tree.find("body")
    beginning = description[:_BEGINNING]
    printed, apart = 0, False
    for element in body.iter(*_BLOCKS) if body is not None else ():
        if not element.text or element.text.lstrip()[:_BEGINNING] != beginning:
            continue
        if same(clean(element.text_content()), description):
            printed += 1
            apart = apart or element.tag in _HEADINGS or _LEAD.search(element.get("class") or "") is not None
    return Summary(description, printed, apart) if printed else None


def part(summary: Summary | None, lines: list[str]) -> tuple[str | None, list[str]]:
    """Lead and article: a summary set apart is the lead, even where trafilatura took it for the first paragraph.

    One that the article prints again is no lead, and a first paragraph that only the markup calls a summary is text.
    """
    if summary is None:
        return None, lines
    if lines and same(lines[0], summary.text):
        return (summary.text, lines[1:]) if summary.apart and summary.printed == 1 else (None, lines)
    return (None if summary.text in " ".join(lines) else summary.text), lines
