"""The front door of notebooks: one desk, opened once for a region, a language and an evidence level.

    desk = dalel.open(region="KZ-43", language="kk", evidence="verified")
    desk.claims(topic="cameras")
    desk.save(desk.draw_shares(topic="cameras"))

Verbs return pandas DataFrames or charts in the reader's language; `topic` narrows them. Drawing writes no file.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import pandas as pd

from dalel import logbook, paths, pipeline
from dalel.ledger import Run
from dalel.publishing import charts, tables
from dalel.publishing.charts import Chart
from dalel.publishing.parameters import check_value
from dalel.records import Crawl, Search

Noted = TypeVar("Noted", Crawl, Search)
tables.show_whole()


def open(region: str = "KZ", language: str = "en", evidence: str = "disputed") -> Desk:  # noqa: A001
    """A desk on the workspace (DALEL_HOME, else the clone): `region` is a code or a name in any spelling, and "KZ" the
    country with all its regions; `evidence` is the level below which a value is blank, with its reason.

    UnknownName (with the nearest valid name) for a region, language or level that does not exist.
    """
    return Desk(
        space=paths.workspace(),
        region=check_value("region", region),
        language=check_value("language", language),
        evidence=check_value("evidence", evidence),
    )


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What a notebook asks. Everything is as the workspace was at the first question; open another desk to see pages
    collected or decisions made since.
    """

    space: paths.Workspace
    region: str
    language: str
    evidence: str

    def claims(self, topic: str | None = None) -> pd.DataFrame:
        """One row a claim, to be read like a sentence; the quote in its own script with the number in ⟦…⟧."""
        return self._shown(tables.claims_table(self._claims(topic), self.language, self.evidence))

    def by_region(self, topic: str | None = None) -> pd.DataFrame:
        """One row a region, one column an indicator; every different value with its status and mark, never a sum."""
        return self._shown(tables.by_region(self._claims(topic), self.language, self.evidence))

    def announced(self, topic: str | None = None) -> pd.DataFrame:
        """What was announced, contracted and delivered, side by side for each indicator and region."""
        return self._shown(tables.announced(self._claims(topic), self.language, self.evidence))

    def shares(self, topic: str | None = None) -> pd.DataFrame:
        """Stated shares beside the ratios stated with them, computed again."""
        return self._shown(tables.shares(self._claims(topic), self._run.findings, self.language, self.evidence))

    def comparison(self, topic: str | None = None) -> pd.DataFrame:
        """The same thing as different origins state it; reprints and translations of one release count once."""
        return self._shown(tables.comparison(self._claims(topic), self.language, self.evidence))

    def remarks(self, topic: str | None = None) -> pd.DataFrame:
        """Findings that hold with a remark, contradict or reject: severity, claims, explanation, arithmetic."""
        return self._shown(tables.remarks(self._claims(topic), self._run.findings, self.language))

    def verdicts(self, topic: str | None = None) -> pd.DataFrame:
        """How many claims have which verdict, and from how many origins."""
        return self._shown(tables.verdicts(self._claims(topic), self.language))

    def statuses(self, topic: str | None = None) -> pd.DataFrame:
        """How many claims are announcements, contracts, deliveries, suspicions, court findings."""
        return self._shown(tables.statuses(self._claims(topic), self.language))

    def measures(self, topic: str | None = None) -> pd.DataFrame:
        """How many claims of each kind there are, and how many of them no indicator takes in."""
        return self._shown(tables.measures(self._claims(topic), self.language))

    def pages(self, topic: str | None = None) -> pd.DataFrame:
        """Documents that hold claims about the region and topic: outlet, title, day, how it is known, claims, url."""
        return self._shown(tables.pages(self._run, self._claims(topic), self.language))

    def changes(self, topic: str | None = None) -> pd.DataFrame:
        """Numbers that appeared, changed or vanished between captures of one address, each with both sentences; pages
        that went and came back. Empty where no address was collected twice.
        """
        found = pipeline.changes(self.space, self._run, self.region, check_value("topic", topic) if topic else "")
        return self._shown(tables.changes_table(found, self.language, self._run.sample))

    def collected(self) -> pd.DataFrame:
        """Pages by source, language and script: how many were collected, read and failed, how many claims they hold."""
        return self._shown(tables.sources(self._run, self.language))

    def collected_again(self) -> pd.DataFrame:
        """How many addresses were collected at all, more than once, and showed more than one version."""
        times = pipeline.visits(self.space, self._run.captures)
        shown = {url: [visit.capture_id for visit in visits] for url, visits in times.items()}
        return self._shown(tables.collected_again(shown, self.language, self._run.sample))

    def crawls(self) -> pd.DataFrame:
        """What the last collection of each source brought: pages fetched, unchanged, refused, failed, expected."""
        found = self._of_kind(logbook.crawls(self.space)[0])
        return self._shown(tables.crawls(found, self.language, self._run.sample))

    def searches(self) -> pd.DataFrame:
        """What the sources' own search was asked, when, and how many articles it found: also none."""
        found = self._of_kind(logbook.searches(self.space)[0])
        return self._shown(tables.searches(found, self.language, self._run.sample))

    def landmarks(self) -> pd.DataFrame:
        """Whether title, date and text of the pages stand where each source's declaration says."""
        return self._shown(tables.landmarks(self._run.landmarks, self.language, self._run.sample))

    def failures(self) -> pd.DataFrame:
        """What could not be had, when its source was collected last, or not used: stage, page or file, reason. Empty
        where all went well.
        """
        lost = logbook.last_failures(self.space, self._is_shown)
        return self._shown(tables.problems(replace(self._run, problems=[*self._run.problems, *lost])))

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
        chart = charts.statuses(self._claims(), check_value("topic", topic), self.language, self.evidence, measure)
        return self._named(chart, f"steps-{topic}-{measure}")

    def draw_verdicts(self, topic: str | None = None) -> Chart:
        """How many claims stand where, and how many origins speak."""
        return self._named(charts.verdicts(self._claims(topic), self.language), f"verdicts-{topic or 'all'}")

    def save(self, chart: Chart) -> Chart:
        """Writes the chart into figures/<region>: picture, numbers, passport. Returns it, so that a cell shows it."""
        everything = tables.of_region(self._frame, self.region)
        written = charts.save(chart, self.space.charts(self.region), chart.name, everything, self._run.findings)
        _tell(written, self.space.figures)
        return chart

    @cached_property
    def _run(self) -> Run:
        return pipeline.refresh(self.space)

    @cached_property
    def _frame(self) -> pd.DataFrame:
        return tables.joined(self._run)

    def _claims(self, topic: str | None = None) -> pd.DataFrame:
        chosen = tables.of_region(self._frame, self.region)
        return tables.select(chosen, topic=check_value("topic", topic)) if topic else chosen

    def _shown(self, table: pd.DataFrame) -> pd.DataFrame:
        return tables.present(table, self.language)

    def _named(self, chart: Chart, name: str) -> Chart:
        return replace(chart, name=f"{name.replace('.', '-')}-{self.language}")

    def _of_kind(self, noted: Sequence[Noted]) -> list[Noted]:
        return [one for one in noted if self._is_shown(one.source)]

    def _is_shown(self, source: str) -> bool:
        """Sample and real collections never stand in one table."""
        declared = pipeline.declared_sources()
        return (source in declared and declared[source].sample) == self._run.sample


def _tell(written: list[Path], figures: Path) -> None:
    """Names the files to the runner of the notebook, which records them in its manifest."""
    if log := os.environ.get("DALEL_PRODUCED"):
        with Path(log).open("a", encoding="utf-8") as opened:
            opened.writelines(f"{path.relative_to(figures).as_posix()}\n" for path in written)
