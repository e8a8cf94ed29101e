"""Numbers whose noun is left out take it from what stands before: "В Актюбинской — по 107", "три вместимостью 620".

In this order: the next number of an enumeration that names its noun; after "из них" the number before; the nearest
number of the paragraph in the same place of the same pattern (after "на", after a dash); the nearest noun of the
sentence; the number before.
"""

from __future__ import annotations

import re
from itertools import pairwise

from dalel.claims.clauses.reading import predicates
from dalel.claims.drafts import CHILDREN, INSTITUTIONS, Draft, earlier
from dalel.claims.frames.words import listed
from dalel.claims.lexicon import Cue
from dalel.claims.nouns import nouns
from dalel.claims.phrases import any_of
from dalel.vocabulary import of_kind

OUT_OF = re.compile(rf"(?<!\w){any_of('elided', 'out_of')}$")
RATIO = re.compile(
    rf"\s+(?:{any_of('elided', 'between')}|{any_of('elided', 'owner')} \w+{any_of('elided', 'owner_ends')})\s+"
)
BREAK = re.compile(r"[,;:()\d]")
ENUMERATION = re.compile(rf"\s*(?:,|{any_of('lists', 'joins')}|,\s*{any_of('lists', 'joins_last')})\s*")
POSITION = re.compile(r"(\w+|[—–-])\s*$")
SCALE = re.compile(any_of("elided", "scales"))
SEATS_AFTER = re.compile(rf"[\w\s-]{{0,24}}?{any_of('elided', 'seats_behind')}")
NEXT_WORD = re.compile(r"\s([^\W\d_]+)")
AT_ONCE = re.compile(r"(?:\s+[^\W\d_][\w-]*){1,3}")
FOLLOWING = re.compile(r"(?:\s+[^\W\d_][\w-]*){1,4}")
SUBJECT = "ыаяео"  # last letters of nominatives: "школы получили 28 тысяч" counts no schools
ALONE = re.compile(  # "4-еуі", "екеуі", "986-сында"
    rf"(?:\d-?{any_of('elided', 'suffixes')}|{any_of('elided', 'collective')})(?:н\w*)?$"
)
ONWARD = re.compile(rf"\s+{any_of('elided', 'onward')}\s+[^\W\d_]")  # "2,150 went to Semey and 1,900 to Kurchatov"
QUOTED = re.compile(r"\s+[«\"“]([^«»\"“”\n]{1,30})[»\"”]")
NEAR = 200  # characters before a number in which its noun may stand
NOTHING = (None, "piece")  # "штук" counts a noun that stands elsewhere
PLACES = of_kind("place")
COUNTABLE = of_kind("institution", "person", "device", "seat", "family", "vehicle", "dwelling", "animal") | {
    "case", "city", "district", "project", "grant",
}  # fmt: skip


def complete_units(drafts: list[Draft]) -> None:
    """Gives every draft without a unit that of its neighbour, and seats their unit."""
    _share_in_ratios(drafts)
    for draft, following in reversed(list(pairwise(drafts))):
        if draft.unit in NOTHING and following.unit not in NOTHING and _enumerated(draft, following):
            draft.unit, draft.elided = following.unit, True
    for index, draft in enumerate(drafts):
        before = earlier(drafts, draft)
        whole = whole_said_first(draft, before) if draft.unit in NOTHING or draft.unit in COUNTABLE else None
        if whole is not None and whole.unit in COUNTABLE and _named_at_once(draft) is None:
            draft.unit, draft.elided = whole.unit, True
        if (quoted := QUOTED.match(draft.passage.low, draft.high, draft.sentence.high)) and not draft.is_money:
            draft.unit, draft.elided = _noun_of(draft, quoted), False
            continue
        if (same := _same_again(draft, before)) is not None:
            draft.unit, draft.elided = same, True
        if draft.unit in NOTHING and not _noun_of_its_own(draft):
            draft.unit, draft.elided = _lent(draft, before, drafts[index + 1 : index + 2]), True
        if _is_seats(draft):
            draft.unit = "seat"


def _noun_of(draft: Draft, quoted: re.Match[str]) -> str | None:
    """What "2,900 “ghost” children" counts: the noun after the quoted word, else the last one in it."""
    after = AT_ONCE.match(draft.passage.low, quoted.end(), draft.sentence.high)
    named = nouns(draft.passage, quoted.end(), after.end()) if after else []
    named = named[:1] or nouns(draft.passage, quoted.start(1), quoted.end(1))[-1:]
    return named[0].unit if named else None


