"""A frame as CSV, Excel, Parquet or JSON Lines: the same rows and columns, and no cell that a spreadsheet runs."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from datetime import datetime

import pandas as pd

CREATED = datetime(2000, 1, 1)  # a workbook without a clock in it
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
BOM = b"\xef\xbb\xbf"  # without it Excel reads Cyrillic as Latin-1
NUMBERS = ("value", "value_max", "origins", "claims", "at")  # written as numbers where a format has some


def content(table: pd.DataFrame, kind: str) -> bytes:
    """The frame, its index left out, as a file of a kind of KINDS; the same frame gives the same bytes."""
    return KINDS[kind](table)


def _plain(table: pd.DataFrame) -> pd.DataFrame:
    """Every cell as text a program reads back exactly: dates ISO, None where nothing is stated."""
    made = pd.DataFrame(index=table.index)
    for name in table.columns:
        cells = [None if value is None or value != value or value is pd.NaT else value for value in table[name]]
        dated = pd.api.types.is_datetime64_any_dtype(table[name])
        made[name] = pd.Series(
            [None if cell is None else cell.date().isoformat() if dated else cell for cell in cells], dtype=object
        )
    return made


def _csv(table: pd.DataFrame) -> bytes:
    from dalel.publishing.tables.written import csv_bytes

    return BOM + csv_bytes(_plain(table))


def _parquet(table: pd.DataFrame) -> bytes:
    texts = _plain(table).map(lambda cell: None if cell is None else str(cell))
    buffer = io.BytesIO()
    texts.to_parquet(buffer, index=False, compression="zstd")
    return buffer.getvalue()


def _xlsx(table: pd.DataFrame) -> bytes:
    """A workbook in which text stays text: nothing a page printed becomes a formula or a link."""
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"created": CREATED, "title": "dalel"})
    sheet = book.add_worksheet("figures")
    bold = book.add_format({"bold": True})
    sheet.freeze_panes(1, 1)
    plain = _plain(table)
    for column, name in enumerate(plain.columns):
        sheet.write_string(0, column, str(name), bold)
        for row, cell in enumerate(plain[name], start=1):
            if name in NUMBERS and cell is not None and abs(float(cell)) < 1e15:
                sheet.write_number(row, column, float(cell))
            elif cell is not None:
                sheet.write_string(row, column, str(cell)[:32_767])  # the most an Excel cell holds
    sheet.autofilter(0, 0, max(1, len(plain)), max(0, len(plain.columns) - 1))
    book.close()
    return _without_clock(buffer.getvalue())


def _without_clock(content: bytes) -> bytes:
    """The same archive with one time for all its members."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written:
        for member in given.infolist():
            written.writestr(zipfile.ZipInfo(member.filename, ZIP_TIME), given.read(member), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _lines(table: pd.DataFrame) -> bytes:
    """One JSON object a row; exact values are strings, as everywhere in our JSON Lines."""
    plain = _plain(table)
    names = [str(name) for name in plain.columns]
    rows = (dict(zip(names, map(_told, row), strict=True)) for row in plain.itertuples(index=False))
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows).encode("utf-8")


def _told(cell: object) -> str | int | None:
    if cell is None or cell != cell:
        return None
    return cell if isinstance(cell, int) else str(cell)


KINDS: Mapping[str, Callable[[pd.DataFrame], bytes]] = {
    "csv": _csv, "xlsx": _xlsx, "parquet": _parquet, "jsonl": _lines,
}  # fmt: skip
