"""Predicates of a language whose every word form a dictionary knows: Russian, by pymorphy3.

A finite verb tells by its tense, a short participle by the auxiliary before it; an infinitive by the word it depends
on ("планируют построить", "необходимо купить", "позволит открыть"), else it is an aim. A noun of a frame is no
predicate, but after "на", "для" an aim: "на строительство пяти школ".
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from dalel.claims.clauses.predicate import Form, Predicate
from dalel.claims.frames.declared import Frame, frames
from dalel.claims.frames.words import frame_words, listed, spelling
from dalel.claims.nouns import nouns
from dalel.claims.page import Passage, Sentence
from dalel.languages.dictionary import dictionary
from dalel.regions.trie import alternation

WORD = re.compile(r"[^\W\d_][\w’'-]*")
BORDER = re.compile(r"[;:.()«»“”\"]|,(?! (?:чтобы|что)\b)")
DENIED = re.compile(r"(?<!\w)не $")  # not the end of a word: "в районе построили"
REACH = 70  # characters before an infinitive or participle in which the word it depends on stands
SURE = 0.5  # share of the dictionary's weight that the verbal readings of a word must have
SHORTEST = 3  # letters of a verb that no frame has
DEPENDENT: dict[str, frozenset[str]] = {  # what a word that they depend on can make of an infinitive, of a participle
    "infinitive": frozenset({"planned", "needed", "possible", "ongoing", "done"}),
    "short": frozenset({"planned", "needed", "possible"}),
}
TOLD: dict[str, Form] = {"past": "done", "present": "now", "future": "future"}
MODALS = ("aim", "possible", "needed", "planned", "ongoing", "done")


class Told(NamedTuple):
    """What the dictionary says of a word form: its part of speech and tense."""

    kind: str  # verb | short | full | infinitive | gerund | noun | ""
    tense: str  # past | present | future | ""
    passive: bool


NOTHING = Told("", "", False)
KINDS = {"VERB": "verb", "PRTS": "short", "PRTF": "full", "INFN": "infinitive", "GRND": "gerund", "NOUN": "noun"}
TENSES = {"past": "past", "pres": "present", "futr": "future"}


@lru_cache(maxsize=100_000)
def told(word: str) -> Told:
    """What a word, as printed but in lower case, can be: the likeliest verbal reading, else the likeliest."""
    readings = dictionary().parse(word)
    verbal = [one for one in readings if KINDS.get(str(one.tag.POS)) not in (None, "noun") and one.tag.mood != "impr"]
    if sum(one.score for one in verbal) >= SURE:
        tag = verbal[0].tag
        tenses = {str(one.tag.tense) for one in verbal if str(one.tag.POS) == "VERB"}
        tense = "pres" if {"pres", "futr"} <= tenses else str(tag.tense)  # "реализуются": of both aspects
        return Told(KINDS[str(tag.POS)], TENSES.get(tense, ""), str(tag.voice) == "pssv")
    return Told("noun", "", False) if readings and str(readings[0].tag.POS) == "NOUN" else NOTHING


@lru_cache(maxsize=100_000)
def genitive(word: str) -> bool:
    """Whether a word, in lower case, can be a noun or adjective in the genitive."""
    best = dictionary().parse(word)[0].tag
    return str(best.POS) in ("NOUN", "ADJF") and str(best.case) == "gent"


def predicates(passage: Passage, sentence: Sentence) -> list[Predicate]:
    """The predicates of a sentence, and the nouns of its frames, in order."""
    words = frame_words(passage.language)
    hits = {hit.start: hit for hit in words.hits(passage.low, sentence.low, sentence.high, passage.letters)}
    found: list[Predicate] = []
    covered = sentence.low
    for token in WORD.finditer(passage.low, sentence.low, sentence.high):
        hit = hits.get(token.start())
        frame = frames()[hit.frame] if hit else None
        end = hit.end if hit else token.end()
        if token.start() < covered:
            continue
        form = _form(passage, sentence, token.start(), token.end(), frame)
        if form == "aim" and (frame is None or not _named(passage, token.start(), token.end())):
            form = _as_before(found)  # "позволили предотвратить …, сэкономить …": one word for all
        if form is not None:
            bare = not _named(passage, token.start(), token.end())
            found.append(Predicate(token.start(), end, frame, form, _negated(passage.low, token.start()), bare))
            covered = end
    return found


def _named(passage: Passage, start: int, end: int) -> bool:
    return told(_printed(passage, start, end)).kind != "infinitive"


def _as_before(found: list[Predicate]) -> Form:
    """The form of the infinitives before this one, up to a finite verb; an aim where there is none."""
    for one in reversed(found):
        if one.infinitive and one.form != "aim":
            return one.form
        if one.finite and not one.infinitive:
            break
    return "aim"


def _known(passage: Passage, start: int, end: int) -> bool:
    return bool(listed(passage.language, "known", "now").fullmatch(passage.low, start, end))


def _form(passage: Passage, sentence: Sentence, start: int, end: int, frame: Frame | None) -> Form | None:
    """How the word at these offsets is told; None where it is no predicate and no noun of a frame."""
    if _known(passage, start, end):
        return "now"
    word = told(_printed(passage, start, end)) if end - start >= SHORTEST or frame is not None else NOTHING
    if word.kind in DEPENDENT:
        modal = _modal(passage, sentence, start)
        return modal if modal in DEPENDENT[word.kind] else ("aim" if word.kind == "infinitive" else "done")
    if word.kind == "verb":
        if frame is None and _counted(passage, start, end):
            return None
        return _itself(passage, start, end) or TOLD.get(word.tense, "now")
    if frame is None or word.kind == "gerund":
        return None
    return "attribute" if word.kind == "full" else _noun(passage, sentence, start, frame)


def _counted(passage: Passage, start: int, end: int) -> bool:
    """Whether a word that could be a verb is what the number before it counts: "30 сел"."""
    number = passage.low[max(0, start - 3) : start].rstrip()[-1:].isdigit()
    return number and bool(nouns(passage, start, end))


def _itself(passage: Passage, start: int, end: int) -> Form | None:
    """What a verb that others depend on says by itself: "предстоит обработать 2 млн га", "обработать предстоит …"."""
    names: tuple[Form, ...] = ("planned", "needed")
    for name in names:
        if listed(passage.language, "modals", name).fullmatch(passage.low, start, end):
            return name
    return None


def _noun(passage: Passage, sentence: Sentence, start: int, frame: Frame) -> Form:
    aims = _words(passage.language, "aims", "before")
    head = passage.low[max(sentence.low, start - 40) : start]
    return "aim" if frame.money != "damage" and frame.event and aims.search(head) else "noun"


def _modal(passage: Passage, sentence: Sentence, start: int) -> Form | None:
    """What the nearest word before an infinitive or participle in its clause makes of it."""
    begin = max(sentence.low, start - REACH)
    begin = max([begin, *(mark.end() for mark in BORDER.finditer(passage.low, begin, start))])
    nearest: tuple[int, int, Form] | None = None
    for name in MODALS:
        for match in _words(passage.language, "modals", name).finditer(passage.low, begin, start):
            of_noun = told(_printed(passage, match.start(), match.end())).kind == "full"  # "запланированных ФАПов"
            if not of_noun and (nearest is None or match.start() > nearest[0]):
                nearest = match.start(), match.end(), name  # type: ignore[assignment]
    if nearest is None:
        return None
    done = nearest[2] == "possible" and told(_printed(passage, nearest[0], nearest[1])).tense == "past"
    return "done" if done else nearest[2]  # "позволило вернуть" tells that it was returned


@cache
def _words(language: str, table: str, name: str) -> re.Pattern[str]:
    spell = spelling(language)
    listed: list[str] = [spell(word) for word in frame_words(language).tables[table][name]]
    whole = alternation({word[:-1] for word in listed if word.endswith("_")} or {"\0"})
    begin = alternation({word for word in listed if not word.endswith("_")} or {"\0"})
    # before a noun of a frame an adjective or two may stand: "на капитальный ремонт"
    tail = r"(?:\s+\w+)?\s+$" if table == "aims" else ""
    return re.compile(rf"(?<!\w)(?:{whole}(?!\w)|{begin}\w*){tail}")


def _printed(passage: Passage, start: int, end: int) -> str:
    folded = passage.folded
    return passage.text[folded.original(start) : folded.original(end - 1) + 1].lower()


def _negated(low: str, start: int) -> bool:
    return DENIED.search(low, max(0, start - len("\nне ")), start) is not None
