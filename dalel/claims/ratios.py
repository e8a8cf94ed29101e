"""Parts and wholes: "4360 из 6936", "919 школ, из них 900", and a further part of the same whole ("ещё 373 школы").

The number grammar finds a ratio written as one; here a whole is also looked for before a number that words call a part.
"""

from __future__ import annotations

import re
from itertools import pairwise

from dalel.claims.drafts import Draft, earlier, in_paragraph
from dalel.claims.elision import ALONE, beside, whole_of, whole_said_first

WHOLES = ("institution_count", "people_count")
PARTS = (*WHOLES, "children_count", "device_count", "other_count")  # what words may call a part of a number before
GENITIVE = re.compile(r"(?:\s+[^\W\d_]+){1,4}[тдн]ың\s+")
POSSESSED = re.compile(r"\d-?с?ы(?:н\w*)?[.,]?$")
GAP = 10  # a further part leaves at most a tenth of the rest unaccounted for


def link_ratios(drafts: list[Draft]) -> None:
    """Makes parts ratio_part with their whole, and wholes ratio_whole."""
    for draft in drafts:
        _stated(draft, drafts)
    for before, draft in pairwise(drafts):
        if draft.whole is None and before.whole is None and draft.measure in WHOLES and _partitive(before, draft):
            draft.whole, draft.measure, before.measure = before, "ratio_part", "ratio_whole"
    for draft in drafts:
        if draft.whole is None and (draft.measure in WHOLES or (draft.measure in PARTS and _without_noun(draft))):
            _said_of(draft, drafts)
    for draft in drafts:
        if draft.whole is None and draft.measure == "institution_count":
            _further_part(draft, drafts)


def _stated(draft: Draft, drafts: list[Draft]) -> None:
    whole = whole_of(draft, drafts)
    if whole is not None:
        draft.whole, draft.measure, whole.measure = whole, "ratio_part", "ratio_whole"


def _partitive(whole: Draft, draft: Draft) -> bool:
    """Kazakh "919 мектептің 900-і": a noun in the genitive, then a number with the suffix of possession."""
    if draft.sentence is not whole.sentence or draft.passage.language != "kk" or not whole.value_above(draft):
        return False
    between = draft.passage.low[whole.high : draft.low]
    suffixed = draft.passage.low[draft.low : draft.high + 8].split()[0]
    return GENITIVE.fullmatch(between) is not None and POSSESSED.search(suffixed) is not None


def _said_of(draft: Draft, drafts: list[Draft]) -> None:
    """ "из них", "of them" beside the number: a part of the nearest larger number before it that counts the same."""
    before = earlier(drafts, draft)
    first = whole_said_first(draft, before)
    if first is not None and first.unit == draft.unit and first.measure in WHOLES:
        draft.whole, draft.measure, first.measure = first, "ratio_part", "ratio_whole"
        return
    if not _of_them(draft):
        return
    for other in before:
        if other.unit == draft.unit and other.value_above(draft) and other.measure in (*PARTS, "ratio_whole"):
            draft.whole, draft.measure = other, "ratio_part"
            if other.sentence is draft.sentence and other.measure in WHOLES:
                other.measure = "ratio_whole"
            return


def _of_them(draft: Draft) -> bool:
    """Whether "из них" stands beside the number, or "оның" right before one with the suffix of possession."""
    for cue in draft.cues("partitive"):
        if cue.label == "of_them" and beside(draft, cue):
            return True
        if cue.label == "of_it" and 0 <= draft.low - cue.end <= 2 and ALONE.search(_word(draft)):
            return True
    return False


def _without_noun(draft: Draft) -> bool:
    """Whether a number has no noun of its own, or is said of a length: "9 800 из них", «оның 890-ы», "8,000 km"."""
    behind = any(cue.label == "of_them" and 0 <= cue.start - draft.high < 3 for cue in draft.cues("partitive"))
    return draft.unit is not None and (draft.elided or behind or draft.quantity.label == "QUANTITY")


def _word(draft: Draft) -> str:
    return draft.passage.low[draft.low : draft.high + 8].split()[0]


def _further_part(draft: Draft, drafts: list[Draft]) -> None:
    """A count in the next sentence of what a ratio has just divided, nearly as large as what that ratio left."""
    part = next((d for d in in_paragraph(drafts, draft) if d.measure == "ratio_part" and d.whole is not None), None)
    if (
        part is None
        or part.whole is None
        or part.sentence.number < draft.sentence.number - 1
        or part.unit != draft.unit
    ):
        return
    left = part.whole.quantity.value - part.quantity.value
    rest = left - draft.quantity.value
    if (part.region, part.place) == (draft.region, draft.place) and 0 <= rest <= left / GAP:
        draft.whole, draft.measure = part.whole, "ratio_part"
