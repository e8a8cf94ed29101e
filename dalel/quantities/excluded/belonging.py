"""Digits that count nothing by themselves and belong to a name or a person: Camry 70, 11 «А», Иванов, 42, заявил."""

from __future__ import annotations

import re

from dalel.quantities.excluded.exclusions import GRADES
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.preceding import OPENING, Left

FOREIGN = re.compile(r"[a-z][a-z&+-]+")  # a name in Latin letters, in a text that is not
LATIN = re.compile(r" [a-z]")
LETTER = re.compile(r" [«\"“„][^\W\d_][»\"”“]")
STREET = re.compile(r"(?: [^\W\d_]+\.?){1,3}")
NAME = 48  # characters before a house that name its street
CLOSED = frozenset((".", ",", ";", ")", "\n", ""))
CODE = 3  # letters of an airline's or a school's code
CLASSES = range(1, GRADES + 1)
AGES = range(10, 111)
HOUSES = range(1, 10_000)
MINORS = range(1, 22)  # ages that "under" and "over" are said with
LIMITS = frozenset({"less_than", "more_than", "at_least", "at_most"})


def named(draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether the draft, which has no unit, is a number that names something or says how old somebody is."""
    if draft.scale or not isinstance(draft.value, int):
        return False
    if draft.upper is not None:
        return draft.lead in lexicon.numbered or draft.lead in lexicon.ages_before  # Years 7 to 9
    if lexicon.aging and of_age(draft, text, lexicon):
        return True
    if draft.modality != "exact":
        return draft.modality in LIMITS and draft.digits and of_minors(draft, text, lexicon)
    return of_group(draft, text, lexicon) or (draft.digits and of_digits(draft, text, lexicon))


def of_digits(draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """The same for exact digits."""
    listed, behind = text[draft.core_start - 2] == ",", text[draft.end : draft.end + 1]
    if (listed and behind == "," and of_person(draft, text)) or (behind == " " and LETTER.match(text, draft.end)):
        return True
    if draft.value in CLASSES and behind in (",", " ") and of_grades(draft, text, lexicon):
        return True
    if not lexicon.continental:
        return of_street(draft, text, lexicon) or of_flight(draft, text, lexicon)
    if (listed or behind in CLOSED) and of_house(draft, text, lexicon, listed):
        return True
    foreign = draft.lead.isascii() and not lexicon.folded and FOREIGN.fullmatch(draft.lead) is not None
    return foreign and LATIN.match(text, draft.end) is None


def of_grades(draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether the number begins a list of classes, named at its end: в 5, 6 и 7 классах; 5, 6 және 7-сынып."""
    match = lexicon.patterns.classes.match(text, draft.end)
    entry = lexicon.find(match[1]) if match else None
    return entry is not None and entry.skip


def of_age(draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether an age is named shortly before: атаның жасы қазір сексеннен асқан."""
    words = Left(text, draft.start, lexicon).words[:2] if draft.value in AGES else ()
    return any(found in lexicon.aging for found in words)


def of_person(draft: Draft, text: str) -> bool:
    """Whether the number, between commas, stands behind a name: Zhanar Serikova, 42, said."""
    start, end = draft.core_start, draft.end
    if text[start - 1] != " " or text[end + 1 : end + 2] != " " or draft.value not in AGES:
        return False
    return text[start - 5 : start - 2].isalpha() and text[end + 2 : end + 3].isalpha()


def of_house(draft: Draft, text: str, lexicon: Lexicon, listed: bool) -> bool:
    """Whether a street is named before: на улице Толе би, 187; `listed`: with a comma between the two."""
    if lexicon.street is None or draft.value not in HOUSES:
        return False
    match = lexicon.street.search(text, max(0, draft.core_start - NAME), draft.core_start)
    if match is None:
        return False
    return listed or not any(found.endswith(lexicon.predicates) for found in match[1].split())  # на улице осталось 20.


def of_street(draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether a street is named behind: 15 Abai Avenue."""
    match = STREET.match(text, draft.end) if draft.value in HOUSES else None
    words = match[0].replace(".", "").split() if match else []
    at = next((at for at, found in enumerate(words) if at and found in lexicon.streets), 0)
    return at > 0 and lexicon.stop.isdisjoint(words[:at])


def of_flight(draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether a short code stands between the number and what it numbers: flight KC 851."""
    words = Left(text, draft.core_start, lexicon).words
    return len(words) > 1 and words[0].isalpha() and len(words[0]) <= CODE and words[1] in lexicon.skip_before


def of_group(draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether something is named for its number: Game 5, the Group of Seven, автобус 45."""
    if draft.lead != "of":
        return draft.lead in lexicon.numbered
    words = Left(text, draft.core_start, lexicon).words
    return len(words) > 1 and words[1] in lexicon.groups


def of_minors(draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether an age limit is meant: children under 7, people over 18."""
    if not lexicon.minors or not (draft.value in MINORS or draft.value in AGES):
        return False
    words = Left(text, draft.start, lexicon).words
    found = words[0].lstrip(OPENING) if words else ""
    return found in lexicon.minors or found in lexicon.ages_before or (draft.value in AGES and found in lexicon.elders)
