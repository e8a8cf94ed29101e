"""Do independent origins state different values of the same thing at the same time?

Only exact values are compared, of one indicator, region in its borders, place, unit, standing and as-of date, and not
where one is the other rounded. A page that states several values under one such description evidently speaks of several
things, which the description cannot tell apart: it is left out. A figure of a year may grow within the year, so it
only conflicts between pages published within a month of each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from dalel.checks.foundation import comparison
from dalel.checks.foundation.case import Case, origin
from dalel.checks.foundation.examples import Example, Page
from dalel.checks.foundation.findings import Given, fact, finding
from dalel.checks.foundation.precision import fit_printed, printed_step
from dalel.records import Claim, Finding

ROLE = "independence"

_HERE = "Подключены [302 школы|302 school ratio_part indicator=cameras.integrated as_of=2023-03]."
_THERE = "Подключены [306 школ|306 school ratio_part indicator=cameras.integrated as_of=2023-03]."

EXAMPLES = (
    Example(
        pages=[Page(text=_HERE), Page(text=_THERE)],
        says=[("conflict", "p1.example: 302 schools; p2.example: 306 schools")],
    ),
)
NOT_EXAMPLES = (
    # one origin: a reprint with a slip is found by reading, not by counting voices
    Example(pages=[Page(text=_HERE, origin="p1"), Page(text=_THERE, origin="p1")]),
    Example(pages=[Page(text=_HERE), Page(text=_THERE.replace("2023-03", "2023-10"))]),
    Example(pages=[Page(text=_HERE), Page(text=_THERE.replace(" as_of=2023-03", ""))]),
    Example(pages=[Page(text=_HERE), Page(text=_THERE.replace("2023-03]", "2023-03 modality=about]"))]),
    Example(pages=[Page(text=_HERE), Page(text=_THERE, facts={"region": "KZ-27"})]),
    Example(pages=[Page(text=_HERE), Page(text=_THERE, facts={"status": "planned"})]),
    # growth within a year
    Example(pages=[Page(text=_HERE.replace("2023-03", "2023")), Page(text=_THERE.replace("2023-03", "2023"))]),
    # one page gives two such values: what is counted differs
    Example(pages=[Page(text=_HERE + " " + _THERE.replace("306", "14")), Page(text=_THERE)]),
    # 45,7 million and, rounded, 46 million
    Example(
        pages=[
            Page(text="Вывели [45,7 млн|45700000 KZT damage indicator=kindergartens.damage as_of=2021-12]."),
            Page(text="Вывели [46 млн|46000000 KZT damage indicator=kindergartens.damage as_of=2021-12]."),
        ]
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """One finding per pair of origins that contradict each other on one subject."""
    for claims in comparison.subjects(case):
        firm = [claim for claim in claims if claim.modality == "exact"]
        voices = _voices(firm, case)
        for number, (one, here) in enumerate(voices):
            for other, there in voices[number + 1 :]:
                if one != other and _contradict(here[0], there[0], case):
                    yield _finding(here, there, case)


def _voices(claims: Sequence[Claim], case: Case) -> list[tuple[str, list[Claim]]]:
    """The claims of each origin and as-of date, where they are of one value."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        found.setdefault((origin(case, claim), claim.as_of or ""), []).append(claim)
    return [(name, group) for (name, _), group in sorted(found.items()) if len({claim.value for claim in group}) == 1]


def _contradict(a: Claim, b: Claim, case: Case) -> bool:
    return a.value != b.value and comparison.simultaneous(a, b, case) and not _rounded(a, b) and not _rounded(b, a)


def _rounded(exact: Claim, printed: Claim) -> bool:
    step: Decimal = printed_step(printed)
    return step > printed_step(exact) and fit_printed(exact.value, printed.value, step) is not None


def _finding(here: list[Claim], there: list[Claim], case: Case) -> Finding:
    facts: dict[str, Given] = {
        "one": fact("one", here[0]),
        "other": fact("other", there[0]),
        "one_outlets": comparison.outlets(here, case),
        "other_outlets": comparison.outlets(there, case),
    }
    parts = {"stated": sorted((*here, *there), key=lambda claim: claim.claim_id)}
    return finding("conflicts_between_origins", "conflict", "origins-differ", parts, facts)
