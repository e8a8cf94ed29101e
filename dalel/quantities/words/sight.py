"""What the rules look at, and cannot change: a number as it stands in its text, and one with all that belongs to it."""

from __future__ import annotations

from typing import NamedTuple

from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.preceding import Left
from dalel.quantities.words.word import Number


class Sight(NamedTuple):
    """A number as read, before any rule: text[start:end], its exact value, and the words before it (`left`)."""

    text: str
    start: int
    end: int
    value: Number
    digits: bool
    words: int  # number words read, 0 where it is in digits only
    scale: int  # its last scale, 0 where it has none
    case: str  # of the last word of a Kazakh number
    left: Left
    lexicon: Lexicon


class Expression(NamedTuple):
    """A number with its upper end, its unit and its bounds; the places are those of a Draft."""

    text: str
    start: int
    end: int
    core_start: int
    core_end: int
    number_end: int
    noun_end: int
    value: Number
    upper: Number | None
    digits: bool
    scale: int
    case: str
    unit: str
    code: str
    label: str
    modality: str
    lead: str  # the word before the expression


class Unit(NamedTuple):
    """What a rule decides that a number counts or measures: word.MONEY ... word.NOUN, and the code of that kind."""

    kind: str
    code: str
