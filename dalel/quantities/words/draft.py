"""A quantity in the making: what reader, ranges, ratios and elision fill in before it is handed out."""

from __future__ import annotations

from dalel.quantities.words.sight import Expression, Sight, Unit
from dalel.quantities.words.word import Number


class Draft:
    """Offsets are of the prepared text. `start:end` is the whole expression, `core_start:core_end` bare."""

    __slots__ = (
        "case", "code", "core_end", "core_start", "digits", "end", "label", "lead", "modality", "noun_case", "noun_end",
        "number_end", "of", "restates", "scale", "start", "unit", "upper", "value", "whole",
    )  # fmt: skip

    def __init__(self, start: int, end: int, value: Number) -> None:
        self.start = self.core_start = start
        self.end = self.core_end = self.number_end = self.noun_end = end
        self.value = value
        self.upper: Number | None = None
        self.unit = ""  # word.MONEY ... word.NOUN, "" for a bare number
        self.code = ""
        self.label = "CARDINAL"
        self.modality = "exact"
        self.case = ""  # of the last word of a Kazakh number
        self.noun_case = ""  # of the noun it counts
        self.of = ""  # of a share: the noun it is a share of
        self.scale: int = 0  # its last scale, 0 where it has none
        self.digits = False  # written in digits
        self.lead = ""  # the word before the expression
        self.whole: Draft | None = None
        self.restates: Draft | None = None  # the same amount in another currency, said before

    def reach(self, end: int) -> None:
        """Let the number itself end there, with all that has been read of the expression."""
        self.end = self.core_end = self.number_end = self.noun_end = end

    def zero(self, start: int) -> None:
        """Let the number be none at all, from the word at `start` on that says so."""
        self.value, self.start, self.core_start = 0, start, start

    def lend(self, unit: Unit) -> None:
        """Let a number behind which no unit stands count or measure that; its label stays that of a bare number."""
        self.unit, self.code = unit

    def seen(self, text: str) -> Expression:
        """What has been read of it so far, for rules that only look."""
        return Expression(
            text, self.start, self.end, self.core_start, self.core_end, self.number_end, self.noun_end, self.value,
            self.upper, self.digits, self.scale, self.case, self.unit, self.code, self.label, self.modality, self.lead,
        )  # fmt: skip


def begun(sight: Sight) -> Draft:
    """The draft of a number of which nothing but itself is known."""
    draft = Draft(sight.start, sight.end, sight.value)
    draft.digits, draft.case, draft.scale = sight.digits, sight.case, sight.scale
    if sight.case == "about":
        draft.modality = "about"
    return draft
