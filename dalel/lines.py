"""JSON Lines in and out: files by name, "-" for standard input and output. A leaf of the house."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TextIO

from dalel.errors import InvalidValue, UnreadableFile
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
    """Writes each row as a line while it comes, so that large inputs need no memory; how many.

    A file is written whole or not at all, also that which a link leads to; a pipe is written straight into.
    InvalidValue for a device, which nobody means; UnwritableHome where it cannot be written.
    """
    if str(out) == "-":
        return _written(sys.stdout, rows)
    try:
        target = out.resolve()
        if target.is_block_device() or target.is_char_device():
            raise InvalidValue(f"--out {out} is a device; name a file, or - for standard output")
        if target.exists() and not target.is_file() and not target.is_dir():  # a pipe or a socket
            with target.open("w", encoding="utf-8", newline="\n") as opened:
                return _written(opened, rows)
        partial_file = target.with_name(f".{target.name}.{os.getpid()}.partial")
        try:
            with partial_file.open("w", encoding="utf-8", newline="\n") as opened:
                written = _written(opened, rows)
            if target.is_file():
                partial_file.chmod(target.stat().st_mode & 0o7777)
            partial_file.replace(target)
        finally:
            partial_file.unlink(missing_ok=True)
    except OSError as error:
        raise unwritable(out, error) from error
    return written


def _written(opened: TextIO, rows: Iterable[str]) -> int:
    written = 0
    for row in rows:
        opened.write(row + "\n")
        written += 1
    return written
