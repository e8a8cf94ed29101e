"""Text in which pieces lead to the passport of a claim: a plain string to all who do not ask for the links."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Self

Piece = tuple[str, str | None]  # text, and the id of the claim it states
_BLANK = re.compile(r"\{(\w+)\}")


class Linked(str):
    """A string that remembers which of its pieces state a claim."""

    __slots__ = ("pieces",)
    pieces: tuple[Piece, ...]

    def __new__(cls, *pieces: Piece) -> Self:
        kept = tuple((str(text), claim_id) for text, claim_id in pieces if text)
        made = super().__new__(cls, "".join(text for text, _ in kept))
        made.pieces = kept
        return made

    def __reduce__(self) -> tuple[type[Linked], tuple[Piece, ...]]:
        return Linked, self.pieces

    @property
    def claim_ids(self) -> tuple[str, ...]:
        """Ids of the claims stated, in order, each once."""
        return tuple(dict.fromkeys(claim_id for _, claim_id in self.pieces if claim_id))


def pieces_of(text: str) -> tuple[Piece, ...]:
    """The pieces of a text; a plain one is one piece without a claim."""
    return text.pieces if isinstance(text, Linked) else ((text, None),)


def joined(separator: str, texts: Iterable[str]) -> Linked:
    """The texts with `separator` between them, links kept."""
    found: list[Piece] = []
    for number, text in enumerate(texts):
        found += [*([(separator, None)] if number else []), *pieces_of(text)]
    return Linked(*found)


def filled(template: str, **given: str) -> Linked:
    """The template with its {blanks} filled in, links kept. KeyError where a blank is not given."""
    found: list[Piece] = []
    at = 0
    for blank in _BLANK.finditer(template):
        found += [(template[at : blank.start()], None), *pieces_of(given[blank[1]])]
        at = blank.end()
    return Linked(*found, (template[at:], None))


def capitalised(text: str) -> Linked:
    """The text with a capital at its start, links kept."""
    first, *rest = pieces_of(text) or (("", None),)
    return Linked((first[0][:1].upper() + first[0][1:], first[1]), *rest)
