"""What stands around a chart: its title and its small print."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from dalel.publishing import names
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


def titled(title: str, frame: pd.DataFrame, language: str) -> str:
    """The title, after the region and the topic where all claims have the same one."""
    regions, topics = (set(frame[name]) for name in ("region", "topic"))
    about = [names.region(regions.pop(), language)] if len(regions) == 1 else []
    about += [names.indicator(topics.pop(), language)] if len(topics) == 1 and None not in topics else []
    return ". ".join([*about, title])


def nothing(language: str) -> str:
    """What stands in a picture with nothing in it."""
    return label("nothing_chart", language, reason=label("nothing_claims", language))
