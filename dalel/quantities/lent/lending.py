"""A unit named once and left out afterwards: 24 процентов школ, это 91 из 373; две школы на 600 мест, три на 620.

Only bare numbers that nothing names are lent a unit, only within a paragraph, and only where what follows them is no
noun the grammar merely does not know: an end of clause, a verb, a preposition, or (in Kazakh) a partitive ending.
"""

from __future__ import annotations

from dalel.quantities.lent import gapping, mentions, series
from dalel.quantities.units.bareness import AFTER, bare, cased
from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.sight import Unit

NEAR = 30  # characters between a building and the seats it has
PEOPLE = frozenset({"person", "pupil", "child", "teacher"})  # who are no pieces
BIG = 1_000_000  # a bare number with such a scale, near money, is money
FAR = 160  # characters between two parts of a hundred
REACH = 20  # numbers looked back or ahead: a list of all regions, and a bound on the work a hostile text can ask for


def lend(found: list[Draft], text: str, lexicon: Lexicon) -> None:
    """Give bare numbers the unit of what was counted around them."""
    resolvable = lexicon.resolvable
    for at in [at for at, draft in enumerate(found) if not draft.unit or draft.code in resolvable]:
        unit = meant(found, at, text, lexicon)
        if unit is not None:
            found[at].lend(unit)


def meant(found: list[Draft], at: int, text: str, lexicon: Lexicon) -> Unit | None:
    """What the number found[at], which is bare or counts pieces or people, counts; None where that stays open."""
    draft = found[at]
    if draft.unit:
        return resolved(found, at, text, lexicon) if draft.unit == word.NOUN else None
    if draft.whole is not None and lexicon.continental and draft.whole.start > draft.start:
        return None  # it counts what the whole does
    if draft.label != "CARDINAL" or of_several(draft, text, lexicon):
        return None
    return (draft.scale >= BIG and money(found, at, text)) or around(found, at, text, lexicon)


def around(found: list[Draft], at: int, text: str, lexicon: Lexicon) -> Unit | None:
    """What a bare number counts by itself (двое), with the others of its list, or of what was said before it."""
    draft = found[at]
    if text[draft.core_start : draft.core_end] in lexicon.collective:  # двое погибли
        return noun("person")
    if listed := (of_hundred if draft.case.startswith("possessive") else series.lent)(found, at, text, lexicon):
        return listed
    if bare(draft, text, lexicon):
        held_in = seats(found, at, lexicon) or house(found, at, text, lexicon)
        return noun(held_in) or before(found, at, text, lexicon)
    return noun(mentions.tallied(mentions.words_before(draft, text), lexicon)) if cased(draft) else None


def noun(code: str) -> Unit | None:
    """A counted noun; None where there is none."""
    return Unit(word.NOUN, code) if code else None


