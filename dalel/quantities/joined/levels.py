"""A change between two levels: с 80 до 95 процентов, на 5 % – до 70 тысяч, 40 млн-нан 55 млн теңгеге өсті.

Two quantities, not a range: what the first lacks, scale and unit, the second lends it; "до" is a level there, no bound.
"""

from __future__ import annotations

from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon

GAPS = frozenset((" ", " – ", " — ", " - ", ", ", ",", "\u00a0"))


def link(before: Draft, after: Draft, text: str, lexicon: Lexicon) -> None:
    """Read two neighbours as the levels of a change, where prepositions or cases say that they are."""
    if lexicon.inflects:
        reached = after.noun_case or after.case
        if not (before.case.endswith("ablative") and reached.endswith("dative")):
            return
        if before.number_end == before.noun_end:
            share(before, after)
        elif after.modality == "at_most" and after.code == before.code and text[before.end] != "\n":
            after.modality = "exact"  # 17,44 теңгеден 21,3 теңгеге дейін
        return
    gap = text[before.noun_end : after.start]
    if after.lead in lexicon.since and after.scale and gap.strip() == after.lead:  # до 300 тыс. тенге с 240 тыс.
        share(after, before)
    if gap not in GAPS:
        return
    if gap == " " and before.unit == word.PERCENT and after.modality == "at_least":  # 20 процентов от 300 млн тенге
        after.modality, after.start = "exact", after.core_start
    if not text.startswith(lexicon.towards, after.start):
        return
    if after.modality == "at_most" and (before.lead in lexicon.since or before.unit == word.TIMES):
        after.modality = "exact"
    if before.lead in lexicon.since:
        share(before, after)


def share(before: Draft, after: Draft) -> None:
    """Lend the first level the scale, where that brings the two closer, and the unit of the second."""
    if before.unit or not before.value or not after.value:
        return
    before.unit, before.code = after.unit, after.code
    if not after.scale or before.scale or before.upper is not None:
        return
    if apart(before.value * after.scale, after.value) < apart(before.value, after.value):
        before.value *= after.scale


def apart(one: object, other: object) -> float:
    """How many times the larger of two values is the smaller."""
    first, second = abs(float(str(one))), abs(float(str(other)))
    return max(first, second) / min(first, second)
