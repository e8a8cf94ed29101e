"""Pounds are money or a weight: "£300", "300 pounds in cash", but "a 300-pound man", "two pounds of meat"."""

from __future__ import annotations

import re

from dalel.quantities.units import following
from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon

AFTER = re.compile(r"[ \u00a0-]([a-z]+)(?: ([a-z]+))?")
WORDS = re.compile(r"[a-z]+")
REACH = 50  # characters before the number in which something may be weighed


def weigh(draft: Draft, text: str, lexicon: Lexicon) -> None:
    """Make pounds a weight where the words around say so; numbers.toml [pounds] lists them."""
    if text[draft.end - 1 : draft.end] not in "ds" or draft.scale >= 1_000_000:
        return
    rule = lexicon.pounds
    after = AFTER.match(text, draft.end)
    follows, thing = (after[1], after[2] or "") if after else ("", "")
    low = max(text.rfind("\n", 0, draft.core_start) + 1, draft.core_start - REACH)
    before = WORDS.findall(text, low, draft.core_start)[-7:]
    joined = text[draft.number_end : draft.number_end + 1] == "-"
    weight = (
        (joined and follows not in rule["money"])
        or (follows == "of" and thing not in rule["money"])
        or follows in rule["after"]
        or any(found in rule["before"] for found in before)
    )
    if weight:
        following.take(draft, word.MEASURE, "lb", draft.end)
