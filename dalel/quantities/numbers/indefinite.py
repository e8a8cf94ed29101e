"""Number words that say another number or none: "not one", which is zero, and the bare plural of a scale."""

from __future__ import annotations

from dalel.quantities.words.preceding import OPENING
from dalel.quantities.words.sight import Sight


def none_of(sight: Sight) -> int:
    """Where the "not" begins that makes a "one" zero, else 0: ни одна школа, бірде-бір мектеп."""
    before = sight.left.words[0].lstrip(OPENING) if sight.left.words else ""
    if sight.value != 1 or sight.digits or before not in sight.lexicon.none:
        return 0
    return sight.left.start(0)


def vague(sight: Sight) -> bool:
    """Whether it says no number: a bare scale in the plural, тысячи людей, сотни тысяч; or more: не один миллион."""
    before, lexicon, said = sight.left.word, sight.lexicon, sight.text[sight.start : sight.end]
    first, _, more = said.partition(" ")
    entry = lexicon.find(first)
    if more and before in lexicon.not_one and entry is not None and entry.value == 1:
        return True
    alone = sight.words == 1 and sight.value == sight.scale and said in lexicon.vague_alone
    if alone or (first in lexicon.vague_first and sight.case != "about"):
        return before not in lexicon.before and before not in lexicon.vague_unless
    return False
