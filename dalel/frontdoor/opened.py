"""What a desk holds: the workspace, the choices made when it was opened, and the claims they choose."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from dalel import declarations, paths, pipeline
from dalel.ledger import Run
from dalel.publishing import tables
from dalel.topics import find_topic


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A workspace, a region's code, a language and an evidence level."""

    space: paths.Workspace
    region: str
    language: str
    evidence: str

    @cached_property
    def _run(self) -> Run:
        return pipeline.refresh(self.space)

    @cached_property
    def _frame(self) -> pd.DataFrame:
        return tables.joined(self._run)

    def _topic(self, name: str) -> str:
        return find_topic(declarations.topics(self.space), name).id

    def _claims(self, topic: str | None = None) -> pd.DataFrame:
        chosen = tables.of_region(self._frame, self.region)
        return tables.select(chosen, topic=self._topic(topic)) if topic else chosen
