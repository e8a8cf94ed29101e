"""The rule by which verdicts are given, as data: dalel/checks/verdicts.toml, or the workspace's own file."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any, Literal, get_args

from dalel.checks.foundation.discovery import Role
from dalel.errors import MalformedDeclaration, UnknownName
from dalel.records import Because, Primary, Rule, Severity, VerdictName

COMES_WITH = Path(__file__).resolve().parent.parent / "verdicts.toml"
Evidence = Literal["intact", "broken", "unread"]
Opinion = Literal["accepted", "rejected", "differing"]
_KEYS = ("verdict", "because", "when")
_VALUES: Mapping[str, tuple[str, ...]] = {
    "evidence": get_args(Evidence),
    "review": get_args(Opinion),
    "primary": get_args(Primary),
    "finding": tuple(f"{role} {severity}" for role in (*get_args(Role), "any") for severity in get_args(Severity)),
}
_CONDITIONS = (*_VALUES, "superseded", "origins")


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """What is known of one claim when its verdict is given."""

    evidence: Evidence
    superseded: bool
    review: Opinion | None
    findings: frozenset[str]  # "arithmetic holds", …
    origins: int
    primary: Primary | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """One rule of the file: the verdict and its reason, and the conditions, all of which must hold."""

    verdict: VerdictName
    because: Because
    when: Mapping[str, Any]

    def fits(self, standing: Standing) -> bool:
        """True where every condition holds of the claim."""
        return all(_holds(name, asked, standing) for name, asked in self.when.items())


@dataclass(frozen=True, kw_only=True, slots=True)
class VerdictRule:
    """The decisions in the order in which they are tried, and by what name and digest they are known."""

    known_as: Rule
    decisions: tuple[Decision, ...]

    def decide(self, standing: Standing) -> Decision:
        """The first decision that fits; the last one always does."""
        return next(decision for decision in self.decisions if decision.fits(standing))


def load_rule(own: Path | None = None) -> VerdictRule:
    """The rule in the file `own` where there is one, else the one that comes with dalel.

    MalformedDeclaration or UnknownName names the file, the rule and the field: nothing is judged by half a rule. Broken
    evidence must be rejected whatever else a rule says, and the last rule must fit every claim.
    """
    path = own if own is not None and own.is_file() else COMES_WITH
    content = path.read_bytes()
    try:
        given = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise MalformedDeclaration(f"{path.name} is not valid TOML in UTF-8: {error}") from error
    version, rules = given.get("version"), given.get("rules")
    if not isinstance(version, str) or not version or not isinstance(rules, list) or set(given) - {"version", "rules"}:
        raise MalformedDeclaration(f"{path.name}: must have a version (text) and a list of [[rules]], and nothing else")
    decisions = tuple(_decision(f"{path.name}, rule {number}", rule) for number, rule in enumerate(rules, 1))
    if not decisions or decisions[-1].when:
        raise MalformedDeclaration(f"{path.name}: the last rule must have no conditions, so that no claim is left over")
    rule = VerdictRule(known_as=Rule(version=version, sha256=hashlib.sha256(content).hexdigest()), decisions=decisions)
    _check_evidence(rule, path.name)
    return rule


def _decision(where: str, given: Any) -> Decision:
    if not isinstance(given, dict):
        raise MalformedDeclaration(f"{where}: is no table; write [[rules]] with verdict, because and when")
    for name in given:
        if name not in _KEYS:
            raise UnknownName(f"field of {where}", name, _KEYS)
    when = given.get("when", {})
    verdict: Any = given.get("verdict")
    because: Any = given.get("because")
    if verdict not in get_args(VerdictName):
        raise UnknownName(f"verdict of {where}", str(verdict), get_args(VerdictName))
    if because not in get_args(Because):
        raise UnknownName(f"reason of {where}", str(because), get_args(Because))
    if not isinstance(when, dict):
        raise MalformedDeclaration(f"{where}: when must be a table of conditions")
    for name, asked in when.items():
        _check_condition(where, name, asked)
    return Decision(verdict=verdict, because=because, when=when)


def _check_condition(where: str, name: str, asked: Any) -> None:
    if name not in _CONDITIONS:
        raise UnknownName(f"condition of {where}", name, _CONDITIONS)
    if name == "superseded" and not isinstance(asked, bool):
        raise MalformedDeclaration(f"{where}: superseded must be true or false")
    if name == "origins" and (not isinstance(asked, int) or isinstance(asked, bool) or asked < 2):
        raise MalformedDeclaration(f"{where}: origins must be a whole number of at least 2")
    if name not in _VALUES:
        return
    if isinstance(asked, str) == (name in ("finding", "primary")):
        raise MalformedDeclaration(f"{where}: {name} must be {'a list' if isinstance(asked, str) else 'one text'}")
    for value in [asked] if isinstance(asked, str) else asked:
        if value not in _VALUES[name]:
            raise UnknownName(f"{name} of {where}", str(value), _VALUES[name])


def _holds(name: str, asked: Any, standing: Standing) -> bool:
    if name == "origins":
        return standing.origins >= int(asked)
    if name == "finding":
        return not standing.findings.isdisjoint(asked)
    if name == "primary":
        return standing.primary in asked
    return bool(getattr(standing, name) == asked)


def _check_evidence(rule: VerdictRule, name: str) -> None:
    """What the archive does not hold is rejected, even where people, arithmetic and other origins speak for it."""
    spoken = (frozenset[str](), frozenset(_VALUES["finding"]))
    opinions: tuple[Opinion | None, ...] = (None, *get_args(Opinion))
    records: tuple[Primary | None, ...] = (None, *get_args(Primary))
    lost: tuple[Evidence, ...] = ("broken", "unread")
    for evidence, findings, review, primary, origins in product(lost, spoken, opinions, records, (1, 10**6)):
        standing = Standing(
            evidence=evidence, superseded=False, review=review, findings=findings, origins=origins, primary=primary
        )
        if rule.decide(standing).verdict != "rejected":
            raise MalformedDeclaration(f"{name}: a claim with {evidence} evidence must be rejected before all else")
