"""The vocabulary of dalel on one page: what one stage hands to the next.

Offsets are in characters (Python string indices) of the field they name, half open. Values are exact `Decimal`s.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

Label = Literal["MONEY", "PERCENT", "QUANTITY", "CARDINAL", "MULTIPLE", "DURATION"]
Modality = Literal["exact", "about", "almost", "more_than", "less_than", "at_least", "at_most", "range"]
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
Part = Literal["title", "published", "body"]
Script = Literal["Cyrl", "Latn", "Arab", "other"]
Severity = Literal["holds", "note", "conflict", "broken"]
VerdictName = Literal["verified", "single-source", "disputed", "rejected", "superseded"]
Decision = Literal["accepted", "rejected", "withdrawn"]
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


@dataclass(frozen=True, kw_only=True, slots=True)
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
    """A Quantity and what is stated with it. What the page does not tell is None, and every other attribute has its
    grounds.
    """

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
class Finding:
    """What one check says about one or more claims."""

    check: str  # name of the file in dalel/checks
    severity: Severity  # holds: confirms; note: holds with a remark; conflict: disputes; broken: rejects
    claim_ids: tuple[str, ...]
    explanation: str  # one English sentence
    arithmetic: str | None = None  # "4360 / 6936 = 62.86 %"


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """Where a claim stands after all checks."""

    claim_id: str
    verdict: VerdictName
    reason: str  # one English sentence
    origins: int  # independent origins that state it, counting its own


@dataclass(frozen=True, kw_only=True, slots=True)
class Review:
    """A person's decision on a claim; it holds only as long as the evidence it was made on is unchanged."""

    claim_id: str
    decision: Decision  # withdrawn: takes the earlier decision back
    reviewer: str
    decided: date  # given by the person
    reason: str
    evidence: str  # what the person saw: canonical JSON of payload digest, sentence and attributes of the claim
    evidence_sha256: str  # of that text, 64 hex digits


@dataclass(frozen=True, kw_only=True, slots=True)
class Origin:
    """Where a document's report comes from: documents with one origin_id are one voice, however many pages."""

    document_id: str
    origin_id: str  # the smallest document_id of the group


@dataclass(frozen=True, kw_only=True, slots=True)
class Landmark:
    """How far one part of a source's pages was found where the source's declaration says it stands."""

    source: str
    part: Part
    selector: str  # as declared; "" where none is declared and the readers look by themselves
    pages: int  # on which it was looked for, from `since` on
    missed: int  # of them without it
    since: date  # of a site that changed: the first day of that; else the first day a page was captured
    example: str | None  # the last address without it
    changed: bool  # so many pages are without it that a person must look: see dalel/readers/lookout.py


@dataclass(frozen=True, kw_only=True, slots=True)
class Crawl:
    """What came of one source in one collection; every page that was found is counted exactly once."""

    source: str
    began: datetime  # UTC
    ended: Literal["finished", "interrupted"]  # what was interrupted goes on with the next collection
    asked: str  # what the crawl was narrowed to, in words; "" for all that the source's own lists show
    fetched: int  # pages archived with status 200
    unchanged: int  # pages that are as they were archived before
    refused: int  # pages that robots.txt forbids
    failed: int  # pages that could not be had
    expected: int  # pages the source says a crawl should yield
    too_few: bool  # it yielded less: the site may have changed, or bars us


@dataclass(frozen=True, kw_only=True, slots=True)
class Failure:
    """What one collection of a source could not have: a page, a list, or the yield that was promised."""

    source: str
    began: datetime  # of the collection, UTC
    subject: str  # address, or the source itself
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Search:
    """What a source's own search found: also nothing is a result."""

    source: str
    query: str
    address: str
    at: datetime  # UTC
    found: int | None  # articles, before any limit; None where the search did not answer


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """Something that could not be used: counted and listed in the run's report, never silently dropped."""

    stage: str  # collect | archive | read | extract | verify
    subject: str  # file, address or claim id
    reason: str


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
