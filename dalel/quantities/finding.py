"""Every quantity of a text: a number with its unit, its modality and the exact place it stands in.

Labels. MONEY: with a currency word or sign (ISO 4217; ₸ is the sign the National Bank gave tenge in 2007).
PERCENT: with a percent word or sign. QUANTITY: with a unit of measure, МРП/АЕК among them. CARDINAL: counts things or
stands bare; the counted noun is its `unit`; a fraction in words ("половина школ") is a CARDINAL whose unit is percent.
MULTIPLE: "в 1,5 раза", "екі есе". DURATION: "два месяца".

Spans. `start:end` holds approximator, number, scale, currency or unit word with its case suffix; `core_start:core_end`
leaves the approximator out. A counted noun lies outside both, and so does a bound behind it ("500 адамнан астам"); a
currency or unit behind an approximator lies inside ("3,8 миллиардтан астам теңге"). A range is one quantity with
`value_max`; two amounts with a currency each are two; where the second is the first again in another currency, it
`restates` it. The levels of a change are two ("с 80 до 95 процентов"), and the first takes scale and unit of the
second. "Not one" and "to nothing" are 0; a vague plural ("тысячи") is no quantity. Conventions follow KazNERD
(Yeshpanov et al., 2022) where it has one.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from dalel.quantities.excluded.refused import Refused
from dalel.quantities.numbers.exact import exact
from dalel.quantities.reader import drafts
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import lexicon
from dalel.quantities.words.prepared import prepare
from dalel.records import Amount, Quantity, Whole


def find_quantities(text: str, language: str | None = None) -> list[Quantity]:
    """The quantities of `text` in text order; `language` is kk, ru or en, asked of the text where it is None.

    Offsets are in characters of `text` as given, in whatever script. Raises UnknownName for another language.
    """
    prepared = prepare(text, language)
    found = drafts(prepared.text, lexicon(prepared.language, prepared.folded))
    place = prepared.original
    if place is not None:
        for draft in found:
            move(draft, place)
    return [quantity(draft, text) for draft in found]


def explained(text: str, language: str | None = None) -> tuple[list[Quantity], list[Refused]]:
    """The quantities of `text`, and every number in it that was looked at and left alone, with the reason.

    The places of both are in characters of `text`. Raises UnknownName for another language.
    """
    prepared = prepare(text, language)
    left_alone: list[Refused] = []
    drafts(prepared.text, lexicon(prepared.language, prepared.folded), left_alone)
    place = prepared.original or (lambda offset: offset - 1)
    spans = [(one.reason, place(one.start), place(one.end)) for one in left_alone]
    return find_quantities(text, language), [
        Refused(reason, start, max(start + 1, end)) for reason, start, end in spans
    ]


class Open:
    """A Quantity whose fields are still being set: the same slots, not frozen; it becomes one by a change of class.

    A record takes 1.7 µs so, 2.8 µs where its slots are set through their descriptors, and twice that through the
    constructor of the frozen dataclass, which sets each field by name.
    """

    __slots__ = Quantity.__slots__


def quantity(draft: Draft, text: str) -> Quantity:
    """The record of a draft, whose offsets are one more than those of `text`."""
    record: Any = Open()
    start, end, value = draft.start - 1, draft.end - 1, draft.value
    record.start, record.end, record.text = start, end, text[start:end]
    record.core_start, record.core_end = draft.core_start - 1, draft.core_end - 1
    record.value = Decimal(value) if type(value) is int else exact(value)
    record.value_max = None if draft.upper is None else exact(draft.upper)
    record.unit = draft.code or None
    record.label = draft.label  # of LABELS and of the word files, which a test checks
    record.modality = draft.modality
    record.whole = None if draft.whole is None else part_of(draft.whole)
    record.restates = None if draft.restates is None else amount_of(draft.restates)
    record.__class__ = Quantity
    done: Quantity = record
    return done


def move(draft: Draft, place: Callable[[int], int]) -> None:
    """Lead the draft's offsets back to those of the text as given, where characters were folded; still one more."""
    draft.start, draft.end = place(draft.start) + 1, place(draft.end) + 1
    draft.core_start, draft.core_end = place(draft.core_start) + 1, place(draft.core_end) + 1


def part_of(whole: Draft) -> Whole:
    """The whole of a ratio, as the part carries it."""
    return Whole(value=exact(whole.value), start=whole.start - 1, end=whole.end - 1)


def amount_of(draft: Draft) -> Amount:
    """An amount, as the one that says it again in another currency carries it."""
    return Amount(value=exact(draft.value), unit=draft.code, start=draft.start - 1, end=draft.end - 1)
