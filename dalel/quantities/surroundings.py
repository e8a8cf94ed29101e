"""Approximators and signs on both sides of a number, and the noun it counts."""

from __future__ import annotations

from dalel.quantities import compounds, modality, nouns, prefixes, ranges, units, word
from dalel.quantities.draft import Draft
from dalel.quantities.left import OPENING, Left
from dalel.quantities.lexicon import Lexicon

SILENT = frozenset((",", ")", "\n", "", ";", ":", "!", "?"))  # the clause ends here


def dress(draft: Draft, text: str, left: Left, lexicon: Lexicon) -> None:
    """Approximators and signs on both sides, then the noun it counts."""
    if text[draft.end : draft.end + 1] not in SILENT or draft.case == "about":
        modality.behind(draft, text, lexicon)
    if left.matters or draft.unit == word.MEASURE:
        at = before(draft, text, left, lexicon)
        draft.lead = left.words[at].lstrip(OPENING) if at < len(left.words) else ""
    else:
        draft.lead = left.word
    closed = text[draft.end : draft.end + 1] in SILENT or draft.case.startswith(nouns.ATTRIBUTED)
    if not draft.unit and not closed:
        nouns.counted(draft, text, lexicon)
    if draft.unit == word.NOUN and (draft.noun_case or text.startswith(lexicon.later_begins, draft.noun_end)):
        modality.beyond(draft, text, lexicon)
    elif draft.unit == word.PERCENT:
        nouns.shared(draft, text, lexicon)


def before(draft: Draft, text: str, left: Left, lexicon: Lexicon) -> int:
    """Signs, rates and approximators before the number; how many words they took."""
    at = prefixes.prefix(draft, text, left, lexicon)
    if draft.unit == word.MEASURE:
        at = compounds.per(draft, text, left, at, lexicon)
    if lexicon.percent_of and units.percent_before(draft, left, lexicon):
        at = len(left.words)
    if ranges.closing(draft, text, left, at, lexicon):
        at += 1
        if draft.unit == word.MEASURE:
            at = compounds.per(draft, text, left, at, lexicon)
    return modality.ahead(draft, left, at, lexicon)
