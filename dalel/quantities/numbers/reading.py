"""A number while it is being read: the group and the scale it has reached, and what it can still take."""

from __future__ import annotations

import re
from decimal import Decimal

from dalel.quantities.numbers import digits
from dalel.quantities.words import word
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.word import Number, Word

TOKEN = re.compile(r"[ \u00a0\u202f\u2009\t]{0,3}(?:([^\W\d_]+)|([0-9]))")
HUGE = 10**30
HYPHEN = re.compile(r"-([^\W\d_]+)")


class Reading:
    """A number as read so far: its value so far, where it ends, and the word after it."""

    __slots__ = (
        "case", "chunk", "digits", "end", "floor", "kind", "next", "next_end", "next_start", "scale", "scaled_case",
        "scaled_end", "start", "total", "words",
    )  # fmt: skip

    def __init__(self, start: int) -> None:
        self.start = self.end = start
        self.total: Number = 0
        self.chunk: Number | None = None  # the group being read
        self.floor = 1000  # the lowest order filled in it; a number must be below to be added
        self.scale: int = HUGE  # the last scale
        self.case = ""  # of its last word
        self.kind = ""  # "" for a plain number, else the kind that makes it special
        self.digits = False
        self.words = 0
        self.next: Word | None = None  # the word after it, from next_start to next_end
        self.next_start = self.next_end = 0
        self.scaled_end, self.scaled_case = 0, ""  # as they were behind the last scale

    @property
    def value(self) -> Number:
        return self.total + self.chunk if self.chunk is not None else self.total

    def put(self, entry: Word) -> bool:
        """Take one more number word; False where it does not fit."""
        if entry.kind == word.SCALE:
            return self.put_scale(entry.value)
        if entry.kind == word.HUNDRED:
            return self.put_hundred()
        return self.put_numeral(entry)

    def put_numeral(self, entry: Word) -> bool:
        if self.floor < entry.top or (self.chunk is None and self.scale <= entry.value):
            return False
        self.chunk = entry.value if self.chunk is None else self.chunk + entry.value
        self.floor = entry.order
        return True

    def put_hundred(self) -> bool:
        if self.chunk is None:
            self.chunk = 100
        elif self.chunk < 100 and self.floor <= 10 and self.chunk:
            self.chunk = self.chunk * 100
        else:
            return False
        self.floor = 100
        return True

    def put_scale(self, value: Number) -> bool:
        if self.chunk is None:
            if self.total and value > self.scale:  # three lakh crore
                self.total, self.scale = self.total * value, int(value)
                return True
            if self.total:
                return False
            self.chunk = 1
        if value >= self.scale:
            return False
        self.total = self.total + self.chunk * value
        self.chunk, self.floor, self.scale = None, 1000, int(value)
        return True

    def give_back(self) -> None:
        """Leave what was read behind the last scale to the next number: 9 млрд | 7 млрд."""
        self.chunk, self.floor = None, 1000
        self.end, self.case = self.scaled_end, self.scaled_case
        self.next, self.next_start, self.next_end = None, self.end, self.end

    def put_digits(self, value: Number) -> bool:
        if self.chunk is not None and self.floor == 100 and value < 100 and isinstance(value, int):
            self.chunk, self.floor = self.chunk + value, 1
            return True
        if self.chunk is not None or value >= self.scale or (self.total and isinstance(value, Decimal)):
            return False
        self.chunk, self.floor, self.digits = value, 1, True
        return True


def group(text: str, start: int, lexicon: Lexicon) -> Reading | None:
    """A number below a thousand at `start`, in words or digits; None where there is none."""
    reading = Reading(start)
    match = TOKEN.match(text, start)
    if match and match[2]:
        value, reading.end = digits.read(text, match.start(2), not lexicon.continental)
        return reading if value is not None and reading.put_digits(value) else None
    while match and match[1]:
        entry = lexicon.find(match[1])
        if entry is not None and entry.kind == word.AND and reading.floor == 100 and lexicon.manner.conjoins:
            match = TOKEN.match(text, match.end())  # one hundred and twenty
            entry = lexicon.find(match[1]) if match and match[1] else None
        if match is None or entry is None or entry.kind not in (word.NUMERAL, word.HUNDRED) or not reading.put(entry):
            break
        reading.end, reading.case = match.end(), entry.case
        if entry.case:
            break
        match = TOKEN.match(text, reading.end) or HYPHEN.match(text, reading.end)
    return reading if reading.chunk is not None else None
