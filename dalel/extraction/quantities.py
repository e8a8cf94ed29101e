"""Every quantity of a text: a number with its unit, its modality and the exact place it stands in.

Labels. MONEY: with a currency word or sign (ISO 4217; ₸ is the sign the National Bank gave tenge in 2007).
PERCENT: with a percent word or sign. QUANTITY: with a unit of measure, МРП/АЕК among them. CARDINAL: counts things or
stands bare; the counted noun is its `unit`; a fraction in words ("половина школ") is a CARDINAL whose unit is percent.
MULTIPLE: "в 1,5 раза", "екі есе". DURATION: "два месяца".

Spans. `start:end` holds approximator, number, scale, currency or unit word with its case suffix; `core_start:core_end`
leaves the approximator out. A counted noun lies outside both. A range is one quantity with `value_max`; two amounts
with a currency each are two. Conventions follow KazNERD (Yeshpanov et al., 2022) where it has one.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from dalel.extraction.numbers.draft import Draft
from dalel.extraction.numbers.lexicon import lexicon
from dalel.extraction.numbers.prepared import prepare
from dalel.extraction.numbers.reader import drafts
from dalel.extraction.numbers.values import exact
from dalel.records import Quantity, Whole


def find_quantities(text: str, language: str | None = None) -> list[Quantity]:
    """The quantities of `text` in text order; `language` is kk, ru or en, asked of the text where it is None.

    Offsets are in characters of `text` as given, in whatever script. Raises UnknownName for another language.
    """
    prepared = prepare(text, language)
    found = drafts(prepared.text, lexicon(prepared.language, prepared.folded))
    return [quantity(draft, text, prepared.original) for draft in found]


def quantity(draft: Draft, text: str, place: Callable[[int], int] | None) -> Quantity:
    """The record of a draft; `place` leads from its offsets to those of `text`, None: they are one apart."""
    spots = (draft.start, draft.end, draft.core_start, draft.core_end)
    start, end, core_start, core_end = [i - 1 for i in spots] if place is None else map(place, spots)
    value, upper, whole = draft.value, draft.upper, draft.whole
    return Quantity(
        start=start,
        end=end,
        core_start=core_start,
        core_end=core_end,
        text=text[start:end],
        value=Decimal(value) if type(value) is int else exact(value),
        value_max=None if upper is None else exact(upper),
        unit=draft.code or None,
        label=draft.label,  # type: ignore[arg-type]  # names of LABELS and of the word files, which a test checks
        modality=draft.modality,  # type: ignore[arg-type]
        whole=None if whole is None else part_of(whole, place),
    )


def part_of(whole: Draft, place: Callable[[int], int] | None) -> Whole:
    """The whole of a ratio, as the part carries it."""
    if place is None:
        return Whole(value=exact(whole.value), start=whole.start - 1, end=whole.end - 1)
    return Whole(value=exact(whole.value), start=place(whole.start), end=place(whole.end))
