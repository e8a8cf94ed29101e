"""What a watch of a home found new since the one before: a part of the vocabulary of `dalel.records`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from dalel.records import Measure, Status
from dalel.records.findings import Modality, VerdictName

# known: as the first watch found it; judged: another verdict, neither confirmed nor contradicted
NewsKind = Literal["known", "new", "changed", "vanished", "contradicted", "confirmed", "judged"]
# what told it: pages collected since; or the code, the topics, the rule or an editor, of pages that stand as they were
Cause = Literal["page", "reading"]
PageKind = Literal["gone", "back"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Stated:
    """A number as it stands, exact, with its unit and what is said of it."""

    value: Decimal
    value_max: Decimal | None
    unit: str | None
    modality: Modality
    measure: Measure
    status: Status | None


@dataclass(frozen=True, kw_only=True, slots=True)
class News:
    """What became of one number between two watches, with enough of it to be told when its page reads otherwise."""

    watch: int  # number of the watch, from 1
    kind: NewsKind
    cause: Cause
    claim_id: str
    former: str | None  # of what changed: the claim id that the number had before
    at: datetime  # UTC: when the page that tells it was captured; of verdicts, when the last page was
    stated: Stated
    was: Stated | None  # of what changed: as it stood before
    verdict: VerdictName
    was_verdict: VerdictName | None  # None of what is told for the first time
    topic: str | None
    indicator: str | None
    region: str | None
    borders: date | None
    place: str | None
    as_of: str | None  # EDTF
    quote: str  # as printed, at most 300 characters
    outlet: str
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PageNews:
    """A page that no longer answers, or answers again; its numbers stand as they were last seen."""

    watch: int
    kind: PageKind
    at: datetime  # UTC, when it was asked
    url: str
    outlet: str
    numbers: int  # that the archive has from it


@dataclass(frozen=True, kw_only=True, slots=True)
class Failing:
    """A source, or a part of the work, that did not do what it should in one watch."""

    watch: int
    source: str  # id of the source; "dalel" for a fault of ours
    pages: int  # that could not be had
    reason: str  # the first of them, in English


@dataclass(frozen=True, kw_only=True, slots=True)
class Watch:
    """One watch that found something: news, or other failures than the one before."""

    number: int  # from 1
    until: datetime  # UTC, the last time an address was asked: what was archived by then was looked at
    claims: int  # numbers that stood
    sample: bool  # whether the home held the sample newsroom only
    rules: str  # SHA-256 (hex) of code, topics, rule and decisions: where it differs, pages may read otherwise
