"""A quantity in the making: what reader, ranges, ratios and elision fill in before it is handed out."""

from __future__ import annotations

from dalel.extraction.numbers.word import Number


class Draft:
    """Offsets are of the prepared text. `start:end` is the whole expression, `core_start:core_end` bare."""

    # class-level defaults: most drafts are plain numbers
    upper: Number | None = None
    unit = ""  # word.MONEY ... word.NOUN, "" for a bare number
    code = ""
    label = "CARDINAL"
    modality = "exact"
    case = ""  # of the last word of a Kazakh number
    noun_case = ""  # of the noun it counts
    of = ""  # of a share: the noun it is a share of
    scale: int = 0  # its last scale, 0 where it has none
    digits = False  # written in digits
    lead = ""  # the word before the expression
    whole: Draft | None = None
    restates: Draft | None = None  # the same amount in another currency, said before

    def __init__(self, start: int, end: int, value: Number) -> None:
        self.start = self.core_start = start
        self.end = self.core_end = self.number_end = self.noun_end = end
        self.value = value

    def reach(self, end: int) -> None:
        """Let the number itself end there, with all that has been read of the expression."""
        self.end = self.core_end = self.number_end = self.noun_end = end
