"""Visits -> one line for all spellings of an address, and the step from one twin of a page to the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dalel import identity
from dalel.records import Document
from dalel.versions.timeline import Stretch, Visited, Visits, steps, stretches

SHORT = 0.6  # of the letters of its twin: what has fewer is a digest, whose silence says nothing


@dataclass(frozen=True, slots=True)
class Line:
    """What one address, however it is spelled, showed over time."""

    address: str  # shared with its twins
    visits: Sequence[Visited]  # in the order of time
    stretches: Sequence[Stretch]


@dataclass(frozen=True, slots=True)
class Move:
    """From one thing shown to the next, on one line or from a twin to another."""

    before: Stretch
    after: Stretch
    twins: bool = False
    overtaken: bool = False  # the twin before was not seen again after that


def lines(documents: Mapping[str, Document], visits: Visits) -> list[Line]:
    """The lines of all visited addresses, sorted by address."""
    merged: dict[str, list[Visited]] = {}
    for url in sorted(url for url in visits if visits[url]):
        merged.setdefault(identity.timeline_key(url), []).extend(visits[url])
    found = []
    for key, several in merged.items():
        times = sorted(several, key=lambda visit: visit.at)
        shown = next((visit.capture_id for visit in times if visit.capture_id in documents), None)
        address = (documents[shown].address if shown else None) or key
        found.append(Line(address, times, stretches(times, documents.keys())))
    return sorted(found, key=lambda line: (line.address, line.visits[0].at, line.visits[0].url))


def moves(found: Sequence[Line], documents: Mapping[str, Document]) -> Iterator[Move]:
    """Every step of each line, and the one that leads to its beginning from a twin in the same language."""
    twins: dict[str, list[Line]] = {}
    for line in found:
        twins.setdefault(line.address, []).append(line)
    for line in found:
        if (joined := _joined(line, twins[line.address], documents)) is not None:
            yield joined
        yield from (Move(before, after) for before, after in steps(line.stretches))


def is_digest(before: Document, after: Document) -> bool:
    """Whether one of two twins is much shorter: an AMP or mobile version without part of the text."""
    sizes = sorted((len(before.text), len(after.text)))
    return sizes[0] < SHORT * sizes[1]


def _joined(line: Line, twins: Sequence[Line], documents: Mapping[str, Document]) -> Move | None:
    begins = next((stretch for stretch in line.stretches if stretch.document_id), None)
    if begins is None or begins.document_id is None:
        return None
    language = documents[begins.document_id].language
    best: Stretch | None = None
    last = False
    for other in twins[: twins.index(line)]:  # those that began earlier
        readable = [one for one in other.stretches if one.document_id and one.first.at <= begins.first.at]
        if readable and documents[readable[-1].document_id or ""].language == language:
            near = readable[-1]
            if best is None or near.first.at >= best.first.at:
                best, last = near, other.visits[-1].at < begins.first.at
    if best is None or best.document_id == begins.document_id:
        return None
    return Move(best, begins, twins=True, overtaken=last)
