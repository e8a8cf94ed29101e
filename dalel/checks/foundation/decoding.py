"""Archived bytes -> the texts they may stand for, likeliest first; independent of the readers."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from functools import partial

_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_HEAD = 4096  # bytes: HTML asks that the declaration stand in the first 1024; some sites are late
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# UTF-8 refuses nearly all text that is not UTF-8; the two old Kazakh and Russian code pages refuse nothing
_USUAL = ("utf-8", "kz1048", "windows-1251", "koi8-r")
_WIDE = ("utf-16-le", "utf-16-be")  # without a mark, told by the zero bytes of its spaces and tags
_HIGH = re.compile("[^\x00-\x7f]+")
_ENCODED_TWICE = {"windows-1251": "Р°", "windows-1252": "Ð°"}  # what "а" becomes where UTF-8 was read as one of these


def decodings(payload: bytes, charset: str | None) -> Iterator[str]:
    """Every different text that these bytes may be: by their mark, as declared outside and inside, as usual."""
    seen: set[str] = set()
    for name in _names(payload, charset):
        try:
            text = payload.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
        for one in (text, *_once(text)):
            if one not in seen:
                seen.add(one)
                yield one
    if not seen:
        yield payload.decode("utf-8", "replace")


def _names(payload: bytes, charset: str | None) -> Iterator[str]:
    yield from (name for mark, name in _MARKS if payload.startswith(mark))
    if charset:
        yield charset
    if inside := _DECLARED.search(payload[:_HEAD]):
        yield inside[1].decode("ascii", "ignore")
    if b"\0" in payload[:_HEAD]:
        yield from _WIDE
    yield from _USUAL


def _once(text: str) -> Iterator[str]:
    """The same text with one encoding less, where it was encoded twice."""
    for name, mark in _ENCODED_TWICE.items():
        if mark in text:
            table = {bytes([b]).decode(name, "ignore") or chr(b): b for b in range(128, 256)}
            yield _HIGH.sub(partial(_read, table), text)


def _read(table: dict[str, int], run: re.Match[str]) -> str:
    try:
        return bytes(table[c] for c in run[0]).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return run[0]
