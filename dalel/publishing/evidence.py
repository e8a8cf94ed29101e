"""What publishing is given: the records of one run. `dalel.ledger.Run` is one; any object with these fields will do."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from dalel import identity
from dalel.errors import UnknownClaim
from dalel.records import Capture, Claim, Document, Finding, Origin, OriginLink, Problem, Rule, Verdict

FIELDS = ("title", "lead", "text")  # in the order in which the claims of a page are numbered


class Evidence(Protocol):
    """Everything the stages made of one archive."""

    @property
    def captures(self) -> Sequence[Capture]:
        """Pages as archived."""

    @property
    def documents(self) -> Sequence[Document]:
        """Pages as read."""

    @property
    def claims(self) -> Sequence[Claim]:
        """Every number and what is stated with it, each id once."""

    @property
    def sightings(self) -> Sequence[Claim]:
        """The same claims as further captures of their page state them."""

    @property
    def readings(self) -> Sequence[Claim]:
        """The claims that people corrected, as they were read."""

    @property
    def origins(self) -> Sequence[Origin]:
        """Which documents are one voice."""

    @property
    def links(self) -> Sequence[OriginLink]:
        """Why documents are one voice."""

    @property
    def findings(self) -> Sequence[Finding]:
        """What the checks say."""

    @property
    def verdicts(self) -> Sequence[Verdict]:
        """Where each claim stands."""

    @property
    def problems(self) -> Sequence[Problem]:
        """What could not be used."""

    @property
    def superseded(self) -> Collection[str]:
        """Ids of claims that their page no longer states: kept, citable, in no table."""

    @property
    def rule(self) -> Rule:
        """By which rule the verdicts were given."""

    @property
    def sample(self) -> bool:
        """Whether all of it was made from the sample newsroom."""


def find_claim(evidence: Evidence, claim_id: str) -> Claim:
    """The claim with this id, or that had it before its page was known to be a twin of another; UnknownClaim says
    where ids are printed.
    """
    known = {claim.claim_id: claim for claim in evidence.claims}
    if (found := known.get(claim_id) or known.get(_now_called(evidence).get(claim_id, ""))) is not None:
        return found
    raise UnknownClaim(
        f"no claim {claim_id!r} among {len(evidence.claims)}: ids are in claims.csv and under every chart and table"
    )


def _now_called(evidence: Evidence) -> dict[str, str]:
    """Ids by which claims were known before -> their ids."""
    stated: dict[str, list[Claim]] = {}
    for claim in sorted((*evidence.claims, *evidence.sightings), key=lambda one: (FIELDS.index(one.field), one.start)):
        stated.setdefault(claim.document_id, []).append(claim)
    former: dict[str, str] = {}
    for document in evidence.documents:
        former |= identity.aliases(document, stated.get(document.document_id, ()))
    return former
