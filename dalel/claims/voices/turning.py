"""Phrases in the nominative by the dictionary: for every case in which a head may stand, it and its adjectives."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from dalel.claims.voices.mentions import Case
from dalel.languages.dictionary import dictionary

ADJECTIVES = ("ADJF", "PRTF")
CASES = ("nomn", "several", "gent", "datv", "accs", "ablt", "loct")


@lru_cache(maxsize=100_000)
def readings(word: str) -> tuple[Any, ...]:
    """What the dictionary says a word, as printed, may be."""
    return tuple(dictionary().parse(word.lower()))


@lru_cache(maxsize=20_000)
def turned(adjectives: tuple[str, ...], head: str, still: bool) -> tuple[tuple[Case, str], ...]:
    """Case -> the phrase in the nominative; `still`: it has one form for all cases."""
    if still or (len(head) > 1 and head.isupper()):
        return tuple((case, " ".join((*adjectives, head))) for case in CASES)
    found: dict[Case, str] = {}
    for noun in readings(head):
        if {"Name", "femn"} <= noun.tag.grammemes:
            continue  # "акима" is no woman's name here
        case = {"loc2": "loct", "gen2": "gent", "acc2": "accs"}.get(str(noun.tag.case), str(noun.tag.case))
        if str(noun.tag.POS) not in ("NOUN", *ADJECTIVES):
            continue
        if case == "nomn" and noun.tag.number == "plur":
            case = "several"
        form = noun.inflect({"nomn"})
        parts = [_adjective(word, noun) for word in adjectives]
        if form is not None and None not in parts and case not in found:
            found[case] = " ".join([*map(str, parts), as_printed(head, form.word)])
    return tuple(found.items()) or tuple((case, " ".join((*adjectives, head))) for case in CASES)


def _adjective(word: str, noun: Any) -> str | None:
    wanted = {"nomn", str(noun.tag.number)} | ({str(noun.tag.gender)} if noun.tag.number == "sing" else set())
    for one in readings(word):
        fits = str(one.tag.POS) in ADJECTIVES and one.tag.case == noun.tag.case and one.tag.number == noun.tag.number
        if not fits:
            continue
        forms = [as_printed(word, form.word) for form in one.lexeme if wanted <= form.tag.grammemes]
        if forms:  # of "высшей" it is "высшая", not "высокая" or "высочайшая"
            return max(forms, key=lambda form: _shared(word, form))
    return None


def as_printed(word: str, form: str) -> str:
    """The letters that both share stay as they stood; only the ending is new."""
    same = _shared(word.lower(), form)
    return word[:same] + form[same:]


def _shared(word: str, form: str) -> int:
    """How many letters two words begin with alike; ё and е are one."""
    pairs = zip(word.replace("ё", "е"), form.replace("ё", "е"), strict=False)
    return next((number for number, (one, other) in enumerate(pairs) if one != other), min(len(word), len(form)))
