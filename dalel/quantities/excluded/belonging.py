"""Digits that count nothing by themselves and belong to a name or a person: Camry 70, 11 «А», Иванов, 42, заявил."""

from __future__ import annotations

import re

from dalel.quantities.excluded.exclusions import GRADES
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.preceding import OPENING, Left
from dalel.quantities.words.sight import Expression

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


def named(seen: Expression, lexicon: Lexicon) -> bool:
    """Whether an expression without a unit is a number that names something or says how old somebody is."""
    if seen.scale or not isinstance(seen.value, int):
        return False
    if seen.upper is not None:
        return seen.lead in lexicon.numbered or seen.lead in lexicon.ages_before  # Years 7 to 9
    if lexicon.aging and of_age(seen, lexicon):
        return True
    if seen.modality != "exact":
        return seen.modality in LIMITS and seen.digits and of_minors(seen, lexicon)
    return of_group(seen, lexicon) or (seen.digits and of_digits(seen, lexicon))


def of_digits(seen: Expression, lexicon: Lexicon) -> bool:
    """The same for exact digits."""
    listed, behind = seen.text[seen.core_start - 2] == ",", seen.text[seen.end : seen.end + 1]
    if (listed and behind == "," and of_person(seen)) or (behind == " " and LETTER.match(seen.text, seen.end)):
        return True
    if seen.value in CLASSES and behind in (",", " ") and of_grades(seen, lexicon):
        return True
    if not lexicon.continental:
        return of_street(seen, lexicon) or of_flight(seen, lexicon)
    if (listed or behind in CLOSED) and of_house(seen, lexicon, listed):
        return True
    foreign = seen.lead.isascii() and not lexicon.folded and FOREIGN.fullmatch(seen.lead) is not None
    return foreign and LATIN.match(seen.text, seen.end) is None


def of_grades(seen: Expression, lexicon: Lexicon) -> bool:
    """Whether the number begins a list of classes, named at its end: в 5, 6 и 7 классах; 5, 6 және 7-сынып."""
    match = lexicon.patterns.classes.match(seen.text, seen.end)
    entry = lexicon.find(match[1]) if match else None
    return entry is not None and entry.skip


def of_age(seen: Expression, lexicon: Lexicon) -> bool:
    """Whether an age is named shortly before: атаның жасы қазір сексеннен асқан."""
    words = Left(seen.text, seen.start, lexicon).words[:2] if seen.value in AGES else ()
    return any(found in lexicon.aging for found in words)


def of_person(seen: Expression) -> bool:
    """Whether the number, between commas, stands behind a name: Zhanar Serikova, 42, said."""
    start, end = seen.core_start, seen.end
    if seen.text[start - 1] != " " or seen.text[end + 1 : end + 2] != " " or seen.value not in AGES:
        return False
    return seen.text[start - 5 : start - 2].isalpha() and seen.text[end + 2 : end + 3].isalpha()


def of_house(seen: Expression, lexicon: Lexicon, listed: bool) -> bool:
    """Whether a street is named before: на улице Толе би, 187; `listed`: with a comma between the two."""
    if lexicon.street is None or seen.value not in HOUSES:
        return False
    match = lexicon.street.search(seen.text, max(0, seen.core_start - NAME), seen.core_start)
    if match is None:
        return False
    return listed or not any(found.endswith(lexicon.predicates) for found in match[1].split())  # на улице осталось 20.


def of_street(seen: Expression, lexicon: Lexicon) -> bool:
    """Whether a street is named behind: 15 Abai Avenue."""
    match = STREET.match(seen.text, seen.end) if seen.value in HOUSES else None
    words = match[0].replace(".", "").split() if match else []
    at = next((at for at, found in enumerate(words) if at and found in lexicon.streets), 0)
    return at > 0 and lexicon.stop.isdisjoint(words[:at])


def of_flight(seen: Expression, lexicon: Lexicon) -> bool:
    """Whether a short code stands between the number and what it numbers: flight KC 851."""
    words = Left(seen.text, seen.core_start, lexicon).words
    return len(words) > 1 and words[0].isalpha() and len(words[0]) <= CODE and words[1] in lexicon.skip_before


def of_group(seen: Expression, lexicon: Lexicon) -> bool:
    """Whether something is named for its number: Game 5, the Group of Seven, автобус 45."""
    if seen.lead != "of":
        return seen.lead in lexicon.numbered
    words = Left(seen.text, seen.core_start, lexicon).words
    return len(words) > 1 and words[1] in lexicon.groups


def of_minors(seen: Expression, lexicon: Lexicon) -> bool:
    """Whether an age limit is meant: children under 7, people over 18."""
    if not lexicon.minors or not (seen.value in MINORS or seen.value in AGES):
        return False
    words = Left(seen.text, seen.start, lexicon).words
    found = words[0].lstrip(OPENING) if words else ""
    return found in lexicon.minors or found in lexicon.ages_before or (seen.value in AGES and found in lexicon.elders)
