"""PDF and DOCX bytes -> their plain text, for finding a quote again. Loaded only where such a file was archived."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from pypdf import PdfReader
from pypdf.errors import PyPdfError

MOST_PAGES = 2000
LARGEST_PART = 64 * 1024 * 1024  # bytes of one unpacked part of a DOCX
# what pypdf raises on damaged or hostile files, besides its own errors
_DAMAGED = (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, zlib.error)


def read_pdf(payload: bytes) -> str:
    """Text of all pages; "" where the file is damaged: a quote is then not found, which is what must be reported."""
    try:
        pages = PdfReader(io.BytesIO(payload)).pages
        return "\n".join(pages[number].extract_text() for number in range(min(len(pages), MOST_PAGES)))
    except _DAMAGED:
        return ""


def read_docx(payload: bytes) -> str:
    """Text of the main part, a line per paragraph; "" where the file is damaged or unpacks to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(payload)) as package:
            part = package.getinfo("word/document.xml")
            if part.file_size > LARGEST_PART:
                return ""
            with package.open(part) as opened:
                markup = opened.read(LARGEST_PART + 1)
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError, EOFError, zlib.error):
        return ""
    if len(markup) > LARGEST_PART:
        return ""
    text = re.sub(r"</w:p>|<w:(?:br|tab)\b[^>]*>", "\n", markup.decode("utf-8", "replace"))
    bare = re.sub(r"<[^>]*>", "", text)
    return (
        bare.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", '"')
        .replace("&apos;", "'")
        .replace("&amp;", "&")
    )
