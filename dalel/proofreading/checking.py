"""A manuscript -> its marks: every number read as a claim, looked up, recomputed, and said of what it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dalel import checks
from dalel.checks.foundation.discovery import load_checks
from dalel.claims.finding import find_claims
from dalel.proofreading.arithmetic import derived
from dalel.proofreading.index import Index
from dalel.proofreading.manuscripts import Manuscript
from dalel.proofreading.marks import FindingName, Mark
from dalel.proofreading.meant import candidates, told
from dalel.proofreading.subjects import subjects
from dalel.records import Claim, Document, Finding
from dalel.topics import Topic

BACK = 2  # sentences before a number that it may have been computed from
WORSE = {"contradicted": "contradicted", "superseded": "superseded", "rejected": "rejected"}


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of one number before the text's own arithmetic is looked at."""

    claims: tuple[str, ...]
    differs: tuple[str, ...]
    agrees: bool


@dataclass(frozen=True, slots=True)
class _Said:
    finding: FindingName
    claims: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()
    arithmetic: str | None = None


def check(manuscript: Manuscript, index: Index, topics: Mapping[str, Topic]) -> list[Mark]:
    """The marks of a manuscript, by place; every number that is read has one, a number said twice two."""
    found: list[Mark] = []
    for number, document in enumerate(manuscript.documents):
        claims = find_claims(document, topics)
        known = _looked_up(claims, document, index)
        own = _own(claims, document)
        for claim in claims:
            said = _said(claim, claims, document, known, own)
            found.append(_mark(manuscript, number, claim, said))
    return sorted(found, key=lambda mark: (mark.start, mark.end))


def _looked_up(claims: Sequence[Claim], document: Document, index: Index) -> dict[str, _Known]:
    known = {}
    for subject in subjects(claims, {document.document_id: document.language}):
        chosen = told(found) if (found := candidates(index, subject)) else []
        ids = tuple(one.subject.claim.claim_id for one in chosen)
        verdicts = dict.fromkeys(WORSE.get(index.verdicts.get(one, ""), "") for one in ids)
        differs = chosen[0].differs if chosen else ()
        if ids and not differs and "" not in verdicts:  # no claim that still stands says it
            differs = tuple(verdicts)
        known[subject.claim.claim_id] = _Known(ids, differs, bool(ids) and not differs)
    return known


def _said(
    claim: Claim, claims: Sequence[Claim], document: Document, known: Mapping[str, _Known], own: Mapping[str, Finding]
) -> _Said:
    at = known[claim.claim_id]
    if at.agrees:
        return _Said("backed", at.claims)
    before = _before(claim, claims, known)
    made = derived(claim, document.language, before)
    if made is not None and made.holds:
        return _Said("derived", _ids(made.operands, known), (), made.arithmetic)
    if at.differs:
        return _Said("drift", at.claims, at.differs)
    if made is not None:
        return _Said("derived", _ids(made.operands, known), ("arithmetic",), made.arithmetic)
    if claim.claim_id in own:
        finding = own[claim.claim_id]
        differs = ("arithmetic",) if finding.severity == "conflict" else ()
        return _Said("own", (), differs, finding.arithmetic)
    return _Said("unbacked")


def _ids(operands: Sequence[Claim], known: Mapping[str, _Known]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for claim in operands for one in known[claim.claim_id].claims[:1]))


def _before(claim: Claim, claims: Sequence[Claim], known: Mapping[str, _Known]) -> list[Claim]:
    """Numbers of its sentence and of those before it that the archive backs, the nearest first."""
    starts = sorted({one.sentence_start for one in claims if one.field == claim.field})
    first = starts[max(0, starts.index(claim.sentence_start) - BACK)]
    near = [
        one
        for one in claims
        if one is not claim
        and one.field == claim.field
        and first <= one.sentence_start <= claim.sentence_start
        and known[one.claim_id].agrees
    ]
    return sorted(near, key=lambda one: (abs(one.start - claim.start), one.start))


def _own(claims: Sequence[Claim], document: Document) -> dict[str, Finding]:
    """What the arithmetic checks say of the text's own numbers, by claim; a conflict before what holds."""
    case = checks.Case(
        claims=claims, documents={document.document_id: document}, origins={}, captures={}, payload=lambda _: b""
    )
    found: dict[str, Finding] = {}
    for one in load_checks().values():
        if one.role == "arithmetic":
            for finding in sorted(one.check(case), key=lambda finding: (finding.kind, finding.claim_ids)):
                for claim_id in finding.claim_ids:
                    if claim_id not in found or finding.severity == "conflict":
                        found[claim_id] = finding
    return found


def _mark(manuscript: Manuscript, number: int, claim: Claim, said: _Said) -> Mark:
    start, end = manuscript.span(number, claim.field, claim.start, claim.end)
    return Mark(
        start=start,
        end=end,
        text=manuscript.given[start:end],
        value=claim.value,
        value_max=claim.value_max,
        unit=claim.unit,
        modality=claim.modality,
        finding=said.finding,
        claims=said.claims,
        differs=said.differs,
        arithmetic=said.arithmetic,
        sentence=claim.sentence,
        at=claim.start - claim.sentence_start,
        quote=claim.quote,
        part=number,
        field=claim.field,
        low=claim.start,
        high=claim.end,
    )
