"""A noun phrase as a page prints it -> in the nominative, where the rules of its language allow.

Russian by dictionary: the first noun is the head; of its readings those count with which all adjectives and participles
before it agree in case, number and gender; head and adjectives are put into the nominative of the same number, what
follows the head stays. Kazakh by the table of case endings of its last word. English has no cases.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from dalel import languages

WORD = re.compile(r"[^\W\d_][\w’'-]*")
STILL = frozenset({"тенге", "алматы", "кг", "тоо", "фап"})  # indeclinable, whatever the dictionary guesses
ADJECTIVES = ("ADJF", "PRTF")


def nominative(phrase: str, language: str) -> str:
    """The phrase with its head in the nominative; as it stands where no rule fits."""
    table = languages.load(language, "frames").get("cases")
    if table is not None:
        return _by_endings(phrase, language)
    if "modals" in languages.load(language, "frames"):
        return _by_dictionary(phrase)
    return phrase


def _by_dictionary(phrase: str) -> str:
    from dalel.languages.dictionary import dictionary

    words = list(WORD.finditer(phrase))
    adjectives: list[re.Match[str]] = []
    for word in words:
        readings = dictionary().parse(word[0].lower())
        best = readings[0]
        if str(best.tag.POS) in ADJECTIVES and not any(
            str(one.tag.POS) == "NOUN" and one.score > SURE for one in readings
        ):
            adjectives.append(word)
            continue
        nouns = [one for one in readings if str(one.tag.POS) == "NOUN"]
        if not nouns or word[0].lower() in STILL:
            return phrase
        return _turned(phrase, adjectives, word, _agreeing(nouns, adjectives))
    return phrase


SURE = 0.5  # share of the dictionary's weight with which a word that may be an adjective is a noun


def _agreeing(nouns: list[Any], adjectives: list[re.Match[str]]) -> Any:
    """The reading of the head with which every adjective has a reading of the same case and number."""
    from dalel.languages.dictionary import dictionary

    for noun in nouns:
        fits = [
            any(
                str(one.tag.POS) in ADJECTIVES and one.tag.case == noun.tag.case and one.tag.number == noun.tag.number
                for one in dictionary().parse(word[0].lower())
            )
            for word in adjectives
        ]
        if all(fits):
            return noun
    return nouns[0]


def _turned(phrase: str, adjectives: list[re.Match[str]], head: re.Match[str], noun: Any) -> str:
    from dalel.languages.dictionary import dictionary

    changed: list[tuple[re.Match[str], str]] = []
    turned = noun.inflect({"nomn"})
    if turned is None:
        return phrase
    changed.append((head, turned.word))
    wanted = {"nomn", str(noun.tag.number)} | ({str(noun.tag.gender)} if str(noun.tag.number) == "sing" else set())
    for word in adjectives:
        reading = next((one for one in dictionary().parse(word[0].lower()) if str(one.tag.POS) in ADJECTIVES), None)
        form = reading.inflect(wanted) if reading is not None else None
        if form is None:
            return phrase
        changed.append((word, form.word))
    result, at = "", 0
    for word, form in sorted(changed, key=lambda pair: pair[0].start()):
        result += phrase[at : word.start()] + _as_printed(word[0], form)
        at = word.end()
    return result + phrase[at:]


def _as_printed(word: str, form: str) -> str:
    """The letters that both share stay as they stood; only the ending is new."""
    same = 0
    low = word.lower().replace("ё", "е")
    while same < min(len(low), len(form)) and low[same] == form[same].replace("ё", "е"):
        same += 1
    return word[:same] + form[same:]


def _by_endings(phrase: str, language: str) -> str:
    """The last word without its case ending, where one of the table is there and a stem is left."""
    head, _, last = phrase.rpartition(" ")
    for end, instead in _endings(language):
        if last.endswith(end) and len(last) - len(end) >= STEM:
            return f"{head} {last[: -len(end)]}{instead}".strip()
    return phrase


STEM = 3  # letters that a Kazakh noun keeps at least


@cache
def _endings(language: str) -> tuple[tuple[str, str], ...]:
    table = languages.load(language, "frames")["cases"]
    pairs = [*((end, "") for end in table["cut"]), *((end, instead) for end, instead in table["pairs"])]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))
