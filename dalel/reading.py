"""Step 2 of the recipe: captures -> documents, and whether the sites still are what their declarations say."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from dalel import faults, paths
from dalel.errors import DamagedRecord
from dalel.records import Capture, Document, Landmark, Problem
from dalel.sources import Landmarks, Source
from dalel.stages import ingredients, pages, remembering
from dalel.stages.executors import current
from dalel.stages.kept import Kept
from dalel.stages.pages import Archived, Read
from dalel.stages.remembering import Asked
from dalel.stages.witness import Witness
from dalel.stages.work import Outcome, Piece, Work, logged


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What step 2 makes."""

    documents: Sequence[Document]  # sorted by id
    problems: Sequence[Problem]  # sites that changed, then pages that cannot be read
    landmarks: Sequence[Landmark]  # how far the sources' landmarks were found


def read(
    space: paths.Workspace,
    captures: Sequence[Capture],
    sources: Mapping[str, Source],
    progress: Callable[[Iterable[Any], str], Iterable[Any]],
    kept: Kept | None = None,
) -> Reading:
    """Step 2; a page that cannot be read becomes a Problem and the rest goes on. What is `kept` is not read again."""
    from dalel import readers

    guard = faults.Guard(space.faults)
    lookout = readers.Lookout(sources)
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    whole: list[Capture] = []
    witness = Witness(space.raw, captures, kept) if kept is not None else None
    found = _found([_asked(space, capture, sources) for capture in captures], captures, kept, witness)
    for capture, outcome in zip(progress(captures, "reading"), found, strict=True):
        page = outcome.value
        if page is None:  # says nothing of its site
            problems += [problem] if (problem := logged(outcome, guard)) is not None else []
            continue
        whole.append(capture)
        told = [*page.remarks, *([page.unreadable] if page.unreadable else [])]
        problems += [Problem(stage="read", subject=capture.url, reason=reason) for reason in told]
        if page.document is not None:
            documents[page.document.document_id] = page.document
        lookout.note(capture, page.sought, page.document)
    if witness is not None:
        witness.note(whole)
    landmarks = lookout.landmarks()
    return Reading(
        documents=[documents[key] for key in sorted(documents)],
        problems=[*changed_sites(landmarks), *problems],
        landmarks=landmarks,
    )


def _found(
    asked: Sequence[Asked[Archived]], captures: Sequence[Capture], kept: Kept | None, witness: Witness | None
) -> Iterator[Outcome[Read]]:
    """What reading each page gives, in order: kept ones as long as their bytes are those that were read."""
    work: Work[Archived, Read] = Work(stage="read", function=pages.read)
    if kept is None or witness is None:
        return remembering.outcomes(work, asked, {}, lambda fresh: None, current())
    known = dict(kept.get([one.name for one in asked]))
    names = {capture: one.name for one, capture in zip(asked, captures, strict=True) if one.name in known}
    for capture in witness.doubted(names):
        known.pop(names[capture], None)
    return remembering.outcomes(work, asked, known, kept.put, current())


def _asked(space: paths.Workspace, capture: Capture, sources: Mapping[str, Source]) -> Asked[Archived]:
    places = sources[capture.source].landmarks if capture.source in sources else ()
    return Asked(name=_name(capture, places), make=partial(_piece, space, capture, places))


def _name(capture: Capture, landmarks: Sequence[Landmarks]) -> str:
    """What decides how a page reads: all that is known of its capture but where it lies, and where to look on it."""
    told = replace(capture, warc="", offset=0, length=0)
    decides = f"read\n{ingredients.digest('read')}\n{told!r}\n{landmarks!r}"
    return hashlib.sha256(decides.encode("utf-8", "surrogatepass")).hexdigest()


def _piece(space: paths.Workspace, capture: Capture, landmarks: Sequence[Landmarks]) -> Piece[Archived] | Outcome[Any]:
    """The page with its bytes; a problem where the archive does not give those that were captured."""
    from dalel import archive

    guard = faults.Guard(space.faults)
    try:
        payload = guard.attempt("read", capture.url, partial(archive.read_payload, space.raw, capture))
    except DamagedRecord as error:
        return Outcome(problem=Problem(stage="read", subject=capture.url, reason=str(error)))
    if isinstance(payload, Problem):
        return Outcome(problem=payload)
    given = Archived(capture=capture, payload=payload, landmarks=landmarks)
    return Piece(subject=capture.url, given=given, weight=len(payload))


def changed_sites(landmarks: Sequence[Landmark]) -> tuple[Problem, ...]:
    """What a person must be told of landmarks that failed."""
    from dalel import readers

    errors = [readers.site_changed(landmark) for landmark in landmarks if landmark.changed]
    return tuple(Problem(stage="read", subject=error.source, reason=str(error)) for error in errors)
