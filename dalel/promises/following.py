"""The ledger: every promise with what later pages tell of it, as of the last day of collection.

    kept            a figure told as done covers all that was promised
    kept in part    the telling pages cover less of it: short by the rest
    broken          after the deadline a page says that it has not come about
    moved           a later page gives another deadline or another amount; the first deadline stays the yardstick
    nothing found   the deadline has passed and no page tells: neither a failure nor a success
    not due         the deadline is still to come

What is done comes before what is denied, and both before what was moved. The clock has no say: a deadline has passed
where something was collected after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from dalel.promises import matching
from dalel.promises.deadlines import find_deadlines
from dalel.promises.finding import find_promises
from dalel.promises.subjects import Subject, subjects
from dalel.records import Claim, Document
from dalel.records.promises import Followed, Promise, Reason, Role, Shared, State, Step

BELOW = ("almost", "less_than", "at_most")  # a figure that says less than its value
EXACT = ("exact", "about", "range")
Key = tuple[str | None, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Said:
    """A promise with what it is about."""

    promise: Promise
    about: Subject

    @property
    def order(self) -> tuple[bool, date, str]:
        """Oldest first; of pages without a day last."""
        return self.promise.said is None, self.promise.said or date.max, self.promise.promise_id


def follow(documents: Sequence[Document], claims: Sequence[Claim], today: date) -> list[Followed]:
    """The ledger of these claims on the day `today`, by deadline and id; what is said again or moved is one line."""
    by_page: dict[str, list[Claim]] = {}
    for claim in claims:
        by_page.setdefault(claim.document_id, []).append(claim)
    said: list[Said] = []
    others: dict[Key, list[Subject]] = {}
    named: dict[str, frozenset[date]] = {}
    for document in documents:
        own = by_page.get(document.document_id, [])
        found = [Said(promise, about) for promise, about in find_promises(document, own)]
        said += found
        named[document.document_id] = _named_days(document, found)
        promised = {one.promise.claim_id for one in found}
        for one in subjects(document, own):
            if one.claim.repeats is None and one.claim.claim_id not in promised:
                others.setdefault(_key(one), []).append(one)
    lines = _chains(sorted(said, key=lambda one: one.order), named)
    made = [_line(first, later, others.get(_key(first.about), ()), today) for first, later in lines]
    return sorted(made, key=lambda line: (line.promise.due.last, line.promise.promise_id))


def _key(about: Subject) -> Key:
    return about.claim.unit, about.claim.region, about.claim.place


def _named_days(document: Document, found: Sequence[Said]) -> frozenset[date]:
    """Deadlines that a page with promises names in its text, those of the past included."""
    if not found or document.published is None:
        return frozenset()
    return frozenset(due.last for due in find_deadlines(document.text, document.language, document.published))


def _chains(said: Iterable[Said], named: Mapping[str, frozenset[date]]) -> list[tuple[Said, list[tuple[Said, Step]]]]:
    """Promises in the order they were made, each with the later ones that are the same promise."""
    lines: dict[Key, list[tuple[Said, list[tuple[Said, Step]]]]] = {}
    for one in said:
        beside = lines.setdefault(_key(one.about), [])
        for first, later in beside:
            shared = _same(first, one, named)
            if shared is not None:
                later.append((one, _step(one, first, shared)))
                break
        else:
            beside.append((one, []))
    return [line for beside in lines.values() for line in beside]


def _same(first: Said, one: Said, named: Mapping[str, frozenset[date]]) -> tuple[Shared, ...] | None:
    mentions = named[one.about.claim.document_id]
    if one.about.claim.document_id == first.about.claim.document_id:
        return None
    if one.promise.said == first.promise.said and _alike(first, one):
        return matching.same_thing(first.about, one.about)
    return matching.again(first.promise, first.about, one.promise, one.about, mentions)


def _alike(first: Said, one: Said) -> bool:
    return one.promise.due.last == first.promise.due.last and one.about.claim.value == first.about.claim.value


def _step(one: Said, first: Said, shared: tuple[Shared, ...]) -> Step:
    role: Role = "again"
    if one.promise.due.last != first.promise.due.last:
        role = "moved_day"
    elif one.about.claim.value != first.about.claim.value:
        role = "moved_amount"
    return Step(claim_id=one.promise.claim_id, role=role, shared=shared, day=one.promise.said)


@dataclass(frozen=True, slots=True)
class Told:
    """A later figure of the same thing: how much of the promise it states as done, and since when it can be told."""

    step: Step
    about: Subject
    done: Decimal


def _line(first: Said, later: Sequence[tuple[Said, Step]], others: Iterable[Subject], today: date) -> Followed:
    promise, amount = first.promise, first.about.claim.value
    told = sorted(
        (found for one in others if (found := _told(first, one, amount)) is not None),
        key=lambda one: (one.step.day or date.max, one.step.claim_id),
    )
    moved = [step for _, step in later]
    due_now = max([promise.due.last, *(one.promise.due.last for one, _ in later)])
    steps = sorted([*moved, *(one.step for one in told)], key=lambda step: (step.day or date.max, step.claim_id))
    line = Followed(
        promise=promise, state="not_due", reason="not-yet", today=today, due_now=due_now, steps=tuple(steps)
    )
    full = [one for one in told if one.step.role == "delivered"]
    if full:
        return _kept(line, full)
    passed = today > promise.due.last
    rest = [one for one in told if one.step.role in ("denied", "delivered_in_part")] if passed else []
    if rest:
        return _short(line, rest, amount)
    if any(step.role == "moved_day" for step in moved):
        return _in(line, "moved", "moved-day")
    if any(step.role == "moved_amount" for step in moved):
        return _in(line, "moved", "moved-amount")
    return _in(line, "nothing_found", "silence") if passed else line


def _in(line: Followed, state: State, reason: Reason) -> Followed:
    return replace(line, state=state, reason=reason)


def _told(first: Said, one: Subject, amount: Decimal) -> Told | None:
    shared = matching.denied(first.promise, first.about, one)
    if shared is not None:
        step = Step(claim_id=one.claim.claim_id, role="denied", shared=shared, day=one.day)
        return Told(step, one, max(Decimal(0), amount - one.claim.value))
    shared = matching.delivered(first.promise, first.about, one)
    if shared is None:
        return None
    top = one.claim.value_max or one.claim.value
    full = top > amount or (top == amount and one.claim.modality not in BELOW)
    role: Role = "delivered" if full else "delivered_in_part" if _final(first, one) else "on_the_way"
    return Told(Step(claim_id=one.claim.claim_id, role=role, shared=shared, day=one.day), one, top)


def _final(first: Said, one: Subject) -> bool:
    """Whether a smaller figure tells the end and not the way: its page is of after the deadline, and it holds for all
    the time of the promise (one month of it tells that month alone), and neither figure is only a bound.
    """
    due, said = first.promise.due.last, first.promise.said
    if one.day is None or one.day <= due or one.first is None or one.last is None or one.first > due:
        return False
    own = any(ground.attribute == "as_of" and ground.field != "published" for ground in one.claim.grounds)
    if own and one.first != one.last and (said is None or one.first > said):
        return False
    return one.claim.modality in EXACT and first.about.claim.modality not in BELOW


def _kept(line: Followed, full: Sequence[Told]) -> Followed:
    """Kept, by the figure that proves most: told as of a day in time, else of a period around it, else afterwards."""
    due = line.promise.due.last
    for one in full:
        if one.about.last is not None and one.about.last <= due:
            return replace(line, state="kept", reason="kept-in-time", delivered=one.done)
    for one in full:
        if one.about.first is not None and one.about.first <= due:
            return replace(line, state="kept", reason="kept-in-period", delivered=one.done)
    one = full[0]
    own = any(ground.attribute == "as_of" and ground.field != "published" for ground in one.about.claim.grounds)
    day = one.about.first if own and one.about.first else one.step.day
    late = (day - due).days if day is not None else None
    reason: Reason = "kept-late" if own else "kept-told-later"
    return replace(line, state="kept", reason=reason, delivered=one.done, days_late=late)


def _short(line: Followed, rest: Sequence[Told], amount: Decimal) -> Followed:
    """Kept in part, by the largest figure told; broken where nothing of it has come about."""
    best = max(rest, key=lambda one: (one.done, one.step.claim_id))
    if best.done <= 0:
        return replace(line, state="broken", reason="denied", delivered=Decimal(0), short_by=amount)
    reason: Reason = "denied-in-part" if best.step.role == "denied" else "part-told"
    return replace(line, state="kept_in_part", reason=reason, delivered=best.done, short_by=amount - best.done)
