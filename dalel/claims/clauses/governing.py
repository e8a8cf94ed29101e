"""Which predicate speaks of a number: the nearest of its sentence, clause borders and kinds of predicates weighed.

A participle beside a noun speaks of that noun, and of a number right behind it ("выделенные 5 млн"). A verb that only
links a number to its subject ("составляет") is told as the subject says: "дефицит мест составляет 300".
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from dalel.claims.clauses.forms import forms_of
from dalel.claims.clauses.predicate import Predicate
from dalel.claims.clauses.reading import near
from dalel.claims.drafts import Draft
from dalel.claims.frames.words import frame_words, listed
from dalel.claims.lexicon import Cue
from dalel.claims.page import Passage
from dalel.claims.weighing import distance

FINAL_BEFORE = 8.0  # in a language whose predicate ends the clause, one before the number speaks for it less
ATTRIBUTE, AIM, NAMED = 8.0, 1.0, 6.0  # what participles, aims and nouns stand further away than they do
CLOSE = 3.0  # cost within which a participle or a noun speaks of the number itself
RELATIVE, RELATIVE_REACH = 5.0, 30  # cost of a clause about a noun; characters in which its first word stands
BESIDE = 25  # characters between a verb and the works that it tells of
OWN = 4.0  # what a predicate whose subject the number is stands nearer
STOP = re.compile(r"[;:,.()]")
FAR = 17.0  # cost beyond which a predicate speaks of something else


@cache
def _final(language: str) -> bool:
    """Whether the predicate ends its clause."""
    return "present" in frame_words(language).tables


def cost(draft: Draft, one: Predicate) -> float:
    """How far a predicate stands from the number: words and borders between."""
    gap = distance(draft, Cue(one.start, one.end, "predicates", one.form))
    return gap + (FINAL_BEFORE if _final(draft.passage.language) and _tells(one) and one.end <= draft.low else 0.0)


def _tells(one: Predicate) -> bool:
    """Whether it is told of somebody, or of works that a predicate behind it is told of."""
    return one.finite or one.form == "aim"


def governing(draft: Draft, finite: bool = False) -> Predicate | None:
    """The predicate that says of the number whether it is or is to be; None where none does. `finite`: only one that
    is told of somebody.
    """
    told = [
        one
        for one in near(draft.passage, draft.sentence, draft.low, draft.high)
        if one.status is not None and (one.finite or not finite) and one is not draft.capacity
    ]
    ranked = sorted((_far(draft, one), one.start, one) for one in told)
    if not ranked or ranked[0][0] > FAR:
        return None
    chosen = ranked[0][2]
    return _subject(draft, chosen) or _works(draft, chosen) or chosen


def _far(draft: Draft, one: Predicate) -> float:
    gap = cost(draft, one)
    if one.form == "attribute":
        return gap + (0.0 if gap <= CLOSE and one.end <= draft.low else ATTRIBUTE)
    if one.form == "noun":
        return gap + (0.0 if gap <= CLOSE and one.end <= draft.low else NAMED)
    if one.finite and one.start >= draft.high and _subject_of(draft, one):
        gap -= OWN
    return gap + (AIM if one.form == "aim" else 0.0) + (RELATIVE if _relative(draft.passage, one) else 0.0)


def _subject_of(draft: Draft, one: Predicate) -> bool:
    """Whether an auxiliary behind the number makes it the subject: "13 more have been designed"."""
    between = draft.passage.low[draft.high : one.start]
    if STOP.search(between):
        return False
    helpers = forms_of(draft.passage.language).helpers if "forms" in frame_words(draft.passage.language).tables else ()
    return any(word in helpers for word in between.split())


def _relative(passage: Passage, one: Predicate) -> bool:
    """Whether it stands in a clause about a noun: "KZT1.7bn, which is not included in …, is to be provided"."""
    head = passage.low[max(0, one.start - RELATIVE_REACH) : one.start]
    found = list(listed(passage.language, "relative").finditer(head))
    return bool(found) and not any(mark in head[found[-1].end() :] for mark in ",;:.")


def _works(draft: Draft, verb: Predicate) -> Predicate | None:
    """A verb that says nothing by itself tells of the works beside it: "ведётся строительство"."""
    light = listed(draft.passage.language, "light").match(draft.passage.low, verb.start)
    if verb.form not in ("ongoing", "now") or light is None:
        return None
    for one in near(draft.passage, draft.sentence, draft.low, draft.high):
        gap = one.start - verb.end if one.start > verb.start else verb.start - one.end
        if one.form == "noun" and one.frame is not None and one.frame.works and gap <= BESIDE:
            return replace(verb, frame=one.frame)
    return None


def _subject(draft: Draft, link: Predicate) -> Predicate | None:
    """The noun that a linking verb joins the number to, where it says of itself what the number is."""
    if link.frame is None or not link.frame.link or link.ahead:
        return None
    found = [
        one
        for one in near(draft.passage, draft.sentence, draft.low, draft.high)
        if one.form == "noun" and one.status is not None and not one.negated and one.end <= min(link.start, draft.low)
    ]
    close = [one for one in found if cost(draft, one) <= FAR]
    return close[-1] if close else None
