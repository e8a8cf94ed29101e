"""Word files (.docx) of official releases: paragraphs in order, tables as lines that name row and column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from dalel.errors import UnreadableDocument
from dalel.readers.marks import Told
from dalel.readers.package import Package, is_package, opened
from dalel.readers.page import Page, clean
from dalel.readers.release import release_page
from dalel.readers.tables import Table, cell_text, table_lines
from dalel.records import Capture
from dalel.sources import Landmarks

MEDIA_TYPES = frozenset({"application/vnd.openxmlformats-officedocument.wordprocessingml.document"})
SUFFIXES = frozenset({".docx"})

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN = "word/document.xml"
_NOTES = (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# tracked changes are no longer text of the document; a fallback says again what stands beside it
_UNREAD = frozenset({f"{_W}del", f"{_W}moveFrom", _FALLBACK})
_UNSAID = ("vanish", "strike", "dstrike")  # marks of a run whose text is not said
_DEEPEST = 20  # tables within tables


def recognises(payload: bytes) -> bool:
    """A zip with parts of a Word document."""
    return is_package(payload, b"word/document.xml")


def read(payload: bytes, capture: Capture, landmarks: Sequence[Landmarks]) -> Page:
    """Title, text and date of a Word file; UnreadableDocument where it is damaged, encrypted, a bomb, or empty."""
    with opened(payload) as package:
        body = package.xml(_MAIN).find(f"{_W}body")
        if body is None:
            raise UnreadableDocument("it has no body; get the file again")
        blocks = [*_blocks(body, 0), *_notes(package)]
    title = next((text for text, style in blocks if style in ("title", "heading1", "1")), None)
    return release_page([text for text, _ in blocks], title, capture)


def _notes(package: Package) -> Iterator[tuple[str, str]]:
    """Footnotes and endnotes, one line each, without the lines that separate them from the text."""
    for part, kind in _NOTES:
        for note in package.xml(part).iter(f"{_W}{kind}") if part in package.names() else ():
            if note.get(f"{_W}type") is None and (text := clean(" ".join(map(_paragraph, note.iter(f"{_W}p"))))):
                yield text, ""


def _blocks(parent: etree._Element, depth: int) -> Iterator[tuple[str, str]]:
    """Lines with the style of their paragraph, tables spelled out cell by cell."""
    for element in parent:
        if element.tag == f"{_W}p":
            if text := _paragraph(element):
                style = element.find(f"{_W}pPr/{_W}pStyle")
                yield text, (style.get(f"{_W}val") or "").lower() if style is not None else ""
        elif element.tag == f"{_W}tbl":
            yield from ((line, "") for line in table_lines(_table(element, depth)))
        elif element.tag == f"{_W}sdt" and depth < _DEEPEST:
            content = element.find(f"{_W}sdtContent")
            if content is not None:
                yield from _blocks(content, depth + 1)


def _paragraph(element: etree._Element) -> str:
    told = Told()
    for node in element.iter():
        if node.tag == f"{_W}t" and _is_shown(node):
            told.add(node.text or "", _is_raised(node))
        elif node.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}txbxContent", f"{_W}p"):
            told.add(" ", False)
    return clean(told.text())


def _is_shown(node: etree._Element) -> bool:
    """Whether a reader of the document is told this text: hidden, struck-out and deleted text is not said."""
    run = node.getparent()
    if run is not None and any(_is_on(run.find(f"{_W}rPr/{_W}{name}")) for name in _UNSAID):
        return False
    return not any(parent.tag in _UNREAD for parent in node.iterancestors())


def _is_on(mark: etree._Element | None) -> bool:
    return mark is not None and mark.get(f"{_W}val") not in ("0", "false", "off")


def _is_raised(node: etree._Element) -> bool:
    run = node.getparent()
    raised = run.find(f"{_W}rPr/{_W}vertAlign") if run is not None else None
    return raised is not None and raised.get(f"{_W}val") == "superscript"


def _table(element: etree._Element, depth: int) -> Table:
    """Cells row by row: a cell over several columns fills them, a cell over several rows is repeated in each."""
    rows: list[list[str]] = []
    headed = False
    for number, row in enumerate(element.findall(f"{_W}tr")):
        headed = headed or (number == 0 and row.find(f"{_W}trPr/{_W}tblHeader") is not None)
        cells: list[str] = []
        for cell in row.findall(f"{_W}tc"):
            text = cell_text(_paragraph(p) for p in cell.iter(f"{_W}p"))
            merged = cell.find(f"{_W}tcPr/{_W}vMerge")
            if merged is not None and merged.get(f"{_W}val") != "restart" and rows and len(cells) < len(rows[-1]):
                text = rows[-1][len(cells)]
            cells += [text] * _span(cell)
        rows.append(cells)
    return Table(rows=tuple(map(tuple, rows)), has_headers=headed)


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    value = span.get(f"{_W}val") if span is not None else None
    return min(int(value), 60) if value and value.isdigit() and int(value) else 1
