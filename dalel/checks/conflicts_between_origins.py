"""Do independent origins state different values of the same thing at the same time?

Only exact values are compared, of one indicator, region in its borders, place, unit, standing and as-of date, and not
where one is the other rounded. A page that states several values under one such description evidently speaks of several
things, which the description cannot tell apart: it is left out. A figure of a year may grow within the year, so it
only conflicts between pages published within a month of each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from dalel.checks.foundation import comparison
from dalel.checks.foundation.case import Case, origin
from dalel.checks.foundation.examples import Example, Page
from dalel.checks.foundation.findings import Given, fact, finding
from dalel.checks.foundation.precision import fit_printed, printed_step
from dalel.records import Claim, Finding

ROLE = "independence"
SEPARATE = 3  # values, each of one origin: as many cases, not one thing told in many ways
_QUOTED = re.compile(r"[«“\"]([^»”\"]{3,60})[»”\"]")

_HERE = "Подключены [302 школы|302 school ratio_part indicator=cameras.integrated as_of=2023-03]."
_THERE = "Подключены [306 школ|306 school ratio_part indicator=cameras.integrated as_of=2023-03]."

EXAMPLES = (
    Example(
        pages=[Page(text=_HERE), Page(text=_THERE)],
        says=[("conflict", "p1.example: 302 schools; p2.example: 306 schools")],
    ),
)
NOT_EXAMPLES = (
    # three pages, three numbers: separate cases
    Example(pages=[Page(text=_HERE), Page(text=_THERE), Page(text=_HERE.replace("302", "17"))]),
    # two kindergartens
    Example(pages=[Page(text=_HERE[:-1] + " «Айгөлек»."), Page(text=_THERE[:-1] + " «Балапан».")]),
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
    """One finding per subject and date on which origins contradict each other, however many pages there are."""
    for claims in comparison.subjects(case):
        firm = [claim for claim in claims if claim.modality == "exact"]
        for voices in _voices(firm, case):
            sides = _sides(voices)
            if len(sides) >= SEPARATE and all(len(side) == 1 for side in sides):
                continue
            one = max(sides, key=lambda side: (len(side), -min(group[0].value for group in side)), default=[])
            others = [side for side in sides if side is not one and _contradict(one[0][0], side[0][0], case)]
            if others:
                yield _finding(one, others, case)


def _voices(claims: Sequence[Claim], case: Case) -> list[list[list[Claim]]]:
    """By date and named thing: the claims of each origin, where they are of one value."""
    found: dict[tuple[str, frozenset[str]], dict[str, list[Claim]]] = {}
    for claim in claims:
        voices = found.setdefault((claim.as_of or "", _named(claim)), {})
        voices.setdefault(origin(case, claim), []).append(claim)
    return [
        [group for _, group in sorted(voices.items()) if len({claim.value for claim in group}) == 1]
        for _, voices in sorted(found.items(), key=lambda item: (item[0][0], sorted(item[0][1])))
    ]


def _sides(voices: Sequence[list[Claim]]) -> list[list[list[Claim]]]:
    """Origins that state one value, the values in order."""
    found: dict[Decimal, list[list[Claim]]] = {}
    for group in voices:
        found.setdefault(group[0].value, []).append(group)
    return [found[value] for value in sorted(found)]


def _named(claim: Claim) -> frozenset[str]:
    """What is named in quotes in the sentence: «Айгөлек» and «Балапан» are two kindergartens."""
    return frozenset(name.casefold() for name in _QUOTED.findall(claim.sentence))


def _contradict(a: Claim, b: Claim, case: Case) -> bool:
    return a.value != b.value and comparison.simultaneous(a, b, case) and not _rounded(a, b) and not _rounded(b, a)


def _rounded(exact: Claim, printed: Claim) -> bool:
    step: Decimal = printed_step(printed)
    return step > printed_step(exact) and fit_printed(exact.value, printed.value, step) is not None


def _finding(one: list[list[Claim]], others: list[list[list[Claim]]], case: Case) -> Finding:
    here = [claim for group in one for claim in group]
    there = [claim for group in others[0] for claim in group]
    facts: dict[str, Given] = {
        "one": fact("one", here[0]),
        "other": fact("other", there[0]),
        "one_outlets": comparison.outlets(here, case),
        "other_outlets": comparison.outlets(there, case),
    }
    sides = [here, *([claim for group in side for claim in group] for side in others)]
    parts = {f"value {n}": sorted(side, key=lambda claim: claim.claim_id) for n, side in enumerate(sides, 1)}
    return finding("conflicts_between_origins", "conflict", "origins-differ", parts, facts)
