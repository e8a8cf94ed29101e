"""A page in one line -> Case: the notation in which every check states when it must speak and when not.

A claim is a pair of brackets, its words before the bar and its facts after it: `[91|91 school ratio_part whole=373]`.
Facts are value, unit and measure, then any field of a claim as `name=value` (`_` for a space). `whole=` and `repeats=`
name the other claim of the page by its value (`repeats=` looks in the body). `value=420-450` is a range.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from dalel.checks.foundation.case import Case
from dalel.records import Capture, Claim, Document, Severity
from dalel.topics import load_topics

_MARK = re.compile(r"\[(?P<quote>[^\]|]+)\|(?P<facts>[^\]]*)\]")
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?]+(?=\s+[\w«\"“–—-])|(?=\n)|$)")


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page in the notation; what is given here holds for all its claims that do not say otherwise."""

    text: str
    title: str = ""
    lead: str = ""
    language: str = "ru"
    origin: str | None = None
    source: str = "example"
    published: date | None = None
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Example:
    """Pages, and what the check must say of them: severities with a piece of the explanation or the arithmetic."""

    pages: Sequence[Page]
    says: Sequence[tuple[Severity, str]] = ()


def silent(text: str, **rest: Any) -> Example:
    """One page on which the check must say nothing."""
    return Example(pages=[Page(text=text, **rest)])


def speaks(severity: Severity, piece: str, text: str, **rest: Any) -> Example:
    """One page on which the check must say exactly this."""
    return Example(pages=[Page(text=text, **rest)], says=[(severity, piece)])


def case_of(pages: Sequence[Page]) -> Case:
    """The case that these pages make; claims are named p1c1, p1c2, … and documents p1, p2, …"""
    claims: list[Claim] = []
    documents: dict[str, Document] = {}
    captures: dict[str, Capture] = {}
    payloads: dict[str, bytes] = {}
    for number, page in enumerate(pages, 1):
        name = f"p{number}"
        documents[name] = _document(name, page)
        payloads[name] = "\n".join(documents[name].field(part) for part in ("title", "lead", "text")).encode()
        captures[name] = _capture(name, payloads[name])
        documents[name] = replace(documents[name], sha256=captures[name].sha256)
        claims += _claims(documents[name], page)
    origins = {f"p{number}": page.origin or f"p{number}" for number, page in enumerate(pages, 1)}
    return Case(
        claims=claims,
        documents=documents,
        origins=origins,
        captures=captures,
        payload=payloads.__getitem__,
        topics=load_topics(),
    )


def _document(name: str, page: Page) -> Document:
    title, lead, text = (_MARK.sub(lambda mark: mark["quote"], part) for part in (page.title, page.lead, page.text))
    return Document(
        document_id=name,
        url=f"http://{name}.example/",
        source=page.source,
        outlet=f"{name}.example",
        title=title or None,
        lead=lead or None,
        text=text,
        published=page.published,
        published_basis="markup" if page.published else "unknown",
        language=page.language,
        script="Cyrl",
    )


def _capture(name: str, payload: bytes) -> Capture:
    return Capture(
        capture_id=name,
        source="example",
        url=f"http://{name}.example/",
        captured_at=datetime(2026, 1, 1, tzinfo=UTC),
        status=200,
        media_type="text/plain",
        charset="utf-8",
        sha256=hashlib.sha256(payload).hexdigest(),
        warc="example/2026-01-01.warc.gz",
        offset=0,
        length=len(payload),
    )


def _claims(document: Document, page: Page) -> list[Claim]:
    marks = [(part, mark) for part in ("title", "lead", "text") for mark in _MARK.finditer(getattr(page, part))]
    names = [f"{document.document_id}c{number}" for number in range(1, len(marks) + 1)]
    facts = [_facts(mark["facts"], page.facts) for _, mark in marks]
    found = []
    for (part, mark), name, given in zip(marks, names, facts, strict=True):
        start = len(_MARK.sub(lambda inner: inner["quote"], getattr(page, part)[: mark.start()]))
        for relation, links in (("whole", "whole_id"), ("repeats", "repeats")):
            if (target := given.pop(relation, None)) is not None:
                rows = zip(marks, names, facts, strict=True)
                near = [n for (where, _), n, f in rows if str(f["value"]) == target and n != name and where == "text"]
                given[links] = near[0] if near else None
        found.append(_claim(document, part, start, mark["quote"], {**given, "claim_id": name}))
    return found


def _facts(text: str, defaults: dict[str, str]) -> dict[str, Any]:
    value, unit, measure, *rest = text.split()
    facts: dict[str, Any] = {"value": value, "unit": None if unit == "-" else unit, "measure": measure, **defaults}
    for item in rest:
        name, _, given = item.partition("=")
        facts[name] = given.replace("_", " ") if name in ("place", "counted", "speaker") else given
    facts["value"], _, upper = facts["value"].partition("-")
    facts["value_max"] = Decimal(upper) if upper else None
    if upper:
        facts["modality"] = "range"
    facts["value"] = Decimal(facts["value"])
    if facts.get("borders"):
        facts["borders"] = date.fromisoformat(facts["borders"])
    return facts


def _claim(document: Document, part: str, start: int, quote: str, facts: dict[str, Any]) -> Claim:
    text = document.field(part)
    sentence = next(found for found in _SENTENCE.finditer(text) if found.start() <= start < found.end())
    unit = facts["unit"]
    labels = {"percent": "PERCENT", "times": "MULTIPLE", "month": "DURATION", "year": "DURATION"}
    place = {"start": start, "end": start + len(quote), "core_start": start, "core_end": start + len(quote)}
    cut = text[sentence.start() : sentence.end()]
    lead = len(cut) - len(cut.lstrip())
    usual = {
        "document_id": document.document_id,
        "field": part,
        "quote": quote,
        "label": "MONEY" if unit in ("KZT", "USD") else labels.get(unit or "", "CARDINAL"),
        "modality": "exact",
        "counted": None,
        "topic": None,
        "indicator": None,
        "region": "KZ",
        "borders": None,
        "place": None,
        "as_of": None,
        "status": "actual",
        "speaker": None,
        "sentence": cut.strip(),
        "sentence_start": sentence.start() + lead,
        "sentence_end": sentence.end(),
    }
    return Claim(**{**usual, **place, **facts})
