"""The figures of every view as CSV, Excel and Parquet: the same rows and columns, and no cell that is run."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

import pandas as pd

from dalel import files, paths
from dalel.publishing import frames
from dalel.publishing.site.edition import LEVEL, Edition, provinces
from dalel.publishing.tables.written import csv_bytes

CREATED = datetime(2000, 1, 1)  # a workbook without a clock in it
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
BOM = b"\xef\xbb\xbf"  # without it Excel reads Cyrillic as Latin-1


def write(edition: Edition, folder: Path) -> None:
    """Writes <view>.csv, .xlsx and .parquet for all claims, each region that has any and each topic; others go."""
    views = {"all": edition.frame}
    views |= {code: edition.of_region(code) for code in provinces()}
    views |= {topic: edition.of_topic(topic) for topic in edition.topics}
    kept = set()
    for view, frame in views.items():
        if view != "all" and not len(frame):
            continue
        table = frames.typed(frame, LEVEL).reset_index()
        for kind, content in (("csv", BOM + _csv(table)), ("xlsx", _xlsx(table)), ("parquet", _parquet(table))):
            files.write_if_changed(folder / f"{paths.slug(view)}.{kind}", content)
            kept.add(f"{view}.{kind}")
    for path in sorted(folder.glob("*")):
        if path.name not in kept:
            path.unlink()


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
    return csv_bytes(_plain(table))


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
            if name in ("value", "value_max", "origins") and cell is not None and abs(float(cell)) < 1e15:
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
