"""The verbs of a desk that draw, and the one that saves."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dalel.frontdoor.opened import Opened
from dalel.publishing import charts, tables
from dalel.publishing.charts import Chart


@dataclass(frozen=True, kw_only=True)
class Drawing(Opened):
    """Verbs that return a chart. Drawing writes no file."""

    def draw_amounts(self, indicator: str) -> Chart:
        """Every value stated of one indicator, by region; none added up."""
        return self._named(
            charts.amounts(self._claims(), indicator, self.language, self.evidence), f"amounts-{indicator}"
        )

    def draw_timeline(self, indicator: str) -> Chart:
        """Statements of one indicator by the date they are about, each with its number of origins."""
        return self._named(
            charts.timeline(self._claims(), indicator, self.language, self.evidence), f"timeline-{indicator}"
        )

    def draw_shares(self, topic: str | None = None) -> Chart:
        """Stated shares (◆) beside what their ratios give (○)."""
        chart = charts.shares(self._claims(topic), self._run.findings, self.language, self.evidence)
        return self._named(chart, f"shares-{topic or 'all'}")

    def draw_parts(self, topic: str | None = None) -> Chart:
        """Stated parts under their wholes, with what they leave open."""
        chart = charts.parts(self._claims(topic), self._run.findings, self.language, self.evidence)
        return self._named(chart, f"parts-{topic or 'all'}")

    def draw_steps(self, topic: str, measure: str = "device_count") -> Chart:
        """From announced to delivered, region by region; `measure` is a count or "money"."""
        chart = charts.statuses(self._claims(), self._topic(topic), self.language, self.evidence, measure)
        return self._named(chart, f"steps-{topic}-{measure}")

    def draw_prices(self, topic: str | None = None) -> Chart:
        """What one piece costs, by the sum and the count that a page states together."""
        chart = charts.prices(self._claims(topic), self._run.findings, self.language, self.evidence)
        return self._named(chart, f"prices-{topic or 'all'}")

    def draw_verdicts(self, topic: str | None = None) -> Chart:
        """How many claims stand where, and how many origins speak."""
        return self._named(charts.verdicts(self._claims(topic), self.language), f"verdicts-{topic or 'all'}")

    def save(self, chart: Chart) -> Chart:
        """Writes the chart into figures/<region>: picture, numbers, passport. Returns it, so that a cell shows it."""
        everything = tables.of_region(self._frame, self.region)
        written = charts.save(chart, self.space.charts(self.region), chart.name, everything, self._run.findings)
        _tell(written, self.space.figures)
        return chart

    def _named(self, chart: Chart, name: str) -> Chart:
        return replace(chart, name=f"{name.replace('.', '-')}-{self.language}")


def _tell(written: Sequence[Path], figures: Path) -> None:
    """Names the files to the runner of the notebook, which records them in its manifest."""
    if log := os.environ.get("DALEL_PRODUCED"):
        with Path(log).open("a", encoding="utf-8") as opened:
            opened.writelines(f"{path.relative_to(figures).as_posix()}\n" for path in written)
