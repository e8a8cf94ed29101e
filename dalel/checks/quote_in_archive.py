"""Does the archived page say it: do the bytes match their digest, and does the sentence with the number stand in them?

The bytes are read again by a path of its own (decode, strip tags and scripts, resolve entities, drop what is
invisible), never by the readers that made the document: a mistake of a reader must not confirm itself. "Holds" means
unchanged since capture; whether the page told the truth is not asked here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dalel.checks.foundation import refinding
from dalel.checks.foundation.case import Case, by_document
from dalel.checks.foundation.examples import Example, Page, speaks
from dalel.checks.foundation.findings import finding
from dalel.checks.foundation.refinding import Haystack
from dalel.errors import DamagedRecord
from dalel.records import Capture, Claim, Document, Finding, Severity

ROLE = "evidence"

EXAMPLES = (speaks("holds", "quote-intact", "Камеры есть в [302|302 school ratio_part] школах."),)
# a page without claims leaves nothing to look for; broken payloads are in tests/checks/test_quote_in_archive.py
NOT_EXAMPLES = (Example(pages=[Page(text="Камеры есть в школах.")]),)


class _Answer(NamedTuple):
    severity: Severity
    kind: str
    facts: Mapping[str, str]


def check(case: Case) -> Iterator[Finding]:
    """One finding per claim: holds, note (found, with a remark) or broken."""
    for document_id, claims in by_document(case).items():
        document = case.documents.get(document_id)
        for claim, answer in zip(claims, _answers(case, document_id, document, claims), strict=True):
            yield finding("quote_in_archive", answer.severity, answer.kind, {"claim": claim}, answer.facts)


def _answers(case: Case, document_id: str, document: Document | None, claims: Sequence[Claim]) -> list[_Answer]:
    capture = case.captures.get(document_id)
    if capture is None or document is None:
        return [_Answer("broken", "page-missing", {"document": document_id})] * len(claims)
    try:
        payload = case.payload(document_id)
    except (DamagedRecord, KeyError) as error:
        return [_Answer("broken", "record-unreadable", {"fault": str(error)})] * len(claims)
    if (fault := _mismatch(payload, capture, document)) is not None:
        return [fault] * len(claims)
    found = _Haystacks(payload, capture)
    return [_answer(claim, document, found, capture) for claim in claims]


def _mismatch(payload: bytes, capture: Capture, document: Document) -> _Answer | None:
    digest = hashlib.sha256(payload).hexdigest()
    if digest != capture.sha256:
        said = capture.sha256[:12]
        return _Answer("broken", "bytes-changed", {"digest": f"{digest[:12]}…", "index": f"{said}…"})
    if document.sha256 is not None and document.sha256 != capture.sha256:
        return _Answer("broken", "bytes-other", {"read": f"{document.sha256[:12]}…", "digest": f"{digest[:12]}…"})
    return None


class _Haystacks:
    """The readings of one payload, made one after another as long as a claim is not found."""

    def __init__(self, payload: bytes, capture: Capture) -> None:
        self._rest = refinding.haystacks(payload, capture)
        self._made: list[Haystack] = []

    def __iter__(self) -> Iterator[Haystack]:
        yield from list(self._made)
        for haystack in self._rest:
            self._made.append(haystack)
            yield haystack


def _answer(claim: Claim, document: Document, haystacks: _Haystacks, capture: Capture) -> _Answer:
    if document.field(claim.field)[claim.start : claim.end] != claim.quote or claim.quote not in claim.sentence:
        return _Answer("broken", "quote-misplaced", {"quote": claim.quote})
    mark = {"digest": f"{capture.sha256[:12]}…"}
    if any(refinding.stands_whole(claim, haystack) for haystack in haystacks):
        return _Answer("holds", "quote-intact", mark)
    if any(refinding.stands_interrupted(claim, haystack) for haystack in haystacks):
        return _Answer("note", "quote-interrupted", mark)
    if any(refinding.is_cell(claim, haystack) for haystack in haystacks):
        return _Answer("note", "quote-cell", mark)
    if any(refinding.is_carried(claim, haystack) for haystack in haystacks):
        return _Answer("note", "quote-metadata", mark)
    return _Answer("broken", "quote-missing", mark | {"quote": claim.quote})
