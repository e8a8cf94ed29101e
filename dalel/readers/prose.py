"""Prose on a PDF page: lines of a paragraph joined, and two columns of a newspaper told from a table of two columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dalel.readers.grid import Piece

_ENDS = re.compile(r"[.!?:;…][»\"”)]*$")
_PAIRS = 4  # lines of both columns side by side, fewer are a table
_GUTTER = 3  # characters between the columns
_WORDS = 3  # words a line of prose has, on the average
_RUNNING = 0.5  # share of the lines of a column that begin amid a sentence


def starts_anew(before: str, line: str) -> bool:
    """Whether a line begins a paragraph: the one before ended a sentence well before the margin."""
    return bool(_ENDS.search(before)) and len(before) < 0.8 * max(len(line), 60)


def joined(paragraph: Sequence[str]) -> str:
    """The lines of a paragraph as one, words parted at line ends made whole."""
    text = paragraph[0]
    for line in paragraph[1:]:
        if text.endswith("-") and text[-2:-1].isalpha() and line[:1].islower():
            text = text[:-1] + line
        else:
            text = f"{text} {line}"
    return text


def newspaper(rows: Sequence[Sequence[Piece]], begin: int) -> tuple[list[str], list[str], int] | None:
    """Left column, right column and the row after them, where two columns of prose begin in row `begin`; else None."""
    if len(rows[begin]) != 2:
        return None
    left: list[str] = []
    right: list[str] = []
    inner, outer = rows[begin][0].end, rows[begin][1].start
    pairs, end = 0, begin
    for number in range(begin, len(rows)):
        row = rows[number]
        sides = [piece.end + _GUTTER <= outer for piece in row]
        if len(row) > 2 or sides not in ([], [True], [False], [True, False]):
            break
        if any(not on_left and piece.start < inner + _GUTTER for on_left, piece in zip(sides, row, strict=True)):
            break
        for on_left, piece in zip(sides, row, strict=True):
            inner, outer = (max(inner, piece.end), outer) if on_left else (inner, min(outer, piece.start))
        if outer - inner < _GUTTER:
            break
        left.append(next((piece.text for on_left, piece in zip(sides, row, strict=True) if on_left), ""))
        right.append(next((piece.text for on_left, piece in zip(sides, row, strict=True) if not on_left), ""))
        pairs += len(row) == 2
        end = number + 1
    return (left, right, end) if pairs >= _PAIRS and _runs(left) and _runs(right) else None


def _runs(column: Sequence[str]) -> bool:
    """Whether the lines of a column are lines of running text: several words, many begin amid a sentence."""
    lines = [line for line in column if line]
    amid = sum(line[0].islower() for line in lines[1:])
    return sum(len(line.split()) for line in lines) >= _WORDS * len(lines) and amid >= _RUNNING * (len(lines) - 1)
