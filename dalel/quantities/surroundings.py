"""Approximators and signs on both sides of a number, and the noun it counts."""

from __future__ import annotations

from dalel.quantities.bounds import approximators
from dalel.quantities.joined import compounds, ranges
from dalel.quantities.units import counting, following, prefixes
from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.preceding import OPENING, Left

SILENT = frozenset((",", ")", "\n", "", ";", ":", "!", "?"))  # the clause ends here


def dress(draft: Draft, text: str, left: Left, lexicon: Lexicon) -> None:
    """Approximators and signs on both sides, then the noun it counts."""
    if text[draft.end : draft.end + 1] not in SILENT or draft.case == "about":
        approximators.behind(draft, text, lexicon)
    if left.matters or draft.unit == word.MEASURE:
        at = before(draft, text, left, lexicon)
        draft.lead = left.words[at].lstrip(OPENING) if at < len(left.words) else ""
    else:
        draft.lead = left.word
    closed = text[draft.end : draft.end + 1] in SILENT or draft.case.startswith(counting.ATTRIBUTED)
    if not draft.unit and not closed:
        counting.counted(draft, text, lexicon)
    if draft.unit == word.NOUN and (draft.noun_case or text.startswith(lexicon.later_begins, draft.noun_end)):
        approximators.beyond(draft, text, lexicon)
    elif draft.unit == word.PERCENT:
        counting.shared(draft, text, lexicon)


def before(draft: Draft, text: str, left: Left, lexicon: Lexicon) -> int:
    """Signs, rates and approximators before the number; how many words they took."""
    at = prefixes.prefix(draft, text, left, lexicon)
    if draft.unit == word.MEASURE:
        at = compounds.per(draft, text, left, at, lexicon)
    if lexicon.percent_of and following.percent_before(draft, left, lexicon):
        at = len(left.words)
    if ranges.closing(draft, text, left, at, lexicon):
        at += 1
        if draft.unit == word.MEASURE:
            at = compounds.per(draft, text, left, at, lexicon)
    return approximators.ahead(draft, left, at, lexicon)
