"""What the checks find and what is concluded of a claim: a part of the vocabulary of `dalel.records`."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Modality = Literal["exact", "about", "almost", "more_than", "less_than", "at_least", "at_most", "range"]
Severity = Literal["holds", "note", "conflict", "broken"]
VerdictName = Literal["verified", "adds-up", "single-source", "contradicted", "rejected", "superseded"]
# why a verdict is what it is; each has its words in publishing/words/findings
Because = Literal[
    "broken", "unread", "superseded", "accepted", "refused", "differing", "contradicted", "origins", "primary",
    "arithmetic", "alone",
]  # fmt: skip
Primary = Literal["law", "budget", "contracts", "statistics"]  # kinds of record that are the fact they state


@dataclass(frozen=True, kw_only=True, slots=True)
class FindingPart:
    """One named part of a finding, e.g. the "share", its "part" and its "whole"."""

    name: str
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """A named value that a sentence is made with: a number as a claim states it, or a text."""

    name: str
    text: str | None = None  # an outlet, an EDTF date, a code: whatever is no number
    value: Decimal | None = None
    value_max: Decimal | None = None
    unit: str | None = None
    modality: Modality = "exact"


@dataclass(frozen=True, kw_only=True, slots=True)
class Interval:
    """What a claim can stand for as it is printed: 3,75 to 3,85 billion for "3,8 млрд"; None is open on that side."""

    claim_id: str
    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """What one check says about one or more claims."""

    check: str  # name of the file in dalel/checks
    severity: Severity  # holds: confirms; note: holds with a remark; conflict: contradicts; broken: rejects
    kind: str  # what it says, e.g. "share-rounded"; its sentences are in publishing/words/findings
    claim_ids: tuple[str, ...]  # of all parts, in their order
    parts: tuple[FindingPart, ...] = ()
    facts: tuple[Fact, ...] = ()
    intervals: tuple[Interval, ...] = ()  # of its claims, where it compares them as printed
    arithmetic: str | None = None  # "4360 / 6936 = 62.86 %"
    explanation: str = ""  # one English sentence, made of kind and facts once all checks have spoken


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """Which rule gave the verdicts: its own version and its digest."""

    version: str
    sha256: str  # of the file's bytes, 64 hex digits


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """Where a claim stands after all checks."""

    claim_id: str
    verdict: VerdictName
    because: Because
    reason: str  # one English sentence, made of `because` and the facts
    origins: int  # independent origins that state it, counting its own
    facts: tuple[Fact, ...] = ()
