"""Worksheets of a workbook as tables: shared strings, merged cells, and numbers as their cell format shows them.

Format codes as in ECMA-376, part 1, 18.8.30: percent, fixed decimals and dates are understood, others shown plainly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from itertools import islice

from lxml import etree

from dalel.errors import UnreadableDocument
from dalel.readers.package import Package
from dalel.readers.page import clean
from dalel.readers.tables import Table

_M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_MOST_CELLS = 500_000
_WIDEST = 512  # columns
_BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    **dict.fromkeys(range(14, 23), "d.m.yyyy"),
}
_EPOCH = date(1899, 12, 30)  # day 0 of Excel's 1900 date system, counting its 29 February 1900
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell shows its number."""

    percent: bool = False
    dated: bool = False
    places: int | None = None  # decimals; None: as many as there are


def read_sheets(package: Package) -> list[Table]:
    """The visible sheets in the order of the workbook, rows without a filled cell left out."""
    strings, styles = _strings(package), _styles(package)
    tables: list[Table] = []
    for name, part in _visible(package):
        rows = _rows(package.xml(part), strings, styles)
        if rows:
            tables.append(
                Table(
                    rows=tuple(rows),
                    title=name if len(rows) > 1 and not re.fullmatch(r"(?i)(?:лист|sheet|парақ)\s*\d+", name) else None,
                )
            )
    return tables


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
    return [
        clean("".join(t.text or "" for t in item.iter(f"{_M}t")))
        for item in package.xml("xl/sharedStrings.xml").iter(f"{_M}si")
    ]


def _styles(package: Package) -> list[Style]:
    if "xl/styles.xml" not in package.names():
        return []
    root = package.xml("xl/styles.xml")
    codes = dict(_BUILT_IN)
    for custom in root.iter(f"{_M}numFmt"):
        codes[_integer(custom.get("numFmtId"))] = custom.get("formatCode") or ""
    return [_style(codes.get(_integer(xf.get("numFmtId")), "")) for xf in root.iterfind(f"{_M}cellXfs/{_M}xf")]


def _style(code: str) -> Style:
    bare = re.sub(r"\"[^\"]*\"|\\.|\[[^\]]*\]", "", code.split(";")[0])
    if not bare or bare.lower() == "general":
        return Style()
    if re.search(r"[dy]", bare.lower()):
        return Style(dated=True)
    fraction = re.search(r"\.(0+)", bare)
    return Style(percent="%" in bare, places=len(fraction[1]) if fraction else 0 if "0" in bare else None)


def _rows(sheet: etree._Element, strings: Sequence[str], styles: Sequence[Style]) -> list[tuple[str, ...]]:
    grid: dict[int, dict[int, str]] = {}
    comma = bool(_CYRILLIC.search(" ".join([*strings[:200], *islice(sheet.itertext(), 2000)])))
    hidden = {_integer(row.get("r")) for row in sheet.iter(f"{_M}row") if row.get("hidden") in ("1", "true")}
    for counted, cell in enumerate(sheet.iter(f"{_M}c")):
        if counted > _MOST_CELLS:
            raise UnreadableDocument(f"a sheet has more than {_MOST_CELLS} cells; split it or leave it out")
        place = _CELL.fullmatch(cell.get("r") or "")
        if (
            place
            and _column(place[1]) < _WIDEST
            and int(place[2]) not in hidden
            and (text := _shown(cell, strings, styles, comma))
        ):
            grid.setdefault(int(place[2]), {})[_column(place[1])] = text
    _spread(sheet, grid)
    width = 1 + max((max(row) for row in grid.values()), default=-1)
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


def _shown(cell: etree._Element, strings: Sequence[str], styles: Sequence[Style], comma: bool) -> str:
    kind, value = cell.get("t"), cell.findtext(f"{_M}v")
    if kind == "inlineStr":
        return clean("".join(t.text or "" for t in cell.iter(f"{_M}t")))
    if value is None or kind in ("e", "b"):  # an error, a truth value
        return ""
    if kind == "s":
        index = _integer(value)
        return strings[index] if 0 <= index < len(strings) else ""
    if kind in ("str", "d"):
        return clean(value)
    number = _integer(cell.get("s") or "0")
    return _number(value, styles[number] if 0 <= number < len(styles) else Style(), comma)


def _number(value: str, style: Style, comma: bool) -> str:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return clean(value)
    if not number.is_finite() or abs(number.adjusted()) > 30:
        return ""
    if style.dated and 1 <= number < 2_958_466:
        day = _EPOCH + timedelta(days=int(number))
        return f"{day.day:02d}.{day.month:02d}.{day.year}"
    if style.percent:
        number *= 100
    if style.places is not None:
        number = number.quantize(Decimal(1).scaleb(-style.places))
    else:
        number = (
            number.normalize()
            if len(number.as_tuple().digits) <= 15
            else +number.quantize(Decimal(1).scaleb(number.adjusted() - 14)).normalize()
        )
    text = f"{number:f}"
    return (text.replace(".", ",") if comma else text) + ("%" if style.percent else "")


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _integer(text: str | None) -> int:
    return int(text) if text and text.isdigit() else -1
