"""A checked text with its evidence: the claims behind its marks, as readers are told of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dalel.proofreading.explaining import differing, words
from dalel.proofreading.manuscripts import Manuscript
from dalel.proofreading.marks import FINDINGS, Mark
from dalel.publishing.wording import amount
from dalel.records import Claim, Document, Verdict

SHOWN = 2  # claims told of one number on a terminal


@dataclass(frozen=True)
class Archive:
    """What texts are compared with."""

    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]
    verdicts: Mapping[str, Verdict]
    sample: bool


@dataclass(frozen=True)
class Checked:
    """A text, its marks by place, and the archive they speak of."""

    manuscript: Manuscript
    marks: Sequence[Mark]
    archive: Archive

    @property
    def is_wrong(self) -> bool:
        """Whether something drifts, or an arithmetic does not hold."""
        return any(mark.is_wrong for mark in self.marks)

    def evidence(self, mark: Mark) -> list[tuple[Claim, Document, str]]:
        """The claims behind a mark, each with its page and verdict ("" where it has none)."""
        found = (self.archive.claims[one] for one in mark.claims)
        return [(one, self.archive.documents[one.document_id], self._verdict(one)) for one in found]

    def _verdict(self, claim: Claim) -> str:
        verdict = self.archive.verdicts.get(claim.claim_id)
        return verdict.verdict if verdict else ""

    def counts(self, language: str) -> str:
        """How many numbers are what, as a line."""
        counted = Counter(mark.finding for mark in self.marks)
        told = {name: counted.get(name, 0) for name in FINDINGS}
        return str(words(language)["counts"]).format(total=len(self.marks), **told)

    def lines(self, mark: Mark, language: str) -> list[str]:
        """What is to be told of one number, a line each: what differs, what the claims say, the arithmetic."""
        said = words(language)
        told = [differing(mark, language)] if mark.differs else []
        told += [self.says(claim, page, language) for claim, page, _ in self.evidence(mark)[:SHOWN]]
        if mark.arithmetic:
            told.append(f"{mark.arithmetic}: {said['fails' if 'arithmetic' in mark.differs else 'holds']}")
        return told

    def told(self, mark: Mark, language: str) -> str:
        """The same as one sentence."""
        return ". ".join([f"{mark.text}: {words(language)['findings'][mark.finding]}", *self.lines(mark, language)])

    def says(self, claim: Claim, page: Document, language: str) -> str:
        """Who says what: "tengrinews.kz: 62 % (c…)"."""
        value = amount(claim.value, claim.value_max, claim.unit, claim.modality, language)
        return str(words(language)["says"]).format(outlet=page.outlet, amount=value) + f" ({claim.claim_id})"
