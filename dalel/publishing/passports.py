"""Everything there is to know about one number: as a mapping for JSON and the terminal, and as a page.

The wording is "unchanged since capture", never "authentic": the archive shows what a page said, not that it was true.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from dalel.marking import marked
from dalel.publishing import names
from dalel.publishing.evidence import Evidence, find_claim
from dalel.publishing.explanations import explain, joined, reason
from dalel.publishing.wording import LANGUAGES, amount
from dalel.records import Capture, Claim, Document, Finding, OriginLink, Review, Verdict

Passport = dict[str, Any]
EVIDENCE_CHECK = "quote_in_archive"  # the check that reads the archived bytes again
STATEMENTS = {
    True: "The quote stands in the archived page, whose bytes are unchanged since capture (SHA-256 {sha256}).",
    False: "NOT confirmed: {reason}",
    None: "Not checked yet: run “dalel verify”.",
}


def build(evidence: Evidence, claim_id: str, reviews: Sequence[Review] = ()) -> Passport:
    """The passport of a claim: plain text, numbers as exact strings, None where something is not known.

    Keys: claim_id, sample, value, about, words, document, capture, also_captured (further captures that state it),
    corrected (attribute, as it was read and as an editor corrected it), supersedes and superseded_by (claim ids),
    evidence (unchanged: True, False, or None where it was not checked; statement), findings, verdict, origin, reviews
    (of this claim, oldest first), verify. UnknownClaim otherwise.
    """
    return next(build_all(evidence, [find_claim(evidence, claim_id)], reviews))


def build_all(evidence: Evidence, claims: Iterable[Claim], reviews: Sequence[Review] = ()) -> Iterator[Passport]:
    """The passports of some claims of the run, in their order."""
    documents = {page.document_id: page for page in evidence.documents}
    captures = {page.capture_id: page for page in evidence.captures}
    verdicts = {verdict.claim_id: verdict for verdict in evidence.verdicts}
    origins = {origin.document_id: origin.origin_id for origin in evidence.origins}
    found: dict[str, list[Finding]] = {}
    for finding in evidence.findings:
        for claim_id in finding.claim_ids:
            found.setdefault(claim_id, []).append(finding)
    voices: dict[str, list[Document]] = {}
    for page in sorted(evidence.documents, key=lambda page: (page.published or date.max, page.url)):
        voices.setdefault(origins.get(page.document_id, page.document_id), []).append(page)
    links: dict[str, list[OriginLink]] = {}
    for link in evidence.links:
        for name in (link.document_a, link.document_b):
            links.setdefault(name, []).append(link)
    also: dict[str, list[str]] = {}
    for sighting in evidence.sightings:
        also.setdefault(sighting.claim_id, []).append(sighting.document_id)
    readings = {claim.claim_id: claim for claim in evidence.readings}
    later = {claim.supersedes: claim.claim_id for claim in evidence.claims if claim.supersedes}
    for claim in claims:
        document, capture = documents.get(claim.document_id), captures.get(claim.document_id)
        findings, verdict = found.get(claim.claim_id, []), verdicts.get(claim.claim_id)
        origin = origins.get(claim.document_id, claim.document_id)
        yield {
            "claim_id": claim.claim_id,
            "sample": evidence.sample,
            "value": _value(claim),
            "about": _about(claim),
            "words": _words(claim, document),
            "document": _document(document),
            "capture": _capture(capture),
            "also_captured": [_capture(captures[name]) for name in also.get(claim.claim_id, ()) if name in captures],
            "corrected": _corrections(claim, readings.get(claim.claim_id)),
            "supersedes": claim.supersedes,
            "superseded_by": later.get(claim.claim_id),
            "evidence": _evidence(findings, capture),
            "findings": [_finding(finding) for finding in findings],
            "verdict": _verdict(verdict, findings, evidence) if verdict else None,
            "origin": _origin(origin, voices.get(origin, ()), claim.document_id)
            | {"joined": _joined(links.get(claim.document_id, ()), claim.document_id, documents)},
            "reviews": [_review(review) for review in reviews if review.claim_id == claim.claim_id],
            "verify": [f"dalel show {claim.claim_id}", "dalel verify"],
        }


def _value(claim: Claim) -> dict[str, Any]:
    said = {
        language: amount(claim.value, claim.value_max, claim.unit, claim.modality, language) for language in LANGUAGES
    }
    return {
        "value": str(claim.value),
        "value_max": None if claim.value_max is None else str(claim.value_max),
        "unit": claim.unit,
        "modality": claim.modality,
        "amount": said,
    }


def _about(claim: Claim) -> dict[str, Any]:
    return {
        "measure": claim.measure,
        "counted": claim.counted,
        "topic": claim.topic,
        "indicator": claim.indicator,
        "region": claim.region,
        "region_name": {language: names.region(claim.region, language, claim.borders) for language in LANGUAGES},
        "borders": claim.borders.isoformat() if claim.borders else None,
        "place": claim.place,
        "as_of": claim.as_of,
        "status": claim.status,
        "speaker": claim.speaker,
        "whole_id": claim.whole_id,
        "repeats": claim.repeats,
    }


def _words(claim: Claim, document: Document | None) -> dict[str, Any]:
    return {
        "quote": claim.quote,
        "sentence": claim.sentence,
        "marked": marked(claim.sentence, claim.quote, claim.start - claim.sentence_start),
        "field": claim.field,
        "start": claim.start,
        "end": claim.end,
        "language": document.language if document else None,
        "script": document.script if document else None,
    }


def _document(document: Document | None) -> dict[str, Any] | None:
    if document is None:
        return None
    return {
        "document_id": document.document_id,
        "title": document.title,
        "outlet": document.outlet,
        "author": document.author,
        "credit": document.credit,
        "url": document.url,
        "published": document.published.isoformat() if document.published else None,
        "published_basis": document.published_basis,
    }


def _capture(capture: Capture | None) -> dict[str, Any] | None:
    if capture is None:
        return None
    return {
        "source": capture.source,
        "captured_at": capture.captured_at.isoformat().replace("+00:00", "Z"),
        "url": capture.url,
        "status": capture.status,
        "media_type": capture.media_type,
        "sha256": capture.sha256,
        "warc": f"data/raw/{capture.warc}",
        "offset": capture.offset,
        "length": capture.length,
    }


def _corrections(claim: Claim, reading: Claim | None) -> list[dict[str, Any]]:
    """What an editor corrected, with the reading beside it; empty where nothing was."""
    if reading is None:
        return []
    pairs = ((part.name, getattr(reading, part.name), getattr(claim, part.name)) for part in fields(Claim))
    return [
        {"attribute": name, "read": None if read is None else str(read), "corrected": None if now is None else str(now)}
        for name, read, now in pairs
        if read != now
    ]


def _evidence(findings: Sequence[Finding], capture: Capture | None) -> dict[str, Any]:
    checked = [finding for finding in findings if finding.check == EVIDENCE_CHECK]
    broken = [finding for finding in checked if finding.severity == "broken"]
    unchanged = None if not checked else not broken
    reason = broken[0].explanation if broken else ""
    sha256 = capture.sha256 if capture else "unknown"
    return {"unchanged": unchanged, "statement": STATEMENTS[unchanged].format(sha256=sha256, reason=reason)}


def _origin(origin_id: str, voices: Sequence[Document], own: str) -> dict[str, Any]:
    others = [page for page in voices if page.document_id != own]
    return {
        "origin_id": origin_id,
        "retold_by": [{"outlet": page.outlet, "url": page.url, "title": page.title} for page in others],
    }


def _joined(links: Iterable[OriginLink], own: str, documents: Mapping[str, Document]) -> list[dict[str, Any]]:
    """Why the page is one voice with others, or only looks like it (a series), in every language."""
    told = []
    for link in links:
        other = documents.get(link.document_b if link.document_a == own else link.document_a)
        if other is not None:
            reasons = {language: joined(link, language) for language in LANGUAGES}
            told.append({"outlet": other.outlet, "url": other.url, "reason": link.reason, "because": reasons})
    return told


def _finding(finding: Finding) -> dict[str, Any]:
    """What a check says: severity, kind, named parts, intervals as printed, and its sentence in every language."""
    parts = {part.name: list(part.claim_ids) for part in finding.parts}
    spans = {
        one.claim_id: [None if end is None else str(end) for end in (one.low, one.high)] for one in finding.intervals
    }
    return {
        "check": finding.check,
        "severity": finding.severity,
        "kind": finding.kind,
        "claim_ids": list(finding.claim_ids),
        "parts": parts,
        "intervals": spans,
        "arithmetic": finding.arithmetic,
        "explanation": finding.explanation,
        "explanations": {language: explain(finding, language) for language in LANGUAGES},
    }


def _verdict(verdict: Verdict, findings: Sequence[Finding], evidence: Evidence) -> dict[str, Any]:
    """Verdict and why, in every language, with the rule it was given by."""
    return {
        "verdict": verdict.verdict,
        "because": verdict.because,
        "reason": verdict.reason,
        "reasons": {language: reason(verdict, findings, language) for language in LANGUAGES},
        "origins": verdict.origins,
        "rule": asdict(evidence.rule),
    }


def _review(review: Review) -> dict[str, Any]:
    return asdict(review) | {"decided": review.decided.isoformat(), "corrections": dict(review.corrections)}
