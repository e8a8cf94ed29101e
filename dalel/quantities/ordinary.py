"""An ordinary number: what touches it, the range it may open, its unit, what stands around it."""

from __future__ import annotations

from decimal import Decimal

from dalel.quantities import surroundings
from dalel.quantities.bounds import approximators, glued
from dalel.quantities.bounds.approximators import FOLLOWING
from dalel.quantities.excluded import ages, belonging, dates, exclusions, singles
from dalel.quantities.joined import compounds, pairs, ranges
from dalel.quantities.numbers import fractions, indefinite
from dalel.quantities.numbers.reading import Reading
from dalel.quantities.units import counting, following, pounds, shares
from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.preceding import Left

QUARTER, ROMAN = 90, frozenset(("i", "ii", "iii", "iv", "і", "іі", "ііі"))  # "тоқсан" is ninety and a quarter
RANGING = frozenset("-–—−‑.…")
HYPHENS = frozenset("-–‑")
OLDER = frozenset(" -")
CLOCKED = frozenset(" \u00a0apo")


def read(draft: Draft, text: str, reading: Reading, left: Left, lexicon: Lexicon) -> bool:
    """An ordinary number: suffix, range, unit, approximators. False where it is no quantity."""
    if named(draft, text, reading, left, lexicon) or (
        reading.digits and not glued.allow(draft, text, reading, lexicon)
    ):
        return False
    if lexicon.over:
        fractions.over(draft, text, lexicon)
    if lexicon.parts and draft.case == "ablative" and shares.of_parts(draft, text, lexicon):
        surroundings.dress(draft, text, left, lexicon)
        return True
    behind = extended(draft, text, reading, left, lexicon)
    if behind is not reading and (
        exclusions.by_ordinal(behind, lexicon.inflects)
        or dates.years(draft, lexicon)
        or not glued.ranged(draft, text, behind, lexicon)
    ):
        return False
    entry = behind.next
    if entry and entry.flagged and exclusions.by_right(draft, entry, behind.case, behind.next_end, text, lexicon):
        return False
    if entry and entry.kind == word.SCALE and (draft.modality != "exact" or not lexicon.inflects):  # 20-ти тысяч
        approximators.late(draft, text, lexicon)
    measured(draft, text, behind, lexicon)
    if reading.words and not reading.digits and not draft.unit:
        following.inverted(draft, text, left, lexicon)
    surroundings.dress(draft, text, left, lexicon)
    if (
        ages.ages(draft, text, lexicon)
        or dates.led(draft, text, lexicon)
        or (not draft.unit and bare(draft, text, left, lexicon))
    ):
        return False
    return not (text[draft.core_start - 1] == "«" and exclusions.title(text, draft))


def bare(draft: Draft, text: str, left: Left, lexicon: Lexicon) -> bool:
    """Whether a number without a unit is a time of day, a year, a name or somebody's age."""
    if type(draft.value) is Decimal:
        return dates.clock(draft, text, left, lexicon)
    return dates.bare_year(text, draft) or belonging.named(draft, text, lexicon)


def named(draft: Draft, text: str, reading: Reading, left: Left, lexicon: Lexicon) -> bool:
    """Whether the word before makes it a name, or a "one" that counts nothing."""
    if reading.words and lexicon.none and indefinite.none_of(draft, left, lexicon):
        return False
    if left.matters and exclusions.by_left(draft, left, lexicon):
        if not glued.dialled(draft, text):
            draft.end = exclusions.through(draft, text, lexicon)
        return True
    if lexicon.manner.hyphens:
        one = reading.words > 0 and draft.value <= 1 and singles.singular(draft, text, left, lexicon)
        return one or english(draft, text, reading, left, lexicon)
    if not reading.words:
        return left.word in lexicon.since and dates.from_to_date(draft, text, lexicon)
    if draft.value > 1:
        return (draft.value == QUARTER and quarter(draft, text, left, lexicon)) or indefinite.vague(
            draft, text, reading, left, lexicon
        )
    return singles.singular(draft, text, left, lexicon)


def quarter(draft: Draft, text: str, left: Left, lexicon: Lexicon) -> bool:
    """Whether "тоқсан" is a quarter of a year: ІІ тоқсан, тоқсан ішінде."""
    match = FOLLOWING.match(text, draft.end)
    return left.word in ROMAN or (match is not None and match[1] in lexicon.quarter_before)


def english(draft: Draft, text: str, reading: Reading, left: Left, lexicon: Lexicon) -> bool:
    """What English writes with a number and does not count: times of day, scores, five-star."""
    after = text[draft.end : draft.end + 1]
    if left.word in lexicon.since and dates.from_to_date(draft, text, lexicon):  # from 1 to 15 September
        return True
    if after in OLDER and singles.aged(draft, text):
        return True
    if after in HYPHENS and reading.digits:
        return singles.score(draft, text, left, lexicon)
    if after in HYPHENS:
        excluded = singles.spelled(draft, text, lexicon)
        if draft.end > reading.end:  # twenty-odd million
            glued.renew(reading, text, draft.end, lexicon)
        return excluded
    return after in CLOCKED and singles.clock(draft, text)


def measured(draft: Draft, text: str, behind: Reading, lexicon: Lexicon) -> None:
    """Give the draft the unit behind it; a partitive ("900-і бейнекамерамен") counts what was named before."""
    entry = behind.next
    if entry is not None and counting.apart(draft, entry.unit):
        return
    if entry is not None and behind.next_start < draft.end:
        return
    following.attach(draft, text, entry, behind.next_end, lexicon)
    if draft.code == "kg":
        compounds.grams(draft, text)
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
