"""Is a share above a hundred per cent, or a part larger than its whole?

Growth and the fulfilment of a plan may exceed a hundred; a share of a whole may not.
"""

from __future__ import annotations

from collections.abc import Iterator

from dalel.checks.foundation.case import Case, pages
from dalel.checks.foundation.examples import silent, speaks
from dalel.checks.foundation.rounding import plain
from dalel.checks.foundation.words import is_change
from dalel.records import Claim, Finding

ROLE = "plausibility"

EXAMPLES = (
    speaks("conflict", "above 100 %", "Камеры есть в [104%|104 percent share] школ области."),
    speaks(
        "conflict",
        "317 is more than the whole of 307",
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
                    yield _finding((claim,), f"A share of {plain(claim.value)} % is above 100 %.")
            elif claim.whole_id in known and _exceeds(claim, known[claim.whole_id]):
                whole = known[claim.whole_id]
                words = f"The part of {plain(claim.value)} is more than the whole of {plain(whole.value)}."
                yield _finding((claim, whole), words)


def _exceeds(part: Claim, whole: Claim) -> bool:
    comparable = part.measure == "ratio_part" and (part.unit == whole.unit or None in (part.unit, whole.unit))
    firm = part.modality in ("exact", "more_than", "at_least") and whole.modality in ("exact", "less_than", "at_most")
    return comparable and firm and part.value > (whole.value_max or whole.value)


def _finding(claims: tuple[Claim, ...], words: str) -> Finding:
    ids = tuple(claim.claim_id for claim in claims)
    return Finding(check="impossible_share", severity="conflict", claim_ids=ids, explanation=words)
