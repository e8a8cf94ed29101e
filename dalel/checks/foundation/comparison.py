"""Which claims of different pages may be laid side by side: same indicator, same borders, same time, same standing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from dalel.checks.foundation import scope
from dalel.checks.foundation.case import Case, reading_order
from dalel.records import Claim

# a year's figure may grow within the year: pages of one month speak of one state of affairs
ONE_STATE = timedelta(days=31)
# pages further apart than this do not speak of one state of affairs, even where neither says of when
ONE_STORY = timedelta(days=400)

Subject = tuple[object, ...]


def subjects(case: Case) -> Iterator[list[Claim]]:
    """Claims with an indicator, grouped by what they are about, time left aside; in a fixed order."""
    found: dict[Subject, list[Claim]] = {}
    for claim in sorted(case.claims, key=reading_order):
        told = claim.indicator and claim.region and claim.status  # what is not told is never equal to anything
        if told and claim.value_max is None and claim.document_id in case.documents:
            found.setdefault(_subject(claim), []).append(claim)
    yield from found.values()


def compatible(a: Claim, b: Claim, case: Case) -> bool:
    """True where two claims on one subject may be of one time.

    A plan stands until another is told: the days on which two pages tell it do not part it, only periods in words do.
    """
    standing = a.status == b.status == "planned" and (_by_page_alone(a) or _by_page_alone(b))
    return (scope.same_time(a, b) or standing) and _within(a, b, case, ONE_STORY, unknown=True)


def simultaneous(a: Claim, b: Claim, case: Case) -> bool:
    """True where they certainly are: the same day or month, or the same period told of within a month."""
    if a.as_of is None or a.as_of != b.as_of:
        return False
    precise = "/" not in a.as_of and a.as_of.count("-") > 0
    return precise or _within(a, b, case, ONE_STATE, unknown=False)


def significant(claim: Claim) -> int:
    """How many digits of the value are its own: 3 for 22 500, 1 for 8 000 000."""
    return len(f"{claim.value:f}".replace(".", "").strip("0"))


def outlets(claims: list[Claim], case: Case) -> str:
    """The outlets of these claims, each once, sorted."""
    return ", ".join(sorted({case.documents[claim.document_id].outlet for claim in claims}))


def _subject(claim: Claim) -> Subject:
    status = "actual" if claim.status == "claimed" else claim.status
    return claim.indicator, claim.region, str(claim.borders), claim.place or "", claim.unit or "", status


def _by_page_alone(claim: Claim) -> bool:
    """Whether no word of the page says of when the claim is, only the day the page was published."""
    grounds = {ground.field for ground in claim.grounds if ground.attribute == "as_of"}
    return grounds == {"published"}


def _within(a: Claim, b: Claim, case: Case, span: timedelta, unknown: bool) -> bool:
    days = [case.documents[claim.document_id].published for claim in (a, b)]
    known = sorted(day for day in days if day is not None)
    return all(later - earlier <= span for earlier, later in pairwise(known)) if len(known) == 2 else unknown
