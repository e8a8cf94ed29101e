"""Files of the old binary Office formats, which are also what an encrypted .docx or .xlsx is: refused."""

from __future__ import annotations

from collections.abc import Sequence

from dalel.errors import UnreadableDocument
from dalel.readers.page import Page
from dalel.records import Capture
from dalel.sources import Landmarks

MEDIA_TYPES = frozenset({"application/msword", "application/vnd.ms-excel"})
SUFFIXES = frozenset({".doc", ".xls"})

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def recognises(payload: bytes) -> bool:
    """The mark of a compound file (MS-CFB)."""
    return payload.startswith(_COMPOUND)


def read(payload: bytes, capture: Capture, landmarks: Sequence[Landmarks]) -> Page:
    """Never a page: UnreadableDocument with what to do."""
    raise UnreadableDocument(
        "it is an old binary Office file, or has a password; save it as .docx or .xlsx without a password"
    )
