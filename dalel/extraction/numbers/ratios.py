"""A part and its whole: 4360 из 6936, 7 out of 10, 919 мектептің 900-і; and what a fraction is a fraction of."""

from __future__ import annotations

import re
from itertools import pairwise

from dalel.extraction.numbers import changes, pairs, word
from dalel.extraction.numbers.draft import Draft
from dalel.extraction.numbers.lexicon import Lexicon

CHANGE, NEAR, CLAUSE = 5, 24, 60  # characters between two levels, a part and its whole, "из" and the part
Neighbours = tuple[Draft, Draft]
STRANGE = 2  # words of a noun that is not known
BETWEEN = 6  # words between "из 312 школ" and the part
FOLLOWING = re.compile(r"[ \u00a0]{1,2}[«\"]?([^\W\d_]+)")


def neighbours(found: list[Draft]) -> list[Neighbours]:
    """Numbers that follow each other closely enough to have to do with one another."""
    return [pair for pair in pairwise(found) if pair[1].start - pair[0].noun_end <= CLAUSE]


def link(close: list[Neighbours], text: str, lexicon: Lexicon) -> bool:
    """Give every part its whole; whether there is any."""
    paired = False
    for before, after in close:
        if lexicon.language == "en" and pairs.link(before, after, text, lexicon):
            pair(before, after)
            paired = True
            continue
        apart = after.start - before.noun_end
        if apart < CHANGE:
            changes.link(before, after, text, lexicon)
        if before.whole is not None or (apart > NEAR and before.lead not in lexicon.of):
            continue
        if before.unit == word.PERCENT or after.unit == word.PERCENT:  # a third of 7200 is no number of them
            continue
        if before.label == after.label == "CARDINAL" and related(before, after, text, lexicon):
            paired = True
    return paired


def related(before: Draft, after: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether one of two counts is a part of the other; if so it has it as its whole."""
    between, of = text[before.noun_end : after.start], lexicon.of
    words = between.split()
    if lexicon.inflects:
        partitive = after.case.startswith("possessive") and before.value > after.value
        if partitive and (whole(before, text, lexicon) if not words else of_strange(before, words, lexicon)):
            pair(after, before)
            return True
    elif (words and words[0] in of and after.lead in of and len(words) <= 2 and before.value <= after.value) or (
        " ".join(words[:2]) in lexicon.of_long and before.value <= after.value
    ):
        pair(before, after)
        return True
    elif (
        before.lead in of
        and before.unit
        and not after.unit
        and after.value < before.value
        and (not words or said_of(after, between, text, lexicon))
    ):
        pair(after, before)
        return True
    return False


def whole(before: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether the case of what is counted, or of the number, says that a part of it follows: 919 мектептің 900-і."""
    genitive = before.unit == word.NOUN and text.endswith(lexicon.genitive, before.end, before.noun_end)
    return genitive or before.noun_case.endswith("genitive") or before.case.endswith("ablative")


def of_strange(before: Draft, words: list[str], lexicon: Lexicon) -> bool:
    """The same of a noun that the grammar does not know: 5 310 жұптың 1 480-і."""
    return not before.unit and len(words) <= STRANGE and words[-1].endswith(lexicon.genitive)


def said_of(after: Draft, between: str, text: str, lexicon: Lexicon) -> bool:
    """Из 312 школ камеры есть лишь в 208: the part comes later in the clause, and counts nothing else."""
    if len(between.split()) > BETWEEN or any(mark in between for mark in ".;:\n(«"):
        return False
    match = FOLLOWING.match(text, after.end)
    return match is None or match[1] in lexicon.stop or match[1].endswith(lexicon.predicates or ("\0",))


def pair(part: Draft, whole: Draft) -> None:
    """The part counts what the whole counts."""
    part.whole = whole
    if part.unit == word.NOUN:  # "в 15 школах из 42 договоры": the noun behind the whole is another's
        whole.unit, whole.code = word.NOUN, part.code
    else:
        part.unit, part.code = whole.unit, whole.code


def share_of(draft: Draft, text: str, before: str, lexicon: Lexicon) -> bool:
    """Whether a fraction is of something: половина школ, мектептердің жартысы; or a change: на треть."""
    if lexicon.inflects or before in lexicon.by:
        return True
    match = FOLLOWING.match(text, draft.end)
    if match is None:
        return False
    entry = lexicon.find(match[1])
    if lexicon.language == "en":
        of = match[1] == "of" and FOLLOWING.match(text, match.end()) is not None
        return of or match[1] in lexicon.more or match[1] in lexicon.determiners
    if match[1] in lexicon.of:
        return True
    return match[1] not in lexicon.stop and (entry is None or entry.unit in ("", word.NOUN))
