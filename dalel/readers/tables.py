"""Tables as lines in which a number stands with its row and its column: "Алматинская область — школ с камерами: 152".

One line a cell: "<row label> — <column header>: <cell>", so that whoever reads the line knows what the number counts.
A unit that the header names ("сумма, млн тенге") is printed after the number it holds for. Cells without letters or
digits ("–", "x") are left out; a row with one text is a heading of what follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dalel import languages
from dalel.errors import UnreadableDocument
from dalel.readers.chrome import CHROME
from dalel.readers.page import clean

CELL = " — "
MOST_TOLD = 8_000_000  # characters of one table told cell by cell; the largest of the statistics office has a million
Row = tuple[str, ...]

_EMPTY = re.compile(r"[\W_]*|[xхXХ]")
_DIGIT = re.compile(r"\d")
_PLAIN_NUMBER = re.compile(r"[-−]?\d[\d\s\u00a0]*(?:[.,]\d+)?")
_HEADER_ROWS = 3  # a header of more rows than this is data
_COUNTERS = frozenset({"№", "no", "no.", "n", "#", "№ п/п", "№ р/с", "р/с", "п/п", "т/б", "№ т/б"})


@dataclass(frozen=True, slots=True)
class Table:
    """Cells as printed, row by row; `has_headers` where the markup says that the first row names the columns."""

    rows: tuple[Row, ...]
    has_headers: bool = False
    header_rows: int = 1  # where it does: how many of them
    title: str | None = None  # a caption, the name of a sheet


def cell_text(parts: Iterable[str]) -> str:
    """The text of a cell of several lines: two numbers in two lines are two numbers, words go on."""
    told = ""
    for text in filter(None, map(clean, parts)):
        told += f"{'; ' if told[-1:].isdigit() and text[:1].isdigit() else ' '}{text}" if told else text
    return told


def table_lines(table: Table) -> list[str]:
    """Lines of a table: title and headings, then every cell with its row and column; without headers row by row.

    UnreadableDocument where they would be more text than any printed table: a label is repeated for each cell.
    """
    lines = _lines(table)
    room = MOST_TOLD
    kept: list[str] = []
    for line in lines:
        room -= len(line)
        if room < 0:
            raise UnreadableDocument(f"a table of it gives more than {MOST_TOLD} characters; split it or leave it out")
        kept.append(line)
    return kept


def _lines(table: Table) -> Iterator[str]:
    lines = [table.title] if table.title else []
    rows = list(table.rows)
    while rows and len(set(filter(None, rows[0]))) <= 1:
        lines += sorted(set(filter(None, rows.pop(0))))
    headed = min(table.header_rows, len(rows)) if table.has_headers else _header_rows(rows)
    yield from lines
    if not headed:
        yield from (line for row in rows if (line := " | ".join(cell for cell in row if cell)))
        return
    headers = _headers(rows[:headed])
    overall = next((unit for line in reversed(lines) if (unit := _unit(line, whole=True))), None)
    for row in rows[headed:]:
        yield from _row_lines(row, headers, overall)


def is_data(table: Table) -> bool:
    """Whether a table of a page is one of figures: named columns, rows of one width, most cells numbers."""
    if len(table.rows) < 2 or not (table.has_headers or _header_rows(table.rows)):
        return False
    cells = [cell for row in table.rows[max(table.header_rows, 1) :] for cell in row[1:] if cell]
    return len(cells) >= (1 if table.has_headers else 2) and 2 * sum(cell[0].isdigit() for cell in cells) >= len(cells)


def _row_lines(row: Row, headers: Sequence[str], overall: str | None) -> Iterator[str]:
    filled = [(number, cell) for number, cell in enumerate(row) if not _EMPTY.fullmatch(cell)]
    if not filled:
        return
    if len({cell for _, cell in filled}) == 1 and not _PLAIN_NUMBER.fullmatch(filled[0][1]):
        yield filled[0][1]
        return
    label_at = next((number for number, cell in filled if re.search(r"[^\W\d_]", cell)), None)
    label = row[label_at] if label_at is not None else ""
    for number, cell in filled:
        header = headers[number] if number < len(headers) else ""
        if number == label_at or (header.strip().lower() in _COUNTERS and cell.strip(". ").isdigit()):
            continue
        unit = _unit(header) or _unit(header, whole=True) or overall
        told = f"{cell} {unit}" if unit and _PLAIN_NUMBER.fullmatch(cell) else cell
        yield ": ".join(part for part in (CELL.join(filter(None, (label, header))), told) if part)


def _headers(rows: Sequence[Row]) -> list[str]:
    """One header a column: those of several rows joined, a header above several columns carried to the right."""
    width = max(len(row) for row in rows)
    joined: list[list[str]] = [[] for _ in range(width)]
    for depth, row in enumerate(rows):
        carried = ""
        for number in range(width):
            cell = row[number] if number < len(row) else ""
            carried = cell or (carried if depth < len(rows) - 1 else "")
            if carried and carried not in joined[number]:
                joined[number].append(carried)
    return [", ".join(parts) for parts in joined]


def _header_rows(rows: Sequence[Row]) -> int:
    """How many rows at the top name columns: rows without numbers above rows with them; else 0."""
    named = 0
    for row in rows[: _HEADER_ROWS + 2]:
        if any(_PLAIN_NUMBER.match(cell) for cell in row[1:]):
            return min(named, _HEADER_ROWS)
        if len(set(filter(None, row))) < 2 and named:
            continue
        named += 1
    return 0


def _unit(header: str, whole: bool = False) -> str | None:
    """The unit at the end of a header, after a comma or in brackets; with `whole`, only where it is all of a line."""
    match = (_units()[1].fullmatch if whole else _units()[0].search)(header.strip())
    return header.strip()[match.start("unit") : match.end("unit")] if match else None


@lru_cache(maxsize=1)
def _units() -> tuple[re.Pattern[str], re.Pattern[str]]:
    found = {word for language in CHROME for word in languages.load(language, "page")["table_unit"]}
    words = "|".join(map(re.escape, sorted(found, key=lambda word: (-len(word), word))))
    unit = rf"(?:(?:в|in)\s+)?(?P<unit>{words})"
    return re.compile(rf"(?:,\s*|\(\s*|\s(?=%)){unit}\s*\)?$", re.I), re.compile(rf"\(?\s*{unit}\s*\)?[.:]?", re.I)
