"""Numbers that are no plain count: fractions, "every third", multiples in one word."""

from __future__ import annotations

from decimal import Decimal

from dalel.quantities import surroundings
from dalel.quantities.bounds import parts
from dalel.quantities.excluded import exclusions, refused
from dalel.quantities.excluded.refused import Refusal
from dalel.quantities.joined import wholes
from dalel.quantities.numbers.reading import TOKEN, Reading
from dalel.quantities.units import following, shares
from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.preceding import Left
from dalel.quantities.words.sight import Sight


def read(draft: Draft, sight: Sight, reading: Reading) -> Refusal | None:
    """Fractions, "every third" and multiples in one word. What makes it no quantity, None where it is one."""
    return None if counts(draft, sight, reading) else Refusal(refused.FRACTION, draft.end)


def counts(draft: Draft, sight: Sight, reading: Reading) -> bool:
    """Whether it is a part, a share or a multiple; anything else of a kind is no quantity."""
    text, left, lexicon = sight.text, sight.left, sight.lexicon
    if exclusions.by_glue(left, lexicon):
        return False
    if reading.kind == word.MULTIPLE:
        if lexicon.doubled_before and not parts.multiplies(draft, text, left, lexicon):
            return False
        following.take(draft, word.TIMES, "times", draft.end)
        surroundings.dress(draft, text, left, lexicon)
        return True
    if reading.kind == word.EVERY:
        return every(draft, text, left, lexicon)
    if reading.kind == word.ORDINAL:
        return (
            bool(lexicon.denominators) and parts.read(draft, text, left, lexicon) and share(draft, text, left, lexicon)
        )
    return reading.kind == word.FRACTION and fraction(draft, sight, reading)


def fraction(draft: Draft, sight: Sight, reading: Reading) -> bool:
    """A half, a quarter, two thirds: with a unit of their own or as a share."""
    text, left, lexicon = sight.text, sight.left, sight.lexicon
    if exclusions.by_position(left, lexicon):
        return False
    if lexicon.denominators and not parts.is_part(draft, text, reading, left, lexicon):
        return False
    if reading.next is not None and reading.next.skip:  # четверть века, 1/4 финала
        return False
    if reading.digits and left.matters and exclusions.named(sight):  # дом 3/5
        return False
    following.attach(draft, text, reading.next, reading.next_end, lexicon)
    if lexicon.denominators and parts.and_more(draft, left, lexicon):
        return True
    return share(draft, text, left, lexicon)


def share(draft: Draft, text: str, left: Left, lexicon: Lexicon) -> bool:
    """Make a fraction of something a share; what stands around it."""
    before = next((found for found in left.words[:3] if found not in lexicon.articles), "")
    if draft.unit in ("", word.NOUN) and wholes.share_of(draft, text, before, lexicon):
        draft.unit, draft.code, draft.label = word.PERCENT, "percent", "CARDINAL"
        draft.value = shares.rounded(draft.value)
    surroundings.dress(draft, text, left, lexicon)
    return not lexicon.denominators or parts.stands(draft, text)


def every(draft: Draft, text: str, left: Left, lexicon: Lexicon) -> bool:
    """каждый третий, әрбір үшінші: a share of one in so many."""
    match = TOKEN.match(text, draft.end)
    entry = lexicon.find(match[1]) if match and match[1] else None
    if match is None or entry is None or entry.kind != word.ORDINAL or not entry.value or entry.value == 1:
        return False
    after = TOKEN.match(text, match.end())
    time = lexicon.find(after[1]) if after and after[1] else None
    if time is not None and (time.unit == word.DURATION or time.month or time.year):
        return False
    draft.value = shares.rounded(Decimal(1) / Decimal(entry.value))
    draft.unit, draft.code = word.PERCENT, "percent"
    draft.end = draft.core_end = match.end()
    surroundings.dress(draft, text, left, lexicon)
    return True
