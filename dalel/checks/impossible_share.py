"""Is a share above a hundred per cent, or a part larger than its whole?

Growth and the fulfilment of a plan may exceed a hundred; a share of a whole may not.
"""

from __future__ import annotations

from collections.abc import Iterator

from dalel.checks.foundation.case import Case, pages
from dalel.checks.foundation.examples import silent, speaks
from dalel.checks.foundation.findings import finding
from dalel.checks.foundation.words import is_change
from dalel.records import Claim, Finding

ROLE = "plausibility"
CHECK = "impossible_share"

EXAMPLES = (
    speaks("conflict", "share-above-hundred", "Камеры есть в [104%|104 percent share] школ области."),
    speaks(
        "conflict",
        "317 schools, is more than the whole, 307 schools",
        "Камеры есть в [317|317 school ratio_part whole=307] из [307|307 school ratio_whole] школ.",
    ),
)
NOT_EXAMPLES = (
    silent("Камеры есть в [100%|100 percent share] школ области."),
    silent("Число камер выросло и составило [250%|250 percent share] прошлогоднего."),
    silent("План закупа исполнен на [104%|104 percent share]."),
    silent("Камералар саны [150 пайызға|150 percent share] өсті.", language="kk"),
    silent("Из [307|307 school ratio_whole] школ [307|307 school ratio_part whole=307] получили камеры."),
    # of two different things: the camera count may well exceed the schools
    silent("В [304|304 school ratio_whole] школах [4828 камер|4828 camera device_count whole=304]."),
)


def check(case: Case) -> Iterator[Finding]:
    """A conflict per impossible share or ratio; nothing otherwise."""
    known = {claim.claim_id: claim for claim in case.claims}
    for document_id, claims in pages(case).items():
        for claim in claims:
            if claim.measure == "share" and claim.unit == "percent" and claim.value > 100:
                if not is_change(claim, case.documents[document_id]):
                    yield finding(CHECK, "conflict", "share-above-hundred", {"share": claim})
            elif claim.whole_id in known and _exceeds(claim, known[claim.whole_id]):
                whole = known[claim.whole_id]
                yield finding(CHECK, "conflict", "part-above-whole", {"part": claim, "whole": whole})


def _exceeds(part: Claim, whole: Claim) -> bool:
    comparable = part.measure == "ratio_part" and (part.unit == whole.unit or None in (part.unit, whole.unit))
    firm = part.modality in ("exact", "more_than", "at_least") and whole.modality in ("exact", "less_than", "at_most")
    return comparable and firm and part.value > (whole.value_max or whole.value)
