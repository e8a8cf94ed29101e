"""Finds the checks of the folder above and runs them all."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Literal, get_args

from dalel.checks.foundation.case import Case
from dalel.errors import MalformedDeclaration
from dalel.faults import Guard
from dalel.records import Finding, Problem

# evidence: whether the page says it at all. arithmetic: its findings confirm a number by other numbers of the page.
# independence: they confirm it by another origin. plausibility: they can cast doubt but never confirm.
Role = Literal["evidence", "arithmetic", "independence", "plausibility"]

FOLDER = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, kw_only=True)
class Check:
    """One file of dalel/checks."""

    name: str  # of the file, and of its findings
    question: str
    role: Role
    check: Callable[[Case], Iterator[Finding]]
    module: ModuleType


@cache
def load_checks() -> dict[str, Check]:
    """All checks by name, sorted; MalformedDeclaration names the file that lacks something."""
    names = sorted(found.name for found in pkgutil.iter_modules([str(FOLDER)]) if not found.ispkg)
    return {name: declared(name, importlib.import_module(f"dalel.checks.{name}")) for name in names}


def declared(name: str, module: ModuleType) -> Check:
    """The check that this module declares; MalformedDeclaration where something is missing."""
    for attribute in ("check", "ROLE", "EXAMPLES", "NOT_EXAMPLES"):
        if not hasattr(module, attribute):
            raise MalformedDeclaration(f"dalel/checks/{name}.py: {attribute} is missing; see dalel/checks/__init__.py")
    if module.ROLE not in get_args(Role):
        raise MalformedDeclaration(f"dalel/checks/{name}.py: ROLE {module.ROLE!r} is not one of {get_args(Role)}")
    question = (module.__doc__ or "").strip().partition("\n")[0]
    if not question:
        raise MalformedDeclaration(f"dalel/checks/{name}.py: has no docstring that asks its question")
    return Check(name=name, question=question, role=module.ROLE, check=module.check, module=module)


def run(case: Case) -> list[Finding]:
    """Findings of all checks, without repetitions, sorted by check and claims."""
    found: set[Finding] = set()
    for one in load_checks().values():
        found.update(one.check(case))
    return ordered(found)


def run_guarded(case: Case, guard: Guard) -> tuple[list[Finding], list[Problem]]:
    """The findings; a check that fails on a page is asked without that page, which then is a Problem.

    What the evidence check cannot look for is not found: the claims of such a page are rejected by the verdict's rule.
    """
    found: set[Finding] = set()
    problems: list[Problem] = []
    names = sorted({claim.document_id for claim in case.claims})
    for one in load_checks().values():
        findings, failed = guard.sift(
            "verify",
            f"check {one.name}",
            names,
            lambda name: f"{case.documents[name].url if name in case.documents else name}, check {one.name}",  # noqa: B023
            lambda chosen: set(one.check(_of(case, chosen))),  # noqa: B023
        )
        found |= findings or set()
        problems += failed
    return ordered(found), problems


def _of(case: Case, names: Sequence[str]) -> Case:
    """The case as it is to those who know only claims of these documents."""
    chosen = frozenset(names)
    claims = [claim for claim in case.claims if claim.document_id in chosen]
    return case if len(claims) == len(case.claims) else replace(case, claims=claims)


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Findings in the one order in which they are written down."""
    return sorted(
        findings, key=lambda finding: (finding.check, finding.claim_ids, finding.severity, finding.explanation)
    )
