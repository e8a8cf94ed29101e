"""Step 2 of the recipe: captures -> documents, and whether the sites still are what their declarations say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from dalel import faults, paths
from dalel.errors import DamagedRecord, UnreadableDocument
from dalel.records import Capture, Document, Landmark, Problem
from dalel.sources import Landmarks, Source


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
    progress: Callable[[Iterable[Capture], str], Iterable[Capture]],
) -> Reading:
    """Step 2; a page that cannot be read becomes a Problem and the rest goes on."""
    from dalel import readers

    guard = faults.Guard(space.faults)
    lookout = readers.Lookout(sources)
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for capture in progress(captures, "reading"):
        places = sources[capture.source].landmarks if capture.source in sources else ()
        sought: list[Any] = []
        document = None
        try:
            note = partial(_note, problems, capture)
            made = guard.attempt("read", capture.url, partial(_document, space, capture, places, sought, note))
        except DamagedRecord as error:  # says nothing of its site
            problems.append(Problem(stage="read", subject=capture.url, reason=str(error)))
            continue
        except UnreadableDocument as error:
            problems.append(Problem(stage="read", subject=capture.url, reason=str(error)))
        else:
            if isinstance(made, Problem):  # says nothing of its site either
                problems.append(made)
                continue
            documents[made.document_id] = document = made
        lookout.note(capture, sought, document)
    found = lookout.landmarks()
    return Reading(
        documents=[documents[key] for key in sorted(documents)],
        problems=[*changed_sites(found), *problems],
        landmarks=found,
    )


def _document(
    space: paths.Workspace,
    capture: Capture,
    landmarks: Sequence[Landmarks],
    sought: list[Any],
    note: Callable[[str], None],
) -> Document:
    from dalel import archive, readers

    return readers.read(archive.read_payload(space.raw, capture), capture, landmarks, sought.extend, note)


def _note(problems: list[Problem], capture: Capture, told: str) -> None:
    problems.append(Problem(stage="read", subject=capture.url, reason=told))


def changed_sites(landmarks: Sequence[Landmark]) -> tuple[Problem, ...]:
    """What a person must be told of landmarks that failed."""
    from dalel import readers

    errors = [readers.site_changed(landmark) for landmark in landmarks if landmark.changed]
    return tuple(Problem(stage="read", subject=error.source, reason=str(error)) for error in errors)
