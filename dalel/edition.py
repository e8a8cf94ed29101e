"""Step 5 of the recipe: what is printed of a run, for one region or all, and whether it is still as it was printed."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dalel import declarations, files, ledger, logbook, paths, pipeline, reading
from dalel.ledger import Run
from dalel.records import Problem, Search

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
    changed: tuple[Problem, ...] = ()  # sites that are no longer as declared: what is printed of them is worth less


def publish(
    space: paths.Workspace, region: str, language: str, progress: pipeline.Progress = pipeline.quiet
) -> Published:
    """Step 5 for one region: tables, then the notebooks with their charts, then the report around them."""
    return publish_many(space, [region], language, progress)[0]


def publish_all(
    space: paths.Workspace, language: str, progress: pipeline.Progress = pipeline.quiet
) -> tuple[list[Published], Path]:
    """Step 5 for the country and every region, and the front page."""
    from dalel import regions

    made = publish_many(space, ["KZ", *(code for code in regions.load_regions() if code != "KZ")], language, progress)
    return made, space.report / f"index.{language}.html"


def publish_many(
    space: paths.Workspace, regions: Sequence[str], language: str, progress: pipeline.Progress = pipeline.quiet
) -> list[Published]:
    """Step 5 for several regions; their notebooks run in parallel, each in a kernel with sockets of its own."""
    from dalel.publishing import runs, site, tables
    from dalel.publishing.parameters import check_value

    spoken = check_value("language", language)
    codes = [check_value("region", region) for region in regions]
    run = pipeline.refresh(space, progress)
    jobs = {code: _jobs(space, run, code, spoken) for code in codes}
    reran = {id(job) for job in runs.run_all([job for several in jobs.values() for job in several], progress)}
    for code in codes:
        tables.write_region(space.tables(code), code, run)
    _report(space, run)
    return [
        Published(
            region=code,
            report=site.region_page(space.report, code, spoken),
            tables=space.tables(code),
            charts=space.charts(code),
            notebooks=space.executed(code),
            reran=tuple(job.name for job in jobs[code] if id(job) in reran),
            changed=reading.changed_sites(run.landmarks),
        )
        for code in codes
    ]


def _report(space: paths.Workspace, run: Run) -> None:
    """Writes the report where it is not current: pages that somebody edited are made again, too."""
    from dalel import review
    from dalel.publishing import notebooks, site

    executed = sorted(space.processed.glob("*/notebooks/*.ipynb"))
    key = ledger.digest(space, run, executed)
    if site.is_current(space.report, key):
        return
    decisions, _ = review.read(space.reviews)
    edition = site.Edition(evidence=run, reviews=decisions, searches=_searches(space, run))
    for problem in site.altered(space.report):
        if (page := space.report / problem.subject.removeprefix("report ")).is_file():
            page.unlink()
    site.write(edition, space.report)
    notebooks.write(space, run.sample)
    site.stamp(space.report, key)


def _searches(space: paths.Workspace, run: Run) -> list[Search]:
    """Searches of sites; those of sample sites only where all is made from the sample."""
    declared = declarations.sources(space)
    noted, _ = logbook.searches(space)
    return [one for one in noted if (one.source in declared and declared[one.source].sample) == run.sample]


def _jobs(space: paths.Workspace, run: Run, region: str, language: str) -> list[Job]:
    from dalel.publishing import runs

    given = {"region": region, "language": language}
    key = ledger.notebook_key(space, run)
    return [runs.plan(space, name, given, key) for name in runs.notebooks(space)]


def integrity(space: paths.Workspace) -> list[Problem]:
    """What is not as it was written: archived records, tables, charts, executed notebooks, pages. Empty: all is well.

    Needs no run: digests stand beside what they belong to.
    """
    from dalel import archive, store
    from dalel.publishing import charts, runs, site

    problems = [*archive.verify(space.raw), *ledger.altered(space), *site.altered(space.report)]
    for folder in sorted(path.parent for path in space.processed.glob("*/datapackage.json")):
        found = [*store.validate(folder), *runs.altered(folder / "notebooks")]
        problems += [_below(problem, folder.name) for problem in found]
    for folder in sorted(path for path in space.figures.glob("*") if path.is_dir()):
        problems += [_below(problem, folder.name) for problem in charts.check_folder(folder)]
    return problems


def out_of_step(space: paths.Workspace, run: Run) -> list[Problem]:
    """Tables and charts that are not what this run gives, even where their digests were altered with them."""
    from dalel.publishing import charts, tables

    problems: list[Problem] = []
    frame = tables.joined(run)
    for folder in sorted(path.parent for path in space.processed.glob("*/datapackage.json")):
        with tempfile.TemporaryDirectory(prefix="dalel-") as scratch:
            tables.write_region(Path(scratch), folder.name, run)
            expected = {path.name: files.digest(path) for path in sorted(Path(scratch).glob("*"))}
        reason = "not what this archive gives: edited, or out of date; publish the region again"
        wrong = [name for name, digest in expected.items() if files.digest(folder / name) != digest]
        problems += [Problem(stage="verify", subject=f"{folder.name}: {name}", reason=reason) for name in wrong]
        drawn = charts.check_folder(space.figures / folder.name, tables.of_region(frame, folder.name))
        problems += [_below(problem, folder.name) for problem in drawn]
    return problems


def _below(problem: Problem, region: str) -> Problem:
    return Problem(stage=problem.stage, subject=f"{region}: {problem.subject}", reason=problem.reason)
