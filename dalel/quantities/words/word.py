"""What the grammar knows of one word."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

Number = int | Decimal

# what a word does inside a number
NUMERAL, HUNDRED, SCALE, COUNT, ORDINAL, FRACTION, PARTS = (
    "numeral",
    "hundred",
    "scale",
    "count",
    "ordinal",
    "fraction",
    "parts",
)
HALF, WHOLE, POINT, AND, MINUS, VAGUE, EVERY, MULTIPLE = (
    "half",
    "whole",
    "point",
    "and",
    "minus",
    "vague",
    "every",
    "multiple",
)
# what a word does after a number
MONEY, MINOR, PERCENT, MEASURE, TIMES, DURATION, NOUN = (
    "money",
    "minor",
    "percent",
    "measure",
    "times",
    "duration",
    "noun",
)


class Word:
    """One word in one form. Every field but `text` may be empty; it can be several things ("тоқсан": 90, a quarter)."""

    __slots__ = (
        "after", "age", "begins", "case", "code", "flagged", "kind", "month", "openers", "order", "phrases",
        "point", "power", "qualifies", "said", "short", "skip", "text", "top", "unit", "value", "year",
    )  # fmt: skip

    def __init__(self, text: str) -> None:
        self.text = text
        self.kind: str = ""  # NUMERAL ... MULTIPLE
        self.value: Number = 0
        self.order = 1  # of a numeral: the lowest order it fills, 10 for 20, 1 for 15
        self.top = 10  # and the order above it: 20 stands where tens are free, below 100
        self.case: str = ""  # of a Kazakh ending: dative, ablative, about, possessive, ...
        self.unit: str = ""  # MONEY ... NOUN
        self.code: str = ""  # ISO 4217 code, unit of measure or noun key
        self.after: str = ""  # modality, for a word that follows its number
        self.said = ""  # modality, for a verb or noun that follows and stays outside: асады, аспайды
        self.short = False  # an abbreviated scale: it needs a number before it
        self.skip = False  # a number before it is no quantity: 9 класс
        self.age = False  # a number of years before it is an age
        self.month = False
        self.flagged = False  # one of these, or a word for year: set when looked up
        self.begins = False  # a number may begin with it: set when looked up
        self.qualifies = False  # a noun that may stand before the one that is counted: set when looked up
        self.year = False  # "год": a year or a duration, by the size of the number
        self.point = False  # after "percent": percentage points
        self.power = 0  # "square", "cubic" before a unit of length
        self.phrases: tuple[tuple[tuple[str, ...], Word], ...] = ()  # longer units that begin with it
        self.openers: tuple[str, ...] = ()  # what their second words begin with: set when looked up

    def inflected(self, text: str, case: str) -> Word:
        """The same word with an ending."""
        other = Word(text)
        for name in self.__slots__:
            if name not in ("text", "case"):
                setattr(other, name, getattr(self, name))
        other.case = case
        return other


class Approximator:
    """The approximators that end with one word: that word alone, and longer phrases by the word before it."""

    __slots__ = ("alone", "longer")

    def __init__(self) -> None:
        self.alone = ""  # its modality, "" where the word is none by itself
        self.longer: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}  # (words before the last, modality)

    def add(self, others: tuple[str, ...], modality: str) -> None:
        """Take a phrase; `others` are its words before the last, the nearest first. Of two the same the first stays."""
        if not others:
            self.alone = self.alone or modality
            return
        known = self.longer.get(others[0], ())
        if others not in (phrase for phrase, _ in known):
            self.longer[others[0]] = tuple(sorted((*known, (others, modality)), key=lambda item: -len(item[0])))


class Mention(NamedTuple):
    """What a word before a number, as printed, says of what the number counts."""

    closes: bool  # a clause ends with it
    code: str  # the noun it is, "" for none that lends itself to a number
    oblique: bool  # that noun is in a case of no subject
    bars: bool  # a noun that lends itself to nothing, and behind which no other is meant: the list of documents
