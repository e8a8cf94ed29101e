"""Where in the source of a page the words that a reader made of it stand.

Readers clean what they read; compared without spaces and tags, their lines are found again in the source, one after
the other.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from dalel.proofreading.manuscripts import Paragraph

_UNSHOWN = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


@dataclass(frozen=True, slots=True)
class Source:
    """The characters a page shows, without spaces, and the place of each in the markup."""

    letters: str
    places: Sequence[int]


def shown(markup: str) -> Source:
    """What the markup of a page shows, tags, scripts and comments left out, entities resolved."""
    letters: list[str] = []
    places: list[int] = []
    at = 0
    for tag in [*_UNSHOWN.finditer(markup), None]:
        end = tag.start() if tag else len(markup)
        while at < end:
            entity = _ENTITY.match(markup, at, end) if markup[at] == "&" else None
            for letter in html.unescape(entity[0]) if entity else markup[at]:
                if not letter.isspace() and letter.isprintable():
                    letters.append(letter)
                    places.append(at)
            at = entity.end() if entity else at + 1
        at = tag.end() if tag else at
    return Source("".join(letters), places)


def placed(lines: Sequence[str], source: Source) -> list[Paragraph]:
    """The lines with the place of each character; a line that is not found takes the place of the one before it."""
    found, cursor = [], 0
    for line in lines:
        wanted = "".join(line.split())
        at = source.letters.find(wanted, cursor)
        if at < 0:
            at = source.letters.find(wanted)
        if at < 0:
            found.append(Paragraph(line, _by_words(line, source, cursor)))
            continue
        places = iter(source.places[at : at + len(wanted)])
        last, whole = source.places[at], []
        for letter in line:
            last = last if letter.isspace() else next(places)
            whole.append(last)
        found.append(Paragraph(line, whole))
        cursor = at + len(wanted)
    return found


def _by_words(line: str, source: Source, cursor: int) -> list[int]:
    """The places of a line that the reader put together itself, word by word."""
    places: list[int] = []
    for piece in re.findall(r"\s+|\S+", line):
        at = source.letters.find(piece, cursor) if not piece.isspace() else -1
        if at >= 0:
            places += source.places[at : at + len(piece)]
            cursor = at + len(piece)
        else:
            places += [places[-1] if places else 0] * len(piece)
    return places
