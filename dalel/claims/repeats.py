"""Headline and lead repeat the body, and an amount may be given again in another currency: such a claim is linked to
the one it repeats, and takes over what it leaves unsaid.
"""

from __future__ import annotations

from decimal import Decimal

from dalel.claims.drafts import Draft

OPEN = ("amount", "other_count", "institution_count", "people_count", "children_count", "device_count", "seat_count")
RULE = "as in the claim that it repeats"
ROUNDING = Decimal("0.1")  # a headline rounds by less: "свыше 22 тысяч" of 22 463, "23 тысячи" of 22 870


def link_repeats(drafts: list[Draft]) -> None:
    """Links claims of title and lead to the first claim of the text with the same or the rounded value and unit."""
    body: dict[str | None, dict[Decimal, Draft]] = {}
    for draft in drafts:
        if draft.passage.field == "text":
            body.setdefault(draft.unit, {}).setdefault(draft.quantity.value, draft)
    for draft in drafts:
        if draft.passage.field != "text":
            alike = body.get(draft.unit, {})
            rounded = (other for other in alike.values() if _rounds(draft, other))
            draft.repeats = alike.get(draft.quantity.value) or next(rounded, None)


def link_conversions(drafts: list[Draft]) -> None:
    """Links an amount to the one before it that it says again in another currency: one amount, two expressions."""
    places = {(draft.passage.field, draft.quantity.start): draft for draft in drafts}
    for draft in drafts:
        if (first := draft.quantity.restates) is not None:
            draft.repeats = places.get((draft.passage.field, first.start))


def inherit(drafts: list[Draft]) -> None:
    """What a headline, or an amount in another currency, leaves unsaid is as in the claim that it repeats."""
    for draft in drafts:
        if draft.repeats is None:
            continue
        other = draft.repeats
        conversion = draft.quantity.restates is not None
        if draft.measure in OPEN or conversion or other.is_money:
            draft.inherit("measure", other, RULE)
        if other.status is not None and (draft.status is None or conversion or _unsaid(draft)):
            draft.inherit("status", other, RULE)
        for attribute in ("as_of", "region", "place"):
            if getattr(other, attribute) is not None:
                draft.inherit(attribute, other, RULE)
        draft.borders = other.borders


def _unsaid(draft: Draft) -> bool:
    """Whether the status was not told by a predicate of the headline's own."""
    return not any(one.rule.startswith("predicate") for one in draft.grounds.get("status", ()))


def _rounds(draft: Draft, other: Draft) -> bool:
    if not other.quantity.value or draft.quantity.value < 20:
        return False
    few = len(draft.quantity.value.normalize().as_tuple().digits) < len(
        other.quantity.value.normalize().as_tuple().digits
    )
    return few and abs(draft.quantity.value - other.quantity.value) <= ROUNDING * other.quantity.value
