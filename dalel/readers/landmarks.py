"""Where a source's declaration says its markup keeps title, date and body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cssselect import SelectorError
from lxml.html import HtmlElement

from dalel import dates
from dalel.errors import MalformedDeclaration
from dalel.readers.metadata import stamp_day
from dalel.readers.page import clean
from dalel.sources import Landmarks


@dataclass(frozen=True, slots=True)
class Marked:
    """What the landmarks led to; None where there is no landmark or it found nothing."""

    title: str | None = None
    published: date | None = None
    body: HtmlElement | None = None


def by_landmarks(tree: HtmlElement, landmarks: Sequence[Landmarks], near: date) -> Marked:
    """Title, day and body where the first landmarks that find a body say, without the elements to drop."""
    best = Marked()
    for mark in landmarks:
        found = Marked(_title(tree, mark), _published(tree, mark, near), _body(tree, mark))
        if found.body is not None:
            return found
        if best == Marked():
            best = found
    return best


def _title(tree: HtmlElement, mark: Landmarks) -> str | None:
    element = _first(tree, mark.title)
    return (clean(element.text_content()) or None) if element is not None else None


def _published(tree: HtmlElement, mark: Landmarks, near: date) -> date | None:
    element = _first(tree, mark.published)
    if element is None:
        return None
    for stamp in (element.get("datetime"), element.get("content")):
        if stamp and (day := stamp_day(stamp)):
            return day
    return dates.parse_date(clean(element.text_content()), "kk", near)


def _body(tree: HtmlElement, mark: Landmarks) -> HtmlElement | None:
    element = _first(tree, mark.body)
    if element is None:
        return None
    for selector in mark.drop:
        for dropped in _select(element, selector):
            dropped.drop_tree()
    return element


def _first(tree: HtmlElement, selector: str | None) -> HtmlElement | None:
    return next(iter(_select(tree, selector)), None) if selector else None


def _select(tree: HtmlElement, selector: str) -> list[HtmlElement]:
    try:
        return list(tree.cssselect(selector))
    except SelectorError as error:
        raise MalformedDeclaration(f"landmark {selector!r} is no CSS selector: {error}; mend the source") from error
