"""A progress bar on a terminal, nothing elsewhere."""

from __future__ import annotations

from types import TracebackType
from typing import Any, TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar


class Progress:
    """Counts pages found and done, from the events of a crawl; a context manager."""

    def __init__(self, stream: TextIO) -> None:
        columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
        self._bar = Bar(*columns, console=Console(file=stream), disable=not stream.isatty(), transient=True)
        self._task = self._bar.add_task("collecting", total=0)
        self._found = self._done = 0

    def __enter__(self) -> Progress:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def take(self, event: dict[str, Any]) -> None:
        """Takes one event; unknown ones are not for the bar."""
        self._found += event["event"] == "found"
        self._done += event["event"] == "done"
        self._bar.update(self._task, total=self._found, completed=self._done)
