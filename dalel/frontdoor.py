"""What notebooks call: verbs that return pandas DataFrames or charts, in the reader's language.

Every verb takes `region` (code or name in any spelling; "KZ" is the country with all its regions), most take `topic`,
`language` (kk, ru, en) and `level`: the evidence level below which a value is blank, with its reason
(verified > single-source > disputed).
"""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache
from pathlib import Path

import pandas as pd

from dalel import logbook, paths, pipeline
from dalel.ledger import Run
from dalel.publishing import charts, gate, tables
from dalel.publishing.charts import Chart
from dalel.publishing.parameters import check_value

tables.show_whole()


def collected(language: str = "en") -> pd.DataFrame:
    """Pages by source, language and script: how many were collected, read and failed, how many claims they hold."""
    return tables.present(tables.sources(_run(), language), language)


def crawls(language: str = "en") -> pd.DataFrame:
    """What the last collection of each source brought: pages fetched, unchanged, refused, failed, expected."""
    run = _run()
    found = [crawl for crawl in logbook.crawls(paths.workspace())[0] if _is_shown(crawl.source, run.sample)]
    return tables.present(tables.crawls(found, language, run.sample), language)


def searches(language: str = "en") -> pd.DataFrame:
    """What the sources' own search was asked, when, and how many articles it found: also none."""
    run = _run()
    found = [search for search in logbook.searches(paths.workspace())[0] if _is_shown(search.source, run.sample)]
    return tables.present(tables.searches(found, language, run.sample), language)


def landmarks(language: str = "en") -> pd.DataFrame:
    """Whether title, date and text of the pages stand where each source's declaration says."""
    run = _run()
    return tables.present(tables.landmarks(run.landmarks, language, run.sample), language)


def failures(language: str = "en") -> pd.DataFrame:
    """What could not be had, when its source was collected last, or not used: stage, page or file, reason. Empty where
    all went well.
    """
    run = _run()
    lost = logbook.last_failures(paths.workspace(), lambda source: _is_shown(source, run.sample))
    return tables.present(tables.problems(replace(run, problems=[*run.problems, *lost])), language)


def pages(region: str = "KZ", topic: str | None = None, language: str = "en") -> pd.DataFrame:
    """Documents that hold claims about the region and topic: outlet, title, day, how it is known, claims, url."""
    chosen = _claims(region, topic)
    return tables.present(tables.pages(_run(), chosen, language), language)


def claims(region: str = "KZ", topic: str | None = None, language: str = "en", level: str = "disputed") -> pd.DataFrame:
    """One row a claim, to be read like a sentence; the quote in its own script with the number in ⟦…⟧."""
    return tables.present(tables.claims_table(_claims(region, topic), language, gate.check_level(level)), language)


def by_region(
    region: str = "KZ", topic: str | None = None, language: str = "en", level: str = "disputed"
) -> pd.DataFrame:
    """One row a region, one column an indicator; every different value with its status and mark, never a sum."""
    return tables.present(tables.by_region(_claims(region, topic), language, gate.check_level(level)), language)


def announced(
    region: str = "KZ", topic: str | None = None, language: str = "en", level: str = "disputed"
) -> pd.DataFrame:
    """What was announced, contracted and delivered, side by side for each indicator and region."""
    return tables.present(tables.announced(_claims(region, topic), language, gate.check_level(level)), language)


def shares(region: str = "KZ", topic: str | None = None, language: str = "en", level: str = "disputed") -> pd.DataFrame:
    """Stated shares beside the ratios stated with them, computed again."""
    chosen = _claims(region, topic)
    return tables.present(tables.shares(chosen, _run().findings, language, gate.check_level(level)), language)


def comparison(
    region: str = "KZ", topic: str | None = None, language: str = "en", level: str = "disputed"
) -> pd.DataFrame:
    """The same thing as different origins state it; reprints and translations of one release count once."""
    return tables.present(tables.comparison(_claims(region, topic), language, gate.check_level(level)), language)


def verdicts(region: str = "KZ", topic: str | None = None, language: str = "en") -> pd.DataFrame:
    """How many claims are verified, single-source, disputed, rejected."""
    return tables.present(tables.verdicts(_claims(region, topic), language), language)


def statuses(region: str = "KZ", topic: str | None = None, language: str = "en") -> pd.DataFrame:
    """How many claims are announcements, contracts, deliveries, suspicions, court findings."""
    return tables.present(tables.statuses(_claims(region, topic), language), language)


def measures(region: str = "KZ", topic: str | None = None, language: str = "en") -> pd.DataFrame:
    """How many claims of each kind there are, and how many of them no indicator takes in."""
    return tables.present(tables.measures(_claims(region, topic), language), language)


