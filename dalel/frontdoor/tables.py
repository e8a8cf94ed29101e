"""The verbs of a desk that give tables."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import pandas as pd

from dalel import declarations, logbook, pipeline, promising
from dalel.frontdoor.opened import Opened
from dalel.publishing import frames, tables
from dalel.publishing.frames import Table
from dalel.records import Crawl, Search

Noted = TypeVar("Noted", Crawl, Search)
View = Callable[[pd.DataFrame, str, str], pd.DataFrame]


@dataclass(frozen=True, kw_only=True)
class Asking(Opened):
    """Verbs that return a frame to compute with, shown as the reader's table."""

    def claims(self, topic: str | None = None) -> Table:
        """One row a claim, index `claim_id`: `frames.COLUMNS`. Shown to be read like a sentence, the quote in its own
        script with the number in ⟦…⟧.
        """
        chosen = self._claims(topic)
        shown = tables.claims_table(chosen, self.language, self.evidence).set_index("claim_id", drop=False)
        return self._table(self._typed(chosen).loc[list(shown.index)], lambda rows: shown.loc[rows])

    def by_region(self, topic: str | None = None) -> Table:
        """The claims that belong to an indicator, as `claims` has them. Shown by region and indicator: every different
        value with its status and mark, never a sum.
        """
        chosen = tables.bodies(self._claims(topic))
        chosen = chosen[chosen["indicator"].notna()]
        return self._grouped(chosen, tables.by_region)

    def announced(self, topic: str | None = None) -> Table:
        """The claims of `claims` about promises and their steps, with the column `step`: announced, contracted,
        delivered. Shown side by side for each kind of value and region, never subtracted.
        """
        chosen = self._claims(topic)
        steps = tables.step_by_claim(chosen)
        made = self._grouped(chosen[chosen["claim_id"].isin(list(steps))], tables.announced)
        return self._table(made.assign(step=pd.Categorical([steps[one] for one in made.index], tables.STEPS)),
                           self._regrouped(chosen, tables.announced))  # fmt: skip

    def comparison(self, topic: str | None = None) -> Table:
        """The claims of `claims` whose indicator and region at least two origins speak about. Shown beside each other;
        reprints and translations of one release count once.
        """
        chosen = self._claims(topic)
        shown = tables.comparison(chosen, self.language, self.evidence)
        compared = {claim_id for cell in shown["claim_ids"] for claim_id in cell.split()}
        return self._grouped(chosen[chosen["claim_id"].isin(compared)], tables.comparison)

    def shares(self, topic: str | None = None) -> Table:
        """Stated shares beside the counts stated with them, divided again: the columns of `frames.shares`."""
        chosen, findings = self._claims(topic), self._run.findings
        shown = tables.shares(chosen, findings, self.language, self.evidence).set_index("claim_ids", drop=False)
        typed = frames.shares(chosen, findings, self.language, self.evidence)
        return self._table(typed.loc[list(shown.index)], lambda rows: shown.loc[rows])

    def remarks(self, topic: str | None = None) -> Table:
        """Findings that hold with a remark, contradict or reject, gravest first, with the values of their claims."""
        return self._plain(tables.remarks(self._claims(topic), self._run.findings, self.language))

    def verdicts(self, topic: str | None = None) -> Table:
        """How many claims (int) have which verdict (index), and from how many origins (int)."""
        return self._coded(tables.verdicts(self._claims(topic), self.language), "verdict")

    def statuses(self, topic: str | None = None) -> Table:
        """How many claims (int) are announcements, contracts, deliveries, suspicions, court findings (index)."""
        return self._coded(tables.statuses(self._claims(topic), self.language), "status")

    def measures(self, topic: str | None = None) -> Table:
        """How many claims (int) of each kind (index) there are, and how many of them no indicator takes in (int)."""
        return self._coded(tables.measures(self._claims(topic), self.language), "measure")

    def pages(self, topic: str | None = None) -> Table:
        """Documents that hold claims about the region and topic: outlet, title, day, how it is known, claims, url."""
        return self._plain(tables.pages(self._run, self._claims(topic), self.language))

    def changes(self, topic: str | None = None) -> Table:
        """Numbers that appeared, changed or vanished between captures of one address, each with both sentences; pages
        that went and came back. Empty where no address was collected twice.
        """
        found = pipeline.changes(self.space, self._run, self.region, self._topic(topic) if topic else "")
        return self._plain(tables.changes_table(found, self.language, self._run.sample))

    def promises(self, topic: str | None = None) -> Table:
        """Figures with a deadline and what became of them, by deadline: where each stands on the last day of
        collection, and why. Empty where no page states one.
        """
        found = promising.ledger(self.space, self._run, self.region, self._topic(topic) if topic else "")
        return self._plain(tables.promises_table(found, tables.by_id(self._frame), self.language, self._run.sample))

    def collected(self) -> Table:
        """Pages by source, language and script: how many were collected, read and failed, how many claims they hold."""
        return self._plain(tables.sources(self._run, self.language))

    def collected_again(self) -> Table:
        """How many addresses were collected at all, more than once, and showed more than one version."""
        times = pipeline.visits(self.space, self._run.captures)
        shown = {url: [visit.capture_id for visit in visits] for url, visits in times.items()}
        return self._plain(tables.collected_again(shown, self.language, self._run.sample))

    def crawls(self) -> Table:
        """What the last collection of each source brought: pages fetched, unchanged, refused, failed, expected."""
        found = self._of_kind(logbook.crawls(self.space)[0])
        return self._plain(tables.crawls(found, self.language, self._run.sample))

    def searches(self) -> Table:
        """What the sources' own search was asked, when, and how many articles it found: also none."""
        found = self._of_kind(logbook.searches(self.space)[0])
        return self._plain(tables.searches(found, self.language, self._run.sample))

    def landmarks(self) -> Table:
        """Whether title, date and text of the pages stand where each source's declaration says."""
        return self._plain(tables.landmarks(self._run.landmarks, self.language, self._run.sample))

    def failures(self) -> Table:
        """What could not be had, when its source was collected last, or not used: stage, page or file, reason. Empty
        where all went well.
        """
        lost = logbook.last_failures(self.space, self._is_shown)
        return self._plain(tables.problems(replace(self._run, problems=[*self._run.problems, *lost])))

    def _typed(self, chosen: pd.DataFrame) -> pd.DataFrame:
        return frames.typed(chosen, self.evidence, self.language)

    def _table(self, typed: pd.DataFrame, show: Callable[[pd.Index], pd.DataFrame]) -> Table:
        reader = frames.Reader(show=show, original=typed, language=self.language, passports=self._passports)
        return Table(typed, reader=reader)

    def _grouped(self, chosen: pd.DataFrame, view: View) -> Table:
        return self._table(self._typed(chosen), self._regrouped(chosen, view))

    def _regrouped(self, chosen: pd.DataFrame, view: View) -> Callable[[pd.Index], pd.DataFrame]:
        return lambda rows: view(chosen[chosen["claim_id"].isin(rows)], self.language, self.evidence)

    def _plain(self, table: pd.DataFrame) -> Table:
        return self._table(frames.counted(table), lambda rows: table.loc[rows])

    def _coded(self, table: pd.DataFrame, name: str) -> Table:
        shown = table.set_index(pd.Index(table["code"], name=name))
        typed = shown.drop(columns=[column for column in ("code", "claim_ids", name) if column in shown])
        return self._table(frames.counted(typed), lambda rows: shown.loc[rows])

    @property
    def _passports(self) -> str:
        """Where passports lie, seen from where tables are shown: as the runner of the notebook says, else from here."""
        told = os.environ.get("DALEL_PASSPORTS")
        return told or os.path.relpath(self.space.passports, Path.cwd()).replace(os.sep, "/")

    def _of_kind(self, noted: Sequence[Noted]) -> list[Noted]:
        return [one for one in noted if self._is_shown(one.source)]

    def _is_shown(self, source: str) -> bool:
        """Sample and real collections never stand in one table."""
        declared = declarations.sources(self.space)
        return (source in declared and declared[source].sample) == self._run.sample
