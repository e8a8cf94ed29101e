"""Archived bytes -> the texts they may stand for, likeliest first; independent of the readers."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_HEAD = 4096  # bytes: HTML asks that the declaration stand in the first 1024; some sites are late
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# UTF-8 refuses nearly all text that is not UTF-8; the two old Kazakh and Russian code pages refuse nothing
_USUAL = ("utf-8", "kz1048", "windows-1251")


def decodings(payload: bytes, charset: str | None) -> Iterator[str]:
    """Every different text that these bytes may be: by their mark, as declared outside and inside, as usual."""
    seen: set[str] = set()
    for name in _names(payload, charset):
        try:
            text = payload.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
        if text not in seen:
            seen.add(text)
            yield text
    if not seen:
        yield payload.decode("utf-8", "replace")


def _names(payload: bytes, charset: str | None) -> Iterator[str]:
    yield from (name for mark, name in _MARKS if payload.startswith(mark))
    if charset:
        yield charset
    if inside := _DECLARED.search(payload[:_HEAD]):
        yield inside[1].decode("ascii", "ignore")
    yield from _USUAL