def _same_again(draft: Draft, before: list[Draft]) -> str | None:
    """The unit of the number before, where this one has no noun and words or a suffix refer back: "the other 12",
    "ещё две — в Семее", "қалған екеуі", "3-еуі Мұнайлы ауданында".
    """
    if draft.is_money or draft.quantity.label not in ("CARDINAL", "QUANTITY"):
        return None
    first = before[0] if before else None
    near = [o for o in before if _close(draft, o) and o.unit in COUNTABLE - PLACES]
    if not near or first is None:
        return None
    if draft.passage.language == "kk":
        return near[0].unit if ALONE.search(draft.passage.low[draft.low : draft.high + 8].split()[0]) else None
    if first.sentence is draft.sentence and ONWARD.match(draft.passage.low, draft.high):
        return near[0].unit
    rest = any(_refers_back(draft, cue) for cue in draft.cues("partitive"))
    return near[0].unit if rest and _named_at_once(draft) is None else None


def _refers_back(draft: Draft, cue: Cue) -> bool:
    """ "ещё 40", "the other 12" before the number, "17,000 more" after it."""
    before, after = draft.low - cue.end, cue.start - draft.high
    return (cue.label == "rest" and 0 <= before <= 2) or (cue.label == "rest_after" and 0 <= after <= 1)


def _close(draft: Draft, other: Draft) -> bool:
    """Whether a number stands in the same paragraph or the sentence before."""
    return other.sentence.paragraph == draft.sentence.paragraph or other.sentence.number == draft.sentence.number - 1


def _named_at_once(draft: Draft) -> str | None:
    """The noun right after the number, an adjective or two between; none beyond a preposition or a mark."""
    words = AT_ONCE.match(draft.passage.low, draft.high, draft.sentence.high)
    named = nouns(draft.passage, draft.high, words.end()) if words else []
    ends = draft.passage.words.counted_ends
    return named[0].unit if named and not ends & set(draft.passage.low[draft.high : named[0].start].split()) else None


def _share_in_ratios(drafts: list[Draft]) -> None:
    """Part and whole count the same: the noun of the part, else that of the whole."""
    for draft in drafts:
        if (whole := whole_of(draft, drafts)) is not None:
            if whole.unit not in NOTHING and _following_noun(whole) == whole.unit and _following_noun(draft) is None:
                draft.unit = whole.unit
            elif draft.unit not in NOTHING:
                whole.unit = draft.unit
            elif whole.unit not in NOTHING:
                draft.unit = whole.unit


