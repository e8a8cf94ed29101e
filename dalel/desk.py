"""What a person asks for: one notebook, one number's passport, rows for other pipelines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dalel import declarations, faults, ledger, lines, paths, pipeline
from dalel.ledger import Run
from dalel.lines import Failed

if TYPE_CHECKING:
    from dalel.publishing.runs import Job


def run_notebook(
    space: paths.Workspace, name: str, parameters: Mapping[str, str], progress: pipeline.Progress = pipeline.quiet
) -> tuple[Job, bool]:
    """One notebook with parameters: the job, and whether it had to run. UnknownName or InvalidValue before any work."""
    from dalel.publishing import runs

    job = runs.plan(space, name, parameters, "")
    current = replace(job, data_digest=ledger.notebook_key(space, pipeline.refresh(space, progress)))
    return current, bool(runs.run_all([current], progress))


def passport(space: paths.Workspace, claim_id: str) -> dict[str, Any]:
    """All of it for one claim, its words looked up in the archived bytes at this moment. UnknownClaim otherwise."""
    from dalel import review
    from dalel.publishing import passports
    from dalel.publishing.evidence import find_claim

    run = pipeline.refresh(space)
    known = find_claim(run, claim_id).claim_id
    decisions, _ = review.read(space.reviews)
    return dict(passports.build(looked_up(space, run, [known]), known, decisions))


def looked_up(space: paths.Workspace, run: Run, ids: Sequence[str]) -> Run:
    """The run with the findings about these claims' evidence made anew from the archive as it is now."""
    claims = [claim for claim in run.claims if claim.claim_id in ids]
    pages = {claim.document_id for claim in claims}
    fresh = pipeline.evidence_findings(
        space,
        [capture for capture in run.captures if capture.capture_id in pages],
        [document for document in run.documents if document.document_id in pages],
        claims,
    )
    kept = [
        finding
        for finding in run.findings
        if not (finding.check == "quote_in_archive" and set(ids).issuperset(finding.claim_ids))
    ]
    return replace(run, findings=[*kept, *fresh])


def quantity_rows(space: paths.Workspace, rows: Iterable[str], failed: Failed, explain: bool = False) -> Iterator[str]:
    """Step 3 alone, on texts as JSON Lines: see dalel.quantities.rows. Faults of ours go to `failed`."""
    from dalel.quantities.rows import converter

    return lines.converted(rows, converter(explain), faults.Guard(space.faults), failed)


def claim_rows(space: paths.Workspace, rows: Iterable[str], failed: Failed) -> Iterator[str]:
    """Step 3 alone, on documents as JSON Lines: see dalel.claims.claim_rows. Faults as above."""
    from dalel.claims.claim_rows import converter

    return lines.converted(rows, converter(declarations.topics(space)), faults.Guard(space.faults), failed)


def document_rows(
    space: paths.Workspace, files: Sequence[Path], failed: Failed, left: Callable[[Path], None]
) -> Iterator[str]:
    """Step 2 alone, on local files and folders: see dalel.readers.rows."""
    from dalel.readers.rows import document_rows as converted

    return converted(files, failed, left, faults.Guard(space.faults))
