"""The claims of an archive by what they are about: feature -> claims, and how much it tells to share one."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from dalel.proofreading.subjects import Subject, subjects
from dalel.records import Claim, Document, Verdict

UNHELPFUL = 0.25  # share of all claims beyond which a feature finds nothing
BUSY = 2_000  # claims from which on that counts


@dataclass(frozen=True)
class Index:
    """What a manuscript is compared with: all subjects of the archive, and the claims' verdicts."""

    subjects: Sequence[Subject]
    verdicts: Mapping[str, str]  # by claim id

    @cached_property
    def postings(self) -> dict[str, npt.NDArray[np.int32]]:
        """Feature -> numbers of the subjects that have it, ascending."""
        found: dict[str, array[int]] = {}
        for number, subject in enumerate(self.subjects):
            for feature in subject.all:
                found.setdefault(feature, array("i")).append(number)
        return {feature: np.frombuffer(numbers, dtype=np.int32) for feature, numbers in found.items()}

    @cached_property
    def weights(self) -> dict[str, float]:
        """Feature -> how much it tells that two share it: inverse document frequency, natural logarithm."""
        count = len(self.subjects) + 1
        return {feature: math.log(count / (len(numbers) + 0.5)) for feature, numbers in self.postings.items()}

    def weight(self, features: Iterable[str]) -> float:
        """How much it tells that two share these features; one that no claim has tells the most."""
        unknown = math.log((len(self.subjects) + 1) / 0.5)
        return math.fsum(self.weights.get(feature, unknown) for feature in features)

    def nearest(self, subject: Subject, most: int) -> list[Subject]:
        """The subjects that share the most with this one, the best first, in the same order on every machine."""
        total = np.zeros(len(self.subjects))
        busy = max(BUSY, UNHELPFUL * len(self.subjects))
        for feature in sorted(subject.all):
            known = self.postings.get(feature)
            if known is not None and len(known) <= busy:
                total[known] += self.weights[feature]
        count = min(most, len(total))
        if not count:
            return []
        least = np.partition(total, len(total) - count)[len(total) - count]
        chosen = np.flatnonzero(total >= max(least, 1e-9))
        order = sorted(chosen.tolist(), key=lambda number: (-total[number], number))
        return [self.subjects[number] for number in order[:most]]


def build(claims: Iterable[Claim], documents: Iterable[Document], verdicts: Iterable[Verdict]) -> Index:
    """The index of an archive; a claim that says another one again (a headline) stands for itself."""
    index = Index(
        subjects(claims, {page.document_id: page.language for page in documents}),
        {verdict.claim_id: verdict.verdict for verdict in verdicts},
    )
    _ = index.weights  # at start-up, not with the first number
    return index