def of_several(draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether it is one of several that are not counted: кінәлілердің бірі, but 15 мектептің бірі."""
    if draft.value != 1 or not lexicon.of_several or not draft.case.startswith("possessive"):
        return False
    return text.endswith(lexicon.of_several, 0, draft.start - 1)


def of_hundred(found: list[Draft], at: int, text: str, lexicon: Lexicon) -> Unit | None:
    """Percent, for a part behind one in percent: 52 пайызы қазақ тілін, 48-і орыс тілін; None where it is none."""
    before, draft = found[at - 1] if at else None, found[at]
    if before is None or before.unit != word.PERCENT or not before.case.startswith("possessive"):
        return None
    if (
        "\n" in text[before.end : draft.start]
        or draft.start - before.end > FAR
        or not 0 < draft.value <= 100 - before.value
    ):
        return None
    return Unit(before.unit, before.code)


def complete(found: list[Draft]) -> None:
    """Let the part and the whole of a ratio count the same, where only one of them says what."""
    for draft in found:
        whole = draft.whole
        if whole is None:
            continue
        if not draft.unit and whole.unit == word.NOUN:
            draft.lend(Unit(word.NOUN, whole.code))
        if draft.unit == word.NOUN and not whole.unit:
            whole.lend(Unit(word.NOUN, draft.code))


def resolved(found: list[Draft], at: int, text: str, lexicon: Lexicon) -> Unit | None:
    """People that a building holds are seats; pieces are what was named before."""
    draft = found[at]
    if draft.code == "piece":
        code = mentions.last(mentions.words_before(draft, text), lexicon) or previous(found, at, text, lexicon)
        return noun(code) if code not in PEOPLE else None
    return noun("seat") if seats(found, at, lexicon) or held(draft, text, lexicon) else None


def money(found: list[Draft], at: int, text: str) -> Unit | None:
    """The currency of the amount before, in the same paragraph: 555 миллионов тенге ... 2,9 млрд."""
    for other in earlier(found, at):
        if "\n" in text[other.end : found[at].start]:
            return None
        if other.unit == word.MONEY:
            return Unit(word.MONEY, other.code)
    return None


def earlier(found: list[Draft], at: int) -> list[Draft]:
    """The numbers before, nearest first."""
    return found[max(0, at - REACH) : at][::-1]


def seats(found: list[Draft], at: int, lexicon: Lexicon) -> str:
    """ "seat" for the number that follows a building and "на", "вместимостью"."""
    if not at or found[at].lead not in lexicon.capacity["before"]:
        return ""
    holder = found[at - 1]
    close = found[at].start - holder.noun_end < NEAR
    return "seat" if close and holder.code in lexicon.capacity["of"] and holder.unit == word.NOUN else ""


def held(draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether the people are those a building is made for: 254 мың оқушыға лайықталған мектеп."""
    after = lexicon.capacity["after"]
    match = AFTER.match(text, draft.noun_end) if after else None
    return match is not None and match[1] in after


def house(found: list[Draft], at: int, text: str, lexicon: Lexicon) -> str:
    """The building that a number with seats behind it must be: в Атырауской — две на 1200."""
    if at + 1 >= len(found) or found[at + 1].lead not in lexicon.capacity["before"]:
        return ""
    if found[at + 1].start - found[at].end > NEAR or found[at + 1].unit not in ("", word.NOUN):
        return ""
    for other in earlier(found, at):
        if "\n" in text[other.end : found[at].start]:
            return ""
        if other.code in lexicon.capacity["of"]:
            return other.code
    return ""


def before(found: list[Draft], at: int, text: str, lexicon: Lexicon) -> Unit | None:
    """What stands before: the subject of the clause, what the last number counted, or a noun just mentioned; or the
    unit of an amount before it (gapping.py).
    """
    draft = found[at]
    words = mentions.words_before(draft, text)
    if not lexicon.pronouns.isdisjoint(words[-5:]):
        return noun(previous(found, at, text, lexicon) or mentions.last(words, lexicon))
    amount = found[at - 1] if at and found[at - 1].unit in gapping.LENT else None
    since = words if amount is None else text[amount.end : draft.start].rpartition("\n")[2].split()
    near = mentions.nearest(since, lexicon) or mentions.tallied(words, lexicon)
    if draft.value < 0:
        return None
    if insisted := gapping.insists(found, at, text, lexicon):
        return insisted
    if near or draft.scale >= BIG:
        return noun(near)
    if left_out := gapping.lent(found, at, text, lexicon):
        return left_out
    lent = previous(found, at, text, lexicon) or mentions.last(since, lexicon)
    return noun(lent or (previous(found, at, text, lexicon, breaks=1) if draft.lead in lexicon.stop else ""))


def previous(found: list[Draft], at: int, text: str, lexicon: Lexicon, breaks: int = 0) -> str:
    """What the nearest number before, at most so many line breaks away, counts or is a share of."""
    nearest = found[at - 1] if at else None
    if nearest is not None and not nearest.unit and not bare(nearest, text, lexicon):
        return ""  # it counts something the grammar does not know
    for other in earlier(found, at):
        if text.count("\n", other.end, found[at].start) > breaks:
            return ""
        if other.unit == word.NOUN and other.code != "piece":
            return other.code
        if other.of:
            return other.of
    return ""
