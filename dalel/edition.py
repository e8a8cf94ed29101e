"""Step 5 of the recipe: what is printed of a run, for one region or all, and whether it is still as it was printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dalel import files, ledger, paths, pipeline
from dalel.ledger import Run
from dalel.records import Problem

if TYPE_CHECKING:
    from dalel.publishing.runs import Job


@dataclass(frozen=True, kw_only=True)
class Published:
    """Where the things made for one region lie."""

    region: str
    report: Path
    tables: Path
    charts: Path
    notebooks: Path
    reran: tuple[str, ...]  # notebooks that were not current


def publish(
    space: paths.Workspace, region: str, language: str, progress: pipeline.Progress = pipeline.quiet
) -> Published:
    """Step 5 for one region: tables, then the notebooks with their charts, then the report around them."""
    return publish_many(space, [region], language, progress)[0]


def publish_all(
    space: paths.Workspace, language: str, progress: pipeline.Progress = pipeline.quiet
) -> tuple[list[Published], Path]:
    """Step 5 for the country and every region, and the page that lists them."""
    from dalel import regions
    from dalel.publishing import report

    made = publish_many(space, ["KZ", *(code for code in regions.load_regions() if code != "KZ")], language, progress)
    return made, report.write_index(space, pipeline.refresh(space), language)


def publish_many(
    space: paths.Workspace, regions: Sequence[str], language: str, progress: pipeline.Progress = pipeline.quiet
) -> list[Published]:
    """Step 5 for several regions; their notebooks run in parallel, each in a kernel with sockets of its own."""
    from dalel import review
    from dalel.publishing import report, runs, tables
    from dalel.publishing.parameters import check_value

    spoken = check_value("language", language)
    codes = [check_value("region", region) for region in regions]
    run = pipeline.refresh(space, progress)
    decisions, _ = review.read(space.reviews)
    jobs = {code: _jobs(space, run, code, spoken) for code in codes}
    reran = {id(job) for job in runs.run_all([job for several in jobs.values() for job in several], progress)}
    made = []
    for code in codes:
        tables.write_region(space.tables(code), code, run)
        stamp = space.tables(code) / "report" / "made.sha256"
        key = ledger.digest(run, spoken, [job.output for job in jobs[code]] + sorted(space.charts(code).glob("*")))
        if not (stamp.is_file() and stamp.read_bytes() == key):
            report.write_region(space, code, spoken, run, [job.output for job in jobs[code]], decisions)
            files.write_if_changed(stamp, key)
        made.append(
            Published(
                region=code,
                report=stamp.with_name("index.html"),
                tables=space.tables(code),
                charts=space.charts(code),
                notebooks=space.executed(code),
                reran=tuple(job.name for job in jobs[code] if id(job) in reran),
            )
        )
    return made


def _jobs(space: paths.Workspace, run: Run, region: str, language: str) -> list[Job]:
    from dalel.publishing import runs

    given = {"region": region, "language": language}
    return [runs.plan(name, given, space.home, run.fingerprint) for name in runs.notebook_names()]


def integrity(space: paths.Workspace) -> list[Problem]:
    """Everything that is not as it was written: archived records, tables of regions, charts. Empty: all is well."""
    from dalel import archive, store
    from dalel.publishing import charts

    problems = archive.verify(space.raw)
    for folder in sorted(path.parent for path in space.processed.glob("*/datapackage.json")):
        problems += [_below(problem, folder.name) for problem in store.validate(folder)]
    for folder in sorted(path for path in space.figures.glob("*") if path.is_dir()):
        problems += [_below(problem, folder.name) for problem in charts.check_folder(folder)]
    return problems


def _below(problem: Problem, region: str) -> Problem:
    return Problem(stage=problem.stage, subject=f"{region}: {problem.subject}", reason=problem.reason)
