"""English fractions in words: a third of voters, by a fifth, half the money, half an hour; and what is none of them.

The third man, the quarter that ended in June and half-time are no fractions. Multiples that may be none, in any
language: double the price, двукратный рост.
"""

from __future__ import annotations

import re
from decimal import Decimal

from dalel.quantities.bounds import approximators
from dalel.quantities.numbers.reading import TOKEN, Reading
from dalel.quantities.units import following
from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.preceding import OPENING, Left

FOLLOWING = re.compile(r"[ \u00a0]{1,2}([^\W\d_]+)")
OF_ONE = re.compile(r"[ -](?:of )?(?:an?|one)[ -](?=[a-z])|-(?=[a-z])")
ENDS = re.compile(r"(?: of)?[ \u00a0]?(?:\Z|[\n.,;:!?)\"”’—–])")
UNITS = (word.PERCENT, word.MEASURE, word.DURATION, word.MONEY)


def read(draft: Draft, text: str, left: Left, lexicon: Lexicon) -> bool:
    """a third of voters, shares fell by a fifth, a tenth more: an ordinal behind an article is one part of so many."""
    if not left.words or left.words[0].lstrip(OPENING) not in lexicon.articles or left.glued:
        return False
    match = FOLLOWING.match(text, draft.end)
    before = left.words[1].lstrip(OPENING) if len(left.words) > 1 else ""
    compared = match is not None and (match[1] == "of" or match[1] in lexicon.more)
    closed = ENDS.match(text, draft.end) is not None or (match is not None and match[1] in lexicon.part_before)
    leads = before in lexicon.by or before in lexicon.before or before in lexicon.part_before
    if not compared and not (closed and (leads or (not before and draft.value >= 10))):
        return False
    draft.value = Decimal(1) / Decimal(draft.value)
    return True


def is_part(draft: Draft, text: str, reading: Reading, left: Left, lexicon: Lexicon) -> bool:
    """Whether a half or a quarter is a part; "half an hour" and "a quarter of a percentage point" take their unit."""
    if left.words and left.words[0].lstrip(OPENING) in lexicon.part_never:
        return False
    match = OF_ONE.match(text, draft.end)
    after = TOKEN.match(text, match.end()) if match else None
    entry = lexicon.find(after[1]) if after and after[1] else None
    if after is not None and entry is not None and (entry.phrases or entry.unit in UNITS):
        reading.next, reading.next_start, reading.next_end = entry, after.start(1), after.end(1)
        return True
    return text[draft.end : draft.end + 1] != "-"


def and_more(draft: Draft, left: Left, lexicon: Lexicon) -> bool:
    """Whether one of a unit stands before: an hour and a half; the draft then is both."""
    words = [found.lstrip(OPENING) for found in left.words[:4]]
    if len(words) < 4 or draft.unit or words[0] not in lexicon.articles or words[1] != "and":
        return False
    entry = lexicon.find(words[2])
    if entry is None or entry.unit not in (word.DURATION, word.MEASURE) or words[3] not in lexicon.articles:
        return False
    following.take(draft, entry.unit, entry.code, draft.end)
    draft.value, draft.start = draft.value + 1, left.start(3)
    draft.core_start = draft.start
    approximators.ahead(draft, left, 4, lexicon)
    return True


def multiplies(draft: Draft, text: str, left: Left, lexicon: Lexicon) -> bool:
    """Whether "double" multiplies: double the price, двукратный рост; not a double room or двукратный чемпион."""
    found = text[draft.core_start : draft.core_end]
    if found in lexicon.only_on:
        match = FOLLOWING.match(text, draft.end)
        return left.word in lexicon.by and match is not None and match[1].endswith(lexicon.comparatives)
    return not (found in lexicon.doubled or found.startswith(lexicon.multiplying)) or multiplied(
        text, draft.end, lexicon
    )


def multiplied(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a sentence or a phrase ends, or what can be multiplied stands, behind a multiple that ends at `end`."""
    match = FOLLOWING.match(text, end)
    return ENDS.match(text, end) is not None or (match is not None and match[1] in lexicon.doubled_before)


def stands(draft: Draft, text: str) -> bool:
    """Whether a fraction without a unit stands by itself: "nearly a quarter.", but not "half full"."""
    return (
        bool(draft.unit) or ENDS.match(text, draft.end) is not None or following.SIGN.match(text, draft.end) is not None
    )
