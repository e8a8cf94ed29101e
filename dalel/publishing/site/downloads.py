"""The figures of every view as CSV, Excel and Parquet: the same rows and columns, and no cell that is run."""

from __future__ import annotations

from pathlib import Path

from dalel import files, paths
from dalel.publishing import frames
from dalel.publishing.frames import written
from dalel.publishing.site.edition import LEVEL, Edition, provinces

KINDS = ("csv", "xlsx", "parquet")


def write(edition: Edition, folder: Path) -> None:
    """Writes <view>.csv, .xlsx and .parquet for all claims, each region that has any and each topic; others go."""
    views = {"all": edition.frame}
    views |= {code: edition.of_region(code) for code in provinces()}
    views |= {topic: edition.of_topic(topic) for topic in edition.topics}
    kept = set()
    for view, frame in views.items():
        if view != "all" and not len(frame):
            continue
        table = frames.typed(frame, LEVEL).reset_index()
        for kind in KINDS:
            files.write_if_changed(folder / f"{paths.slug(view)}.{kind}", written.content(table, kind))
            kept.add(f"{view}.{kind}")
    for path in sorted(folder.glob("*")):
        if path.name not in kept:
            path.unlink()