def whole_of(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The draft of the whole that the number grammar found in the same ratio."""
    whole = draft.quantity.whole
    for other in drafts[max(0, draft.index - 3) : draft.index + 4]:
        quantity = other.quantity
        joined = whole is not None and quantity.core_start < whole.end and whole.start < quantity.core_end
        if joined and other is not draft and other.passage is draft.passage:
            return other
    following = drafts[draft.index + 1] if draft.index + 1 < len(drafts) else None
    if following is not None and following.passage is draft.passage and following.value_above(draft):
        between = draft.passage.low[draft.high : following.low]
        return following if RATIO.fullmatch(between) and draft.quantity.label == "CARDINAL" else None
    return None


def _lent(draft: Draft, before: list[Draft], following: list[Draft]) -> str | None:
    near = [other for other in before if other.sentence.paragraph == draft.sentence.paragraph]
    money = next((other.unit for other in near if other.is_money), None)
    counts = [other for other in before if other.unit in COUNTABLE]
    if (noun := _following_noun(draft)) is not None:
        return noun
    if money is not None and SCALE.search(draft.passage.low[draft.low : draft.high]):
        return money
    if follows_seat_word(draft):
        return "seat"
    return _by_words(draft, counts, following) or _by_pattern(draft, counts)


def _by_words(draft: Draft, counts: list[Draft], following: list[Draft]) -> str | None:
    """After "из них" the noun of the number before; before "на 300 мест" that of the last institutions."""
    if counts and _of_them(draft):
        return counts[0].unit
    if following and following[0].sentence is draft.sentence and _holds(following[0]):
        return next((other.unit for other in counts if other.unit in INSTITUTIONS), None)
    return None


def whole_said_first(draft: Draft, before: list[Draft]) -> Draft | None:
    """The 120 of "из 120 школ района камеры есть в 98", "of the 120 schools 98 have cameras"."""
    for other in before:
        if other.sentence is not draft.sentence:
            return None
        if OUT_OF.search(other.before(12).rstrip()) and other.value_above(draft):
            return other
    return None


def _by_pattern(draft: Draft, counts: list[Draft]) -> str | None:
    """The number in the same place of the pattern, else the last noun named before in the sentence, else the last
    number.
    """
    here = _position(draft)
    alike = [o for o in counts if _position(o) == here and draft.sentence.number - o.sentence.number <= 1]
    if alike and here and not alike[0].elided | (alike[0].sentence is not draft.sentence and len(here) < 2):
        return alike[0].unit
    said = nouns(draft.passage, max(draft.sentence.low, draft.low - NEAR), draft.low)
    low = draft.passage.low
    named = [n.unit for n in said if n.unit in COUNTABLE and _counted_form(draft, low[n.start : n.end])]
    if named and not (alike and alike[0].sentence is draft.sentence):
        return named[-1]
    return next((other.unit for other in [*alike, *counts] if other.sentence is draft.sentence), None)


def _counted_form(draft: Draft, noun: str) -> bool:
    """Whether a noun before the number can be what it counts: in Russian in the genitive plural, not a subject."""
    return draft.passage.language != "ru" or draft.unit == "piece" or noun[-1] not in SUBJECT


def _following_noun(draft: Draft) -> str | None:
    """The noun within the next four words, for a number that carries no suffix of its own ("302-сінде")."""
    words = FOLLOWING.match(draft.passage.low, draft.high, draft.sentence.high)
    if words is None:
        return None
    return next((noun.unit for noun in nouns(draft.passage, draft.high, words.end()) if noun.unit in COUNTABLE), None)


def _noun_of_its_own(draft: Draft) -> bool:
    """Whether a noun that no list knows follows: "77 ульев", "two contractors". A neighbour's is never lent to it."""
    passage = draft.passage
    word = NEXT_WORD.match(passage.low, draft.high, draft.sentence.high)
    if word is None or draft.unit is not None or ALONE.search(passage.low[draft.low : draft.high + 8].split()[0]):
        return False
    if (
        word[1] in passage.words.counted_ends
        or passage.words.verb(word[1])
        or listed(passage.language, "no_nouns").match(word[1])
    ):
        return False
    if any(cue.start == word.start(1) for cue in draft.cues("seats")) or nouns(passage, word.start(1), word.end(1)):
        return False
    return not any(one.start <= word.start(1) < one.end and one.finite for one in predicates(passage, draft.sentence))


def _enumerated(draft: Draft, following: Draft) -> bool:
    if draft.passage is not following.passage or draft.sentence is not following.sentence:
        return False
    return ENUMERATION.fullmatch(draft.passage.low[draft.high : following.low]) is not None


def _of_them(draft: Draft) -> bool:
    cues = draft.cues("partitive")
    return any(cue.label == "of_them" and beside(draft, cue) for cue in cues)


def beside(draft: Draft, cue: Cue) -> bool:
    """Whether "из них" speaks of the number: right after it, or before it in the clause with no number between."""
    if 0 <= cue.start - draft.high < 3:
        return True
    begin = cue.end + draft.passage.low.startswith(",", cue.end)  # "Of these, 271 are private"
    return 0 <= draft.low - cue.end < 60 and BREAK.search(draft.passage.low, begin, draft.low) is None


def _holds(draft: Draft) -> bool:
    """Whether the number is that of the places in what the number before it counts: "там 10 на 11 550 мест"."""
    return (
        _position(draft) == "на" and (draft.unit in CHILDREN or draft.unit in ("seat", "person"))
    ) or follows_seat_word(draft)


def _position(draft: Draft) -> str:
    found = POSITION.search(draft.before())
    word = found[1] if found else ""
    return "—" if word in "—–-" else word


def follows_seat_word(draft: Draft) -> bool:
    """Whether "вместимостью", "рассчитаны на", "will take in" stands just before the number."""
    cues = [cue for cue in draft.cues("seats") if cue.label == "before"]
    return any(0 <= draft.low - cue.end < 8 or cue.start <= draft.low <= cue.end for cue in cues)


def _is_seats(draft: Draft) -> bool:
    if draft.unit in CHILDREN and SEATS_AFTER.match(draft.passage.low, draft.high):
        return True
    if draft.unit != "person":
        return False
    school = nouns(draft.passage, max(draft.sentence.low, draft.low - NEAR), draft.low)
    return follows_seat_word(draft) or (_position(draft) == "на" and any(noun.unit == "school" for noun in school))
