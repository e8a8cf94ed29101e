"""Lines of a PDF page as laid out -> paragraphs and table lines: columns are told by the gaps between them.

Two columns of prose side by side are read one after the other; the rows of a table are read across, and a cell printed
over several lines is one cell.
"""

from __future__ import annotations

from collections.abc import Sequence

from dalel.readers.grid import Piece, hangs, pieces_of, rows_of_cells, same_columns
from dalel.readers.page import clean
from dalel.readers.prose import joined, newspaper, starts_anew
from dalel.readers.tables import Table, table_lines

_ROWS = 3  # consecutive lines in columns that make a table
_LONG = 300  # lines; no printed page has more, and a made one would take the square of its length


def page_lines(page: Sequence[str]) -> list[str]:
    """Paragraphs joined over line ends, columns of prose one after the other, tables spelled out cell by cell."""
    if len(page) > _LONG:
        stretches = (page[begin : begin + _LONG] for begin in range(0, len(page), _LONG))
        return [line for stretch in stretches for line in page_lines(stretch)]
    rows = [pieces_of(line) for line in page]
    lines: list[str] = []
    begun = number = 0
    while number < len(rows):
        found = newspaper(rows, number)
        if found is None:
            number += 1
            continue
        left, right, end = found
        lines += _flow(rows[begun:number]) + page_lines(left) + page_lines(right)
        begun = number = end
    return lines + _flow(rows[begun:])


def _flow(rows: Sequence[Sequence[Piece]]) -> list[str]:
    lines: list[str] = []
    paragraph: list[str] = []
    table: list[Sequence[Piece]] = []

    def close() -> None:
        if table:
            lines.extend(_told(table))
            table.clear()
        if paragraph:
            lines.append(joined(paragraph))
            paragraph.clear()

    for number, pieces in enumerate(rows):
        if not pieces:
            if not (table and _goes_on_below(rows[number + 1 : number + 3], table)):
                close()
        elif len(pieces) >= 2 or (table and hangs(pieces[0], table)):
            if paragraph:
                close()
            table.append(pieces)
        else:
            if table or (paragraph and starts_anew(paragraph[-1], pieces[0].text)):
                close()
            paragraph.append(pieces[0].text)
    close()
    return lines


def _goes_on_below(following: Sequence[Sequence[Piece]], table: Sequence[Sequence[Piece]]) -> bool:
    """Whether a table goes on after an empty line: with a row, or with the first line of a cell of one."""
    if following and len(following[0]) == 1 and hangs(following[0][0], table):
        following = following[1:]
    return bool(following) and same_columns(following[0], table)


def _told(table: Sequence[Sequence[Piece]]) -> list[str]:
    if sum(len(row) >= 2 for row in table) < _ROWS:
        return [clean(" ".join(piece.text for piece in row)) for row in table]
    return table_lines(Table(rows=rows_of_cells(table)))
