"""What a person has checked: their own texts beside the claims of a home."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from dalel import declarations, paths, pipeline
from dalel.ledger import Run
from dalel.proofreading import checking, footnotes, index, opening
from dalel.proofreading.manuscripts import Manuscript
from dalel.proofreading.report import Archive, Checked


def check(space: paths.Workspace, files: Sequence[Path], progress: pipeline.Progress = pipeline.quiet) -> list[Checked]:
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


def page(space: paths.Workspace, found: Sequence[Checked], language: str, place: Path) -> bytes:
    """The texts as one page that will lie at `place`, with links to the passports that were published."""
    from dalel.proofreading.page import page as written

    def passport(claim_id: str) -> str | None:
        file = space.passports / f"{claim_id}.{language}.html"
        return os.path.relpath(file, place.resolve().parent).replace(os.sep, "/") if file.is_file() else None

    return written(found, language, passport)


def cited(space: paths.Workspace, text: Path) -> tuple[str, int, int]:
    """The text with the citations of what is backed as footnotes; how many numbers got one, and how many are backed.

    InvalidValue for a file that can have no footnotes, and as `check`.
    """
    from dalel.publishing import citations, passports

    footnotes.check_form(str(text))
    one = check(space, [text])[0]
    run = pipeline.refresh(space)
    written, added = footnotes.with_footnotes(one, lambda known: citations.cite(passports.build(run, known), "text"))
    return written, added, sum(mark.finding == "backed" for mark in one.marks)
