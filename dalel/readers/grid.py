"""Pieces of text with their places on a line -> the rows and cells of a table that was printed with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dalel.readers.page import clean

_PIECE = re.compile(r"\S+(?:\s\S+)*")
_SLACK = 3  # characters by which cells of one column may be apart
_FIGURE = re.compile(r"[-−+]?\d[\d\s.,]*%?|[-–—xх]")
_OPEN = re.compile(r"[-,(«]$|\([^)]*$|\b(?:и|и/или|или|в|на|по|с|от|для|of|and|the|мен|және)$")
_GOES_ON = re.compile(r"[a-zа-яёәғқңөұүһі()»,]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text without a gap, with the columns of characters it covers."""

    start: int
    end: int
    text: str


def pieces_of(line: str) -> tuple[Piece, ...]:
    """The pieces of a line that gaps of two spaces and more part."""
    return tuple(Piece(found.start(), found.end(), clean(found[0])) for found in _PIECE.finditer(line))


def hangs(piece: Piece, table: Sequence[Sequence[Piece]]) -> bool:
    """Whether a line of one piece continues a cell of the row above it: below a column, and in the first mid-phrase."""
    columns = _columns(table)
    if len(columns) < 2:
        return False
    if _column_of(piece, columns) == 0:
        above = next((cell.text for cell in table[-1] if _column_of(cell, columns) == 0), "")
        return piece.end <= columns[1][0] and bool(above) and _goes_on(above, piece.text)
    return any(abs(piece.start - start) <= _SLACK for start, _ in columns[1:])


def same_columns(row: Sequence[Piece], table: Sequence[Sequence[Piece]]) -> bool:
    """Whether a row after an empty line is one more of the table: under its columns, and no second header."""
    if len(row) < 2 or not any(_FIGURE.fullmatch(piece.text) for piece in row):
        return False
    columns = _columns(table)
    return all(_distance(columns[_column_of(piece, columns)], piece) <= _SLACK for piece in row)


def rows_of_cells(table: Sequence[Sequence[Piece]]) -> tuple[tuple[str, ...], ...]:
    """The rows, cells over several lines joined."""
    columns = _columns(table)
    lines = [_cells(row, columns) for row in table]
    rows: list[list[str]] = []
    ahead: list[str] | None = None
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        if ahead is None and following is not None and _belongs_below(line, following):
            ahead = line
            continue
        cells = line if ahead is None else _merged(ahead, line)
        ahead = None
        if rows and _continues(rows[-1], cells):
            rows[-1] = _merged(rows[-1], cells)
        else:
            rows.append(cells)
    return tuple(map(tuple, rows))


def _continues(above: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether a line holds only the rest of cells of the row above: no label of its own, no figure."""
    filled = [number for number, cell in enumerate(cells) if cell]
    if any(not above[number] for number in filled):
        return False
    if cells[0]:
        return len(filled) == 1 and _goes_on(above[0], cells[0])
    return not any(_FIGURE.fullmatch(cells[number]) for number in filled)


def _belongs_below(cells: Sequence[str], following: Sequence[str]) -> bool:
    """Whether a line is the first of cells whose row is printed at their middle: the label stands on the next line."""
    filled = [number for number, cell in enumerate(cells) if cell]
    return (
        not cells[0]
        and bool(following[0])
        and any(_FIGURE.fullmatch(cell) for cell in following)
        and not any(following[number] or _FIGURE.fullmatch(cells[number]) for number in filled)
    )


def _goes_on(above: str, text: str) -> bool:
    return _GOES_ON.match(text) is not None or _OPEN.search(above) is not None


def _merged(first: Sequence[str], second: Sequence[str]) -> list[str]:
    return [" ".join(filter(None, pair)) for pair in zip(first, second, strict=True)]


def _cells(row: Sequence[Piece], columns: Sequence[tuple[int, int]]) -> list[str]:
    cells = [""] * len(columns)
    for piece in row:
        column = _column_of(piece, columns)
        cells[column] = f"{cells[column]} {piece.text}".strip()
    return cells


def _columns(rows: Sequence[Sequence[Piece]]) -> list[tuple[int, int]]:
    """The spans of the columns: pieces that overlap, within three characters, stand in one."""
    most = max(map(len, rows))
    spans = sorted((piece.start, piece.end) for row in rows if len(row) == most for piece in row)
    columns: list[tuple[int, int]] = []
    for start, end in spans:
        if columns and start <= columns[-1][1] + _SLACK - 2:
            columns[-1] = (columns[-1][0], max(end, columns[-1][1]))
        else:
            columns.append((start, end))
    return columns


def _column_of(piece: Piece, columns: Sequence[tuple[int, int]]) -> int:
    return min(range(len(columns)), key=lambda number: _distance(columns[number], piece))


def _distance(column: tuple[int, int], piece: Piece) -> int:
    return max(0, piece.start - column[1], column[0] - piece.end) or -min(column[1], piece.end) + max(
        column[0], piece.start
    )
