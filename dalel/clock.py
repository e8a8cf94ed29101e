"""The one place that asks what time it is: nothing that is read, checked or published may depend on it. A leaf."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """This moment in UTC."""
    return datetime.now(UTC)


def second() -> datetime:
    """This moment in UTC, to the second: as precise as a WARC record or a line of a log says it."""
    return now().replace(microsecond=0)
