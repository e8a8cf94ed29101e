"""The short way for numbers in words: две школы, жүз қырық екі мың теңге, more than a thousand; quick.py has digits."""

from __future__ import annotations

import re

from dalel.quantities import behind, exclusions, fractions, leads, settling, shapes, word
from dalel.quantities.draft import Draft
from dalel.quantities.lexicon import Lexicon
from dalel.quantities.reading import HUGE, Reading
from dalel.quantities.word import Word

LONGEST = 8  # words behind the first; a longer number is read by the full grammar
RUN = re.compile(rf"(?: [^\W\d_]+){{1,{LONGEST}}}")
UNCLEAR = -1  # the full grammar must tell
SPECIAL = frozenset({0, 1, 90})  # perhaps no count: to nothing, this one; "тоқсан" is a quarter of a year, too
INSIDE = frozenset({word.NUMERAL, word.HUNDRED, word.SCALE})


def read(text: str, start: int, end: int, entry: Word, lexicon: Lexicon, found: list[Draft]) -> int:
    """Read the number that begins with the word `entry`, which stands from `start` to `end`; append it to `found`.

    Returns where to go on, 0 where the full grammar must read it.
    """
    match = shapes.WORDS.match(text, end) if text[start - 1] in shapes.GAPS else None
    if match is None or entry.text in lexicon.vague_first:
        return 0
    follow = match[shapes.FOLLOW]
    after = lexicon.find(follow) if follow is not None else None
    if entry.kind not in INSIDE:
        return every(text, end, follow, after) if entry.kind == word.EVERY else 0
    if after is not None and after.kind:
        return several(text, start, end, entry, lexicon, found)
    draft = Draft(start, end, 100 if entry.kind == word.HUNDRED else entry.value)
    draft.case = entry.case
    if entry.kind == word.SCALE:
        draft.scale = int(entry.value)
        if text.startswith(".", end):  # млрд. тенге
            return 0
    if draft.value == 1 and follow in lexicon.one_after:
        return one_of(text, start, end, lexicon)
    return settled(draft, after, match, lexicon, found)


def several(text: str, start: int, end: int, entry: Word, lexicon: Lexicon, found: list[Draft]) -> int:
    """Read a number of several words, the first of which is `entry`."""
    if entry.text in lexicon.inverted_scales or (entry.value == 1 and lexicon.not_one):  # тысяч сорок; не один миллион
        return 0
    reading = Reading(start)
    reading.put(entry)
    reading.end, reading.case = end, entry.case
    ordinal = extended(reading, text, lexicon)
    if ordinal:
        return exclusions.end_of_date(text, ordinal) if ordinal > 0 else 0
    match = shapes.WORDS.match(text, reading.end)
    if match is None or (reading.chunk is None and text.startswith(".", reading.end)):
        return 0
    draft = Draft(reading.start, reading.end, reading.value)
    draft.case, draft.scale = reading.case, 0 if reading.scale == HUGE else reading.scale
    follow = match[shapes.FOLLOW]
    return settled(draft, lexicon.find(follow) if follow is not None else None, match, lexicon, found)


def settled(draft: Draft, after: Word | None, match: re.Match[str], lexicon: Lexicon, found: list[Draft]) -> int:
    """Settle the draft where its case and the word before it are plain; `after`: what is known of the word behind."""
    text, start = match.string, draft.start
    if draft.case in behind.VAGUE or (draft.case == "about" and not behind.approximate(draft, after)):
        return 0
    lead = leads.before(text, start, lexicon)
    draft.lead, kind = lead.word, leads.resolved(lead, draft, start, text, lexicon)
    if kind in leads.UNCLEAR or (
        draft.value in SPECIAL and (draft.value != 1 or not lexicon.continental or lead.word in lexicon.ones)
    ):
        return 0
    vague = draft.scale == draft.value and text[start : draft.end] in lexicon.vague_alone
    if vague and lead.word not in lexicon.before and lead.word not in lexicon.vague_unless:
        return 0
    return settling.settle(draft, lead if kind else leads.NONE, after, match, lexicon, found)


def extended(reading: Reading, text: str, lexicon: Lexicon) -> int:
    """Let the reading take the number words behind it, which one space sets apart.

    Returns 0, UNCLEAR, or the end of the ordinal that the words are: екі мың он тоғызыншы.
    """
    match = RUN.match(text, reading.end)
    if match is None:
        return UNCLEAR
    for found in text[reading.end + 1 : match.end()].split(" "):
        entry, end = lexicon.find(found), reading.end + 1 + len(found)
        if entry is None or not entry.kind:
            return UNCLEAR if found in lexicon.links else 0
        if entry.kind == word.ORDINAL and lexicon.inflects and not reading.case and entry.case != "denominator":
            return end
        if reading.case or not (reading.put(entry) if entry.kind in INSIDE else halved(reading, end, entry, lexicon)):
            return UNCLEAR
        reading.end, reading.case = end, entry.case
    return UNCLEAR if match[0].count(" ") == LONGEST else 0


def halved(reading: Reading, end: int, entry: Word, lexicon: Lexicon) -> bool:
    """Take the half of бір жарым."""
    return entry.kind == word.HALF and lexicon.inflects and fractions.half(reading, end, entry)


def every(text: str, end: int, follow: str | None, after: Word | None) -> int:
    """Behind "every", which ends at `end`, without an ordinal (каждой школе); 0 for anything else."""
    nothing = follow is not None and (after is None or after.kind != word.ORDINAL)
    return exclusions.end_of_date(text, end) if nothing else 0


def one_of(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Behind the "one" of "one of"; 0 where it is "not one of"."""
    return 0 if leads.last_word(text, start) in lexicon.none else exclusions.end_of_date(text, end)
