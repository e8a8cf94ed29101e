"""What an address showed over time: one visit for every time it was asked, whether it answered or not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from dalel.archive.captures import capture_id, history
from dalel.archive.cdxj import REVISIT, Entry
from dalel.archive.losses import NO_PAGES
from dalel.records import Problem

State = Literal["page", "unchanged", "gone", "error", "notice"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Visit:
    """One time an address was asked."""

    source: str
    url: str
    at: datetime  # UTC
    state: State  # gone: 404 or 410, no proof of deletion; notice: a challenge or error page instead
    status: int
    capture_id: str | None  # of the page it showed then; None where it showed none


def visits(raw: Path) -> tuple[dict[str, list[Visit]], list[Problem]]:
    """All visits to pages by address, each address's in the order of time; and what could not be indexed."""
    entries, problems = history(raw)
    found: dict[str, list[Visit]] = defaultdict(list)
    for source, entry in entries:
        if entry.role in ("page", "notice", "undecodable") and not entry.mime.startswith(NO_PAGES):
            found[entry.url].append(_visit(source, entry))
    return {url: sorted(found[url], key=lambda visit: visit.at) for url in sorted(found)}, problems


def _visit(source: str, entry: Entry) -> Visit:
    state = _state(entry)
    shown = capture_id(entry.url, entry.sha256) if state in ("page", "unchanged") else None
    return Visit(source=source, url=entry.url, at=entry.captured_at, state=state, status=entry.status, capture_id=shown)


def _state(entry: Entry) -> State:
    if entry.mime == REVISIT and entry.role == "page":
        return "unchanged"
    if entry.role == "page" and entry.status == 200:
        return "page"
    if entry.status in (404, 410):
        return "gone"
    return "notice" if entry.role == "notice" else "error"
