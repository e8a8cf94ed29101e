"""Step 2 of the recipe: captures -> documents, and whether the sites still are what their declarations say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dalel import paths
from dalel.errors import DamagedRecord, UnreadableDocument
from dalel.records import Capture, Document, Landmark, Problem
from dalel.sources import Source


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
    from dalel import archive, readers

    lookout = readers.Lookout(sources)
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for capture in progress(captures, "reading"):
        landmarks = sources[capture.source].landmarks if capture.source in sources else ()
        sought: list[Any] = []
        document = None
        try:
            payload = archive.read_payload(space.raw, capture)
            document = readers.read(payload, capture, landmarks, sought.extend)
        except DamagedRecord as error:  # says nothing of its site
            problems.append(Problem(stage="read", subject=capture.url, reason=str(error)))
            continue
        except UnreadableDocument as error:
            problems.append(Problem(stage="read", subject=capture.url, reason=str(error)))
        else:
            documents[document.document_id] = document
        lookout.note(capture, sought, document)
    found = lookout.landmarks()
    return Reading(
        documents=[documents[key] for key in sorted(documents)],
        problems=[*changed_sites(found), *problems],
        landmarks=found,
    )


def changed_sites(landmarks: Sequence[Landmark]) -> tuple[Problem, ...]:
    """What a person must be told of landmarks that failed."""
    from dalel import readers

    errors = [readers.site_changed(landmark) for landmark in landmarks if landmark.changed]
    return tuple(Problem(stage="read", subject=error.source, reason=str(error)) for error in errors)
