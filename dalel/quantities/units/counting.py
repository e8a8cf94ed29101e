"""The noun a number counts, behind adjectives or a classifier: 271 государственная школа, 3754 штук планшетов."""

from __future__ import annotations

import re

from dalel.quantities.units import heads, unit_phrases
from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import LONGEST, REMEMBERED, Lexicon

NEXT = re.compile(r"[ \u00a0\u202f]{1,2}([«\"“])?(?P<noun>[^\W\d_]+(?:-[^\W\d_]+)*)(?(1)[»\"”]?)")
YEARS, YEAR = range(1900, 2101), 4  # numbers of years, and their digits
SIGNED = frozenset({word.MONEY, word.MINOR, word.PERCENT})
ATTRIBUTED = ("possessive", "adjective")  # cases of a number that counts nothing behind it: 5 мыңдық стадион
GRADES = 12  # classes of a school, the highest number of one
FURTHEST = 4  # words looked at
OBLIQUE = frozenset({"dative", "ablative", "locative", "accusative", "instrumental"})
# what a word behind a number may be of what it counts
CLASSIFIER, NAMES, PASSES, STOPS, ORDERS = "classifier", "names", "passes", "stops", "orders"


def apart(draft: Draft, unit: str) -> bool:
    """Whether the case of a Kazakh number parts it from a word of that unit behind it, money and percents excepted."""
    if unit == word.NOUN:
        return draft.case.startswith(ATTRIBUTED)
    return draft.case.startswith("possessive") and unit not in SIGNED


def counted(draft: Draft, text: str, lexicon: Lexicon) -> None:
    """Find the noun within the next words of the same clause, and take it as the unit."""
    position = draft.end
    if draft.scale and text[position : position + 2] == ". " and abbreviated(text, position, lexicon):
        position += 1
    elif draft.scale and text.startswith(" of ", position) and not lexicon.continental:  # half a million of pupils
        position += len(" of")
    classified, strange = "", False
    for _ in range(FURTHEST):
        match = NEXT.match(text, position)
        if match is None:
            break
        found = match["noun"]
        part = lexicon.parts_of_nouns.get(found) or part_of(found, lexicon)
        if part == ORDERS:  # 174 тоғызыншы сынып оқушысы
            part = PASSES if position == draft.end else STOPS
        if part == CLASSIFIER:
            classified, position = "piece", match.end()
            draft.noun_end = position
            continue
        if classified and lexicon.not_of_pieces and found.endswith(lexicon.not_of_pieces):
            break
        if strange and oblique(found, lexicon):
            break
        if part == NAMES and names(found, text, match.end(), draft, lexicon):
            return
        if part == STOPS or (part == NAMES and not passes(found, lexicon)):
            break
        position, strange = match.end(), strange or not describes(found, lexicon)
    if classified and not (draft.value in YEARS and draft.number_end - draft.core_start == YEAR):  # for 2025 sets aside
        draft.unit, draft.code = word.NOUN, classified


def describes(found: str, lexicon: Lexicon) -> bool:
    """Whether a word that may stand between is an adjective, and not what is counted, which the grammar then lacks."""
    return not lexicon.inflects or found in lexicon.adjectival or found.endswith(lexicon.adjectives)


def oblique(found: str, lexicon: Lexicon) -> bool:
    """Whether a noun behind an unknown word is in a case of its own, hence another's: 377 судья тексеруден өтті."""
    entry = lexicon.find(found)
    return entry is not None and entry.case in OBLIQUE


def part_of(found: str, lexicon: Lexicon) -> str:
    """What a word behind a number may be of the noun it counts; remembered, since words end."""
    if found in lexicon.classifiers:
        part = CLASSIFIER
    else:
        entry = lexicon.find(found)
        if entry is not None and (entry.phrases or entry.unit == word.NOUN):
            part = NAMES
        elif entry is not None and entry.kind == word.ORDINAL and lexicon.inflects:
            part = ORDERS
        else:
            part = PASSES if passes(found, lexicon) else STOPS
    if len(lexicon.parts_of_nouns) >= REMEMBERED:
        lexicon.parts_of_nouns.clear()
    if len(found) <= LONGEST:
        lexicon.parts_of_nouns[found] = part
    return part


def abbreviated(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether the word that ends at `end` is an abbreviated scale, whose dot ends no sentence: 5,6 тыс. школ."""
    entry = lexicon.find(text[text.rfind(" ", 0, end) + 1 : end].lstrip("0123456789.,-\u00a0"))
    return entry is not None and entry.short


def shared(draft: Draft, text: str, lexicon: Lexicon) -> None:
    """The noun a share is of, close behind it: 62 процента школ."""
    position = draft.end
    for _ in range(2):
        match = NEXT.match(text, position)
        if match is None or (match["noun"] in lexicon.stop and match["noun"] != "of"):
            return
        entry = lexicon.find(match["noun"])
        if entry is not None and entry.unit == word.NOUN:
            draft.of = entry.code
            return
        position = match.end()


def names(found: str, text: str, end: int, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether the word, ending at `end`, is a noun, alone or as the first of one; if so the draft counts it."""
    entry = lexicon.find(found)
    if entry is not None and entry.phrases:
        entry, end = unit_phrases.phrase(entry, text, end, lexicon)
    if entry is not None and entry.qualifies:
        entry, end = heads.head(entry, draft, text, end, lexicon)
    if entry is None or entry.unit != word.NOUN or (entry.skip and draft.value <= GRADES):  # 5 «Ә» сыныбы
        return False
    draft.unit, draft.code, draft.noun_end, draft.noun_case = word.NOUN, entry.code, end, entry.case
    return True


def passes(found: str, lexicon: Lexicon) -> bool:
    """Whether a word may separate a number from its noun: an adjective, where the language marks it."""
    if found in lexicon.also_between:
        return True
    entry = lexicon.find(found)
    if entry is not None and (entry.unit or entry.after or entry.month or entry.kind):
        return False
    if found in lexicon.stop or found in lexicon.never_between:
        return False
    if lexicon.any_between:
        return not found.endswith(lexicon.genitive)  # үш куәгердің айғағы: what is counted is not known
    return found.endswith(lexicon.adjectives)
