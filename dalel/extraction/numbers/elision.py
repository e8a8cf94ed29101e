"""A unit named once and left out afterwards: 24 процентов школ, это 91 из 373; две школы на 600 мест, три на 620.

Only bare numbers that nothing names are lent a unit, only within a paragraph, and only where what follows them is no
noun the grammar merely does not know: an end of clause, a verb, a preposition, or (in Kazakh) a partitive ending.
"""

from __future__ import annotations

import re

from dalel.extraction.numbers import gapping, word
from dalel.extraction.numbers.draft import Draft
from dalel.extraction.numbers.left import OPENING
from dalel.extraction.numbers.lexicon import REMEMBERED, Lexicon

AFTER = re.compile(r"\.?[ \u00a0]{1,2}([^\W\d_]+)")
CLOSING = ",;:.!?)»"
AROUND = OPENING + ',.;:!?)»"'
NEAR = 30  # characters between a building and the seats it has
SHARED = frozenset({word.PERCENT, word.MEASURE})
PEOPLE = frozenset({"person", "pupil", "child", "teacher"})  # who are no pieces
BIG = 1_000_000  # a bare number with such a scale, near money, is money
BACK, FAR = 8, 160  # words looked back for a noun in the same clause; characters for one in any
REACH = 20  # numbers looked back or ahead: a list of all regions, and a bound on the work a hostile text can ask for


def lend(found: list[Draft], text: str, lexicon: Lexicon) -> None:
    """Give bare numbers the unit of what was counted around them."""
    resolvable = lexicon.resolvable
    for at in [at for at, draft in enumerate(found) if not draft.unit or draft.code in resolvable]:
        draft = found[at]
        if draft.unit:
            if draft.unit == word.NOUN:
                resolve(found, at, text, lexicon)
        elif draft.label != "CARDINAL" or (draft.scale >= BIG and money(found, at, text)):
            continue
        elif text[draft.core_start : draft.core_end] in lexicon.collective:  # двое погибли
            give(draft, "person")
        elif (of_hundred if draft.case.startswith("possessive") else following)(found, at, text, lexicon):
            continue
        elif bare(draft, text, lexicon):
            code = seats(found, at, lexicon) or house(found, at, text, lexicon)
            give(draft, code or before(found, at, text, lexicon))


def of_hundred(found: list[Draft], at: int, text: str, lexicon: Lexicon) -> bool:
    """Give percent to a part behind one in percent: 52 пайызы қазақ тілін, 48-і орыс тілін; whether it is one."""
    before, draft = found[at - 1] if at else None, found[at]
    if before is None or before.unit != word.PERCENT or not before.case.startswith("possessive"):
        return False
    if (
        "\n" in text[before.end : draft.start]
        or draft.start - before.end > FAR
        or not 0 < draft.value <= 100 - before.value
    ):
        return False
    draft.unit, draft.code = before.unit, before.code
    return True


def complete(found: list[Draft]) -> None:
    """Let the part and the whole of a ratio count the same, where only one of them says what."""
    for draft in found:
        whole = draft.whole
        if whole is None:
            continue
        if not draft.unit:
            give(draft, whole.code if whole.unit == word.NOUN else "")
        if draft.unit == word.NOUN and not whole.unit:
            give(whole, draft.code)


def give(draft: Draft, code: str) -> None:
    """Let the draft count `code`, where there is one."""
    if code:
        draft.unit, draft.code = word.NOUN, code


def resolve(found: list[Draft], at: int, text: str, lexicon: Lexicon) -> None:
    """People that a building holds are seats; pieces are what was named before."""
    draft = found[at]
    if draft.code == "piece":
        code = mentioned(words_before(draft, text), lexicon)[1] or previous(found, at, text, lexicon)
        draft.code = code if code and code not in PEOPLE else "piece"
    elif seats(found, at, lexicon) or held(draft, text, lexicon):
        draft.code = "seat"


def money(found: list[Draft], at: int, text: str) -> bool:
    """Give the currency of the amount before, in the same paragraph (555 миллионов тенге ... 2,9 млрд); whether so."""
    for other in earlier(found, at):
        if "\n" in text[other.end : found[at].start]:
            return False
        if other.unit == word.MONEY:
            found[at].unit, found[at].code = word.MONEY, other.code
            return True
    return False


def earlier(found: list[Draft], at: int) -> list[Draft]:
    """The numbers before, nearest first."""
    return found[max(0, at - REACH) : at][::-1]


