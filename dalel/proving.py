"""Whether a home is what its archive, its decisions and this code give: every file of it, those that are missing too.

Nothing that lies beside a file is believed about it. What a home holds is compared with what this machine has itself
made of the same bytes (`dalel.proven`, outside every home); what it has not made yet, it makes in a folder of its own:
claims and tables, then notebooks with their charts, passports and report pages.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dalel import edition, ledger, logbook, paths, pipeline, proven, watchlog
from dalel.errors import DalelError
from dalel.ledger import Run
from dalel.records import Problem

EDITED = "not what this archive gives: edited, or out of date; publish the region again"
MISSING = "missing: this archive gives it; publish the region again"
UNKNOWN = "nothing in this archive gives this file: added, or left by an earlier version"
HOLDINGS = ("data/**/*", "figures/**/*")
NOT_HELD = ("data/faults.log", "data/processed/search.sqlite")  # the index has a digest of its own
EVIDENCE = ("data/raw/**/*", "data/*.jsonl*")


@dataclass(frozen=True, kw_only=True)
class Proof:
    """The run of a home, and what in the home is not as it should be."""

    run: Run
    damage: list[Problem]


def prove(space: paths.Workspace, progress: pipeline.Progress = pipeline.quiet, anew: bool = False) -> Proof:
    """Compares a home with what its archive gives; with `anew` not even this machine's own earlier work is believed.

    EmptyArchive where nothing was collected.
    """
    mark = pipeline.mark(space)
    checked = not anew and proven.known(_state(space, mark, HOLDINGS)) is not None
    if checked and (run := ledger.stored(space, mark)) is not None:
        return Proof(run=run, damage=[])
    damage = [*archived(space), *ledger.altered(space, mark)]
    run = _run(space, mark, damage, progress, anew)
    damage += published(space, run, progress)
    if not damage:
        proven.note(_state(space, mark, HOLDINGS), {})
    return Proof(run=run, damage=damage)


def archived(space: paths.Workspace) -> list[Problem]:
    """What is not as it was archived, decided or noted: records, index, decisions, logbook."""
    from dalel import archive, review, seal

    decided = review.read(space.reviews)[1]
    return [
        *archive.verify(space.raw),
        *decided,
        *logbook.altered(space),
        *watchlog.altered(space),
        *seal.edited(space.home),
    ]


def _run(space: paths.Workspace, mark: str, damage: list[Problem], progress: pipeline.Progress, anew: bool) -> Run:
    """The run of these bytes; made again unless this machine made it of the very same. Names tables that differ."""
    key = _state(space, mark, EVIDENCE)
    if not anew and proven.known(key) is not None:
        return pipeline.refresh(space, progress)
    run = pipeline.compute(space, progress)
    told = {problem.subject for problem in damage}
    damage += [problem for problem in ledger.edited(space, run) if problem.subject not in told]
    try:
        ledger.save(space, run)
    except DalelError:  # what is archived can be checked where nothing can be written
        return run
    proven.note(key, {})
    return run


def published(space: paths.Workspace, run: Run, progress: pipeline.Progress = pipeline.quiet) -> list[Problem]:
    """Tables, notebooks, charts and pages of the report that are not what this run gives."""
    chosen = {region: edition.languages(space, region) for region in edition.published_regions(space)}
    reported = space.report.is_dir()
    expected = edition.outputs(space, run, chosen, reported)
    if expected is None:
        with tempfile.TemporaryDirectory(prefix="dalel-") as scratch:
            copy = _copy(space, run, Path(scratch))
            edition.make(copy, run, chosen, progress)
            if reported:
                edition.report(copy, run, chosen)
            expected = edition.outputs(copy, run, chosen, reported) or {}
    return list(_compared(space, expected, _own_charts(space, run, expected)))


def _compared(space: paths.Workspace, expected: Mapping[str, str], own: Collection[str]) -> Iterator[Problem]:
    found = {
        name: digest
        for name, digest in proven.digests(space.home, "data/processed/*/**/*", "figures/*/**/*").items()
        if not Path(name).name.startswith(".")
    }
    for name in sorted(expected.keys() | found.keys()):
        if name not in found:
            if _ought(space, name):
                yield _problem(name, MISSING)
        elif name not in expected:
            if name not in own:
                yield _problem(name, UNKNOWN)
        elif found[name] != expected[name]:
            yield _problem(name, EDITED)


def _own_charts(space: paths.Workspace, run: Run, expected: Mapping[str, str]) -> set[str]:
    """Files of charts that somebody saved besides, whose numbers are those of the claims and whose digests hold."""
    from dalel.publishing import charts, tables

    found: set[str] = set()
    for region in edition.published_regions(space):
        folder = space.charts(region)
        place = folder.relative_to(space.home).as_posix()
        stems = {path.stem for path in folder.glob("*.json")} - {Path(name).stem for name in expected}
        if stems:
            frame = tables.of_region(tables.joined(run), region)
            wrong = {
                problem.subject.partition(" ")[2].rpartition(".")[0] for problem in charts.check_folder(folder, frame)
            }
            found |= {f"{place}/{path.name}" for path in folder.glob("*") if path.stem in stems - wrong}
    return found


def _ought(space: paths.Workspace, name: str) -> bool:
    """Whether a file that a region gives is missing in this home, rather than never made or never handed on.

    Where a report lies, everything was published; a clone holds tables, notebooks and charts without it.
    """
    if space.report.is_dir():
        return True
    path = space.home / name
    return path.suffix != ".json" and any(path.parent.glob(f"{path.stem}.*" if "figures" in name else "*.csv"))


def _copy(space: paths.Workspace, run: Run, home: Path) -> paths.Workspace:
    """A home of its own with the same evidence, and with charts that somebody drew besides."""
    copy = paths.Workspace(home=home.resolve())
    copy.processed.mkdir(parents=True)
    copy.raw.symlink_to(space.raw)
    for path in space.home.glob("*.toml"):
        shutil.copyfile(path, copy.home / path.name)
    for path in (space.home / "data").glob("*.jsonl*"):
        shutil.copyfile(path, copy.home / "data" / path.name)
    ledger.save(copy, run)
    return copy


def _state(space: paths.Workspace, mark: str, patterns: tuple[str, ...]) -> str:
    """The key of all bytes that fit a pattern, and of the code."""
    held = proven.digests(space.home, *patterns)
    told = (f"{digest} {name}" for name, digest in held.items() if not name.startswith(NOT_HELD))
    return proven.key("state", mark, *told)


def _problem(name: str, reason: str) -> Problem:
    return Problem(stage="verify", subject=name, reason=reason)
