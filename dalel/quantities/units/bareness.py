"""Whether nothing behind a number can be what it counts, so that a unit may be lent to it."""

from __future__ import annotations

import re

from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon

CASES = frozenset({"dative", "ablative"})  # in which a Kazakh number counts nothing behind it, but for 15-тен астам
UNSAID = frozenset({"exact", "at_most"})  # at_most: 20-дан алтыға дейін
AFTER = re.compile(r"\.?[ \u00a0]{1,2}([^\W\d_]+)(?: ([^\W\d_]+))?")


def bare(draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether a clause ends behind the draft, or a verb, a preposition or (in Kazakh) a partitive ending follows."""
    if draft.case.startswith("possessive"):
        return True
    match = AFTER.match(text, draft.end)
    if match is None or (match[0][0] == "." and not draft.scale):
        return True
    found, further = match[1], match[2]
    if found in lexicon.stop or found in lexicon.of or found in lexicon.capacity["before"]:
        return True
    if found in lexicon.listing_words:  # на 126 тысяч и превысило
        return further is not None and further.endswith(lexicon.verbal)
    return found.endswith(lexicon.verbal) and found not in lexicon.no_verbs


def cased(draft: Draft) -> bool:
    """Whether the draft is in a case in which a Kazakh number counts nothing behind it: 118 мыңға көбейіп."""
    return draft.case in CASES and draft.modality in UNSAID
