"""Step 5 of the recipe: what is printed of a run, for one region or all, and what there should be of it in a home."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dalel import declarations, ledger, logbook, paths, pipeline, promising, proven, reading, watchlog
from dalel.ledger import Run
from dalel.records import Problem, Search

if TYPE_CHECKING:
    from dalel.publishing.runs import Job

TABLES = ("*.csv", "*.parquet", "datapackage.json")
Languages = Mapping[str, Sequence[str]]  # by region, those in which its notebooks and charts are there


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
    return publish_many(space, [region], [language], progress)[0]


def publish_all(
    space: paths.Workspace, chosen: Sequence[str] = (), progress: pipeline.Progress = pipeline.quiet
) -> tuple[list[Published], Path]:
    """Step 5 for the country and every region, in the languages chosen (all where none is), and the front page."""
    from dalel import regions
    from dalel.publishing.wording import LANGUAGES

    codes = ["KZ", *(code for code in regions.load_regions() if code != "KZ")]
    made = publish_many(space, codes, chosen or LANGUAGES, progress)
    return made, space.report / (f"index.{chosen[0]}.html" if len(chosen) == 1 else "index.html")


def publish_many(
    space: paths.Workspace, regions: Sequence[str], spoken: Sequence[str], progress: pipeline.Progress = pipeline.quiet
) -> list[Published]:
    """Step 5 for several regions and languages; notebooks run in parallel, each in a kernel with sockets of its own.

    What was edited or lost since is made again, in every region and language that was published before.
    """
    from dalel.publishing import site
    from dalel.publishing.parameters import check_value

    spoken = [check_value("language", language) for language in spoken]
    codes = [check_value("region", region) for region in regions]
    run = pipeline.refresh(space, progress)
    before = {code: languages(space, code) for code in published_regions(space)}
    chosen = before | {code: list(dict.fromkeys([*before.get(code, ()), *spoken])) for code in codes}
    reran = make(space, run, chosen, progress)
    report(space, run, chosen)
    return [
        Published(
            region=code,
            report=site.region_page(space.report, code, spoken[0]),
            tables=space.tables(code),
            charts=space.charts(code),
            notebooks=space.executed(code),
            reran=tuple(dict.fromkeys(job.name for job in reran if job.parameters.get("region", "KZ") == code)),
            changed=reading.changed_sites(run.landmarks),
        )
        for code in codes
    ]


def languages(space: paths.Workspace, region: str) -> list[str]:
    """In which languages the notebooks and charts of a region are there, as the names of their files tell."""
    from dalel.publishing.wording import LANGUAGES

    folders = (space.executed(region), space.charts(region), space.report / "notebooks" / region)
    endings = {path.name.split(".")[0].rpartition("-")[2] for folder in folders for path in folder.glob("*")}
    return [language for language in LANGUAGES if language in endings]


def published_regions(space: paths.Workspace) -> list[str]:
    """The regions of which a home holds tables, notebooks or charts, sorted."""
    from dalel import regions

    known = set(regions.load_regions())
    folders = [path for parent in (space.processed, space.figures) for path in parent.glob("*") if path.is_dir()]
    return sorted({path.name for path in folders} & known)


def make(
    space: paths.Workspace, run: Run, chosen: Languages, progress: pipeline.Progress = pipeline.quiet
) -> list[Job]:
    """Makes tables, notebooks and charts of these regions where they are not, file for file, what they should be.

    Returns the notebooks that had to run.
    """
    from dalel.publishing import runs, tables

    reran = runs.run_all(_jobs(space, run, chosen), progress)
    for region in chosen:
        tables.write_region(space.tables(region), region, run)
        proven.note(_tables_key(run, region), proven.digests(space.tables(region), *TABLES))
    return reran


def report(space: paths.Workspace, run: Run, chosen: Languages) -> None:
    """Makes the report anew, unless it is, file for file, what this machine has made of the same inputs."""
    from dalel import review
    from dalel.publishing import charts, notebooks, site

    drawn = _drawn(_jobs(space, run, chosen))
    key = _report_key(space, run, drawn or {})
    if drawn is not None and proven.known(key) == proven.digests(space.report, "**/*"):
        return
    decisions, _ = review.read(space.reviews)
    shutil.rmtree(space.report, ignore_errors=True)
    uses = {
        claim_id: [chart for chart in using if f"figures/{chart}.json" in (drawn or {})]
        for claim_id, using in charts.uses(space.figures).items()
    }
    given = site.Edition(
        evidence=run,
        reviews=decisions,
        searches=_searches(space, run),
        promises=promising.ledger(space, run),
        uses=uses,
        watched=watchlog.read(space),
    )
    site.write(given, space.report)
    notebooks.write(space, run.sample)
    if drawn is not None:
        proven.note(key, proven.digests(space.report, "**/*"))


def outputs(space: paths.Workspace, run: Run, chosen: Languages, reported: bool) -> dict[str, str] | None:
    """SHA-256 (hex) of every file that these regions in these languages, and the report, should be, by its path from
    the home. None where this machine has not made all of them yet.
    """
    drawn = _drawn(_jobs(space, run, chosen))
    tables = {region: proven.known(_tables_key(run, region)) for region in chosen}
    pages = proven.known(_report_key(space, run, drawn or {})) if reported else {}
    if drawn is None or pages is None:
        return None
    expected = dict(drawn)
    for region, known in tables.items():
        if known is None:
            return None
        expected |= _below(space, space.tables(region), known)
    return expected | _below(space, space.report, pages)


def _below(space: paths.Workspace, folder: Path, digests: Mapping[str, str]) -> dict[str, str]:
    place = folder.relative_to(space.home).as_posix()
    return {f"{place}/{name}": digest for name, digest in digests.items()}


def _drawn(jobs: Iterable[Job]) -> dict[str, str] | None:
    """The notebooks and charts that these jobs give, by path from the home; None where one was never run here."""
    from dalel.publishing import runs

    found: dict[str, str] = {}
    for job in jobs:
        if (known := runs.known(job)) is None:
            return None
        found |= known
    return found


def _tables_key(run: Run, region: str) -> str:
    return proven.key("tables", run.fingerprint, region)


def _report_key(space: paths.Workspace, run: Run, drawn: Mapping[str, str]) -> str:
    executed = (f"{name} {drawn[name]}" for name in sorted(drawn) if name.endswith(".ipynb"))
    return proven.key("report", ledger.notebook_key(space, run), *executed)


def _searches(space: paths.Workspace, run: Run) -> list[Search]:
    """Searches of sites; those of sample sites only where all is made from the sample."""
    declared = declarations.sources(space)
    noted, _ = logbook.searches(space)
    return [one for one in noted if (one.source in declared and declared[one.source].sample) == run.sample]


def _jobs(space: paths.Workspace, run: Run, chosen: Languages) -> list[Job]:
    from dalel.publishing import runs

    key = ledger.notebook_key(space, run)
    return [
        runs.plan(space, name, {"region": region, "language": language}, key)
        for region, spoken in chosen.items()
        for language in spoken
        for name in runs.notebooks(space)
    ]
