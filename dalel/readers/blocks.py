"""A piece of HTML that is all article -> its lines: one a block, tables as rows with their headers."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement, fragment_fromstring

from dalel.errors import UnreadableDocument
from dalel.readers.marks import settle
from dalel.readers.page import clean
from dalel.readers.tables import Table, is_data, table_lines

BLOCKS = frozenset(
    {
        "address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3",
        "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "table", "tr", "ul",
    }
)  # fmt: skip
_MOST_HEADERS = 4  # rows
_WIDEST = 100  # rows and columns that one cell is believed to cover
_SPAN = re.compile(r"\s*\+?(\d{1,9})")
_PARAGRAPHS = 3  # in one cell: a text that the table lays out
_SILENT = frozenset({"script", "style", "noscript", "iframe", "form", "button", "template"})


def block_lines(body: str) -> list[str]:
    """Lines of the text in `body`; UnreadableDocument where it cannot be parsed."""
    try:
        root = fragment_fromstring(body, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument(f"its body is no HTML ({error}); collect the page again") from error
    settle(root)
    return element_lines(root)


def element_lines(root: HtmlElement) -> list[str]:
    """The same of a parsed element."""
    lines: list[str] = []
    pieces: list[str] = []

    def close() -> None:
        if line := clean("".join(pieces)):
            lines.append(line)
        pieces.clear()

    def walk(element: HtmlElement) -> None:
        if not isinstance(element.tag, str) or element.tag in _SILENT:
            return
        if element.tag == "table" and (table := _figures(element)):
            close()
            lines.extend(table_lines(table))
            return
        if element.tag in BLOCKS:
            close()
        pieces.append(element.text or "")
        for child in element:
            walk(child)
            pieces.append(child.tail or "")
        if element.tag in BLOCKS:
            close()
        elif element.tag in ("td", "th"):
            pieces.append(" ")

    walk(root)
    close()
    return lines


def spell_tables(tree: HtmlElement) -> None:
    """Puts paragraphs in the place of each data table of `tree`; tables that lay a page out are left alone."""
    for element in list(tree.iter("table")):
        if not (table := _figures(element)):
            continue
        lines = table_lines(table)
        tail = element.tail
        element.clear()
        element.tag, element.tail = "div", tail
        for line in lines:
            etree.SubElement(element, "p").text = line


def _figures(element: HtmlElement) -> Table | None:
    """The table, if it is one of figures. One that holds another lays a page out: what it holds is read by itself, and
    once, however deep the tables stand in each other.
    """
    if element.find(".//table") is not None:
        return None
    return table if is_data(table := read_table(element)) else None


def unfold_lists(tree: HtmlElement) -> None:
    """Lists in the cells of tables that are left become text: trafilatura takes none out of a cell."""
    for cell in tree.iter("td", "th"):
        for part in list(cell.iter("ul", "ol", "li")):
            if part.tag == "li" and part.getprevious() is not None:
                before = part.getprevious()
                before.tail = f"{(before.tail or '').rstrip()}; "
            part.tag = "span"


def open_layout(tree: HtmlElement) -> None:
    """Makes plain blocks of the tables that lay a page out: those with paragraphs or a headline in one of their cells.

    Inside a table an article's paragraphs would be read as one row of cells.
    """
    for element in list(tree.iter("table")):
        cells = [cell for row in _rows_of(element) for cell in row if cell.tag in ("td", "th")]
        if not any(cell.find(".//h1") is not None or len(cell.findall("p")) >= _PARAGRAPHS for cell in cells):
            continue
        for part in [element, *_groups_of(element), *_rows_of(element), *cells]:
            part.tag = "div"


def _groups_of(table: HtmlElement) -> list[HtmlElement]:
    return [child for child in table if child.tag in ("tbody", "thead", "tfoot")]


def _rows_of(table: HtmlElement) -> list[HtmlElement]:
    return [row for group in [table, *_groups_of(table)] for row in group if row.tag == "tr"]


def _grid(table: HtmlElement) -> list[list[str]]:
    """Cells row by row: one over several columns fills them, one over several rows is repeated in each."""
    rows: list[list[str]] = []
    hanging: dict[int, tuple[int, str]] = {}  # column -> rows it still reaches into, and its text
    group = None
    for row in table.iter("tr"):
        if row.getparent() is not group:  # no cell reaches beyond its head, body or foot
            group = row.getparent()
            hanging.clear()
        cells: list[str] = []
        for cell in row.iter("td", "th"):
            _fill(cells, hanging)
            text, down = _cell_text(cell), _span(cell, "rowspan")
            for _ in range(_span(cell, "colspan") or 1):
                if down != 1:
                    hanging[len(cells)] = (down - 1 if down else _WIDEST * _WIDEST, text)  # 0: to the group's end
                cells.append(text)
        _fill(cells, hanging)
        rows.append(cells)
    return rows


def _cell_text(cell: HtmlElement) -> str:
    """The text of a cell, blocks and entries of lists in it apart: two numbers in two lines are two numbers."""
    told, before = "", 0
    for entry, run in _runs(cell):
        if text := clean(run):
            apart = (before and entry and entry != before) or (told[-1:].isdigit() and text[:1].isdigit())
            told += f"{'; ' if apart else ' '}{text}" if told else text
            before = entry
    return told


def _runs(cell: HtmlElement) -> list[tuple[int, str]]:
    """The text of each block in a cell, with the number of the entry of a list that it stands in, from 1; 0: none."""
    runs: list[tuple[int, str]] = [(0, "")]
    entries = 0

    def add(text: str | None) -> None:
        runs[-1] = (runs[-1][0], runs[-1][1] + (text or ""))

    def walk(element: HtmlElement, entry: int) -> None:
        nonlocal entries
        if not isinstance(element.tag, str) or element.tag in _SILENT:
            return
        block, within = element.tag in BLOCKS or element.tag in ("td", "th"), entry
        if element.tag == "li":
            within = entries = entries + 1
        if block:
            runs.append((within, ""))
        add(element.text)
        for child in element:
            walk(child, within)
            add(child.tail)
        if block:
            runs.append((entry, ""))

    add(cell.text)
    for child in cell:
        walk(child, 0)
        add(child.tail)
    return runs


def _fill(cells: list[str], hanging: dict[int, tuple[int, str]]) -> None:
    """Adds the cells that reach down from rows above, up to the next place that is free."""
    while (column := len(cells)) in hanging:
        left, text = hanging.pop(column)
        cells.append(text)
        if left > 1:
            hanging[column] = (left - 1, text)


def _span(cell: HtmlElement, name: str) -> int:
    """Columns or rows that a cell covers, read as browsers do (HTML Standard, 2.3.4.2): «2;» and «2.5» are 2."""
    stated = _SPAN.match(cell.get(name) or "")
    return min(int(stated[1]), _WIDEST) if stated else 1


def read_table(element: HtmlElement) -> Table:
    """Rows of cells of a <table>; its headers are the first rows whose cells are <th> or stand in <thead>."""
    rows = _grid(element)
    headed = 0
    for row in islice(element.iter("tr"), _MOST_HEADERS):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        if row.getparent().tag != "thead" and not (
            len(cells) > (not headed) and all(cell.tag == "th" for cell in cells)
        ):
            break
        headed += 1
    caption = next((clean(c.text_content()) for c in element.iter("caption")), None)
    return Table(
        rows=tuple(tuple(row) for row in rows if any(row)), has_headers=headed > 0, header_rows=headed, title=caption
    )
