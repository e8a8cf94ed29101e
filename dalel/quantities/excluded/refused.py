"""Why a number is left alone: the reasons, and one refusal with the place it is about."""

from __future__ import annotations

from typing import NamedTuple

NAMED = "the word before makes it a name or a number of something"
GLUED = "glued to what makes it a name, a code, an ordinal or a time"
ORDINAL = "an ordinal"
ITEM = "the mark of an item"
DATED = "a date or a part of one"
YEAR = "a year"
CLOCK = "a time of day"
AGE = "an age"
FOLLOWED = "the word behind makes it a date, an age, a grade or a number of something"
SCORE = "a score"
PERSON = "a name, an address or somebody's age"
TITLE = "a name in quotes"
NOTHING = "a number word that counts nothing here"
VAGUE = "a vague plural"
NO_NUMBER = "no number: a date, an identifier or a word that only looks like one"
FRACTION = "no part of anything"
REPEATED = "the number before, said again or gone on with"


class Refusal(NamedTuple):
    """What a rule decides of a number that is no quantity: why, and where what is left alone with it ends."""

    reason: str
    end: int


class Refused(NamedTuple):
    """A number left alone: text[start:end] as the grammar reads it, and why."""

    reason: str
    start: int
    end: int