def bare(draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether nothing that follows can be what the number counts."""
    if draft.case.startswith("possessive"):
        return True
    match = AFTER.match(text, draft.end)
    if match is None or (match[0][0] == "." and not draft.scale):
        return True
    found = match[1]
    return (
        found in lexicon.capacity["before"]
        or found in lexicon.stop
        or found in lexicon.of
        or found.endswith(lexicon.predicates or ("\0",))
    )


def seats(found: list[Draft], at: int, lexicon: Lexicon) -> str:
    """ "seat" for the number that follows a building and "на", "вместимостью"."""
    if not at or found[at].lead not in lexicon.capacity["before"]:
        return ""
    holder = found[at - 1]
    close = found[at].start - holder.noun_end < NEAR
    return "seat" if close and holder.code in lexicon.capacity["of"] and holder.unit == word.NOUN else ""


def held(draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether the people are those a building is made for: 254 мың оқушыға лайықталған мектеп."""
    match = AFTER.match(text, draft.noun_end)
    return match is not None and match[1] in lexicon.capacity["after"]


def following(found: list[Draft], at: int, text: str, lexicon: Lexicon) -> bool:
    """Give the unit at the end of a list: 1200, 200 и 312 мест; 12,4, а мясо на 3,1 процента; whether there is one."""
    draft = first = found[at]
    for other in found[at + 1 : at + 1 + REACH]:
        if other.start - draft.end > NEAR:
            return False
        gap = text[draft.end : other.start]
        match = None if "\n" in gap else lexicon.listing.fullmatch(gap)
        if match is None:
            return False
        if match["counted"] and not bare(draft, text, lexicon) and not qualifying(match["counted"], lexicon):
            return False
        if other.unit:
            if other.unit == word.NOUN or (other.unit in SHARED and draft is first):
                first.unit, first.code = other.unit, other.code
            return bool(first.unit)
        draft = other
    return False


def qualifying(words: str, lexicon: Lexicon) -> bool:
    """Whether words before "and" are adjectives only: 5 новых и 3 старые школы, but not 46 дворов и 9 школ."""
    return all(found.endswith(lexicon.adjectives) or found in lexicon.adjectival for found in words.split())


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


def before(found: list[Draft], at: int, text: str, lexicon: Lexicon) -> str:
    """What stands before: the subject of the clause, what the last number counted, or a noun just mentioned."""
    draft = found[at]
    words = words_before(draft, text)
    if not lexicon.pronouns.isdisjoint(words[-5:]):
        return previous(found, at, text, lexicon) or mentioned(words, lexicon)[1]
    near, far = mentioned(words, lexicon)
    if not near and (draft.scale >= BIG or gapping.lend(found, at, text)):
        return ""
    lent = near or previous(found, at, text, lexicon) or far
    return lent or (previous(found, at, text, lexicon, breaks=1) if draft.lead in lexicon.stop else "")


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


def words_before(draft: Draft, text: str) -> list[str]:
    """The words before the draft in its line."""
    line = text.rfind("\n", 0, draft.start) + 1
    return text[max(line, draft.start - FAR) : draft.start].split()


def mentioned(words: list[str], lexicon: Lexicon) -> tuple[str, str]:
    """Two nouns among the words, "" for none: the last in the last clause that is in no oblique case, and the last."""
    near, far = True, ""
    for distance, found in enumerate(words[: -BACK * 2 - 1 : -1]):
        closes, code, oblique = lexicon.mentions.get(found) or mention(found, lexicon)
        if closes or distance == BACK:
            near = False
        if far and not near:
            break
        if code:
            far = far or code
            if near and not oblique:
                return code, far
    return "", far


def mention(found: str, lexicon: Lexicon) -> tuple[bool, str, bool]:
    """Of a word as printed: whether its clause ends with it, the noun it is, and whether that is in an oblique case."""
    entry = lexicon.find(found.strip(AROUND))
    noun = entry is not None and entry.unit == word.NOUN and entry.code not in lexicon.lends_not
    noun = noun and entry is not None and entry.text not in lexicon.no_nouns
    said = (
        found[-1] in CLOSING,
        entry.code if entry is not None and noun else "",
        entry is not None and noun and entry.text.endswith(lexicon.oblique),
    )
    if len(lexicon.mentions) >= REMEMBERED:
        lexicon.mentions.clear()
    if found.strip(AROUND).isalpha():  # words end, numbers do not
        lexicon.mentions[found] = said
    return said
