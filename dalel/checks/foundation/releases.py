"""PDF, DOCX and XLSX bytes -> their plain text, for finding a quote again. Loaded only where such a file was archived.

Damaged files give an empty reading: the quote is then not found, which is what must be reported.
"""

from __future__ import annotations

import io
import logging
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from dalel.characters import unescaped
from dalel.checks.foundation.rows import elements, marked_rows
from dalel.checks.foundation.visible import Reading

MOST_PAGES = 2000
LARGEST = 64 * 1024 * 1024  # bytes that the parts of a package may unpack to, together
NOTHING = Reading("")
# what pypdf raises on damaged or hostile files, besides its own errors
_DAMAGED = (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, zlib.error)
_UNPACKED = (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError, EOFError, zlib.error)
_QUIET = logging.NullHandler()
_VALUE = re.compile(r"<(?:\w+:)?v(?:\s[^<>]*)?>([^<]*)<")
_DIGITS = re.compile(r"\d+")
_MERGED_ON = re.compile(r"<w:vMerge(?:\s+w:val=[\"']continue[\"'])?\s*/>")
_MERGES = re.compile(r"<(?:\w+:)?mergeCell\s[^<>]*?ref=\"([A-Z]{1,3}(\d{1,7})):[A-Z]{1,3}(\d{1,7})\"")
_MOST_MERGES = 2000  # of one sheet that are looked at
_ROW = re.compile(r"\br=[\"'](\d{1,7})")
_ADDRESS = re.compile(r"\br=[\"']([A-Z]{1,3}\d{1,7})")
_STRUCK = re.compile(r"<(?:\w+:)?d?strike(?!\s[^<>]*val=[\"'](?:0|false|off))[^<>]*>")
_RAISED = re.compile(r"<(?:\w+:)?vertAlign\s[^<>]*val=[\"']superscript[\"'][^<>]*>")
_TAIL = 60  # characters before a raised number by which it is judged
_TAG = re.compile(r"<[^<>]*>")


def read_pdf(payload: bytes) -> Reading:
    """Text of all pages; a line may be a row of a table."""
    told = logging.getLogger("pypdf")
    told.addHandler(_QUIET)  # what it finds wrong with a file is of no use here: the quote is found or not
    told.propagate = False
    try:
        pages = PdfReader(io.BytesIO(payload)).pages
        text = "\n".join(pages[number].extract_text() for number in range(min(len(pages), MOST_PAGES)))
    except _DAMAGED:
        return NOTHING
    lines = text.splitlines()
    return Reading(text, rows=(*lines, *_with_neighbours(lines)))


def _with_neighbours(lines: Sequence[str]) -> Iterator[str]:
    """Each line with the words, but not the numbers, of the lines beside it: a label may go on above or below."""
    bare = ["", *(_DIGITS.sub("", line) for line in lines), ""]
    for number, line in enumerate(lines):
        yield f"{bare[number]} {line} {bare[number + 2]}"


def read_docx(payload: bytes) -> Reading:
    """Text of the main part and of its notes, a line per paragraph, and the table rows."""
    parts = _parts(payload, re.compile(r"word/(?:document|footnotes|endnotes)\.xml"))
    markup = re.sub(r"</w:p>|<w:(?:br|tab)\b[^>]*>", "\n", _said("".join(parts), "w:r"))
    rows = [unescaped(row) for row in (*marked_rows(markup), *_under_labels(markup))]
    return Reading(unescaped(_TAG.sub("", markup)), rows=tuple(rows))


def _said(markup: str, run: str) -> str:
    """The markup without runs that are struck out; raised numbers are notes (nothing) or powers of ten (10^9)."""
    kept: list[str] = []
    for part in re.split(rf"(?=<{run}[\s>])", markup):
        inner, closing, after = part.partition("</w:r>" if run == "w:r" else "</r>")
        if not closing or not (_STRUCK.search(inner) or _RAISED.search(inner)):
            kept.append(part)
            continue
        if not _STRUCK.search(inner):
            kept.append(_raised(_TAG.sub("", inner).strip(), _TAG.sub("", "".join(kept[-4:]))[-_TAIL:].rstrip()))
        kept.append(after)
    return "".join(kept)


