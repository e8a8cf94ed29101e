"""An ordinary number: what touches it, the range it may open, its unit, what stands around it."""

from __future__ import annotations

from dalel.quantities import surroundings
from dalel.quantities.bounds import approximators, glued
from dalel.quantities.excluded import dates, deciding, exclusions, refused
from dalel.quantities.excluded.refused import Refusal
from dalel.quantities.joined import compounds, pairs, ranges
from dalel.quantities.numbers import fractions, indefinite
from dalel.quantities.numbers.reading import Reading
from dalel.quantities.units import counting, following, pounds, shares
from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.preceding import Left
from dalel.quantities.words.sight import Sight

RANGING = frozenset("-–—−‑.…")


def read(draft: Draft, sight: Sight, reading: Reading) -> Refusal | None:
    """An ordinary number: suffix, range, unit, approximators. What makes it no quantity, None where it is one."""
    text, left, lexicon = sight.text, sight.left, sight.lexicon
    if sight.words and lexicon.none and (none := indefinite.none_of(sight)):
        draft.zero(none)
    elif told := deciding.before(sight):
        return told
    elif lexicon.manner.hyphens and not sight.digits:
        glued.odd(draft, text, reading, lexicon)
    if reading.digits and not glued.allow(draft, text, reading, lexicon):
        return Refusal(refused.GLUED, draft.end)
    if lexicon.over:
        fractions.over(draft, text, lexicon)
    if lexicon.parts and draft.case == "ablative" and shares.of_parts(draft, text, lexicon):
        surroundings.dress(draft, text, left, lexicon)
        return None
    return extended_to(draft, text, reading, left, lexicon)


def extended_to(draft: Draft, text: str, reading: Reading, left: Left, lexicon: Lexicon) -> Refusal | None:
    """Its upper end, its unit and what stands around it; what makes it no quantity, None where it is one."""
    behind = extended(draft, text, reading, left, lexicon)
    if behind is not reading and (
        exclusions.by_ordinal(behind, lexicon.inflects)
        or dates.years(draft.seen(text), lexicon)
        or not glued.ranged(draft, text, behind, lexicon)
    ):
        return Refusal(refused.ORDINAL, draft.end)
    entry = behind.next
    if entry and entry.flagged and exclusions.by_right(draft.seen(text), entry, behind.case, behind.next_end, lexicon):
        return Refusal(refused.FOLLOWED, draft.end)
    if entry and entry.kind == word.SCALE and (draft.modality != "exact" or not lexicon.inflects):  # 20-ти тысяч
        approximators.late(draft, text, lexicon)
    measured(draft, text, behind, lexicon)
    if reading.words and not reading.digits and not draft.unit:
        following.inverted(draft, text, left, lexicon)
    surroundings.dress(draft, text, left, lexicon)
    return deciding.after(draft, text, left, lexicon)


def measured(draft: Draft, text: str, behind: Reading, lexicon: Lexicon) -> None:
    """Give the draft the unit behind it; a partitive ("900-і бейнекамерамен") counts what was named before."""
    entry = behind.next
    if entry is not None and counting.apart(draft, entry.unit):
        return
    if entry is not None and behind.next_start < draft.end:
        return
    following.attach(draft, text, entry, behind.next_end, lexicon)
    if draft.code == "kg":
        compounds.grams(draft, text, lexicon)
    if draft.code == "GBP" and lexicon.pounds:
        pounds.weigh(draft, text, lexicon)
    if draft.unit in counting.SIGNED:
        following.late_scale(draft, text, lexicon)
        compounds.loose_cents(draft, text, lexicon)
        ranges.repeated(draft, text, lexicon)


def extended(draft: Draft, text: str, reading: Reading, left: Left, lexicon: Lexicon) -> Reading:
    """The reading that ends the number: its own, or that of the upper end where the number is a range."""
    after = text[draft.end : draft.end + 2]
    if after[:1] in RANGING or after[1:] in RANGING:
        glued.particle(draft, text, reading, lexicon)
        return ranges.upper(draft, text, reading, lexicon) or reading
    if after == " t" and lexicon.manner.hyphens:
        return pairs.to(draft, text, reading, left, lexicon) or reading
    if lexicon.joins and after[:1] == " " and reading.kind == "":
        return ranges.spoken(draft, text, reading, lexicon) or reading
    return reading
