"""Numbers whose noun is left out take it from a neighbour: "В Актюбинской — по 107", "три вместимостью 620".

The neighbour is, in this order: the next number of an enumeration that names its noun; the nearest number before it in the
paragraph that stands in the same place of the same pattern (after "на", after "по", after a dash); the nearest countable before it.
"""

from __future__ import annotations

import re

from dalel.extraction.drafts import CHILDREN, DURATIONS, Draft, neighbours

ENUMERATION = re.compile(r"\s*(?:,|и|және|жане|мен|бен|пен|and|,\s*and)\s*", re.IGNORECASE)
POSITION = re.compile(r"(\w+|[—–-])\s*$")
SCALE = re.compile(r"млн|млрд|трлн|миллион|миллиард|мыллыон|мыллыард|million|billion|bn\b|mln")
SEATS_AFTER = re.compile(r"[\w\s-]{0,24}?(?:лаыықталған|есептелген|арналған)")


def complete_units(drafts: list[Draft]) -> None:
    """Gives every draft without a unit that of its neighbour, and seats their unit."""
    for draft in reversed(drafts):
        following = _next(drafts, draft)
        if draft.unit is None and following is not None and following.unit and _enumerated(draft, following):
            _take(draft, following)
    for draft in drafts:
        if draft.unit is None:
            _from_before(draft, neighbours(drafts, draft))
        if _is_seats(draft):
            draft.unit = "seat"


def _from_before(draft: Draft, before: list[Draft]) -> None:
    if SCALE.search(draft.passage.low[draft.low : draft.high]):
        money = next((other for other in before if other.is_money), None)
        if money is not None:
            _take(draft, money)
        return
    if draft.passage.has(draft.sentence, "seats", "words") and _after_seat_word(draft):
        draft.unit, draft.elided = "seat", True
        return
    countable = [
        other
        for other in before
        if other.unit and not other.is_money and not other.rate and other.quantity.label == "CARDINAL"
    ]
    countable = [other for other in countable if other.unit not in DURATIONS]
    here = _position(draft)
    alike = [other for other in countable if _position(other) == here]
    for other in [*alike[:1], *countable[:1]]:
        _take(draft, other)
        return


def _take(draft: Draft, other: Draft) -> None:
    draft.unit, draft.elided = other.unit, True
    draft.counted = other.counted


def _next(drafts: list[Draft], draft: Draft) -> Draft | None:
    index = drafts.index(draft) + 1
    following = drafts[index] if index < len(drafts) else None
    return following if following is not None and following.sentence is draft.sentence else None


def _enumerated(draft: Draft, following: Draft) -> bool:
    return ENUMERATION.fullmatch(draft.passage.low[draft.high : following.low]) is not None


def _position(draft: Draft) -> str:
    found = POSITION.search(draft.before())
    word = found[1] if found else ""
    return "—" if word in "—–-" else word


def _after_seat_word(draft: Draft) -> bool:
    cues = draft.passage.cues_in(draft.sentence, "seats")
    return any(0 <= draft.low - cue.end < 20 for cue in cues)


def _is_seats(draft: Draft) -> bool:
    if draft.unit in CHILDREN and SEATS_AFTER.match(draft.passage.low, draft.high):
        return True
    if draft.unit != "person":
        return False
    return _after_seat_word(draft) or (
        _position(draft) == "на" and draft.passage.low.find("школ", draft.sentence.low) >= 0
    )
