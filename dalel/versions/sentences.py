"""Claims of a document -> its sentences with every number masked, so that wording and values are compared apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dalel.records import Claim, Document, Field

MASK = "#"
MAX_WORDS = 300  # of a sentence that are compared; what has more is a table or a page without sentences
_WORD = re.compile(r"\w+|#")
_END = re.compile(r"(?<=[.!?…؟])\s+|\n+")
_FIELDS: tuple[Field, ...] = ("text", "lead", "title")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence that holds claims. `slots` has, for each mask among `words`, the claims it stands for."""

    field: Field
    text: str
    words: Words  # folded, without punctuation
    slots: tuple[tuple[Claim, ...], ...]

    @property
    def claims(self) -> list[Claim]:
        return [claim for slot in self.slots for claim in slot]


def with_claims(claims: Sequence[Claim]) -> list[Sentence]:
    """The sentences of one document that hold claims: text, lead, title, each in its order."""
    found: dict[tuple[int, int, int], list[Claim]] = {}
    for claim in claims:
        place = (_FIELDS.index(claim.field), claim.sentence_start, claim.sentence_end)
        found.setdefault(place, []).append(claim)
    return [_masked(found[place]) for place in sorted(found)]


def _masked(claims: list[Claim]) -> Sentence:
    first = claims[0]
    ordered = sorted(claims, key=lambda one: (one.start, one.end, one.core_start, one.claim_id))
    slots: list[list[Claim]] = []
    text, done = "", 0
    for claim in ordered:
        start, end = claim.start - first.sentence_start, claim.end - first.sentence_start
        if slots and start < done:  # overlaps the one before: they share a mask
            slots[-1].append(claim)
        else:
            text += first.sentence[done:start].replace(MASK, " ") + f" {MASK} "
            slots.append([claim])
        done = max(done, end)
    text += first.sentence[done:].replace(MASK, " ")
    return Sentence(first.field, first.sentence, words(text), tuple(tuple(slot) for slot in slots))


def words(text: str) -> Words:
    """The words of a text as they are compared: folded, without punctuation, masks as they are."""
    return tuple(_WORD.findall(text.casefold()))


def plain(document: Document) -> Iterator[str]:
    """All sentences of a document, split at full stops and line ends, whether they hold claims or not."""
    for field in _FIELDS:
        yield from (part for part in _END.split(document.field(field)) if part.strip())
