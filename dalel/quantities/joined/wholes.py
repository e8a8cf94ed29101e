"""A part and its whole: 4360 из 6936, 7 out of 10, 919 мектептің 900-і; and what a fraction is a fraction of."""

from __future__ import annotations

import re
from itertools import pairwise

from dalel.quantities.joined import levels, pairs
from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon

CHANGE, NEAR, CLAUSE = 5, 24, 60  # characters between two levels, a part and its whole, "из" and the part
Neighbours = tuple[Draft, Draft]
OF_ENGLISH = frozenset({"of"})  # counts are told by pairs.py
AMOUNTS = frozenset({word.MONEY, word.MEASURE})
STRANGE = 2  # words of a noun that is not known
BETWEEN = 8  # words between "из 312 школ" and the part
OPENS, OF = re.compile(r"[\n.,;:–—\"“] ?of (?:the |all |these |those |its )?\Z"), 16  # the clause begins with it
FOLLOWING = re.compile(r"[ \u00a0]{1,2}[«\"]?([^\W\d_]+)")


def neighbours(found: list[Draft]) -> list[Neighbours]:
    """Numbers that follow each other closely enough to have to do with one another."""
    return [pair for pair in pairwise(found) if pair[1].start - pair[0].noun_end <= CLAUSE]


def link(close: list[Neighbours], text: str, lexicon: Lexicon) -> bool:
    """Give every part its whole; whether there is any."""
    paired, english = False, bool(lexicon.determiners)
    for before, after in close:
        if english and pairs.link(before, after, text, lexicon):
            pair(before, after)
            paired = True
            continue
        apart = after.start - before.noun_end
        if apart < CHANGE:
            levels.link(before, after, text, lexicon)
        if before.whole is not None or (apart > NEAR and not opens(before, text, lexicon)):
            continue
        if after.unit in AMOUNTS and not before.unit and of_amount(before, after, text, lexicon):
            levels.share(before, after)
            before.label = after.label
            pair(before, after)
            paired = True
            continue
        if before.unit == word.PERCENT or after.unit == word.PERCENT:  # a third of 7200 is no number of them
            continue
        if before.label == after.label == "CARDINAL" and related(before, after, text, lexicon):
            paired = True
    return paired


def of_amount(before: Draft, after: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether the first is a part of the amount behind it, whose scale and unit it has: 4,3 из 6,9 млрд тенге."""
    words = text[before.noun_end : after.start].lstrip(".").split()  # 900 тыс. из 6,9 млн
    said = len(words) == 1 or (len(words) == 2 and words[1] in lexicon.determiners)
    if not said or words[0] not in (lexicon.of or OF_ENGLISH) or before.label != "CARDINAL":
        return False
    return 0 < before.value * (1 if before.scale else after.scale or 1) <= after.value


def related(before: Draft, after: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether one of two counts is a part of the other; if so it has it as its whole."""
    between = text[before.noun_end : after.start]
    if lexicon.inflects:
        found = partitive(before, after, between.split(), text, lexicon)
    elif before.value <= after.value and between.lstrip().startswith(lexicon.of_begins):
        words = between.split()
        if (words[0] in lexicon.of and after.lead in lexicon.of and len(words) <= 2) or (
            " ".join(words[:2]) in lexicon.of_long
        ):
            pair(before, after)
            return True
        found = False
    else:
        found = (
            not after.unit
            and after.value < before.value
            and opens(before, text, lexicon)
            and (not between.strip() or said_of(after, between, text, lexicon))
        )
    if found:
        pair(after, before)
    return found


def partitive(before: Draft, after: Draft, words: list[str], text: str, lexicon: Lexicon) -> bool:
    """Whether the second, with the words between the two, is said to be a part of the first: 919 мектептің 900-і."""
    if not after.case.startswith("possessive") or before.value <= after.value:
        return False
    if words and words[0] in lexicon.limiting:  # 20 мектептің тек он екісі
        del words[0]
    return whole(before, text, lexicon) if not words else of_strange(before, words, lexicon)


def opens(before: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether the first number says of how many the next one is a part: из 312 школ, of the 218 schools."""
    if not lexicon.determiners:
        return before.lead in lexicon.of
    return OPENS.search(text, max(0, before.start - OF), before.start) is not None


def whole(before: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether the case of what is counted, or of the number, says that a part of it follows: 919 мектептің 900-і."""
    genitive = before.unit == word.NOUN and text.endswith(lexicon.genitive, before.end, before.noun_end)
    return genitive or before.noun_case.endswith(("genitive", "ablative")) or before.case.endswith("ablative")


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
    if bool(lexicon.determiners):
        of = match[1] == "of" and text[match.end() + 1 : match.end() + 2].isalnum()
        return of or match[1] in lexicon.more or match[1] in lexicon.determiners
    if match[1] in lexicon.of:
        return True
    return match[1] not in lexicon.stop and (entry is None or entry.unit in ("", word.NOUN))
