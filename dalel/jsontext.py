"""JSON written by others, without its traps: numbers of any length, nesting of any depth, halves of surrogate pairs.

A leaf of the house.
"""

from __future__ import annotations

import json
from typing import Any

_LONGEST = 400  # digits of a number that is read as one; longer ones stay text, as Python refuses them from 4300 on
_HALF = "\ud800", "\udfff"


def parse(text: str | bytes, exact: bool = False, strict: bool = True) -> Any:
    """The value in `text`; with `exact` numbers stay as written. ValueError, and nothing else, where it is none.

    Halves of surrogate pairs, which no file can hold, become U+FFFD. `strict` False allows line ends in strings.
    """
    try:
        found = json.loads(
            text, parse_int=str if exact else _whole, parse_float=str if exact else _broken, strict=strict
        )
        return _paired(found) if _has_escapes(text) else found
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error


def _has_escapes(text: str | bytes) -> bool:
    return b"\\u" in text if isinstance(text, bytes) else "\\u" in text


def _whole(digits: str) -> int | str:
    return int(digits) if len(digits) <= _LONGEST else digits


def _broken(number: str) -> float | str:
    found = float(number)
    return found if abs(found) != float("inf") else number


def _paired(value: Any) -> Any:
    """The same value without halves of surrogate pairs; its depth was bounded by the parser."""
    if isinstance(value, str):
        return "".join("\ufffd" if _HALF[0] <= c <= _HALF[1] else c for c in value) if not _encodes(value) else value
    if isinstance(value, list):
        return [_paired(item) for item in value]
    if isinstance(value, dict):
        return {_paired(name): _paired(item) for name, item in value.items()}
    return value


def _encodes(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
