"""Is an answer that looks good a challenge or an error page? By the signs in signs.toml."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_TITLE = re.compile(rb"<title[^>]*>(.{0,300}?)</title", re.IGNORECASE | re.DOTALL)
_HEAD = 65_536  # bytes of a page that are looked at: signs stand at its beginning


@dataclass(frozen=True, kw_only=True, slots=True)
class Sign:
    """One kind of answer that is no page; holds when all its parts do and `unless` is not there."""

    name: str
    reason: str
    header: tuple[str, str] | None = None
    title: re.Pattern[str] | None = None
    text: str | None = None
    unless: str | None = None
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


def of(headers: Sequence[tuple[str, str]], payload: bytes) -> str | None:
    """Why an answer with these headers and this decoded body is no page, in words; None where nothing says so."""
    named = {name.lower(): value.lower() for name, value in headers}
    head = payload[:_HEAD]
    found = _TITLE.search(head)
    title = " ".join(_text(found[1]).split()) if found else ""
    markup = head.decode("latin-1").lower()
    return next((sign.reason for sign in load() if _holds(sign, named, title, markup)), None)


@functools.cache
def load() -> tuple[Sign, ...]:
    """All signs, in the file's order."""
    rows = tomllib.loads((Path(__file__).parent / "signs.toml").read_text("utf-8"))["sign"]
    return tuple(_sign(row) for row in rows)


def _text(words: bytes) -> str:
    """A title: UTF-8, else windows-1251, the old encoding of the region's sites."""
    try:
        return words.decode("utf-8")
    except UnicodeDecodeError:
        return words.decode("windows-1251", "replace")


def _sign(row: dict[str, object]) -> Sign:
    header, title = row.get("header"), row.get("title")
    return Sign(
        name=str(row["name"]),
        reason=str(row["reason"]),
        header=(str(header[0]), str(header[1])) if isinstance(header, list) else None,
        title=re.compile(title, re.IGNORECASE) if isinstance(title, str) else None,
        text=str(row["text"]) if "text" in row else None,
        unless=str(row["unless"]) if "unless" in row else None,
        examples=tuple(map(str, _texts(row.get("examples")))),
        not_examples=tuple(map(str, _texts(row.get("not_examples")))),
    )


def _texts(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _holds(sign: Sign, headers: dict[str, str], title: str, markup: str) -> bool:
    if sign.header and sign.header[1] not in headers.get(sign.header[0], ""):
        return False
    if sign.title and not sign.title.search(title):
        return False
    if sign.text and sign.text not in markup:
        return False
    return not (sign.unless and sign.unless in markup)
