"""Worksheets of a workbook as tables: shared strings, merged cells, and numbers as their cell format shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from lxml import etree

from dalel.errors import UnreadableDocument
from dalel.readers.formatting import BUILT_IN, EPOCH_1900, EPOCH_1904, Style, shown_number, style_of
from dalel.readers.marks import Told
from dalel.readers.package import Package
from dalel.readers.tables import Table, cell_text

_M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_MOST_CELLS = 500_000
_MOST_PLACES = 4_000_000  # rows times columns of one sheet, filled or not
_MOST_CHARACTERS = 16_000_000  # of all cells; a string is stored once and may be named by any number of them
_WIDEST = 512  # columns
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


@dataclass(slots=True)
class Book:
    """What the sheets of a workbook share, and what was met in them so far."""

    strings: Sequence[str]
    styles: Sequence[Style]
    epoch: date
    empty: int = 0  # formulas whose value was never stored
    errors: int = 0  # cells that show an error such as #REF!
    characters: int = 0  # of text in all cells


def read_sheets(package: Package) -> tuple[list[Table], tuple[str, ...]]:
    """The visible sheets in the order of the workbook, rows without a filled cell left out; and remarks.

    A remark names what a reader of the sheet would see and we cannot: formulas without a stored value, errors.
    """
    book = Book(_strings(package), _styles(package), _epoch(package))
    tables: list[Table] = []
    for name, part in _visible(package):
        rows = _rows(package.xml(part), book)
        if rows:
            tables.append(
                Table(
                    rows=tuple(rows),
                    title=name if len(rows) > 1 and not re.fullmatch(r"(?i)(?:лист|sheet|парақ)\s*\d+", name) else None,
                )
            )
    remarks = []
    if book.empty:
        told = f"{book.empty} formulas have no stored value, and what they show is not read"
        remarks.append(f"{told}; open it in a spreadsheet program, save it and add it again")
    if book.errors:
        remarks.append(f"{book.errors} cells show an error (such as #REF!) instead of a number")
    return tables, tuple(remarks)


def _epoch(package: Package) -> date:
    about = package.xml("xl/workbook.xml").find(f"{_M}workbookPr")
    old = about is not None and about.get("date1904") in ("1", "true", "on")
    return EPOCH_1904 if old else EPOCH_1900


def _visible(package: Package) -> Iterator[tuple[str, str]]:
    targets = {r.get("Id"): r.get("Target") or "" for r in package.xml("xl/_rels/workbook.xml.rels")}
    for sheet in package.xml("xl/workbook.xml").iter(f"{_M}sheet"):
        target = targets.get(sheet.get(f"{_R}id"), "")
        if sheet.get("state") in ("hidden", "veryHidden") or not target:
            continue
        yield sheet.get("name") or "", target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _strings(package: Package) -> list[str]:
    if "xl/sharedStrings.xml" not in package.names():
        return []
    return [_rich(item) for item in package.xml("xl/sharedStrings.xml").iter(f"{_M}si")]


def _rich(item: etree._Element) -> str:
    """The text of a string, of parts in formats of their own: struck-out ones are not said (ECMA-376, 18.4)."""
    told = Told()
    for part in item.iter(f"{_M}t"):
        run = part.getparent()
        marks = run.find(f"{_M}rPr") if run is not None and run.tag == f"{_M}r" else None
        if run is not None and run.tag == f"{_M}rPh":  # how Japanese is read aloud
            continue
        if not _is_struck(marks):
            told.add(part.text or "", _is_raised(marks))
    return cell_text(told.text().split("\n"))


def _is_struck(font: etree._Element | None) -> bool:
    strike = font.find(f"{_M}strike") if font is not None else None
    return strike is not None and strike.get("val") not in ("0", "false")


def _is_raised(font: etree._Element | None) -> bool:
    raised = font.find(f"{_M}vertAlign") if font is not None else None
    return raised is not None and raised.get("val") == "superscript"


def _styles(package: Package) -> list[Style]:
    if "xl/styles.xml" not in package.names():
        return []
    root = package.xml("xl/styles.xml")
    codes = dict(BUILT_IN)
    for custom in root.iter(f"{_M}numFmt"):
        codes[_integer(custom.get("numFmtId"))] = custom.get("formatCode") or ""
    fonts = [_is_struck(font) for font in root.iterfind(f"{_M}fonts/{_M}font")]
    found = []
    for xf in root.iterfind(f"{_M}cellXfs/{_M}xf"):
        font = _integer(xf.get("fontId"))
        found.append(style_of(codes.get(_integer(xf.get("numFmtId")), ""), 0 <= font < len(fonts) and fonts[font]))
    return found


def _rows(sheet: etree._Element, book: Book) -> list[tuple[str, ...]]:
    grid: dict[int, dict[int, str]] = {}
    comma = bool(_CYRILLIC.search(" ".join([*book.strings[:200], *islice(sheet.itertext(), 2000)])))
    hidden = {_integer(row.get("r")) for row in sheet.iter(f"{_M}row") if row.get("hidden") in ("1", "true")}
    for counted, cell in enumerate(sheet.iter(f"{_M}c")):
        if counted > _MOST_CELLS:
            raise UnreadableDocument(f"a sheet has more than {_MOST_CELLS} cells; split it or leave it out")
        place = _CELL.fullmatch(cell.get("r") or "")
        if (
            place
            and _column(place[1]) < _WIDEST
            and int(place[2]) not in hidden
            and (text := _shown(cell, book, comma))
        ):
            grid.setdefault(int(place[2]), {})[_column(place[1])] = text
            book.characters += len(text)
            if book.characters > _MOST_CHARACTERS:
                raise UnreadableDocument(f"its cells hold more than {_MOST_CHARACTERS} characters; split it")
    _spread(sheet, grid)
    width = 1 + max((max(row) for row in grid.values()), default=-1)
    if width * len(grid) > _MOST_PLACES:
        told = f"a sheet spans {len(grid)} rows and {width} columns, more than {_MOST_PLACES} cells"
        raise UnreadableDocument(f"{told}; split it or leave it out")
    return [tuple(grid[number].get(column, "") for column in range(width)) for number in sorted(grid)]


def _spread(sheet: etree._Element, grid: dict[int, dict[int, str]]) -> None:
    """Fills the cells of a merged block with its text: a region's name then stands in each of its rows."""
    filled = 0
    for merge in sheet.iter(f"{_M}mergeCell"):
        corners = _CELL.findall(merge.get("ref") or "")
        if len(corners) != 2:
            continue
        (left, top), (right, bottom) = [(_column(c), int(r)) for c, r in corners]
        text = grid.get(top, {}).get(left)
        for row in range(top, min(bottom, top + 5000) + 1) if text and right < _WIDEST else ():
            if row != top and row not in grid:
                continue
            for column in range(left, right + 1):
                filled += 1
                if filled > _MOST_CELLS:
                    return
                grid.setdefault(row, {}).setdefault(column, text or "")


def _shown(cell: etree._Element, book: Book, comma: bool) -> str:
    kind, value, number = cell.get("t"), cell.findtext(f"{_M}v"), _integer(cell.get("s") or "0")
    style = book.styles[number] if 0 <= number < len(book.styles) else Style()
    if kind == "inlineStr":
        told = _rich(cell)
    elif value is None or not value.strip():
        book.empty += cell.find(f"{_M}f") is not None and kind != "str"
        told = ""
    elif kind in ("e", "b"):  # an error, a truth value
        book.errors += kind == "e"
        told = ""
    elif kind == "s":
        index = _integer(value)
        told = book.strings[index] if 0 <= index < len(book.strings) else ""
    elif kind in ("str", "d"):
        told = cell_text(value.split("\n"))
    else:
        told = shown_number(value, style, comma, book.epoch)
    return "" if style.struck else told


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _integer(text: str | None) -> int:
    return int(text) if text and text.isdigit() else -1
