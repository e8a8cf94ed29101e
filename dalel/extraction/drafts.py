"""A claim in the making: a quantity, where it stands, and what the rules have said of it so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dalel.extraction.page import Page, Passage, Sentence
from dalel.records import Measure, Modality, Quantity, Status

DURATIONS = frozenset({"year", "month", "week", "day", "hour", "minute", "quarter"})
INSTITUTIONS = frozenset({"school", "organisation", "kindergarten", "college", "object", "university", "institution"})
CHILDREN = frozenset({"child", "pupil", "student"})


@dataclass(eq=False)
class Draft:
    """Offsets `low` and `high` are of the number without its approximator, in the comparable spelling."""

    quantity: Quantity
    passage: Passage
    sentence: Sentence
    low: int
    high: int
    unit: str | None
    modality: Modality
    elided: bool = False  # its unit was taken from a neighbour
    measure: Measure | None = None
    status: Status | None = None
    counted: str | None = None
    topic: str | None = None
    indicator: str | None = None
    region: str | None = None
    place: str | None = None
    borders: date | None = None
    as_of: str | None = None
    speaker: str | None = None
    named_speaker: bool = False  # a person, not an office
    whole: Draft | None = None
    repeats: Draft | None = None

    @property
    def is_money(self) -> bool:
        """Whether the unit is a currency (ISO 4217)."""
        return self.unit is not None and len(self.unit) == 3 and self.unit.isupper()

    @property
    def rate(self) -> bool:
        """Whether it is an amount per something: KZT/month/child."""
        return self.unit is not None and "/" in self.unit

    def value_above(self, other: Draft) -> bool:
        """Whether its value is the larger one."""
        return self.quantity.value > other.quantity.value

    def before(self, reach: int = 40) -> str:
        """The comparable text before the number, within its sentence."""
        return self.passage.low[max(self.sentence.low, self.low - reach) : self.low]

    def after(self, reach: int = 40) -> str:
        """The comparable text after the number, within its sentence."""
        return self.passage.low[self.high : min(self.sentence.high, self.high + reach)]


def drafts(page: Page) -> list[Draft]:
    """One draft for every quantity of the page, in reading order."""
    found = []
    for passage in page.passages:
        for quantity in passage.quantities:
            low = passage.folded.folded(quantity.core_start)
            high = passage.folded.folded(quantity.core_end - 1) + 1
            sentence = passage.sentence_at(low)
            found.append(Draft(quantity, passage, sentence, low, high, quantity.unit, quantity.modality))
    return found


def neighbours(drafts: list[Draft], draft: Draft) -> list[Draft]:
    """The drafts of the same paragraph before this one, nearest first."""
    same = [d for d in drafts if d.passage is draft.passage and d.sentence.paragraph == draft.sentence.paragraph]
    return [d for d in reversed(same) if d.low < draft.low]
