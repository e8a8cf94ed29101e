"""Do independent origins state the same value of the same thing?

Pages of one origin (reprints, translations, rewrites of one release) count once, however many they are. Two pages agree
where indicator, region in its borders, place, unit, standing and wording ("more than", "about") are the same and their
times do not exclude each other; where one of them does not say of when, the value must have three digits of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from dalel.checks.foundation import comparison
from dalel.checks.foundation.case import Case, origin
from dalel.checks.foundation.examples import Example, Page
from dalel.checks.foundation.findings import Given, fact, finding
from dalel.records import Claim, Finding

ROLE = "independence"
TELLING = 3  # digits that do not agree by luck

_DAMAGE = "Ущерб составил [8 млн тенге|8000000 KZT damage indicator=kindergartens.damage as_of=2024-12]."
_LIST = "Построят [6936 школ|6936 school institution_count indicator=school-building.schools_planned]."

EXAMPLES = (
    Example(pages=[Page(text=_DAMAGE), Page(text=_DAMAGE)], says=[("holds", "2 independent sources (p1.example, p2.")]),
    Example(pages=[Page(text=_LIST), Page(text=_LIST), Page(text=_LIST)], says=[("holds", "3 independent sources")]),
    Example(
        pages=[Page(text=_LIST, origin="p1"), Page(text=_LIST, origin="p1"), Page(text=_LIST)],
        says=[("holds", "2 independent sources")],
    ),
)
NOT_EXAMPLES = (
    # plans of two years, told in words
    Example(
        pages=[
            Page(text=_LIST.replace("]", " as_of=2024 status=planned]")),
            Page(text=_LIST.replace("]", " as_of=2025 status=planned]")),
        ]
    ),
    # reprints of one release
    Example(pages=[Page(text=_DAMAGE, origin="p1"), Page(text=_DAMAGE, origin="p1")]),
    # no time, and a round value
    Example(pages=[Page(text=_DAMAGE.replace(" as_of=2024-12", ""))] * 2),
    # another year
    Example(pages=[Page(text=_DAMAGE), Page(text=_DAMAGE.replace("2024-12", "2021-12"))]),
    # East Kazakhstan before and after the Abai region was taken from it
    Example(
        pages=[
            Page(text=_LIST, facts={"region": "KZ-63", "borders": "2018-06-19"}),
            Page(text=_LIST, facts={"region": "KZ-63", "borders": "2022-06-08"}),
        ]
    ),
    # planned here, done there
    Example(pages=[Page(text=_LIST, facts={"status": "planned"}), Page(text=_LIST)]),
    # "8 million" does not state "more than 8 million"
    Example(pages=[Page(text=_DAMAGE), Page(text=_DAMAGE.replace("]", " modality=more_than]"))]),
)


def check(case: Case) -> Iterator[Finding]:
    """One finding per value that at least two origins state."""
    for claims in comparison.subjects(case):
        values: dict[tuple[object, str], list[Claim]] = {}
        for claim in claims:
            values.setdefault((claim.value, claim.modality), []).append(claim)
        for alike in values.values():
            for cluster in _clusters(alike, case):
                voices = {origin(case, claim) for claim in cluster}
                if len(voices) > 1 and _telling(cluster):
                    yield _finding(cluster, len(voices), case)


def _clusters(alike: list[Claim], case: Case) -> list[list[Claim]]:
    """Claims of one value, parted so that all of a cluster may be of one time."""
    found: list[list[Claim]] = []
    for claim in sorted(alike, key=lambda claim: (claim.as_of is None, claim.as_of or "", claim.claim_id)):
        fitting = (cluster for cluster in found if all(comparison.compatible(claim, one, case) for one in cluster))
        home = next(fitting, None)
        if home is None:
            found.append([claim])
        else:
            home.append(claim)
    return found


def _telling(cluster: list[Claim]) -> bool:
    dated = all(claim.as_of is not None for claim in cluster)
    return dated or comparison.significant(cluster[0]) >= TELLING


def _finding(cluster: list[Claim], voices: int, case: Case) -> Finding:
    stated = sorted(cluster, key=lambda claim: claim.claim_id)
    facts: dict[str, Given] = {
        "value": fact("value", cluster[0]),
        "voices": voices,
        "outlets": comparison.outlets(cluster, case),
    }
    return finding("agrees_between_origins", "holds", "origins-agree", {"stated": stated}, facts)
