"""The vocabulary of dalel on one page: what one stage hands to the next.

Offsets are in characters (Python string indices) of the field they name, half open. Values are exact `Decimal`s.
What collecting leaves behind is in `records.collection`, what the checks find in `records.findings`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from dalel.characters import harmless
from dalel.records.collection import Crawl, Failure, Landmark, Part, Search
from dalel.records.findings import (
    Because,
    Fact,
    Finding,
    FindingPart,
    Interval,
    Modality,
    Primary,
    Rule,
    Severity,
    Verdict,
    VerdictName,
)

__all__ = [
    "Amount",
    "Attribute",
    "Because",
    "Capture",
    "Change",
    "ChangeKind",
    "Claim",
    "Crawl",
    "Decision",
    "Document",
    "Fact",
    "Failure",
    "Field",
    "Finding",
    "FindingPart",
    "Ground",
    "Interval",
    "Label",
    "Landmark",
    "Measure",
    "Modality",
    "Origin",
    "OriginLink",
    "OriginReason",
    "Part",
    "Primary",
    "Problem",
    "Quantity",
    "Review",
    "Rule",
    "Script",
    "Search",
    "Severity",
    "Sighting",
    "Status",
    "Verdict",
    "VerdictName",
    "Whole",
]

Label = Literal["MONEY", "PERCENT", "QUANTITY", "CARDINAL", "MULTIPLE", "DURATION"]
Status = Literal["actual", "planned", "contracted", "in_progress", "needed", "alleged", "court", "claimed"]
Measure = Literal[
    "budget_planned", "budget_allocated", "budget_spent", "contract_sum", "cost", "unit_price", "damage", "saving",
    "refund", "fine", "revenue", "device_count", "institution_count", "people_count", "children_count", "seat_count",
    "case_count", "share", "ratio_part", "ratio_whole", "multiple", "duration", "other_count", "amount",
]  # fmt: skip
Field = Literal["title", "lead", "text"]
Attribute = Literal[
    "unit", "counted", "measure", "status", "topic", "indicator", "region", "place", "as_of", "speaker", "purpose",
    "whole",
]  # fmt: skip
Script = Literal["Cyrl", "Latn", "Arab", "other"]
Decision = Literal["accepted", "rejected", "corrected", "withdrawn", "differing"]  # differing: editors do
OriginReason = Literal[
    "same-page", "near-copy", "excerpt", "credit", "same-release", "translation", "rewrite", "series"
]
ChangeKind = Literal["appeared", "changed", "vanished", "page_gone", "page_back"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Capture:
    """One fetched page as archived: where it came from, when, and where its bytes lie."""

    capture_id: str  # 16 hex digits of SHA-256 over url and payload digest: the same page unchanged has the same id
    source: str  # id of the Source it was collected for; "local" for `dalel add`
    url: str
    captured_at: datetime  # UTC, from WARC-Date
    status: int  # HTTP status; 200 for files added by hand
    media_type: str  # without parameters: "text/html"
    charset: str | None  # as declared by the sender, unchecked
    sha256: str  # of the decoded payload (content and transfer encodings removed), 64 hex digits
    warc: str  # path below data/raw, with "/"
    offset: int  # of the compressed record in that file
    length: int  # of the compressed record, bytes
    outlet: str | None = None  # as given by the person who added the file
    published: date | None = None  # as given by the person who added the file


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """What a reader of the page reads: no navigation, comments, tickers or related headlines."""

    document_id: str  # the capture_id it was read from
    url: str
    source: str
    outlet: str  # as the page or the person who added it names it, else the host
    title: str | None
    lead: str | None  # a summary printed apart from the text; None where it only repeats the text's beginning
    text: str  # paragraphs separated by "\n"
    published: date | None
    published_basis: str  # given | markup | text | url | inferred | unknown
    language: str  # kk | ru | en | other
    script: Script
    author: str | None = None
    credit: str | None = None  # whom the page says it has the news from
    canonical_url: str | None = None
    sha256: str | None = None  # of the payload it was read from
    captured: date | None = None
    address: str | None = None  # SURT key of the page, shared by all its spellings, twins and captures

    def field(self, name: str) -> str:
        """The text that offsets of a claim with this `field` refer to ("" where the page has none)."""
        return {"title": self.title, "lead": self.lead, "text": self.text}[name] or ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Whole:
    """The whole of a stated ratio: the 6936 of "4360 из 6936"."""

    value: Decimal
    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Amount:
    """The amount that another one says again in its own currency."""

    value: Decimal
    unit: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Quantity:
    """A number expression: `text[start:end]` is all of it, `text[core_start:core_end]` leaves out the approximator."""

    start: int
    end: int
    core_start: int
    core_end: int
    text: str
    value: Decimal
    value_max: Decimal | None
    unit: str | None  # ISO 4217 code, percent, percentage_point, times, unit of measure, or counted noun (singular, en)
    label: Label
    modality: Modality
    whole: Whole | None = None
    restates: Amount | None = None  # of "6 млрд теңге (14,3 млн доллар)", the dollars: the tenge before them


@dataclass(frozen=True, slots=True)
class Ground:
    """What told one attribute of a claim: words of the document, or what is known of the page; and the rule.

    `field` is "title", "lead" or "text" with offsets in it, as printed; or what is known of the page beside its words:
    "published" (its day), "url", "source" (where the source or its host is), with 0 for both offsets.
    """

    attribute: Attribute
    field: str
    start: int
    end: int
    rule: str  # the rule, in words: "own noun", "predicate: allocate", "as in the claim it repeats"


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """A Quantity and what is stated with it; what the page does not tell is None, all else has its grounds."""

    claim_id: str
    document_id: str
    field: Field
    start: int
    end: int
    core_start: int
    core_end: int
    quote: str  # document.field(field)[start:end], in the page's own script
    value: Decimal
    value_max: Decimal | None
    unit: str | None
    label: Label
    modality: Modality
    measure: Measure
    counted: str | None  # the noun phrase that names what is counted, nominative where the language's rules allow
    topic: str | None
    indicator: str | None
    region: str | None  # ISO 3166-2; "KZ" only where the page speaks of the country; another country by ISO 3166-1
    borders: date | None  # the day the borders took effect in which the region is meant
    place: str | None
    as_of: str | None  # EDTF: 2020-10-08, 2020-10, 2020, 2023/2024
    status: Status | None
    speaker: str | None
    sentence: str
    sentence_start: int
    sentence_end: int
    whole_id: str | None = None  # of a ratio_part: claim id of its ratio_whole
    repeats: str | None = None  # claim id that this one says again: in a headline or lead, in another currency
    supersedes: str | None = None  # claim id that an earlier version of the page had in its place
    purpose: str | None = None  # what money is for, in the page's words
    grounds: tuple[Ground, ...] = ()  # in the order of Attribute; several of one attribute where several words told it


@dataclass(frozen=True, kw_only=True, slots=True)
class Review:
    """A person's decision on a claim; it holds only as long as the evidence it was made on is unchanged."""

    claim_id: str
    decision: Decision  # withdrawn: takes the earlier decision back
    reviewer: str
    decided: date  # given by the person
    reason: str
    evidence: str  # what the person saw: canonical JSON of the sentence, the attributes and the words that told them
    evidence_sha256: str  # of that text, 64 hex digits
    corrections: tuple[tuple[str, str | None], ...] = ()  # attribute and what is right (None: not told), sorted


