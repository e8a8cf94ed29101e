"""A predicate of a sentence, and what its form says of the status of a number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dalel.claims.frames.declared import Frame
from dalel.records import Status

Form = Literal[
    "done", "state", "now", "ongoing", "future", "planned", "possible", "needed", "aim", "attribute", "noun",
]  # fmt: skip
AHEAD = frozenset({"future", "planned", "possible", "aim"})
SAID: dict[str, Status | None] = {
    "done": "actual", "state": "actual", "now": "actual", "attribute": "actual", "ongoing": "actual",
    "future": "planned", "planned": "planned", "possible": "planned", "aim": "planned", "needed": "needed",
    "noun": None,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Predicate:
    """text[start:end] (comparable spelling) tells something in this form: of a frame, or of none we know."""

    start: int
    end: int
    frame: Frame | None
    form: Form
    negated: bool = False
    infinitive: bool = False

    @property
    def finite(self) -> bool:
        """Whether it is told of somebody, not only named."""
        return self.form not in ("noun", "attribute", "aim")

    @property
    def ahead(self) -> bool:
        """Whether what it tells is still to come."""
        return self.form in AHEAD

    @property
    def status(self) -> Status | None:
        """What it says of the status of a number it governs; None where it only names a thing."""
        if self.frame and self.frame.silent:
            return None
        if self.frame and self.frame.unfinished and self.negated:
            return "in_progress"
        said = self.frame.status if self.frame else None
        if said and (self.form in said or "all" in said):
            return said.get(self.form, said.get("all"))
        if self.form == "attribute" and self.frame and not (self.frame.event or self.frame.money):
            return None
        if self.frame and self.frame.works and self.form in ("ongoing", "now"):
            return "in_progress"
        return SAID[self.form]

    @property
    def rule(self) -> str:
        """The rule by which it speaks, in words."""
        return f"predicate: {self.frame.id if self.frame else 'verb'}, {self.form}"
