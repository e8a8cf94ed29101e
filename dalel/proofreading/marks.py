"""What the check says of each number of a text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from dalel.records import Field

# backed: a claim agrees. drift: the claim that is meant says something else. derived: follows from other numbers of
# the text that the archive knows. own: the text's own arithmetic. unbacked: nothing in the archive is about it.
FindingName = Literal["backed", "drift", "derived", "unbacked", "own"]
FINDINGS: tuple[FindingName, ...] = ("drift", "derived", "own", "unbacked", "backed")


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """One number of a text: `text_as_given[start:end]`, what it says and what is known of it."""

    start: int
    end: int
    text: str  # as printed in the text as given
    value: Decimal
    value_max: Decimal | None
    unit: str | None
    modality: str
    finding: FindingName
    claims: tuple[str, ...]  # ids in the archive: that agree, that differ, or that the number is derived from
    differs: tuple[str, ...]  # what is not right: value, unit, scale …; arithmetic
    arithmetic: str | None  # "380 + 500 = 880"
    sentence: str
    at: int  # of the number in its sentence
    quote: str  # as printed in the sentence
    part: int  # of the manuscript: the number of the document it was read in
    field: Field  # of that document, and offsets in it
    low: int
    high: int

    @property
    def is_wrong(self) -> bool:
        """Whether a person must look: something differs, or an arithmetic does not hold."""
        return bool(self.differs)
