"""Bytes of a captured page -> Document: what a reader reads, without navigation, comments, tickers or headlines.

One file per format in formats/, found by folder.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dalel.errors import MalformedDeclaration, UnreadableDocument
from dalel.readers.assemble import assemble
from dalel.readers.formats import find_format
from dalel.readers.lookout import Lookout, site_changed
from dalel.readers.page import Sought
from dalel.records import Capture, Document
from dalel.sources import Landmarks

__all__ = ["Lookout", "read", "site_changed"]

LARGEST = 64 * 1024 * 1024  # bytes of one payload


def _unheard(told: object) -> None:
    """Nobody asked."""


def read(
    payload: bytes,
    capture: Capture,
    landmarks: Sequence[Landmarks] = (),
    tell: Callable[[Sequence[Sought]], None] = _unheard,
    remark: Callable[[str], None] = _unheard,
) -> Document:
    """The document in `payload`, read by the format its bytes or its media type show.

    `landmarks` say where the source's markup keeps things; those valid on the day of capture are used. `tell` hears
    which of them led to what they should, also where there is no document in the end; `remark` what of the page could
    not be read although the rest was.
    Raises UnreadableDocument, which names the address and the cure.
    """
    try:
        if not payload.strip():
            raise UnreadableDocument("it is empty: there is nothing to read; collect the page again")
        if len(payload) > LARGEST:
            raise UnreadableDocument(f"it has {len(payload)} bytes, more than {LARGEST}; split it or leave it out")
        day = capture.captured_at.date()
        valid = [mark for mark in landmarks if (mark.valid_from or day) <= day <= (mark.valid_until or day)]
        page = find_format(payload, capture).read(payload, capture, valid)
        tell(page.sought)
        for told in page.remarks:
            remark(told)
        return assemble(page, capture)
    except UnreadableDocument as error:
        raise UnreadableDocument(f"{capture.url}: {error}") from error
    except MalformedDeclaration as error:
        raise MalformedDeclaration(f"{capture.source}: {error}") from error
