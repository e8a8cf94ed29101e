"""What was collected when, source by source, what failed and what was searched for: JSON Lines, only ever added to.

They tell facts that no rerun gives again, so they lie in data/ beside the archive and not among what can be rebuilt.
A leaf of the house.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from dalel import chain
from dalel.paths import Workspace
from dalel.records import Crawl, Failure, Problem, Search

R = TypeVar("R", Crawl, Search, Failure)
_TIMES = ("began", "at")
_TYPES: Mapping[str, tuple[type, ...]] = {
    "str": (str,),
    "int": (int,),
    "bool": (bool,),
    "int | None": (int, type(None)),
}


def note(
    space: Workspace, crawls: Sequence[Crawl] = (), searches: Sequence[Search] = (), failures: Sequence[Failure] = ()
) -> None:
    """Adds what one collection brought; UnwritableHome with the cure."""
    _append(space.crawls, crawls)
    _append(space.searches, searches)
    _append(space.failures, failures)


def crawls(space: Workspace) -> tuple[list[Crawl], list[Problem]]:
    """All collections in the order they were noted, and lines that cannot be read."""
    return _read(space.crawls, Crawl)


def searches(space: Workspace) -> tuple[list[Search], list[Problem]]:
    """All searches in the order they were noted, and lines that cannot be read."""
    return _read(space.searches, Search)


def failures(space: Workspace) -> tuple[list[Failure], list[Problem]]:
    """What could not be had in any collection, in the order it was noted, and lines that cannot be read."""
    return _read(space.failures, Failure)


def last_failures(space: Workspace, shown: Callable[[str], bool]) -> list[Problem]:
    """What the last collection of each source could not have, of sources that are `shown`; and lines that cannot be
    read of any of the files.
    """
    noted, torn = crawls(space)
    last = {crawl.source: crawl.began for crawl in noted}
    missed, unread = failures(space)
    lost = [one for one in missed if shown(one.source) and last.get(one.source) == one.began]
    problems = [Problem(stage="collect", subject=one.subject, reason=one.reason) for one in lost]
    return [*problems, *torn, *unread, *searches(space)[1]]


def altered(space: Workspace) -> list[Problem]:
    """Lines that are not as they were noted, or no longer there."""
    return [
        problem
        for path in (space.crawls, space.searches, space.failures)
        for problem in chain.read(path, "collect").problems
    ]


def digest(space: Workspace) -> str:
    """SHA-256 (hex) over the files; that of nothing where there are none."""
    found = hashlib.sha256()
    for path in (space.crawls, space.searches, space.failures):
        found.update(path.read_bytes() if path.is_file() else b"")
    return found.hexdigest()


def _append(path: Path, records: Iterable[Crawl | Search | Failure]) -> None:
    chain.extend(path, [json.loads(json.dumps(asdict(record), default=datetime.isoformat)) for record in records])


def _read(path: Path, record: Callable[..., R]) -> tuple[list[R], list[Problem]]:
    found: list[R] = []
    told = chain.read(path, "collect")
    problems = list(told.problems)
    for link in told.links:
        try:
            found.append(record(**_checked({k: v for k, v in link.fields.items() if k != "after"}, record)))
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
            reason = "no valid line of the logbook: torn or edited; it is passed over"
            problems.append(Problem(stage="collect", subject=f"{path.name} line {link.number}", reason=reason))
    return found, problems


def _checked(told: dict[str, Any], record: Any) -> dict[str, Any]:
    """The fields of a line with their types; ValueError, TypeError or KeyError where it is none of ours."""
    values = {part.name: told.pop(part.name) for part in fields(record)}
    if told:
        raise ValueError("fields that nobody knows")
    for part in fields(record):
        value = values[part.name]
        if part.name in _TIMES:
            values[part.name] = _utc(value)
        elif not isinstance(value, _TYPES.get(str(part.type), (str,))):
            raise TypeError(part.name)
    return values


def _utc(text: str) -> datetime:
    """The time in UTC; ValueError for one without a zone, which cannot be put in order with others."""
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError("a time without a zone")
    return found.astimezone(UTC)
