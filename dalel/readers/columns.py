"""Lines of a PDF page as laid out -> paragraphs and table lines: columns are told by the gaps between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dalel.readers.page import clean
from dalel.readers.tables import Table, table_lines

_PIECE = re.compile(r"\S+(?:\s\S+)*")
_ROWS = 3  # consecutive lines in columns that make a table
_SLACK = 3  # characters by which cells of one column may be apart
_ENDS = re.compile(r"[.!?:;…][»\"”)]*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text without a gap, with the columns of characters it covers."""

    start: int
    end: int
    text: str


def page_lines(page: Sequence[str]) -> list[str]:
    """Paragraphs joined over line ends, tables spelled out cell by cell."""
    lines: list[str] = []
    paragraph: list[str] = []
    table: list[list[Piece]] = []

    def close() -> None:
        if table:
            lines.extend(
                _table(table) if len(table) >= _ROWS else [clean(" ".join(p.text for p in row)) for row in table]
            )
            table.clear()
        if paragraph:
            lines.append(_joined(paragraph))
            paragraph.clear()

    for line in page:
        pieces = [Piece(m.start(), m.end(), clean(m[0])) for m in _PIECE.finditer(line)]
        if not pieces:
            close()
        elif len(pieces) >= 2:
            if paragraph:
                close()
            table.append(pieces)
        else:
            if table:
                close()
            if paragraph and _begins_anew(paragraph[-1], pieces[0].text):
                close()
            paragraph.append(pieces[0].text)
    close()
    return lines


def _begins_anew(before: str, line: str) -> bool:
    """Whether a line begins a paragraph: the one before ended a sentence well before the margin."""
    return bool(_ENDS.search(before)) and len(before) < 0.8 * max(len(line), 60)


def _joined(paragraph: list[str]) -> str:
    text = paragraph[0]
    for line in paragraph[1:]:
        if text.endswith("-") and text[-2:-1].isalpha() and line[:1].islower():
            text = text[:-1] + line
        else:
            text = f"{text} {line}"
    return text


def _table(rows: list[list[Piece]]) -> list[str]:
    columns = _columns(rows)
    grid = []
    for row in rows:
        cells = [""] * len(columns)
        for piece in row:
            column = min(range(len(columns)), key=lambda n: _distance(columns[n], piece))
            cells[column] = f"{cells[column]} {piece.text}".strip()
        grid.append(tuple(cells))
    return table_lines(Table(rows=tuple(grid)))


def _columns(rows: list[list[Piece]]) -> list[tuple[int, int]]:
    """The spans of the columns: pieces that overlap, within three characters, stand in one."""
    spans = sorted((piece.start, piece.end) for row in rows if len(row) == max(map(len, rows)) for piece in row)
    columns: list[tuple[int, int]] = []
    for start, end in spans:
        if columns and start <= columns[-1][1] + _SLACK - 2:
            columns[-1] = (columns[-1][0], max(end, columns[-1][1]))
        else:
            columns.append((start, end))
    return columns


def _distance(column: tuple[int, int], piece: Piece) -> int:
    return max(0, piece.start - column[1], column[0] - piece.end) or -min(column[1], piece.end) + max(
        column[0], piece.start
    )
