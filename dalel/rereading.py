"""Reading archived pages again with the declarations of today, and what that changes. Nothing is fetched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dalel import declarations, ledger, paths, pipeline, reading
from dalel.errors import EmptyArchive
from dalel.ledger import Run
from dalel.records import Capture, Document, Landmark, Problem
from dalel.sources import find_source

Outcome = Literal["same", "mended", "changed", "lost", "unreadable", "new"]
PARTS = ("title", "lead", "text", "published", "author", "credit", "language", "outlet")


@dataclass(frozen=True, kw_only=True)
class Page:
    """What became of one archived page."""

    source: str
    url: str
    outcome: Outcome  # mended: it could not be read before; lost: it can no longer be read; new: read the first time
    parts: tuple[str, ...] = ()  # of a document that changed: the parts that now read differently


@dataclass(frozen=True, kw_only=True)
class Rereading:
    """What came of reading again, compared with the last run."""

    pages: Sequence[Page]  # sorted by source and address
    landmarks: Sequence[Landmark]  # as found now
    problems: Sequence[Problem]  # sites that still differ from their declaration, pages that still cannot be read


def again(space: paths.Workspace, names: Sequence[str] = (), progress: pipeline.Progress = pipeline.quiet) -> Rereading:
    """Reads all archived pages again, or those of the named sources; UnknownName, EmptyArchive otherwise.

    All of them make a new run. Those of named sources are only compared, which takes seconds while a declaration is
    being mended; the next command that needs the tables makes them anew, since a declaration decides its run.
    """
    before = ledger.last(space)
    declared = declarations.sources(space)
    chosen = {find_source(declared, name).id for name in names}
    if not chosen:
        run = pipeline.refresh(space, progress, anew=True)
        problems = [problem for problem in run.problems if problem.stage == "read"]
        return Rereading(
            pages=_compared(before, run.captures, run.documents), landmarks=run.landmarks, problems=problems
        )
    captures = [capture for capture in pipeline.evidence(space)[0] if capture.source in chosen]
    if idle := chosen - {capture.source for capture in captures}:
        named = ", ".join(sorted(idle))
        raise EmptyArchive(f"no pages of {named} among those that are read: `dalel collect --source …` brings some")
    read = reading.read(space, captures, declared, progress)
    return Rereading(
        pages=_compared(before, captures, read.documents), landmarks=read.landmarks, problems=read.problems
    )


def _compared(before: Run | None, captures: Sequence[Capture], documents: Sequence[Document]) -> list[Page]:
    known = {capture.capture_id for capture in before.captures} if before else set()
    earlier = {document.document_id: document for document in before.documents} if before else {}
    now = {document.document_id: document for document in documents}
    ordered = sorted({c.capture_id: c for c in captures}.values(), key=lambda c: (c.source, c.url, c.captured_at))
    return [_page(capture, capture.capture_id in known, earlier, now) for capture in ordered]


def _page(capture: Capture, known: bool, earlier: Mapping[str, Document], now: Mapping[str, Document]) -> Page:
    old, new = earlier.get(capture.capture_id), now.get(capture.capture_id)
    if new is None:
        return Page(source=capture.source, url=capture.url, outcome="lost" if old else "unreadable")
    if old is None:
        return Page(source=capture.source, url=capture.url, outcome="mended" if known else "new")
    parts = tuple(name for name in PARTS if getattr(old, name) != getattr(new, name))
    return Page(source=capture.source, url=capture.url, outcome="changed" if parts else "same", parts=parts)
