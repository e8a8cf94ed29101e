"""Step 3 of the recipe: documents -> claims; those of earlier runs where nothing that decides them has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from dalel.faults import Guard
from dalel.records import Claim, Document, Problem
from dalel.stages import ingredients, pages, remembering
from dalel.stages.executors import current
from dalel.stages.kept import Kept
from dalel.stages.pages import Claimed, Placed
from dalel.stages.work import Piece, Work, logged
from dalel.topics import Topic

Progress = Callable[[Iterable[Any], str], Iterable[Any]]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Judged:
    """Claims as kept, with the topics (digest by id) that they were found with."""

    topics: Mapping[str, str]
    claimed: Claimed


def extract(
    documents: Sequence[Document], topics: Mapping[str, Topic], guard: Guard, progress: Progress, kept: Kept | None
) -> tuple[list[Claim], list[Problem]]:
    """All claims, sorted by document and place in it; and the pages on which that failed."""
    given = {name: hashlib.sha256(repr(topic).encode("utf-8")).hexdigest() for name, topic in topics.items()}
    asked = [_asked(document, topics) for document in documents]
    known = _known(asked, documents, topics, given, kept)
    work: Work[Placed, Claimed] = Work(stage="extract", function=pages.claim)
    found = remembering.outcomes(work, asked, known, partial(_keep, kept, given), current())
    claims: list[Claim] = []
    problems: list[Problem] = []
    for _, outcome in zip(progress(asked, "extracting"), found, strict=True):
        if outcome.value is not None:
            claims += outcome.value.claims
        elif (problem := logged(outcome, guard)) is not None:
            problems.append(problem)
    return claims, problems


def _asked(document: Document, topics: Mapping[str, Topic]) -> remembering.Asked[Placed]:
    told = f"extract\n{ingredients.digest('extract')}\n{document!r}"
    return remembering.Asked(
        name=hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest(),
        make=partial(_piece, document, topics),
    )


def _piece(document: Document, topics: Mapping[str, Topic]) -> Piece[Placed]:
    return Piece(subject=document.url, given=Placed(document=document, topics=topics), weight=4 * len(document.text))


def _known(
    asked: Sequence[remembering.Asked[Placed]],
    documents: Sequence[Document],
    topics: Mapping[str, Topic],
    given: Mapping[str, str],
    kept: Kept | None,
) -> dict[str, Claimed]:
    """The claims that are kept and in which no topic had or has a part that has changed since."""
    if kept is None:
        return {}
    by_name = {one.name: document for one, document in zip(asked, documents, strict=True)}
    known: dict[str, Claimed] = {}
    moved: dict[str, _Judged] = {}
    for name, judged in kept.get(list(by_name)):
        changed = {topic for topic, _ in judged.topics.items() ^ given.items()}
        if changed & judged.claimed.speaks_of:
            continue
        now = {topic: topics[topic] for topic in topics if topic in changed}
        if now and pages.speaks_of(Placed(document=by_name[name], topics=now)):
            continue
        known[name] = judged.claimed
        if changed:
            moved[name] = _Judged(topics=given, claimed=judged.claimed)
    kept.put(moved)
    return known


def _keep(kept: Kept | None, given: Mapping[str, str], fresh: Mapping[str, Claimed]) -> None:
    if kept is not None:
        kept.put({name: _Judged(topics=given, claimed=claimed) for name, claimed in fresh.items()})
