"""What collecting leaves behind besides pages: a part of the vocabulary of `dalel.records`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Part = Literal["title", "published", "body"]


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
