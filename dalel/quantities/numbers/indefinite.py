"""Number words that say another number or none: "not one", which is zero, and the bare plural of a scale."""

from __future__ import annotations

from dalel.quantities.numbers.reading import Reading
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.preceding import OPENING, Left


def none_of(draft: Draft, left: Left, lexicon: Lexicon) -> bool:
    """Whether "not" stands before the "one": ни одна школа, бірде-бір мектеп; the draft becomes zero."""
    before = left.words[0].lstrip(OPENING) if left.words else ""
    if draft.value != 1 or draft.digits or before not in lexicon.none:
        return False
    draft.value, draft.start = 0, left.start(0)
    draft.core_start = draft.start
    return True


def vague(draft: Draft, text: str, reading: Reading, left: Left, lexicon: Lexicon) -> bool:
    """Whether it says no number: a bare scale in the plural, тысячи людей, сотни тысяч; or more: не один миллион."""
    first, _, more = text[draft.start : draft.end].partition(" ")
    entry = lexicon.find(first)
    if more and left.word in lexicon.not_one and entry is not None and entry.value == 1:
        return True
    if first in lexicon.vague_first and draft.case != "about":
        return left.word not in lexicon.before and left.word not in lexicon.vague_unless
    if reading.words != 1 or draft.value != reading.scale or text[draft.start : draft.end] not in lexicon.vague_alone:
        return False
    return left.word not in lexicon.before and left.word not in lexicon.vague_unless
