"""What told the unit of a number, and the whole of a part: the words of the expression, its noun, or its neighbour."""

from __future__ import annotations

from collections.abc import Sequence

from dalel.claims.drafts import Draft, earlier, in_sentence
from dalel.claims.nouns import nouns

EXPRESSED = ("MONEY", "PERCENT", "QUANTITY", "DURATION", "MULTIPLE")  # labels whose unit is a word of the expression
NEAR = 80  # characters on either side of a number in which the noun of its unit stands


def ground_units(drafts: Sequence[Draft]) -> None:
    """Gives every unit and every whole its grounds; all units are settled by now."""
    for draft in drafts:
        if draft.unit is not None:
            _unit(draft, drafts)
        if draft.whole is not None:
            whole = draft.whole
            draft.told("whole", whole, whole.low, whole.high, "the whole that it is a part of", whole.passage)


def _unit(draft: Draft, drafts: Sequence[Draft]) -> None:
    if draft.quantity.label in EXPRESSED and not draft.elided:
        _at(draft, draft.low, draft.high, "a word of the expression")
        return
    span = _noun(draft)
    if span is not None:
        _at(draft, *span, "its noun")
        return
    for other in (*earlier(drafts, draft), *in_sentence(drafts, draft)):
        if other is not draft and other.unit == draft.unit and "unit" in other.grounds:
            draft.inherit("unit", other, "as the number beside it")
            return
    _at(draft, draft.low, draft.high, "read with the number")


def _at(draft: Draft, start: int, end: int, rule: str) -> None:
    draft.told("unit", draft.unit, start, end, rule)


def _noun(draft: Draft) -> tuple[int, int] | None:
    """The nearest noun of the unit: behind the number, else before it, in its sentence."""
    sentence = draft.sentence
    after = nouns(draft.passage, draft.high, min(sentence.high, draft.high + NEAR))
    before = nouns(draft.passage, max(sentence.low, draft.low - NEAR), draft.low)
    for noun in (*after, *reversed(before)):
        if noun.unit == draft.unit:
            return noun.start, noun.end
    return None
