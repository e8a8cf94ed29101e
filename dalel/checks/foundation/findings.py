"""How a check says what it found: a kind with named parts and facts, of which sentences are made where it is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from dalel.checks.foundation.precision import span
from dalel.records import Claim, Fact, Finding, FindingPart, Interval, Severity

Given = Claim | Fact | Decimal | str | int


def finding(
    check: str,
    severity: Severity,
    kind: str,
    parts: Mapping[str, Claim | Sequence[Claim]],
    facts: Mapping[str, Given] | None = None,
    arithmetic: str | None = None,
) -> Finding:
    """A finding on these claims.

    Every part of one claim is a fact of that name as well, and so its number stands in the sentence; other facts are
    given. The intervals are those of its claims as they are printed.
    """
    groups = {name: (one,) if isinstance(one, Claim) else tuple(one) for name, one in parts.items()}
    claims = list({claim.claim_id: claim for group in groups.values() for claim in group}.values())
    told: dict[str, Given] = {name: group[0] for name, group in groups.items() if len(group) == 1}
    return Finding(
        check=check,
        severity=severity,
        kind=kind,
        claim_ids=tuple(claim.claim_id for claim in claims),
        parts=tuple(
            FindingPart(name=name, claim_ids=tuple(claim.claim_id for claim in group))
            for name, group in groups.items()
            if group
        ),
        facts=tuple(fact(name, value) for name, value in (told | dict(facts or {})).items()),
        intervals=tuple(_interval(claim) for claim in claims),
        arithmetic=arithmetic,
    )


def fact(name: str, given: Given) -> Fact:
    """A named value: the number of a claim as it states it, a bare number, or a text."""
    if isinstance(given, Fact):
        return given
    if isinstance(given, Claim):
        return Fact(name=name, value=given.value, value_max=given.value_max, unit=given.unit, modality=given.modality)
    return Fact(name=name, text=given) if isinstance(given, str) else Fact(name=name, value=Decimal(given))


def amount(name: str, value: Decimal, unit: str | None) -> Fact:
    """A computed number with its unit."""
    return Fact(name=name, value=value, unit=unit)


def _interval(claim: Claim) -> Interval:
    low, high = span(claim)
    return Interval(claim_id=claim.claim_id, low=low, high=high)
