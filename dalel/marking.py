"""A sentence with the expression in it marked: `… подключены ⟦62 процента⟧ видеокамер …`. A leaf of the house."""

from __future__ import annotations

from dalel.records import Sighting

OPEN, CLOSE = "⟦", "⟧"


def marked(sentence: str | None, quote: str | None, at: int) -> str:
    """The sentence with `quote`, which begins `at` characters into it, in ⟦…⟧.

    Only ⟦quote⟧ where the sentence does not hold it there; the quote as it is ("" for None) without a sentence, which
    is what the gate leaves of a withheld row.
    """
    if not sentence or quote is None:
        return quote or ""
    if sentence[at : at + len(quote)] != quote:
        return f"{OPEN}{quote}{CLOSE}"
    return f"{sentence[:at]}{OPEN}{quote}{CLOSE}{sentence[at + len(quote) :]}"


def sighted(side: Sighting) -> str:
    """The sentence of one side of a change, the number in it marked; unmarked where it states none, "" without any."""
    if side.quote is None or side.start is None:
        return side.sentence or ""
    return marked(side.sentence, side.quote, side.start)