def _raised(told: str, before: str) -> str:
    if re.search(r"(?<![\d.,])10$", before) and re.fullmatch(r"[-−–]?\d{1,2}", told):
        return f"^{told}"
    if re.search(r"(?<![\d.,])10\^[-−–]?\d$", before) and told.isdigit():
        return told  # the second half of a power
    is_note = re.fullmatch(r"[\[(]?\d{1,3}[\d,;–\s-]{0,20}[\])]{0,2}|[*†‡]{1,4}", told)
    return "" if is_note and re.search(r"(?:^|[\d.,;:!?…»”’\")\]]|[^\W\d_]{3})$", before) else told


def _under_labels(markup: str) -> Iterator[str]:
    """Table rows that lie under a cell of several rows, with the words of the row in which it begins."""
    above = ""
    for _, content in elements(markup, "tr"):
        text = _TAG.sub(" | ", content)
        if _MERGED_ON.search(content):
            yield f"{above} | {text}"
        else:
            above = _DIGITS.sub("", text)


def read_xlsx(payload: bytes) -> Reading:
    """The rows of all sheets, as stored: texts resolved, numbers unformatted."""
    strings = _parts(payload, re.compile(r"xl/sharedStrings\.xml"))
    shared = [_text(_said(content, r"(?:\w+:)?r")) for part in strings for _, content in elements(part, "si")]
    sheets = _parts(payload, re.compile(r"xl/worksheets/[^/]+\.xml"))
    rows = [_row(content, shared) for sheet in sheets for _, content in elements(sheet, "row")]
    merged = [row for sheet in sheets for row in _under_cells(sheet, shared)]
    return Reading("\n".join(rows), rows=(*rows, *merged))


def _under_cells(sheet: str, shared: Sequence[str]) -> Iterator[str]:
    """Rows that a cell of several rows reaches into, with its text."""
    merges = [(top, int(first), int(last)) for top, first, last in _MERGES.findall(sheet) if int(first) < int(last)]
    if not merges:
        return
    cells: dict[str, str] = {}
    rows: dict[int, str] = {}
    for attributes, content in elements(sheet, "row"):
        rows[len(rows) + 1 if (at := _ROW.search(attributes)) is None else int(at[1])] = _row(content, shared)
        for place, cell in elements(content, "c"):
            if (address := _ADDRESS.search(place)) is not None:
                cells[address[1]] = _cell(place, cell, shared)
    for number in sorted(rows):
        labels = [cells.get(top, "") for top, first, last in merges[:_MOST_MERGES] if first <= number <= last]
        if any(labels):
            yield " | ".join([*labels, rows[number]])


def _row(markup: str, shared: Sequence[str]) -> str:
    return " | ".join(_cell(attributes, content, shared) for attributes, content in elements(markup, "c"))


def _cell(attributes: str, content: str, shared: Sequence[str]) -> str:
    value = _VALUE.search(content)
    if value is None:
        return _text(content)
    if 't="s"' in attributes:
        return shared[int(value[1])] if value[1].isdecimal() and int(value[1]) < len(shared) else ""
    return unescaped(value[1])


def _text(markup: str) -> str:
    return unescaped(_TAG.sub("", markup))


def _parts(payload: bytes, name: re.Pattern[str]) -> list[str]:
    """The parts of a package with such a name, decoded; none where it is damaged or unpacks to too much."""
    found: list[str] = []
    room = LARGEST
    try:
        with zipfile.ZipFile(io.BytesIO(payload)) as package:
            for part in sorted(part.filename for part in package.infolist() if name.fullmatch(part.filename)):
                with package.open(part) as opened:
                    content = opened.read(room + 1)
                room -= len(content)
                if room < 0:
                    return []
                found.append(content.decode("utf-8", "replace"))
    except _UNPACKED:
        return []
    return found
