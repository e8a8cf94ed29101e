"""What the pages of one run are made from, looked up once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from dalel.publishing import names, tables
from dalel.publishing.evidence import Evidence
from dalel.publishing.explanations import by_claim
from dalel.publishing.tables.joining import Row, by_id
from dalel.records import Claim, Document, Finding, Review, Search, Verdict
from dalel.records.promises import Followed
from dalel.watchlog import Noted

LEVEL = "contradicted"  # of the report: everything is shown but what is rejected
EVIDENCE_CHECK = "quote_in_archive"


@dataclass(frozen=True, kw_only=True)
class Edition:
    """The records of a run, decisions of people, searches that were asked, promises with what became of them, the
    charts that draw each claim, and what the watches noted.
    """

    evidence: Evidence
    reviews: Sequence[Review] = ()
    searches: Sequence[Search] = ()
    promises: Sequence[Followed] = ()
    uses: Mapping[str, Sequence[str]] = field(default_factory=dict)
    watched: Noted = field(default_factory=Noted)

    @cached_property
    def frame(self) -> pd.DataFrame:
        """One row a claim, as `tables.joined` has it."""
        return tables.joined(self.evidence)

    @cached_property
    def known(self) -> Mapping[str, Row]:
        """The rows by claim id."""
        return by_id(self.frame)

    @cached_property
    def findings(self) -> Mapping[str, Sequence[Finding]]:
        """Findings by claim id, those about the archive last."""
        return by_claim(sorted(self.evidence.findings, key=lambda one: one.check == EVIDENCE_CHECK))

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """All claims by id, also those of replaced versions."""
        return {claim.claim_id: claim for claim in self.evidence.claims}

    @cached_property
    def verdicts(self) -> Mapping[str, Verdict]:
        """Verdicts by claim id."""
        return {verdict.claim_id: verdict for verdict in self.evidence.verdicts}

    def alike(self, row: Row) -> Sequence[Row]:
        """The rows with the same indicator, region in the same borders, place, unit and status, by date."""
        return self._alike.get(_key(row), ())

    @cached_property
    def _alike(self) -> Mapping[tuple[str, ...], Sequence[Row]]:
        found: dict[tuple[str, ...], list[Row]] = {}
        for row in sorted(self.known.values(), key=lambda row: (row["as_of"] or "~", row["claim_id"])):
            found.setdefault(_key(row), []).append(row)
        return found

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """Pages as read, by id."""
        return {page.document_id: page for page in self.evidence.documents}

    @cached_property
    def topics(self) -> Sequence[str]:
        """Ids of the topics that have claims, sorted."""
        return sorted(set(self.frame["topic"].dropna()))

    @cached_property
    def last_day(self) -> str:
        """The last day on which a page was collected, ISO; "" where none was."""
        return max((capture.captured_at.date().isoformat() for capture in self.evidence.captures), default="")

    def of_region(self, code: str) -> pd.DataFrame:
        """The rows about a region; of "KZ" the country and all its parts."""
        return tables.of_region(self.frame, code)

    def of_topic(self, topic: str) -> pd.DataFrame:
        """The rows of a topic."""
        return tables.select(self.frame, topic=topic)


def _key(row: Row) -> tuple[str, ...]:
    return tuple(str(row[name] or "") for name in ("indicator", "region", "borders", "place", "unit", "status"))


def provinces() -> list[str]:
    """Codes of the regions, without the country."""
    return [code for code in names.region_order() if code != "KZ"]
