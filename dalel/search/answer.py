"""What answers a question: numbers or sentences, counts of what they could be narrowed to, and what was searched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from dalel.search.asked import Asked

Facet = str | None  # a value of a facet; None where no page tells one


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """One claim that answers, as the index holds it: the fields of schema.CLAIMS."""

    claim_id: str
    value: Decimal
    value_max: Decimal | None
    unit: str | None
    modality: str
    measure: str
    counted: str | None
    topic: str | None
    indicator: str | None
    region: str | None
    place: str | None
    as_of: str | None  # EDTF
    status: str | None
    speaker: str | None
    verdict: str
    origins: int
    quote: str
    sentence: str
    at: int  # where the quote begins in the sentence
    title: str | None
    outlet: str
    published: str | None
    url: str
    source: str
    language: str
    script: str
    document_id: str
    repeats: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """One sentence that answers, with a number or without: the fields of schema.SENTENCES."""

    sentence_id: str
    sentence: str
    field: str
    claims: int  # how many numbers of it are claims
    title: str | None
    outlet: str
    published: str | None
    url: str
    source: str
    language: str
    script: str
    document_id: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What was found and what was searched."""

    asked: Asked
    of: str  # claims or sentences
    total: int
    hits: Sequence[Hit] = ()
    passages: Sequence[Passage] = ()
    facets: Mapping[str, Sequence[tuple[str | None, int]]] = field(default_factory=dict)  # the commonest first
    searched: int  # claims, or sentences, in the index
    alone: Mapping[str, int] = field(default_factory=dict)  # where nothing is found: rows that hold each word
    undated: int = 0  # left out, since no date is told and one was asked for
    sample: bool = False

    def summary(self) -> str:
        """One line: how many of how many, for which words and filters, what each word finds alone, what is left out."""
        filters = (f"{name}={value}" for name, value in self.asked.told().items())
        what = " ".join([f"“{self.asked.words}”" if self.asked.words else "everything", *filters])
        told = f"{self.total} of {self.searched} {self.of} for {what}"
        if len(self.alone) > 1:
            told += "; alone: " + ", ".join(f"“{word}” {count}" for word, count in self.alone.items())
        if (shown := len(self.hits) + len(self.passages)) < self.total:
            told += f"; the first {shown} are shown"
        if self.undated:
            told += f"; {self.undated} without a date left out"
        return told + ("  SAMPLE" if self.sample else "")
