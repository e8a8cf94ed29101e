"""Where a source's declaration says its markup keeps title, date and body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from cssselect import SelectorError
from lxml.cssselect import CSSSelector
from lxml.html import HtmlElement

from dalel import dates
from dalel.errors import MalformedDeclaration
from dalel.readers.metadata import stamp_day
from dalel.readers.page import Sought, clean
from dalel.records import Part
from dalel.sources import Landmarks


@dataclass(frozen=True, slots=True)
class Marked:
    """What the landmarks led to; None where there is no landmark or it found nothing."""

    title: str | None = None
    published: date | None = None
    body: HtmlElement | None = None
    dated: bool = False  # an element stands where the date should, whatever it says
    marks: tuple[Landmarks, ...] = ()  # that were tried for this page

    def sought(self, has_body: bool, has_date: bool) -> tuple[Sought, ...]:
        """What was looked for. `has_body`: the element found holds an article; `has_date`: the page's day is known.

        A date that stands in its place without being read ("today, 12:30") is no sign of a change where the day is
        known from elsewhere.
        """
        found: dict[Part, bool] = {
            "title": self.title is not None,
            "published": self.published is not None or (self.dated and has_date),
            "body": has_body,
        }
        declared = {part: dict.fromkeys(filter(None, (getattr(mark, part) for mark in self.marks))) for part in found}
        return tuple(Sought(part, " | ".join(names), found[part]) for part, names in declared.items() if names)


def by_landmarks(tree: HtmlElement, landmarks: Sequence[Landmarks], near: date) -> Marked:
    """Title, day and body where the first landmarks that find a body say, without the elements to drop.

    Where none finds one, title and day are those of the first that find any.
    """
    best = Marked()
    for mark in landmarks:
        element = _first(tree, mark.published)
        day = None if element is None else _published(element, near)
        found = Marked(_title(tree, mark), day, _body(tree, mark), element is not None, (mark,))
        if found.body is not None:
            return found
        if best.title is None and best.published is None:
            best = found
    return replace(best, marks=tuple(landmarks))


def _title(tree: HtmlElement, mark: Landmarks) -> str | None:
    element = _first(tree, mark.title)
    return (clean(element.text_content()) or None) if element is not None else None


def _published(element: HtmlElement, near: date) -> date | None:
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
    return list(_compiled(selector)(tree))


@lru_cache(maxsize=256)
def _compiled(selector: str) -> CSSSelector:
    """A declaration's selectors are few and asked of every page of its source."""
    try:
        return CSSSelector(selector, translator="html")
    except SelectorError as error:
        raise MalformedDeclaration(f"landmark {selector!r} is no CSS selector: {error}; mend the source") from error
