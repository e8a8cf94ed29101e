"""Parts and wholes: "4360 из 6936", "919 школ, из них 900", and a further part of the same whole ("ещё 373 школы").

The number grammar finds a ratio written as one; here a whole is also looked for in the same paragraph, where words say that the
number is a part of it.
"""

from __future__ import annotations

from dalel.extraction.drafts import Draft, neighbours
from dalel.extraction.elision import whole_of

PARTS = (
    "institution_count",
    "device_count",
    "people_count",
    "children_count",
    "other_count",
    "seat_count",
    "case_count",
)


def link_ratios(drafts: list[Draft]) -> None:
    """Makes parts ratio_part with their whole, and wholes ratio_whole."""
    for draft in drafts:
        if draft.quantity.whole is not None:
            _stated(draft, drafts)
    for draft in drafts:
        if draft.whole is None and draft.measure in PARTS:
            _said_of(draft, drafts)
    for draft in drafts:
        if draft.whole is None and draft.measure == "institution_count":
            _further_part(draft, drafts)


def _stated(draft: Draft, drafts: list[Draft]) -> None:
    whole = whole_of(draft, drafts)
    if whole is not None:
        draft.whole, draft.measure, whole.measure = whole, "ratio_part", "ratio_whole"


def _said_of(draft: Draft, drafts: list[Draft]) -> None:
    """ "из них", "of them" beside the number: a part of the nearest larger number before it that counts the same."""
    if not any(
        _beside(draft, cue.start, cue.end)
        for cue in draft.passage.cues_in(draft.sentence, "partitive")
        if cue.label == "of_them"
    ):
        return
    for other in neighbours(drafts, draft):
        if other.unit == draft.unit and other.value_above(draft) and other.measure in (*PARTS, "ratio_whole"):
            draft.whole, draft.measure = other, "ratio_part"
            if other.sentence is draft.sentence and other.measure == "institution_count":
                other.measure = "ratio_whole"
            return


def _beside(draft: Draft, start: int, end: int) -> bool:
    return 0 <= draft.low - end < 45 or 0 <= start - draft.high < 12


def _further_part(draft: Draft, drafts: list[Draft]) -> None:
    """A count in the next sentence of what a ratio has just divided, no larger than what that ratio left."""
    parts = [d for d in neighbours(drafts, draft) if d.measure == "ratio_part" and d.whole is not None]
    if not parts or parts[0].sentence.number < draft.sentence.number - 1 or parts[0].unit != draft.unit:
        return
    part = parts[0]
    assert part.whole is not None
    left = part.whole.quantity.value - part.quantity.value
    if (
        part.region == draft.region
        and part.place == draft.place
        and 0 < draft.quantity.value <= left
        and left - draft.quantity.value <= left / 10
    ):
        draft.whole, draft.measure = part.whole, "ratio_part"
