"""One pass over a text: every number found, given its unit and modality, or left alone."""

from __future__ import annotations

import re
from decimal import Decimal

from dalel.quantities import ordinary, special
from dalel.quantities.excluded import chains, dates, exclusions, refused
from dalel.quantities.excluded.refused import Refused
from dalel.quantities.joined import compounds, conversions, wholes
from dalel.quantities.lent import lending
from dalel.quantities.numbers import numerals
from dalel.quantities.numbers.reading import HUGE, Reading
from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft, begun
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.preceding import Left
from dalel.quantities.words.prepared import lowered
from dalel.quantities.words.sight import Sight
from dalel.quantities.words.trigger import BEFORE_DIGIT, BEFORE_WORD

POINTED = re.compile(r"[^0-9]{0,4}[1-9][0-9]{0,2}\.[0-9]{3}(?![0-9]|[.,][0-9])")
WORD = re.compile(r"[^\W\d_]+")
GAPS = frozenset(" \n")  # what a plain number stands behind
SPACES = " \n\u00a0"
ENCLOSING = ("-", "»", "“", '"', "”")
CURRENCIES = frozenset("$€£₸₽")
JOINING = (word.MINOR, word.MEASURE, word.DURATION)


def drafts(text: str, lexicon: Lexicon, left_alone: list[Refused] | None = None) -> list[Draft]:
    """Every quantity of `text`, which begins with a line break, in text order.

    `left_alone` takes, where it is given, every number that was looked at and is none, with the reason.
    """
    found: list[Draft] = []
    notes = Notes(left_alone)
    places = lexicon.trigger.places(text)
    if not places:
        return found
    text = lowered(text)
    done = 0
    for position in places:
        if position < done:
            continue
        before = text[position - 1]
        if text[position].isalpha():
            if before in BEFORE_WORD:
                done = begin(text, position, lexicon, found, notes)
        elif before in GAPS:
            done = read(text, position, lexicon, found, notes)
        elif before in BEFORE_DIGIT or before in lexicon.signs:
            done = bound(text, position, lexicon, found, notes)
        else:
            notes.add(refused.GLUED, position, position + 1)
    if found:
        close = wholes.neighbours(found)
        paired = wholes.link(close, text, lexicon)
        lending.lend(found, text, lexicon)
        if paired:
            lending.complete(found)
        conversions.link(close, text, lexicon)
    return found


class Notes:
    """Takes down why numbers are left alone, where somebody asked."""

    __slots__ = ("kept",)

    def __init__(self, kept: list[Refused] | None) -> None:
        self.kept = kept

    def add(self, reason: str, start: int, end: int) -> int:
        """Take it down; returns `end`, behind which the reader goes on."""
        if self.kept is not None:
            self.kept.append(Refused(reason, start, end))
        return end


def bound(text: str, position: int, lexicon: Lexicon, found: list[Draft], notes: Notes) -> int:
    """Read the digits at `position`, which something touches; where to go on, 0 where they are no number."""
    before = text[position - 1]
    if before != "\u00a0" and chained(text[position - 2 : position]):
        notes.add(refused.GLUED, position, position + 1)
        return 0
    code = chains.code(text, position, lexicon) if before.isalpha() else 0
    return notes.add(refused.GLUED, position, code) if code else read(text, position, lexicon, found, notes)


def begin(text: str, position: int, lexicon: Lexicon, found: list[Draft], notes: Notes) -> int:
    """Read the number that the word at `position` may begin; where to go on: never with digits glued to the word."""
    match = WORD.match(text, position)
    if match is None:
        return position + 1
    try:
        entry = lexicon.seen[match[0]]
    except KeyError:
        entry = lexicon.find(match[0])
    end = match.end()
    if entry is None or not entry.begins:
        return end + 1
    if text[position - 1] == "-" and chains.spelled(text, position, end, entry, lexicon):
        return notes.add(refused.GLUED, position, end) + 1
    return max(read(text, position, lexicon, found, notes), end + 1)


