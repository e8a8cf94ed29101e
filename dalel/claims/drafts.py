"""A claim in the making: a quantity, where it stands, and what the rules have said of it so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from dalel.claims.lexicon import Cue
from dalel.claims.page import Page, Passage, Sentence
from dalel.records import Attribute, Ground, Measure, Modality, Quantity, Status
from dalel.vocabulary import of_kind, unit

if TYPE_CHECKING:
    from dalel.claims.clauses.predicate import Predicate

INSTITUTIONS = of_kind("institution")
CHILDREN = frozenset(code for code in of_kind("person") if unit(code).measure == "children_count")
REACH = 60  # numbers looked back or ahead at
CUE_REACH = 400  # characters on either side in which words speak for a number


@dataclass(eq=False)
class Draft:
    """Offsets `low` and `high` are of the number without its approximator, in the comparable spelling."""

    quantity: Quantity
    passage: Passage
    sentence: Sentence
    low: int
    high: int
    index: int
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
    purpose: str | None = None
    predicate: Predicate | None = None  # the word that says what a sum is
    capacity: Predicate | None = None  # the word that says how much something holds
    grounds: dict[Attribute, list[Ground]] = field(default_factory=dict)

    def told(
        self, attribute: Attribute, value: Any, start: int, end: int, rule: str, passage: Passage | None = None
    ) -> None:
        """Sets an attribute by the words between two comparable offsets of its passage, or of another one."""
        where = passage or self.passage
        setattr(self, attribute, value)
        first = where.folded.original(start)
        last = where.folded.original(end - 1) + 1 if end > start else first
        self.grounds[attribute] = [Ground(attribute, where.field, first, last, rule)]

    def known(self, attribute: Attribute, value: Any, source: str, rule: str) -> None:
        """Sets an attribute by what is known of the page beside its words: "published", "url", "source"."""
        setattr(self, attribute, value)
        self.grounds[attribute] = [Ground(attribute, source, 0, 0, rule)]

    def inherit(self, attribute: Attribute, other: Draft, rule: str) -> None:
        """Sets an attribute as another number has it, by the words that told it there."""
        setattr(self, attribute, getattr(other, attribute))
        self.grounds[attribute] = [replace(one, rule=rule) for one in other.grounds.get(attribute, ())]

    def leave_open(self, attribute: Attribute) -> None:
        """Takes back what was said of an attribute."""
        setattr(self, attribute, None)
        self.grounds.pop(attribute, None)

    @property
    def is_money(self) -> bool:
        """Whether the unit is a currency, or the index that fines are counted in, and no rate."""
        return self.unit is not None and unit(self.unit).money

    @property
    def rate(self) -> bool:
        """Whether it is an amount per something: KZT/month/child."""
        return self.unit is not None and bool(unit(self.unit).per)

    def cues(self, kind: str) -> Sequence[Cue]:
        """Cues of this kind in its sentence, within reach of the number."""
        return self.passage.cues_near(self.sentence, kind, self.low - CUE_REACH, self.high + CUE_REACH)

    def has(self, kind: str, label: str) -> bool:
        """Whether such a cue stands in its sentence, within reach."""
        return any(cue.label == label for cue in self.cues(kind))

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
    found: list[Draft] = []
    for passage in page.passages:
        for quantity in passage.quantities:
            low = passage.folded.folded(quantity.core_start)
            high = passage.folded.folded(quantity.core_end - 1) + 1
            sentence = passage.sentence_at(low)
            found.append(Draft(quantity, passage, sentence, low, high, len(found), quantity.unit, quantity.modality))
    return found


def earlier(drafts: Sequence[Draft], draft: Draft) -> list[Draft]:
    """The drafts of the same field before this one, nearest first, at most REACH."""
    near = drafts[max(0, draft.index - REACH) : draft.index]
    return [other for other in reversed(near) if other.passage is draft.passage]


def in_paragraph(drafts: Sequence[Draft], draft: Draft) -> list[Draft]:
    """Those of them that stand in the same paragraph."""
    passage, paragraph = draft.passage, draft.sentence.paragraph
    found = []
    for other in reversed(drafts[max(0, draft.index - REACH) : draft.index]):
        if other.passage is not passage or other.sentence.paragraph != paragraph:
            break
        found.append(other)
    return found


def in_sentence(drafts: Sequence[Draft], draft: Draft) -> list[Draft]:
    """The drafts of the same sentence, itself included, in order, at most REACH on either side."""
    passage, sentence = draft.passage, draft.sentence
    begin = end = draft.index
    while begin > max(0, draft.index - REACH) and _shared(drafts[begin - 1], passage, sentence):
        begin -= 1
    while end < min(len(drafts), draft.index + REACH + 1) and _shared(drafts[end], passage, sentence):
        end += 1
    return list(drafts[begin:end])


def _shared(draft: Draft, passage: Passage, sentence: Sentence) -> bool:
    return draft.sentence is sentence and draft.passage is passage