@dataclass(frozen=True, kw_only=True, slots=True)
class Origin:
    """Where a document's report comes from: documents with one origin_id are one voice, however many pages."""

    document_id: str
    origin_id: str  # the smallest document_id of the group


@dataclass(frozen=True, kw_only=True, slots=True)
class OriginLink:
    """Why two documents are one voice; or, where they are a series, why they are not though they look alike."""

    document_a: str  # the smaller of the two ids
    document_b: str
    reason: OriginReason
    facts: tuple[Fact, ...] = ()
    evidence: str = ""  # one English sentence, made of reason and facts once all are found


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """Something that could not be used: counted and listed in the run's report, never silently dropped."""

    stage: str  # collect | archive | read | extract | verify
    subject: str  # file, address or claim id
    reason: str
    fault: bool = False  # ours, not the page's: a person must act, see dalel/faults.py

    def __post_init__(self) -> None:
        for name in ("subject", "reason"):  # they quote strangers: file names, headers, what a library says of a file
            object.__setattr__(self, name, harmless(getattr(self, name)))


@dataclass(frozen=True, kw_only=True, slots=True)
class Sighting:
    """One side of a change: what was found at an address at one time."""

    capture_id: str | None  # None where the address showed no page
    at: datetime  # UTC; of an earlier version the last time it was seen, of a later one the first time
    status: int  # HTTP status of the answer
    claim_id: str | None = None  # None where the number is not stated, or the page not there
    value: Decimal | None = None
    value_max: Decimal | None = None
    unit: str | None = None
    modality: Modality | None = None
    measure: Measure | None = None
    stated_as: Status | None = None  # planned, contracted, actual …
    quote: str | None = None
    sentence: str | None = None  # of the claim, or the nearest one without it; None where there is none like it
    start: int | None = None  # of the quote in the sentence


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """What became of one number, or of the whole page, between two captures of one address."""

    url: str
    kind: ChangeKind
    earlier: Sighting
    later: Sighting
    explanation: str  # one English sentence
