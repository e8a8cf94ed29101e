"""What kind of number it is. The unit decides; of a sum of money its frame does (money.py)."""

from __future__ import annotations

from collections.abc import Sequence

from dalel.claims.attributes.money import assign_money
from dalel.claims.changes import is_change
from dalel.claims.drafts import CHILDREN, INSTITUTIONS, Draft
from dalel.claims.elision import follows_seat_word
from dalel.claims.nouns import nouns
from dalel.records import Measure
from dalel.vocabulary import unit


def assign_measures(drafts: Sequence[Draft]) -> None:
    """Gives every draft its measure; ratios are told apart later."""
    for draft in drafts:
        if not draft.is_money:
            draft.told("measure", _by_unit(draft), draft.low, draft.high, f"its unit: {draft.unit or 'none'}")
            if draft.measure == "duration" and draft.modality == "exact" and draft.has("times", "permits"):
                draft.modality = "at_most"  # what a law allows is the longest it may be
    assign_money(drafts)


def _by_unit(draft: Draft) -> Measure:
    if draft.unit is None:
        return "other_count"
    if draft.quantity.label == "MULTIPLE" or (draft.quantity.label == "PERCENT" and is_change(draft)):
        return "multiple"  # a change in percent is how many times as much, said in hundredths
    if draft.quantity.label == "DURATION":
        return "duration"
    return "seat_count" if draft.unit in CHILDREN and _seats(draft) else unit(draft.unit).measure or "other_count"


def _seats(draft: Draft) -> bool:
    """Pupils a school is built for are its places: "10 школ на 7425 учеников", "which will take in 740 thousand"."""
    if follows_seat_word(draft):
        return True
    before = draft.before(40)
    named = nouns(draft.passage, draft.low - len(before), draft.low)
    return before.rstrip().endswith((" на", " for")) and bool(named) and named[-1].unit in INSTITUTIONS
