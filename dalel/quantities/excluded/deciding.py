"""Whether a number is a quantity at all: first by the words on either side of it, then with all that belongs to it."""

from __future__ import annotations

from decimal import Decimal

from dalel.quantities.bounds.approximators import FOLLOWING
from dalel.quantities.excluded import ages, belonging, dates, exclusions, refused, singles
from dalel.quantities.excluded.refused import Refusal
from dalel.quantities.numbers import indefinite
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.preceding import Left
from dalel.quantities.words.sight import Expression, Sight

QUARTER = 90  # "тоқсан" is ninety and a quarter of a year
HYPHENS = frozenset("-–‑")
OLDER = frozenset(" -")
CLOCKED = frozenset(" \u00a0apo")


def before(sight: Sight) -> Refusal | None:
    """What the words around the number make it: a name, a date, a "one" that counts nothing; None for a quantity."""
    lexicon = sight.lexicon
    if sight.left.matters and (told := exclusions.by_left(sight)):
        return told
    if sight.words and sight.value <= 1 and singles.singular(sight):
        return Refusal(refused.NOTHING, sight.end)
    if lexicon.manner.hyphens:
        return english(sight)
    if not sight.words:
        return dates.from_to_date(sight) if sight.left.word in lexicon.since else None
    if sight.value == QUARTER and quarter(sight):
        return Refusal(refused.DATED, sight.end)
    return Refusal(refused.VAGUE, sight.end) if sight.value > 1 and indefinite.vague(sight) else None


def quarter(sight: Sight) -> bool:
    """Whether "тоқсан" is a quarter of a year: ІІ тоқсан, тоқсан ішінде."""
    match = FOLLOWING.match(sight.text, sight.end)
    return sight.left.word in sight.lexicon.quarters or (match is not None and match[1] in sight.lexicon.quarter_before)


def english(sight: Sight) -> Refusal | None:
    """What English writes with a number and does not count: times of day, scores, five-star."""
    if sight.left.word in sight.lexicon.since and (told := dates.from_to_date(sight)):  # from 1 to 15 September
        return told
    after = sight.text[sight.end : sight.end + 1]
    if after in OLDER and (told := singles.aged(sight)):
        return told
    if after in HYPHENS:
        return singles.score(sight) if sight.digits else singles.spelled(sight)
    return singles.clock(sight) if after in CLOCKED else None


def after(draft: Draft, text: str, left: Left, lexicon: Lexicon) -> Refusal | None:
    """What a number with all that belongs to it is: an age, a year, a time of day, a name; None for a quantity."""
    quoted = text[draft.core_start - 1] == "«"
    if draft.unit and draft.upper is None and not quoted and not 1900 <= draft.value <= 2100:
        return None  # no rule is about it
    seen = draft.seen(text)
    reason = with_unit(seen, lexicon) if seen.unit else without_unit(seen, left, lexicon)
    if not reason and quoted and exclusions.title(seen):
        reason = refused.TITLE
    return Refusal(reason, seen.end) if reason else None


def with_unit(seen: Expression, lexicon: Lexicon) -> str:
    """Why a number that counts or measures something is no quantity, "" where it is one."""
    if ages.ages(seen, lexicon):
        return refused.AGE
    return refused.YEAR if dates.led(seen, lexicon) else ""


def without_unit(seen: Expression, left: Left, lexicon: Lexicon) -> str:
    """Why a number without a unit is no quantity, "" where it is one."""
    if type(seen.value) is Decimal:
        return refused.CLOCK if dates.clock(seen, left, lexicon) else ""
    if dates.bare_year(seen):
        return refused.YEAR
    return refused.PERSON if belonging.named(seen, lexicon) else ""
