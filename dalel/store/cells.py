"""Text <-> CSV cells that no spreadsheet takes for a formula.

A page may print "=HYPERLINK(…)", and a spreadsheet would run it. As OWASP ("CSV injection") advises, such text gets an
apostrophe in front; unlike there, it comes off again exactly, because text that already has one gets one more. The same
is done after a character that another spreadsheet's locale may take for the end of a cell. An empty cell is None; one
with a single apostrophe is the empty text. Numbers are written by us and stay bare.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from dalel.errors import UnreadableFile

_EDGE = r"""(^|[;,|\t\r\n])("*)"""
_HARMFUL = re.compile(_EDGE + r"(?=[=+\-@＝＋－＠'\t\r])")
_HARMLESS = re.compile(_EDGE + r"'")


def harmless(text: str) -> str:
    """The text as a cell that every spreadsheet shows and none runs."""
    return _HARMFUL.sub(r"\1\2'", text) if text else "'"


def original(cell: str) -> str:
    """The text `harmless` was given."""
    return "" if cell == "'" else _HARMLESS.sub(r"\1\2", cell)


def to_csv(header: Sequence[str], rows: Iterable[Sequence[str | None]]) -> bytes:
    """A CSV file as bytes: UTF-8, comma, LF, quotes only where needed, None as an empty cell."""
    lines = [",".join(map(_quoted, row)) for row in (header, *rows)]
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _quoted(cell: str | None) -> str:
    """Python's csv.writer leaves a bare carriage return unquoted, which its own reader then refuses."""
    if cell is None or not any(mark in cell for mark in '",\r\n'):
        return cell or ""
    return '"' + cell.replace('"', '""') + '"'


def from_csv(content: bytes, name: str) -> tuple[list[str], list[list[str]]]:
    """Header and rows of such a file; UnreadableFile where it is none."""
    csv.field_size_limit(max(csv.field_size_limit(), 64 * 1024 * 1024))
    try:
        rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise UnreadableFile(f"{name} is no CSV table: {error}; rebuild the tables") from error
    if not rows or any(len(row) != len(rows[0]) for row in rows):
        raise UnreadableFile(f"{name} is no CSV table: its rows are not of equal length; rebuild the tables")
    return rows[0], rows[1:]