def remarks(region: str = "KZ", topic: str | None = None, language: str = "en") -> pd.DataFrame:
    """Findings that hold with a remark, dispute or reject: severity, claims, explanation, arithmetic."""
    chosen = _claims(region, topic)
    return tables.present(tables.remarks(chosen, _run().findings, language), language)


def collected_again(language: str = "en") -> pd.DataFrame:
    """How many addresses were collected at all, more than once, and showed more than one version."""
    run = _run()
    times = pipeline.visits(paths.workspace(), run.captures)
    shown = {url: [visit.capture_id for visit in visits] for url, visits in times.items()}
    return tables.present(tables.collected_again(shown, language, run.sample), language)


def changes(region: str = "KZ", topic: str | None = None, language: str = "en") -> pd.DataFrame:
    """Numbers that appeared, changed or vanished between captures of one address, each with both sentences; pages that
    went and came back. Empty where no address was collected twice.
    """
    run, code = _run(), check_value("region", region)
    found = pipeline.changes(paths.workspace(), run, code, check_value("topic", topic) if topic else "")
    return tables.present(tables.changes_table(found, language, run.sample), language)


def draw_amounts(indicator: str, region: str = "KZ", language: str = "en", level: str = "disputed") -> Chart:
    """Every value stated of one indicator, by region; none added up. Saved in figures/<region>."""
    chart = charts.amounts(_claims(region), indicator, language, gate.check_level(level))
    return _saved(chart, region, f"amounts-{indicator}")


def draw_timeline(indicator: str, region: str = "KZ", language: str = "en", level: str = "disputed") -> Chart:
    """Statements of one indicator by the date they are about, each with its number of origins."""
    chart = charts.timeline(_claims(region), indicator, language, gate.check_level(level))
    return _saved(chart, region, f"timeline-{indicator}")


def draw_shares(region: str = "KZ", topic: str | None = None, language: str = "en", level: str = "disputed") -> Chart:
    """Stated shares (◆) beside what their ratios give (○)."""
    chart = charts.shares(_claims(region, topic), _run().findings, language, gate.check_level(level))
    return _saved(chart, region, f"shares-{topic or 'all'}")


def draw_parts(region: str = "KZ", topic: str | None = None, language: str = "en", level: str = "disputed") -> Chart:
    """Stated parts under their wholes, with what they leave open."""
    chart = charts.parts(_claims(region, topic), _run().findings, language, gate.check_level(level))
    return _saved(chart, region, f"parts-{topic or 'all'}")


def draw_steps(
    topic: str, measure: str = "device_count", region: str = "KZ", language: str = "en", level: str = "disputed"
) -> Chart:
    """From announced to delivered, region by region; `measure` is a count or "money"."""
    chart = charts.statuses(_claims(region), check_value("topic", topic), language, gate.check_level(level), measure)
    return _saved(chart, region, f"steps-{topic}-{measure}")


def draw_verdicts(region: str = "KZ", topic: str | None = None, language: str = "en") -> Chart:
    """How many claims stand where, and how many origins speak."""
    return _saved(charts.verdicts(_claims(region, topic), language), region, f"verdicts-{topic or 'all'}")


def again() -> None:
    """Forgets what was loaded, so that the next verb sees pages collected or decisions made since."""
    _run.cache_clear()


@cache
def _run() -> Run:
    return pipeline.refresh(paths.workspace())


def _is_shown(source: str, sample: bool) -> bool:
    """Sample and real collections never stand in one table."""
    declared = pipeline.declared_sources()
    return (source in declared and declared[source].sample) == sample


def _claims(region: str, topic: str | None = None) -> pd.DataFrame:
    chosen = tables.of_region(tables.joined(_run()), check_value("region", region))
    return tables.select(chosen, topic=check_value("topic", topic)) if topic else chosen


def _saved(chart: Chart, region: str, name: str) -> Chart:
    space = paths.workspace()
    code = check_value("region", region)
    slug = f"{name.replace('.', '-')}-{chart.language}"
    written = charts.save(chart, space.charts(code), slug, _claims(code), _run().findings)
    _tell(written, space.figures)
    return chart


def _tell(written: list[Path], figures: Path) -> None:
    """Names the files to the runner of the notebook, which records them in its manifest."""
    if log := os.environ.get("DALEL_PRODUCED"):
        with Path(log).open("a", encoding="utf-8") as opened:
            opened.writelines(f"{path.relative_to(figures).as_posix()}\n" for path in written)
