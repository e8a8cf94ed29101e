"""Does a number in a headline or lead agree with the number of the body that it repeats?

Headlines round ("23 thousand" for 22 870), cut off ("45 million" for 45.7) and drop "about" and "more than": that is
noted. A headline that no rounding explains is a conflict. Agreement confirms nothing, it is the same voice twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dalel.checks.foundation.case import Case, pages
from dalel.checks.foundation.examples import Example, Page, silent
from dalel.checks.foundation.findings import finding
from dalel.checks.foundation.precision import fit
from dalel.records import Claim, Finding, Severity

ROLE = "plausibility"
CHECK = "headline_matches_body"
LOOSE = Decimal("0.10")  # a bound in a headline ("more than 22 thousand") lies this near the number it stands for

EXAMPLES = (
    Example(
        pages=[
            Page(
                title="Купят [23 тысячи устройств|23000 device device_count repeats=22870]",
                text="Денег хватит на [22870 устройств|22870 device device_count].",
            )
        ],
        says=[("note", "headline-rounded")],
    ),
    Example(
        pages=[
            Page(
                title="Заработали [45 млн тенге|45000000 KZT damage repeats=45700000]",
                text="Вывели [45,7 млн тенге|45700000 KZT damage].",
            )
        ],
        says=[("note", "headline-cut")],
    ),
    Example(
        pages=[
            Page(
                title="Присвоили [8 млн тенге|8000000 KZT damage repeats=8000000]",
                text="Израсходовали [более 8 млн тенге|8000000 KZT damage modality=more_than].",
            )
        ],
        says=[("note", "headline-wording")],
    ),
    Example(
        pages=[
            Page(
                title="Построят [62 школы|62 school institution_count repeats=62]",
                text="В списке [62 школы|62 school institution_count].",
            )
        ],
        says=[("holds", "headline-same")],
    ),
    Example(
        pages=[
            Page(
                title="Купили [почти 1,5 тысячи|1500 device device_count modality=almost repeats=1454]",
                text="Купили [1454 компьютера|1454 device device_count].",
            )
        ],
        says=[("note", "headline-near")],
    ),
    Example(
        pages=[
            Page(
                title="Купят [27 тысяч устройств|27000 device device_count repeats=22870]",
                text="Денег хватит на [22870 устройств|22870 device device_count].",
            )
        ],
        says=[("conflict", "headline-other")],
    ),
)
NOT_EXAMPLES = (
    # nothing says that they are the same number
    Example(
        pages=[
            Page(
                title="Не связаны [84%|84 percent share] школ",
                text="Подключены лишь [16%|16 percent share] школ.",
            )
        ]
    ),
    silent("Денег хватит на [22870 устройств|22870 device device_count]."),
)


def check(case: Case) -> Iterator[Finding]:
    """One finding per headline or lead number that is known to repeat one of the body."""
    for claims in pages(case).values():
        known = {claim.claim_id: claim for claim in claims}
        for claim in claims:
            body = known.get(claim.repeats or "")
            if claim.field != "text" and body is not None and body.unit == claim.unit:
                yield _judged(claim, body)


def _judged(head: Claim, body: Claim) -> Finding:
    if head.value == body.value and head.modality == body.modality:
        return _finding(head, body, "holds", "headline-same")
    if head.value == body.value:
        return _finding(head, body, "note", "headline-wording")
    how = fit(body.value, head)
    if how in ("rounded", "truncated"):
        return _finding(head, body, "note", "headline-rounded" if how == "rounded" else "headline-cut")
    if how is not None and abs(head.value - body.value) <= body.value * LOOSE:
        return _finding(head, body, "note", "headline-near")
    return _finding(head, body, "conflict", "headline-other")


def _finding(head: Claim, body: Claim, severity: Severity, kind: str) -> Finding:
    return finding(CHECK, severity, kind, {"head": head, "body": body}, {"field": head.field})
