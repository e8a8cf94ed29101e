"""Claims with a deadline -> promises.

A figure is promised where its page tells that it is still to come (planned, contracted, needed), or gives its word for
it ("promises to", "обещает"), and tells until when, with a day that is not before its own. The deadline is the one that
told the claim its date, else the nearest of its sentence. Headlines and leads that repeat a figure add nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from dalel.promises.deadlines import find_deadlines, folded_low
from dalel.promises.periods import last_of
from dalel.promises.subjects import Frames, Subject, frames_of, subject
from dalel.promises.tables import deeds
from dalel.promises.words import manner
from dalel.records import Claim, Document
from dalel.records.promises import Due, Kind, Promise

YEAR = re.compile(r"(?:19|20)\d\d")
SOME_DAY = date(2000, 1, 1)  # to read printed dates of a page without a day of its own
AHEAD = ("planned", "contracted", "needed")
WEAK = ("a sentence without", "as the number before", "predicate: be, now", "predicate: verb, now")


def find_promises(document: Document, claims: Sequence[Claim]) -> list[tuple[Promise, Subject]]:
    """The promises among the claims of one document, in their order, each with what it is about."""
    if document.language not in ("kk", "ru", "en"):
        return []
    fields = dict.fromkeys(claim.field for claim in claims)
    dues = [due for field in fields for due in _deadlines(document, field)]
    frames = frames_of(claims)
    found = []
    for claim in claims:
        made = _promise(document, claim, dues, frames)
        if made is not None:
            found.append(made)
    return found


def _promise(document: Document, claim: Claim, dues: Sequence[Due], frames: Frames) -> tuple[Promise, Subject] | None:
    if claim.repeats is not None or claim.measure in deeds()["never"]["measures"] or claim.label == "DURATION":
        return None
    due = _bound(claim, dues)
    if due is None or (document.published is not None and not _to_come(due, document.published)):
        return None
    about = subject(claim, document, frames)
    if _put_off(document, claim, about):
        about = replace(about, deed="plan")  # the verb tells the moving, not the act that was moved
    elif not _ahead(claim, due, about):
        return None
    condition = manner(document.language, "conditions").search(about.sentence)
    made = Promise(
        promise_id="p" + claim.claim_id[1:],
        claim_id=claim.claim_id,
        kind=_kind(claim, about),
        due=due,
        said=document.published,
        deed=about.deed,
        named=tuple(sorted(about.own)),
        condition=condition[0] if condition else None,
    )
    return made, about


def _deadlines(document: Document, field: str) -> list[Due]:
    found = find_deadlines(document.field(field), document.language, document.published or SOME_DAY, field)
    if document.published is not None:
        return found
    return [due for due in found if YEAR.search(due.words) and not due.rule.startswith("within")]


def _to_come(due: Due, said: date) -> bool:
    """Whether a deadline lies ahead of the page; its own day without a limit is only the day it was told on."""
    return due.last >= said if due.limit else due.last > said


def _bound(claim: Claim, dues: Iterable[Due]) -> Due | None:
    """The deadline of a claim: in its sentence the words that told its date, else the nearest; else a limit elsewhere
    on the page that told its date.
    """
    near = [due for due in dues if due.end <= claim.start or claim.end <= due.start]  # no term is its own deadline
    told = [due for due in near if _told_date(claim, due)]
    inside = [
        due for due in near
        if due.field == claim.field and claim.sentence_start <= due.start and due.end <= claim.sentence_end
    ]  # fmt: skip
    ends = last_of(claim.as_of.split("/")[1]) if claim.as_of and "/" in claim.as_of else None
    total = [due for due in inside if due.last == ends]  # of "2.3 trillion: 500 billion in 2023, … in 2025"
    near_by = sorted(inside, key=lambda due: (_gap(claim, due), due.start))
    own = total or [due for due in told if due in inside] or near_by
    return next(iter([*own, *(due for due in told if due.limit)]), None)


def _told_date(claim: Claim, due: Due) -> bool:
    return any(
        ground.attribute == "as_of" and due.field == ground.field and due.start < ground.end and ground.start < due.end
        for ground in claim.grounds
    )


def _gap(claim: Claim, due: Due) -> int:
    return due.start - claim.end if due.start >= claim.end else claim.start - due.end


def _ahead(claim: Claim, due: Due, about: Subject) -> bool:
    """Whether the figure is still to come: its status says so, or its page gives its word for it."""
    if claim.status in AHEAD:
        return claim.status != "contracted" or due.limit  # a contract of this year is no promise for its end
    if not due.limit or not manner(about.language, "vows").search(about.sentence):
        return False
    rules = [ground.rule for ground in claim.grounds if ground.attribute == "status"]
    return claim.status is None or (claim.status == "actual" and any(rule.startswith(WEAK) for rule in rules))


def _put_off(document: Document, claim: Claim, about: Subject) -> bool:
    """Whether the predicate of the figure is that it was moved: "120 көпірді жөндеу … кейінге шегерілді"."""
    told = [
        ground for ground in claim.grounds if ground.attribute == "status" and ground.rule.startswith("predicate: ")
    ]
    moves = manner(document.language, "moves")
    words = [folded_low(document.field(one.field)[one.start : one.end], document.language)[1] for one in told]
    return claim.status == "actual" and any(moves.search(low) for low in words)


def _kind(claim: Claim, about: Subject) -> Kind:
    if manner(about.language, "orders").search(about.sentence):
        return "ordered"
    return "contracted" if claim.status == "contracted" else "needed" if claim.status == "needed" else "planned"
