"""The unit at the end of a list, said once for all: 1200, 200 и 312 мест; Алматыда 38,2 миллиард, Маңғыстауда 19,7
миллиард теңге; on 12.4, and meat on 3.1 per cent."""

from __future__ import annotations

from dalel.quantities.joined import levels
from dalel.quantities.units.bareness import bare
from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.sight import Unit

NEAR = 30  # characters between two of the list
REACH = 20  # numbers looked ahead, a bound on the work a hostile text can ask for
WIDEST = 100  # times the smallest amount of a list is the largest
SHARED = frozenset({word.MEASURE, word.DURATION, word.MONEY})


def lent(found: list[Draft], at: int, text: str, lexicon: Lexicon) -> Unit | None:
    """The unit that a later number of the same list has, for the bare number found[at]; None where none has."""
    draft = first = found[at]
    if at + 1 == len(found) or found[at + 1].start - draft.end > NEAR:
        return None
    pure = True
    for other in found[at + 1 : at + 1 + REACH]:
        gap = text[draft.end : other.start]
        match = lexicon.listing.fullmatch(gap) if len(gap) <= NEAR and "\n" not in gap else None
        if match is None:
            return None
        if match["counted"] and not bare(draft, text, lexicon) and not qualifying(match["counted"], lexicon):
            return None
        pure = pure and not match["counted"] and not match["further"]
        if other.unit:
            further = match["further"].split()
            loose = any(found.endswith(lexicon.participles) for found in further)  # 3.2 thousand, covering 900 people
            shared = shares(first, other, pure, lexicon, draft is first, loose)
            return Unit(other.unit, other.code) if shared else None
        draft = other
    return None


def shares(draft: Draft, other: Draft, pure: bool, lexicon: Lexicon, direct: bool, loose: bool) -> bool:
    """Whether the unit of the other is meant for the draft too; `pure`: only commas and links stand between them."""
    if other.scale and not draft.scale and (pure or other.unit == word.MONEY):
        return False  # "5, 7 и 10 тысяч": whether five thousand is meant is not known
    if other.unit == word.NOUN:
        return not loose
    if other.unit == word.PERCENT:  # a fraction in words is no list of percents
        return other.label == "PERCENT" and direct and (pure or parallel(draft, other, lexicon))
    if other.unit == word.MONEY and draft.scale and other.value:
        return bool(draft.value) and levels.apart(draft.value, other.value) < WIDEST
    if draft.upper is not None and other.upper is not None and direct:  # түнде 18-20, күндіз 10-12 градус
        return other.unit in SHARED and parallel(draft, other, lexicon)
    return pure and other.unit in SHARED


def parallel(draft: Draft, other: Draft, lexicon: Lexicon) -> bool:
    """Whether two numbers stand in the same case: на 12,4, а мясо на 3,1 процента; Ресейде 40, Беларусьте 50 пайыз."""
    return not draft.case if lexicon.inflects else draft.lead == other.lead


def qualifying(words: str, lexicon: Lexicon) -> bool:
    """Whether words before "and" are adjectives only: 5 новых и 3 старые школы, but not 46 дворов и 9 школ."""
    return all(found.endswith(lexicon.adjectives) or found in lexicon.adjectival for found in words.split())
