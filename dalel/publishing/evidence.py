"""What publishing is given: the records of one run. `dalel.ledger.Run` is one; any object with these fields will do."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from dalel.errors import UnknownClaim
from dalel.records import Capture, Claim, Document, Finding, Origin, Problem, Verdict


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
        """Every number and what is stated with it."""

    @property
    def origins(self) -> Sequence[Origin]:
        """Which documents are one voice."""

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
        """Ids of documents that their address has since shown another version of: kept, citable, in no table."""

    @property
    def sample(self) -> bool:
        """Whether all of it was made from the sample newsroom."""


def find_claim(evidence: Evidence, claim_id: str) -> Claim:
    """The claim with this id; UnknownClaim says where ids are printed."""
    for claim in evidence.claims:
        if claim.claim_id == claim_id:
            return claim
    raise UnknownClaim(
        f"no claim {claim_id!r} among {len(evidence.claims)}: ids are in claims.csv and under every chart and table"
    )
