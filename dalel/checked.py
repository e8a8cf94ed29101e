"""What a person has checked: their own texts beside the claims of a home."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dalel import declarations, paths, pipeline
from dalel.ledger import Run
from dalel.proofreading import checking, index, opening
from dalel.proofreading.manuscripts import Manuscript
from dalel.proofreading.report import Archive, Checked


def check(
    space: paths.Workspace, files: Sequence[Path], progress: pipeline.Progress = pipeline.quiet
) -> list[Checked]:
    """Every file ("-": standard input) with the marks of its numbers, in the order given.

    UnreadableFile or UnreadableDocument names the file that cannot be read, before anything is compared; EmptyArchive
    where there is nothing to compare with.
    """
    return compared(space, [opening.manuscript(path) for path in dict.fromkeys(files)], progress)


def compared(
    space: paths.Workspace, texts: Sequence[Manuscript], progress: pipeline.Progress = pipeline.quiet
) -> list[Checked]:
    """The same for texts that are at hand."""
    run = pipeline.refresh(space, progress)
    known = index.build(run.claims, run.documents, run.verdicts)
    topics = declarations.topics(space)
    archive = _archive(run)
    return [Checked(text, checking.check(text, known, topics), archive) for text in progress(texts, "checking")]


def _archive(run: Run) -> Archive:
    return Archive(
        claims={claim.claim_id: claim for claim in run.claims},
        documents={page.document_id: page for page in run.documents},
        verdicts={verdict.claim_id: verdict for verdict in run.verdicts},
        sample=run.sample,
    )
