"""How far a crawl is: a bar with counts on a terminal; elsewhere, as in a log, a line when a source is through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from types import TracebackType
from typing import Any, TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from dalel.crawler.reports import SourceReport

NAMES = ("fetched", "unchanged", "refused", "failed")


class Progress:
    """Counts pages found and done, from the events of a crawl; a context manager."""

    def __init__(self, stream: TextIO, sources: int) -> None:
        self._stream, self._sources = stream, sources
        self._bar: Bar | None = None
        if stream.isatty():
            columns = TextColumn("{task.description}"), BarColumn(12), MofNCompleteColumn(), TimeElapsedColumn()
            self._bar = Bar(*columns, TextColumn("{task.fields[counts]}"), console=Console(file=stream), transient=True)
            self._bar.add_task(self._described(0), total=None, counts="")
        self._found = self._done = 0
        self._counts: dict[str, Counter[str]] = {}
        self._ended: set[str] = set()

    def __enter__(self) -> Progress:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def take(self, event: dict[str, Any]) -> None:
        """Takes one event; unknown ones are not for the bar."""
        source = event["source"]
        self._found += event["event"] == "found"
        self._done += event["event"] == "done"
        self._counts[source] = Counter(event["counts"])
        if event["event"] == "ended":
            self._ended.add(source)
            if not self._bar:
                self._tell(source, self._counts[source])
        if self._bar:
            counts = _in_words(sum(self._counts.values(), Counter()), brief=True)
            described = self._described(len(self._ended))
            self._bar.update(
                self._bar.task_ids[0], total=self._found, completed=self._done, counts=counts, description=described
            )

    def end(self, reports: Sequence[SourceReport]) -> None:
        """The lines of sources that were not known to be through before the whole crawl was."""
        for report in reports:
            if report.source not in self._ended and not self._bar:
                self._tell(report.source, Counter({name: getattr(report, name) for name in NAMES}))

    def _tell(self, source: str, counts: Counter[str]) -> None:
        print(f"collected {source}: {_in_words(counts)}", file=self._stream, flush=True)

    def _described(self, ended: int) -> str:
        return f"{ended}/{self._sources} sources" if self._sources > 1 else "collecting"


def _in_words(counts: Counter[str], brief: bool = False) -> str:
    """The four counts, those of nothing left out where it must be brief."""
    return ", ".join(f"{counts[name]} {name}" for name in NAMES if counts[name] or not brief)
