"""Excel files (.xlsx) of official data: every number with its row and its column, as a reader of the sheet sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dalel.errors import UnreadableDocument
from dalel.readers.package import is_package, opened
from dalel.readers.page import Page
from dalel.readers.release import release_page
from dalel.readers.sheets import read_sheets
from dalel.readers.tables import table_lines
from dalel.records import Capture
from dalel.sources import Landmarks

MEDIA_TYPES = frozenset({"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
SUFFIXES = frozenset({".xlsx"})


def recognises(payload: bytes) -> bool:
    """A zip with parts of a workbook."""
    return is_package(payload, b"xl/workbook.xml")


def read(payload: bytes, capture: Capture, landmarks: Sequence[Landmarks]) -> Page:
    """The sheets a reader can see, cell by cell; UnreadableDocument where it is damaged, a bomb, or empty."""
    with opened(payload) as package:
        tables, remarks = read_sheets(package)
    lines = [line for table in tables for line in table_lines(table)]
    if remarks and not lines:
        raise UnreadableDocument(remarks[0])
    return replace(release_page(lines, None, capture), remarks=remarks)
