"""A unit named once and left out afterwards, within a paragraph."""

from __future__ import annotations

from dalel.extraction.numbers.draft import Draft
from dalel.extraction.numbers.lexicon import Lexicon


def lend(found: list[Draft], text: str, lexicon: Lexicon) -> None:
    """Nothing yet."""
