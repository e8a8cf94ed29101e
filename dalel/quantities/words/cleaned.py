"""A text without what the eye does not read as part of it: invisible characters, loose accents, footnote marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

# soft hyphen, zero widths, direction marks and their isolates, byte order mark (Unicode 16, general category Cf)
INVISIBLE = (
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
MARKS = (
    "\u0300",
    "\u0301",
    "\u0302",
    "\u0303",
    "\u0304",
    "\u0306",
    "\u0307",
    "\u0308",
    "\u030c",
    "\u0327",
    "\u0328",
)  # on letters of kk, ru and en
RAISED = ("\u00b9", "\u00b2", "\u00b3", "\u2074", "\u2075", "\u2070", "*", "[")
TELLING = (*INVISIBLE, *MARKS, *RAISED)
ALIKE = {"\u223c": "~", "\u2a7d": "\u2264", "\u2a7e": "\u2265", "\u2248": "\u2248"}  # ∼ ⩽ ⩾ as ~ ≤ ≥
SPOTS = re.compile(
    f"[{INVISIBLE}]+"
    r"|[^\W\d_][\u0300-\u036f]+"
    r"|(?<=[0-9])(?:[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,2}|\*{1,3}|\[[0-9]{1,2}\])(?=[\s,.;:)%\u00a0]|$)"
)
ACCENTS = re.compile("[\u0300\u0301]")  # a stress, which no letter of Russian or Kazakh has


def cleaned(text: str) -> tuple[str, Sequence[int] | None]:
    """The text as the grammar reads it, and where each of its characters and its end stand in `text`; None: unmoved.

    A letter and its loose accent become one; a stress, a footnote mark behind digits and what has no width are left
    out. Signs that look like ~, \u2264 and \u2265 become those.
    """
    for sign, plain in ALIKE.items():
        if sign in text:
            text = text.replace(sign, plain)
    if not any(mark in text for mark in TELLING) or SPOTS.search(text) is None:
        return text, None
    pieces: list[str] = []
    starts: list[int] = []
    done = 0
    for match in SPOTS.finditer(text):
        kept = text[done : match.start()] + composed(match[0])
        pieces.append(kept)
        starts += range(done, done + len(kept))
        done = match.end()
    pieces.append(text[done:])
    starts += range(done, len(text) + 1)
    return "".join(pieces), starts


def composed(found: str) -> str:
    """One letter of a letter and its accents; nothing of a mark that stands by itself."""
    if not found[0].isalpha():
        return ""
    return unicodedata.normalize("NFC", ACCENTS.sub("", found) if 0x400 <= ord(found[0]) <= 0x4FF else found)[:1]
