"""One amount in two currencies: 6 млрд теңге (14,3 млн доллар), $14.3 million, or 6 billion tenge."""

from __future__ import annotations

from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon

REACH = 40  # characters between the two


def link(close: list[tuple[Draft, Draft]], text: str, lexicon: Lexicon) -> None:
    """Say of an amount that follows one in another currency, in brackets or behind "or", that it is the same again."""
    for before, after in close:
        if after.unit != word.MONEY or before.unit != word.MONEY or after.code[:3] == before.code[:3]:
            continue
        if after.start - before.end <= REACH and lexicon.again.fullmatch(text, before.end, after.start):
            after.restates = before.restates or before