def chained(before: str) -> bool:
    """Whether digits behind these two characters are part of a name, a code or noise: COVID-19, 1-2-3, 1'1'1, ₸$5."""
    if before[-1:] in ("-", "'", "’"):
        return before[0].isalnum()
    return before[-1:] in CURRENCIES and before[0] in CURRENCIES


def read(text: str, position: int, lexicon: Lexicon, found: list[Draft], notes: Notes) -> int:
    """Read the number at `position`, append what it is to `found`; where to go on."""
    if (marked := exclusions.item(text, position)) > position:
        return notes.add(refused.ITEM, position, marked)
    reading = numerals.read(text, position, lexicon)
    if reading.kind == "none" or enclosed(text, position, reading, found, lexicon):
        told = refused.NO_NUMBER if reading.kind == "none" else refused.GLUED
        return notes.add(told, position, max(reading.end, position + 1))
    if reading.words and exclusions.by_ordinal(reading, lexicon.inflects):
        return notes.add(refused.ORDINAL, position, dates.end_of_date(text, reading.next_end))
    sight = seen(text, reading, lexicon)
    draft = begun(sight)
    take = special.read if reading.kind else ordinary.read
    if refusal := take(draft, sight, reading):
        return notes.add(refusal.reason, position, dates.end_of_date(text, max(refusal.end, reading.end)))
    if found and draft.start < found[-1].end:
        part_from(found[-1], draft, position)
    if not keep(draft, text, lexicon, found):
        notes.add(refused.REPEATED, position, draft.end)
    return max(draft.end, draft.core_end)


def seen(text: str, reading: Reading, lexicon: Lexicon) -> Sight:
    """The number of `reading` as it stands in the text, with the words before it."""
    scale = 0 if reading.scale == HUGE else reading.scale
    case = reading.case if reading.words or scale else ""
    start, left = reading.start, Left(text, reading.start, lexicon)
    return Sight(text, start, reading.end, reading.value, reading.digits, reading.words, scale, case, left, lexicon)


def enclosed(text: str, position: int, reading: Reading, found: list[Draft], lexicon: Lexicon) -> bool:
    """Whether the characters on either side make the number part of something else."""
    if text[position - 1] in SPACES and text[reading.end : reading.end + 1] not in ENCLOSING:
        return False
    follows = bool(found) and found[-1].end == position - 1
    return exclusions.by_neighbours(text, position, reading, follows, lexicon)


def part_from(earlier: Draft, draft: Draft, position: int) -> None:
    """What belongs to the quantity before is not this one's too: of "0 %40" the sign is the zero's."""
    if draft.core_start < earlier.end <= position:
        draft.start = draft.core_start = position
        if draft.core_end == draft.number_end:
            draft.unit, draft.code, draft.label = "", "", "CARDINAL"
    if draft.start < earlier.end:
        draft.start = draft.core_start


def thousands(draft: Draft, text: str) -> None:
    """3.350 тенге are thousands: no currency has thousandths, and the decimal sign would be a comma."""
    if POINTED.match(text, draft.start if draft.start == draft.core_start else draft.core_start) is None:
        return
    draft.value = int(draft.value * 1000)
    if draft.upper is not None and type(draft.upper) is Decimal:
        draft.upper = int(draft.upper * 1000)


def keep(draft: Draft, text: str, lexicon: Lexicon, found: list[Draft]) -> bool:
    """Append the draft, unless it only completes or repeats the one before; whether it did."""
    if draft.unit in JOINING and compounds.merge(found, draft, text, lexicon):
        return False
    if text[draft.core_start - 1] == "(" and compounds.bracketed(found, draft, text, lexicon):
        return False
    if draft.unit == word.MONEY and lexicon.continental and not draft.scale and type(draft.value) is Decimal:
        thousands(draft, text)
    if draft.unit == word.MINOR and " " not in draft.code:  # 62 cents are no 62 dollars
        draft.code = f"0.01 {draft.code}"
    found.append(draft)
    return True
