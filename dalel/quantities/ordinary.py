"""An ordinary number: what touches it, the range it may open, its unit, what stands around it."""

from __future__ import annotations

from decimal import Decimal

from dalel.quantities import surroundings
from dalel.quantities.bounds import approximators, glued
from dalel.quantities.bounds.approximators import FOLLOWING
from dalel.quantities.excluded import ages, belonging, dates, exclusions, refused, singles
from dalel.quantities.joined import compounds, pairs, ranges
from dalel.quantities.numbers import fractions, indefinite
from dalel.quantities.numbers.reading import Reading
from dalel.quantities.units import counting, following, pounds, shares
from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.preceding import Left

QUARTER = 90  # "тоқсан" is ninety and a quarter of a year
RANGING = frozenset("-–—−‑.…")
HYPHENS = frozenset("-–‑")
OLDER = frozenset(" -")
CLOCKED = frozenset(" \u00a0apo")


def read(draft: Draft, text: str, reading: Reading, left: Left, lexicon: Lexicon) -> str:
    """An ordinary number: suffix, range, unit, approximators. Why it is no quantity, "" where it is one."""
    if told := named(draft, text, reading, left, lexicon):
        return told
    if reading.digits and not glued.allow(draft, text, reading, lexicon):
        return refused.GLUED
    if lexicon.over:
        fractions.over(draft, text, lexicon)
    if lexicon.parts and draft.case == "ablative" and shares.of_parts(draft, text, lexicon):
        surroundings.dress(draft, text, left, lexicon)
        return ""
    return extended_to(draft, text, reading, left, lexicon)


def extended_to(draft: Draft, text: str, reading: Reading, left: Left, lexicon: Lexicon) -> str:
    """Its upper end, its unit and what stands around it; why it is no quantity, "" where it is one."""
    behind = extended(draft, text, reading, left, lexicon)
    if behind is not reading and (
        exclusions.by_ordinal(behind, lexicon.inflects)
        or dates.years(draft, lexicon)
        or not glued.ranged(draft, text, behind, lexicon)
    ):
        return refused.ORDINAL
    entry = behind.next
    if entry and entry.flagged and exclusions.by_right(draft, entry, behind.case, behind.next_end, text, lexicon):
        return refused.FOLLOWED
    if entry and entry.kind == word.SCALE and (draft.modality != "exact" or not lexicon.inflects):  # 20-ти тысяч
        approximators.late(draft, text, lexicon)
    measured(draft, text, behind, lexicon)
    if reading.words and not reading.digits and not draft.unit:
        following.inverted(draft, text, left, lexicon)
    surroundings.dress(draft, text, left, lexicon)
    return settled(draft, text, left, lexicon)


def settled(draft: Draft, text: str, left: Left, lexicon: Lexicon) -> str:
    """Why a number with all that belongs to it is none: an age, a year, a time of day, a name; "" where it is one."""
    if ages.ages(draft, text, lexicon):
        return refused.AGE
    if dates.led(draft, text, lexicon):
        return refused.YEAR
    if not draft.unit and type(draft.value) is Decimal and dates.clock(draft, text, left, lexicon):
        return refused.CLOCK
    if not draft.unit and type(draft.value) is not Decimal:
        if dates.bare_year(text, draft):
            return refused.YEAR
        if belonging.named(draft, text, lexicon):
            return refused.PERSON
    quoted = text[draft.core_start - 1] == "«" and exclusions.title(text, draft)
    return refused.TITLE if quoted else ""


def named(draft: Draft, text: str, reading: Reading, left: Left, lexicon: Lexicon) -> str:
    """Why the words on either side make it no quantity: a name, a date, a "one" that counts nothing; "" for nothing."""
    if reading.words and lexicon.none and indefinite.none_of(draft, left, lexicon):
        return ""
    if left.matters and exclusions.by_left(draft, left, lexicon):
        if not glued.dialled(draft, text):
            draft.end = exclusions.through(draft, text, lexicon)
        return refused.NAMED
    if lexicon.manner.hyphens:
        one = reading.words > 0 and draft.value <= 1 and singles.singular(draft, text, left, lexicon)
        return refused.NOTHING if one else english(draft, text, reading, left, lexicon)
    if not reading.words:
        dated = left.word in lexicon.since and dates.from_to_date(draft, text, lexicon)
    else:
        dated = draft.value == QUARTER and quarter(draft, text, left, lexicon)
    if dated or not reading.words:
        return refused.DATED if dated else ""
    if draft.value > 1:
        return refused.VAGUE if indefinite.vague(draft, text, reading, left, lexicon) else ""
    return refused.NOTHING if singles.singular(draft, text, left, lexicon) else ""


def quarter(draft: Draft, text: str, left: Left, lexicon: Lexicon) -> bool:
    """Whether "тоқсан" is a quarter of a year: ІІ тоқсан, тоқсан ішінде."""
    match = FOLLOWING.match(text, draft.end)
    return left.word in lexicon.quarters or (match is not None and match[1] in lexicon.quarter_before)


def english(draft: Draft, text: str, reading: Reading, left: Left, lexicon: Lexicon) -> str:
    """What English writes with a number and does not count: times of day, scores, five-star."""
    after = text[draft.end : draft.end + 1]
    if left.word in lexicon.since and dates.from_to_date(draft, text, lexicon):  # from 1 to 15 September
        return refused.DATED
    if after in OLDER and singles.aged(draft, text):
        return refused.AGE
    if after in HYPHENS and reading.digits:
        return refused.SCORE if singles.score(draft, text, left, lexicon) else ""
    if after in HYPHENS:
        excluded = singles.spelled(draft, text, lexicon)
        if draft.end > reading.end:  # twenty-odd million
            glued.renew(reading, text, draft.end, lexicon)
        return refused.GLUED if excluded else ""
    return refused.CLOCK if after in CLOCKED and singles.clock(draft, text) else ""


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
