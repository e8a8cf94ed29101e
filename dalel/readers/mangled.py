"""Mends text that was encoded twice: UTF-8 read as windows-1251 or windows-1252 and stored as UTF-8 again.

"РџСЂРѕРµРєС‚" and "ÐŸÑ€Ð¾ÐµÐºÑ‚" are "Проект". Only a text most of whose letters are such pairs is touched.
"""

from __future__ import annotations

import re
from functools import cache

_MARKS = {"cp1251": ("Р°", "Рѕ"), "cp1252": ("Ð°", "Ð¾")}  # "а" and "о", in every Russian and Kazakh text
_HIGH = re.compile("[^\x00-\x7f]+")
_MOST = 0.5  # share of the non-ASCII characters that must turn out to be pairs


def mended(text: str) -> str:
    """`text`, or what it was before its second encoding; unchanged where its letters are no such pairs."""
    for encoding, marks in _MARKS.items():
        if all(mark in text for mark in marks):
            bytes_of = _table(encoding)
            found = sum(len(match[0]) for match in _HIGH.finditer(text))
            result, changed = _mend(text, bytes_of)
            if changed > _MOST * found:
                return result
    return text


def _mend(text: str, bytes_of: dict[str, int]) -> tuple[str, int]:
    """The text with every run that is UTF-8 decoded, and how many of its characters were in such runs."""
    changed = 0

    def once(match: re.Match[str]) -> str:
        nonlocal changed
        try:
            read = bytes(bytes_of[c] for c in match[0]).decode("utf-8")
        except (KeyError, UnicodeDecodeError):
            return match[0]
        changed += len(match[0])
        return read

    return _HIGH.sub(once, text), changed


@cache
def _table(encoding: str) -> dict[str, int]:
    """Character -> byte; a byte without a character is its own control character, as browsers have it."""
    table: dict[str, int] = {}
    for byte in range(128, 256):
        try:
            table[bytes([byte]).decode(encoding)] = byte
        except UnicodeDecodeError:
            table[chr(byte)] = byte
    return table
