"""Visits to one address -> the steps from one thing shown to the next."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Protocol

from dalel import identity

# A server that is busy or sends us round through a cookie page, and answers within the hour, was never gone.
PASSING = timedelta(hours=1)
_PASSING = {408, 425, 429, *range(300, 400), *range(500, 600)}


class Visited(Protocol):
    """One time an address was asked, as the archive tells it (`dalel.archive.Visit`)."""

    @property
    def url(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def status(self) -> int: ...
    @property
    def capture_id(self) -> str | None: ...


Visits = Mapping[str, Sequence[Visited]]  # by address, each in the order of time


@dataclass(frozen=True, slots=True)
class Stretch:
    """Visits in a row at which an address showed the same thing."""

    first: Visited
    last: Visited
    document_id: str | None  # None where there was nothing to read


def stretches(visits: Sequence[Visited], readable: Collection[str]) -> list[Stretch]:
    """The stretches of one address in the order of time; all that cannot be read is one kind of thing."""
    found: list[Stretch] = []
    for visit in _without_hiccups(visits, readable):
        shown = visit.capture_id if visit.capture_id in readable else None
        if found and found[-1].document_id == shown:
            found[-1] = Stretch(found[-1].first, visit, shown)
        else:
            found.append(Stretch(visit, visit, shown))
    return found


def _without_hiccups(visits: Sequence[Visited], readable: Collection[str]) -> Iterator[Visited]:
    next_page: datetime | None = None
    kept = []
    for visit in reversed(visits):
        if visit.capture_id in readable:
            next_page = visit.at
        elif visit.status in _PASSING and next_page is not None and next_page - visit.at <= PASSING:
            continue
        kept.append(visit)
    yield from reversed(kept)


def steps(found: Sequence[Stretch]) -> Iterator[tuple[Stretch, Stretch]]:
    """Each pair of readable stretches that follow each other, whatever lay between them, where they differ."""
    readable = [stretch for stretch in found if stretch.document_id is not None]
    yield from ((a, b) for a, b in pairwise(readable) if a.document_id != b.document_id)


def unsteady(visits: Visits) -> list[Visited]:
    """All visits to the addresses that did not always answer the same: what decides a list of changes."""
    lines: dict[str, list[Visited]] = {}
    for url in sorted(visits):
        lines.setdefault(identity.timeline_key(url), []).extend(visits[url])
    return [
        visit
        for times in lines.values()
        if len({(visit.capture_id, visit.status if visit.capture_id is None else 200) for visit in times}) > 1
        for visit in times
    ]
