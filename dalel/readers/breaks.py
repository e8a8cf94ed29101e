"""Paragraphs that a page has by two line breaks in a row only: <br><br> between them, and no <p> around them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import Element, HtmlElement

_HOLDERS = ("div", "article", "section", "main")
_INLINE = frozenset(
    {
        "a", "abbr", "b", "bdi", "big", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong",
        "sub", "sup", "time", "u",
    }
)  # fmt: skip


def part_breaks(tree: HtmlElement, least: int) -> bool:
    """Puts <p> around each run of text between breaks of `tree`; whether there was such a place.

    A place is a block with two breaks in a row and at least `least` characters of text of its own. One break alone
    stays a line end inside its paragraph; blocks between the runs stay what they are.
    """
    places = [element for element in tree.iter(*_HOLDERS) if _has_pair(element) and _own(element) >= least]
    for place in places:
        _part(place)
    return bool(places)


def _has_pair(element: HtmlElement) -> bool:
    return any(_goes_on(child) for child in element.iterchildren("br"))


def _goes_on(child: HtmlElement) -> bool:
    """Whether nothing stands between this break and another one."""
    after = child.getnext()
    return after is not None and after.tag == "br" and not (child.tail or "").strip()


def _own(element: HtmlElement) -> int:
    return len((element.text or "").strip()) + sum(len((child.tail or "").strip()) for child in element)


def _part(place: HtmlElement) -> None:
    blocks = list(_blocks(place))
    place.text = None
    place[:] = blocks


def _blocks(place: HtmlElement) -> Iterator[HtmlElement]:
    """The paragraphs and blocks of `place` in their order, without the breaks that part them."""
    run = _paragraph(place.text)
    parted = False  # the break before this child went on
    for child in list(place):
        parts = child.tag == "br" and (parted or _goes_on(child))
        parted = parts and _goes_on(child)
        if not parts and (child.tag == "br" or child.tag in _INLINE or not isinstance(child.tag, str)):
            run.append(child)
            continue
        tail, child.tail = child.tail, None
        if _filled(run):
            yield run
        if not parts:
            yield child
        run = _paragraph(tail)
    if _filled(run):
        yield run


def _paragraph(text: str | None) -> HtmlElement:
    paragraph = Element("p")
    paragraph.text = text
    return paragraph


def _filled(run: HtmlElement) -> bool:
    return len(run) > 0 or bool((run.text or "").strip())
