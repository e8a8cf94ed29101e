"""Does a sum that only grows within a year, such as what was saved since January, get smaller from page to page?

Topics say which of their indicators grow (`accumulates`). Two statements of one calendar year are compared, of one
indicator, region in its borders, place, unit and standing, each told by a page with a day. It is noted, no conflict:
the later page may count less.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dalel.checks.foundation import comparison
from dalel.checks.foundation.case import Case
from dalel.checks.foundation.examples import Example, Page
from dalel.checks.foundation.findings import Given, fact, finding
from dalel.checks.foundation.precision import span
from dalel.records import Claim, Finding

ROLE = "plausibility"
CHECK = "sum_only_grows"

_SAVED = "Сэкономили [27 млрд тенге|27000000000 KZT saving indicator=kindergartens.saving as_of={} status=actual]."
_LESS = _SAVED.replace("27 млрд", "21,8 млрд").replace("27000000000", "21800000000")
_APRIL, _DECEMBER = date(2025, 4, 15), date(2025, 12, 29)

EXAMPLES = (
    Example(
        pages=[
            Page(text=_SAVED.format("2025-04"), published=_APRIL),
            Page(text=_LESS.format("2025"), published=_DECEMBER),
        ],
        says=[("note", "fell")],
    ),
)
NOT_EXAMPLES = (
    # it grew
    Example(
        pages=[
            Page(text=_LESS.format("2025-04"), published=_APRIL),
            Page(text=_SAVED.format("2025"), published=_DECEMBER),
        ]
    ),
    # of another year
    Example(
        pages=[
            Page(text=_SAVED.format("2024"), published=_APRIL),
            Page(text=_LESS.format("2025"), published=_DECEMBER),
        ]
    ),
    # of a month, told later: no sum of the year
    Example(
        pages=[
            Page(text=_SAVED.format("2025-04"), published=_APRIL),
            Page(text=_LESS.format("2025-02"), published=_DECEMBER),
        ]
    ),
    # damage of one case and of another
    Example(
        pages=[
            Page(text=text.format("2025").replace("saving", "damage"), published=day)
            for text, day in ((_SAVED, _APRIL), (_LESS, _DECEMBER))
        ]
    ),
    # nobody knows when the page was published
    Example(pages=[Page(text=_SAVED.format("2025-04")), Page(text=_LESS.format("2025"), published=_DECEMBER)]),
)


def check(case: Case) -> Iterator[Finding]:
    """One finding per subject and year: its largest earlier sum beside the first later page that states less."""
    growing = {one.id for topic in case.topics.values() for one in topic.indicators if one.accumulates}
    for claims in comparison.subjects(case):
        if claims[0].indicator in growing:
            yield from _falls(claims, case)


def _falls(claims: Sequence[Claim], case: Case) -> Iterator[Finding]:
    dated = sorted(
        (day, claim.claim_id, claim)
        for claim in claims
        if claim.as_of and "/" not in claim.as_of and (day := case.documents[claim.document_id].published)
    )
    told: set[str] = set()
    for later, (day, _, claim) in enumerate(dated):
        year = (claim.as_of or "")[:4]
        before = [
            (when, one)
            for when, _, one in dated[:later]
            if when < day and (one.as_of or "")[:4] == year and _reaches(one, claim)
        ]
        above = [(when, one) for when, one in before if _more(one, claim)]
        if above and year not in told:
            told.add(year)
            when, most = max(above, key=lambda pair: (pair[1].value, pair[0]))
            yield _finding((when, most), (day, claim))


def _reaches(earlier: Claim, later: Claim) -> bool:
    """Whether the period of the later claim ends with or after that of the earlier one."""
    return len(later.as_of or "") == len("2025") or (later.as_of or "") >= (earlier.as_of or "")


def _more(earlier: Claim, later: Claim) -> bool:
    low, high = span(earlier)[0], span(later)[1]
    return low is not None and high is not None and low > high


def _finding(earlier: tuple[date, Claim], later: tuple[date, Claim]) -> Finding:
    facts: dict[str, Given] = {
        "earlier": fact("earlier", earlier[1]),
        "later": fact("later", later[1]),
        "earlier_day": earlier[0].isoformat(),
        "later_day": later[0].isoformat(),
    }
    return finding(CHECK, "note", "fell", {"earlier": earlier[1], "later": later[1]}, facts)
