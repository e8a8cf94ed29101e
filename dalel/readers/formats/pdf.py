"""PDF releases through pypdf: text in page order, columns of tables told by the gaps between them."""

from __future__ import annotations

import io
import logging
import zlib
from collections import Counter
from collections.abc import Sequence
from typing import Any

from dalel.errors import UnreadableDocument
from dalel.readers.columns import page_lines
from dalel.readers.page import Page, clean
from dalel.readers.release import release_page
from dalel.records import Capture
from dalel.sources import Landmarks

MEDIA_TYPES = frozenset({"application/pdf", "application/x-pdf"})
SUFFIXES = frozenset({".pdf"})

MOST_PAGES = 600
MOST_CHARACTERS = 4_000_000
_LETTERS = 20  # a file with fewer letters has no text layer
_QUIET = logging.NullHandler()
_RUNNING = 3  # pages on which a first or last line is repeated to be a running head
# what pypdf raises on damaged files besides its own errors: it follows the file's structure wherever that leads
_DAMAGE = (
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    RecursionError,
    AssertionError,
    OSError,
    zlib.error,
    NotImplementedError,
)


def recognises(payload: bytes) -> bool:
    """The mark of a PDF, which may stand after some rubbish (ISO 32000-1, annex H)."""
    return b"%PDF-" in payload[:1024]


def read(payload: bytes, capture: Capture, landmarks: Sequence[Landmarks]) -> Page:
    """Title, text and date; UnreadableDocument where it is damaged, encrypted, too long, or a scan without text."""
    from pypdf import PdfReader  # slow to import: only where a PDF is read
    from pypdf.errors import PyPdfError

    told = logging.getLogger("pypdf")
    told.addHandler(_QUIET)  # what it mends in a file is no news; what it cannot mend is told by our own errors
    told.propagate = False
    try:
        reader = PdfReader(io.BytesIO(payload), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableDocument("it is encrypted; ask for a copy without a password")
        if len(reader.pages) > MOST_PAGES:
            raise UnreadableDocument(f"it has {len(reader.pages)} pages, more than {MOST_PAGES}; split it")
        pages = _pages(reader)
        stated = reader.metadata.title if reader.metadata else None
    except (PyPdfError, *_DAMAGE) as error:
        raise UnreadableDocument(f"it is damaged ({type(error).__name__}: {error}); get the file again") from error
    if sum(c.isalpha() for page in pages for line in page for c in line) < _LETTERS:
        raise UnreadableDocument(
            f"no text layer on its {len(pages)} pages: it is a scan; recognise its text (OCR) and add that"
        )
    lines = [line for page in _without_running_heads(pages) for line in page_lines(page)]
    return release_page(lines, _printed_title(stated, lines), capture)


def _pages(reader: Any) -> list[list[str]]:
    """Visual lines of each page, with the gaps between columns kept as spaces."""
    pages: list[list[str]] = []
    characters = 0
    for page in reader.pages:
        text = _text(page)
        characters += len(text)
        if characters > MOST_CHARACTERS:
            raise UnreadableDocument(f"it has more than {MOST_CHARACTERS} characters of text; split it")
        pages.append(text.split("\n"))
    return pages


def _text(page: Any) -> str:
    """The page's text as laid out; of a page whose text is turned, as landscape tables are, turned back."""
    text = _laid_out(page)
    if _letters(text) >= _LETTERS or page.get_contents() is None:
        return text
    if page.rotation:
        page.transfer_rotation_to_content()
        return max(text, _laid_out(page), key=_letters)
    turned = [text]
    for _ in range(3):  # nobody says which way it is turned: the way that gives text
        page.rotate(90)
        page.transfer_rotation_to_content()
        turned.append(_laid_out(page))
    return max(turned, key=_letters)


def _laid_out(page: Any) -> str:
    return str(page.extract_text(extraction_mode="layout", layout_mode_space_vertically=True))


def _letters(text: str) -> int:
    return sum(char.isalnum() for char in text)


def _without_running_heads(pages: list[list[str]]) -> list[list[str]]:
    """Pages without the line that is repeated at their head or foot, and without page numbers."""
    edges = Counter(key for page in pages for key in {_key(line) for line in _edge(page)})
    kept = []
    for page in pages:
        heads = {line for line in _edge(page) if _is_running(line, edges[_key(line)])}
        kept.append([line for line in page if line not in heads])
    return kept


def _edge(page: list[str]) -> list[str]:
    filled = [line for line in page if line.strip()]
    return filled[:1] + filled[-1:]


def _is_running(line: str, times: int) -> bool:
    return times >= _RUNNING or clean(line).strip("-–— ").isdigit()


def _key(line: str) -> str:
    return "".join("0" if c.isdigit() else c for c in clean(line))


def _printed_title(stated: Any, lines: Sequence[str]) -> str | None:
    """The title of the file's properties, where the first page prints it: it is often the name of a template."""
    title = clean(str(stated)) if stated else ""
    return title if title and any(title.lower() in line.lower() for line in lines[:12]) else None
