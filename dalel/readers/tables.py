"""Tables as lines in which a number stands with its row and its column: "Алматинская область — школ с камерами: 152".

One line a cell: "<row label> — <column header>: <cell>", so that whoever reads the line knows what the number counts.
Cells without letters or digits ("–", "x") are left out; a row without any other cell is a heading of what follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

CELL = " — "
_EMPTY = re.compile(r"[\W_]*|[xхXХ]")
_NUMBER = re.compile(r"\d")
_HEADER_ROWS = 3  # a header of more rows than this is data


@dataclass(frozen=True, slots=True)
class Table:
    """Cells as printed, row by row; `has_headers` where the markup says that the first row names the columns."""

    rows: tuple[tuple[str, ...], ...]
    has_headers: bool = False
    title: str | None = None  # a caption, the name of a sheet


def table_lines(table: Table) -> list[str]:
    """Lines of a table: its title, then every cell with its row and column; a table without headers row by row."""
    lines = [table.title] if table.title else []
    headed = 1 if table.has_headers and table.rows else _header_rows(table.rows)
    if not headed:
        return lines + [line for row in table.rows if (line := " | ".join(cell for cell in row if cell))]
    headers = _headers(table.rows[:headed])
    for row in table.rows[headed:]:
        lines += _row_lines(row, headers)
    return lines


def _row_lines(row: tuple[str, ...], headers: list[str]) -> Iterator[str]:
    filled = [(number, cell) for number, cell in enumerate(row) if not _EMPTY.fullmatch(cell)]
    if not filled:
        return
    if len(filled) == 1:
        yield filled[0][1]
        return
    label_at = next((number for number, cell in filled if re.search(r"[^\W\d_]", cell)), None)
    label = row[label_at] if label_at is not None else ""
    for number, cell in filled:
        header = headers[number] if number < len(headers) else ""
        if number == label_at or _is_count(header, cell):
            continue
        yield (
            f"{label}{CELL if label and header else ''}{header}: {cell}"
            if header
            else f"{label}: {cell}"
            if label
            else cell
        )


def _headers(rows: tuple[tuple[str, ...], ...]) -> list[str]:
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


def _header_rows(rows: tuple[tuple[str, ...], ...]) -> int:
    """How many rows at the top name columns: rows without numbers above rows with them; else 0."""
    for number, row in enumerate(rows[: _HEADER_ROWS + 1]):
        if any(_NUMBER.search(cell) for cell in row[1:]):
            above = rows[:number]
            return number if number and any(sum(bool(cell) for cell in one) >= 2 for one in above) else 0
    return 0


def _is_count(header: str, cell: str) -> bool:
    """The running number of a row: "№" above it."""
    return (
        header.strip().lower() in ("№", "no", "n", "#", "№ п/п", "№ р/с", "р/с", "п/п", "т/б")
        and cell.strip(". ").isdigit()
    )
