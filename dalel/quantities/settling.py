"""A plain number settled: what follows it, the approximator before it, and whether it is a quantity at all."""

from __future__ import annotations

import re
from decimal import Decimal

from dalel.quantities import behind, belonging, compounds, exclusions, heads, leads, modality, phrases, word
from dalel.quantities.draft import Draft
from dalel.quantities.leads import NONE
from dalel.quantities.lexicon import Lexicon
from dalel.quantities.word import COUNTED, NOUN, Lead, Word

JOINING = frozenset({word.DURATION, word.MEASURE})


def settle(
    draft: Draft, lead: Lead, entry: Word | None, match: re.Match[str], lexicon: Lexicon, found: list[Draft]
) -> int:
    """Give the draft what stands around it and append it, unless it is no quantity; where to go on, 0 if unclear.

    `lead`: the word before it, NONE where that does not matter. `match`: of one of the shapes, on the number; `entry`:
    what is known of the word it found behind.
    """
    text = match.string
    if entry is None:
        clear = behind.unknown(draft, match, lexicon)
    elif (
        entry.role == COUNTED
        and not draft.case
        and not (entry.phrases and phrases.opens(entry, text, match.end()))
        and not (entry.qualifies and heads.follows(entry, draft, text, match.end(), lexicon))
    ):
        draft.unit, draft.code = NOUN, entry.code
        draft.noun_end, draft.noun_case = match.end(), entry.case
        if lead is NONE and draft.digits:  # the most frequent case
            if entry.case or text.startswith(lexicon.later_begins, draft.noun_end):
                modality.beyond(draft, text, lexicon)
            found.append(draft)
            return draft.end
        clear = True
    elif entry.flagged and behind.excludes(draft, entry, match, lexicon):  # 3-му классу, 14 лет
        return exclusions.end_of_date(text, draft.end)
    else:
        clear = behind.described(draft, entry, match, lexicon)
    if (
        not clear
        or (lead is not NONE and not leads.applied(draft, lead, text, lexicon, found))
        or ((not draft.digits or not draft.unit) and unsure(draft, text, lexicon))
    ):
        return 0
    unit = draft.unit
    if not unit:
        if exclusions.bare_year(text, draft) or belonging.named(draft, text, lexicon):
            return exclusions.end_of_date(text, draft.end)
    elif unit == NOUN:
        if draft.noun_case or text.startswith(lexicon.later_begins, draft.noun_end):
            modality.beyond(draft, text, lexicon)
    elif unit in JOINING and compounds.merge(found, draft, text):
        return draft.end
    if text[draft.core_start - 1] != "(" or not compounds.bracketed(found, draft, text, lexicon):
        found.append(draft)
    return draft.end


def unsure(draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether the number may count the word before it (школ двенадцать, лет на пять) or be a time of day (19.30)."""
    if draft.digits:
        return not draft.unit and not lexicon.continental and type(draft.value) is Decimal and not draft.scale
    if not lexicon.inverted:
        return False
    if draft.lead not in lexicon.between:
        return draft.lead in lexicon.inverted
    end = draft.start - 1 - len(draft.lead)
    return leads.before(text, end, lexicon).word in lexicon.inverted
