"""JSON Lines in and out: files by name, "-" for standard input and output. A leaf of the house."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from dalel.errors import UnreadableFile
from dalel.faults import Guard
from dalel.files import unwritable
from dalel.records import Problem

Failed = Callable[[Problem], None]


def read(source: Path) -> Iterator[str]:
    """Lines of a UTF-8 file, one at a time; UnreadableFile names file and line."""
    number = 0
    try:
        if str(source) == "-":
            yield from sys.stdin
            return
        with source.open(encoding="utf-8", newline="\n") as opened:
            for line in opened:
                number += 1
                yield line
    except UnicodeDecodeError as error:
        raise UnreadableFile(f"{source}, after line {number}: not UTF-8 ({error.reason}); save it as UTF-8") from error
    except OSError as error:
        raise UnreadableFile(f"cannot read {source}: {error.strerror}; name an existing file") from error


def of(source: Path, rows: Iterable[str]) -> Iterator[str]:
    """The rows made of the file's lines; an UnreadableFile that names only the line names the file too."""
    try:
        yield from rows
    except UnreadableFile as fault:
        name = "standard input" if str(source) == "-" else str(source)
        raise (fault if name in str(fault) else UnreadableFile(f"{name}, {fault}")) from fault


def converted(rows: Iterable[str], convert: Callable[[str, int], str], guard: Guard, failed: Failed) -> Iterator[str]:
    """One line out for each in, in the same order; blank lines are passed over.

    A line on which `convert` (of line and number) fails goes to `failed` with its number. UnreadableFile, which it
    raises for a malformed line, passes: whoever wrote the file must mend it, and nothing is half written.
    """
    with guard.series():
        for number, line in enumerate(rows, start=1):
            if not line.strip():
                continue
            found = guard.attempt("rows", f"line {number}", partial(convert, line, number))
            if isinstance(found, Problem):
                failed(found)
            else:
                yield found


def write(out: Path, rows: Iterable[str]) -> int:
    """Writes each row as a line while it comes, so that large inputs need no memory; how many. UnwritableHome else."""
    written = 0
    if str(out) == "-":
        for row in rows:
            sys.stdout.write(row + "\n")
            written += 1
        return written
    partial = out.with_name(out.name + ".partial")
    try:
        with partial.open("w", encoding="utf-8", newline="\n") as opened:
            for row in rows:
                opened.write(row + "\n")
                written += 1
        partial.replace(out)
    except OSError as error:
        raise unwritable(out, error) from error
    finally:
        partial.unlink(missing_ok=True)
    return written
