"""The small print of a chart."""

from __future__ import annotations

from collections.abc import Iterable

from dalel.publishing.tables.joining import Row
from dalel.publishing.wording import label

MANY = 6


def source_line(found: Iterable[Row], language: str) -> str:
    """Who published what the chart shows, and where its values stand."""
    outlets = sorted({row["outlet"] for row in found if row["outlet"]})
    named = ", ".join(outlets[:MANY])
    if len(outlets) > MANY:
        named = label("more_outlets", language, outlets=named, count=len(outlets) - MANY)
    return label("source_line", language, outlets=named) if outlets else ""


def nothing(language: str) -> str:
    """What stands in a picture with nothing in it."""
    return label("nothing_chart", language, reason=label("nothing_claims", language))
