"""Whether a later figure is about what was promised: by object, deed, place, programme, period; never by value alone.

Each answer is the list of what is the same, or None where something differs or is not told. What a page leaves open
joins nothing: a figure without a place is no proof of a promise for one region.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from dalel.promises.subjects import Subject
from dalel.promises.tables import alike, deeds
from dalel.promises.words import manner
from dalel.records.promises import Promise, Shared

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
REPORTED = timedelta(days=366)  # the results of a year are told within the next one


def same_thing(promised: Subject, other: Subject) -> tuple[Shared, ...] | None:
    """What two figures share of object, place and programme; None where they are, or may be, about different things."""
    if not _same_object(promised, other) or not _same_place(promised, other):
        return None
    shared: tuple[Shared, ...] = ("object",)
    named = promised.page & other.page
    if promised.own and not promised.own & other.page:
        return None
    if other.own and not other.own & promised.page:
        return None
    if promised.claim.region is None and not (promised.own and named):
        return None
    if promised.claim.region is not None:
        shared += ("place",)
    return shared + (("programme",) if named else ())


def delivered(promise: Promise, promised: Subject, other: Subject) -> tuple[Shared, ...] | None:
    """By what a figure told as done is the delivery of a promise, all of it or a part; None where it is not."""
    if other.claim.status != "actual" or not alike(promised.deed, other.deed) or not _after(promise, other):
        return None
    if other.negated or other.spread or other.claim.measure == "ratio_whole" or _reaches_back(promise, other):
        return None
    shared = same_thing(promised, other)
    if shared is None or not _in_time_of(promise, other, "programme" in shared):
        return None
    overlaps = other.first is not None and other.first <= promise.due.last
    return _ordered("deed", *shared, *_if_period(overlaps))


def denied(promise: Promise, promised: Subject, other: Subject) -> tuple[Shared, ...] | None:
    """By what a figure is said not to have come about, after the deadline of the promise."""
    if not other.negated or other.day is None or other.day <= promise.due.last or not _after(promise, other):
        return None
    acts = {member for family in deeds()["families"].values() for member in family}
    if other.deed in acts and promised.deed in acts and not alike(promised.deed, other.deed):
        return None
    shared = same_thing(promised, other)
    if shared is None:
        return None
    overlaps = (
        other.first is not None and other.first <= promise.due.last and _begins(promise) <= (other.last or date.max)
    )
    if not overlaps and "programme" not in shared:
        return None
    return _ordered(*shared, *_if_period(overlaps))


def again(
    promise: Promise, promised: Subject, later: Promise, other: Subject, mentions: frozenset[date]
) -> tuple[Shared, ...] | None:
    """By what a later promise is the same one: said again, or with another amount, or moved to another day.

    `mentions` are deadlines that the later page names. With the same deadline the thing alone must agree; with another
    one the page must say that something was moved, name the old deadline, or name the same programme or object.
    """
    if not _after(promise, other) or not alike(promised.deed, other.deed):
        return None
    shared = same_thing(promised, other)
    if shared is None:
        return None
    if later.due.last == promise.due.last:
        return _ordered("deed", *shared, "period")
    moved = manner(other.language, "moves").search(other.sentence) is not None
    if moved or promise.due.last in mentions or ("programme" in shared and promised.claim.value == other.claim.value):
        return _ordered("deed", *shared, *_if_period(promise.due.last in mentions))
    return None


def _same_object(promised: Subject, other: Subject) -> bool:
    one, two = promised.claim, other.claim
    if one.unit != two.unit or (one.topic and two.topic and one.topic != two.topic):
        return False
    if one.measure in deeds()["never"]["relative"] and (one.indicator is None or one.indicator != two.indicator):
        return False
    nouns = promised.nouns & other.nouns if promised.language == other.language else frozenset()
    if one.unit is None:
        return bool(nouns)
    if one.unit.split("/")[0] in deeds()["never"]["generic"]:
        return bool(nouns) or (one.topic is not None and one.topic == two.topic)
    return True


def _same_place(promised: Subject, other: Subject) -> bool:
    one, two = promised.claim, other.claim
    return (one.region, one.borders, one.place) == (two.region, two.borders, two.place)


def _after(promise: Promise, other: Subject) -> bool:
    """Whether the other page is a later one; of pages without a day nothing is known to be later."""
    return promise.said is not None and other.day is not None and other.day > promise.said


def _reaches_back(promise: Promise, other: Subject) -> bool:
    """Whether the sentence names a year before the promise: a figure since then counts more than was promised."""
    first = _begins(promise).year
    return any(int(year) < first for year in YEAR.findall(other.sentence))


def _begins(promise: Promise) -> date:
    """The first day that counts for it: the year it was said in, or that of its deadline where that is later only."""
    said = promise.said or promise.due.last
    in_year = promise.due.precision == "year" and not promise.due.limit
    return date(promise.due.last.year if in_year else said.year, 1, 1)


def _in_time_of(promise: Promise, other: Subject, named: bool) -> bool:
    """Whether a figure holds for the time of the promise, or may tell its late delivery."""
    if other.first is None or other.day is None:
        return False
    if other.first < _begins(promise):
        return False
    if other.first <= promise.due.last or named:
        return True
    own = any(ground.attribute == "as_of" and ground.field != "published" for ground in other.claim.grounds)
    another_year = own and other.first.year > promise.due.last.year and len(other.claim.as_of or "") == len("2025")
    return not another_year and other.day - promise.due.last <= REPORTED


def _if_period(shared: bool) -> tuple[Shared, ...]:
    return ("period",) if shared else ()


def _ordered(*shared: Shared) -> tuple[Shared, ...]:
    order = ("object", "deed", "place", "programme", "period", "same-page")
    return tuple(sorted(set(shared), key=order.index))
