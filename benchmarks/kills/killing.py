"""Kills a command before its n-th change of a file, looks at what is left, and lets the next run finish it."""

from __future__ import annotations

import shutil
import signal
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.kills.stages import STAGES, Done, Stage, pages, prepare, run, tree
from dalel import archive, paths


@dataclass(frozen=True, slots=True)
class Kill:
    """One kill: where, whether anything was running still, and what was wrong afterwards."""

    stage: str
    moment: int
    struck: bool
    wrong: tuple[str, ...]


def kills(names: Sequence[str], moments: int) -> Iterator[Kill]:
    """Up to `moments` kills of each stage, spread evenly over all its changes of files."""
    with tempfile.TemporaryDirectory(prefix="dalel-kills-") as folder:
        start = prepare(Path(folder) / "start")
        for name in names:
            yield from _stage(name, start, Path(folder) / name, moments)


def _stage(name: str, start: Path, folder: Path, moments: int) -> Iterator[Kill]:
    stage = STAGES[name]
    whole, counts = _copy(start, folder / "whole"), folder / "counts"
    done = _run(stage, whole, KILL_UNDER=str(whole), KILL_COUNTS=str(counts))
    changes = max(int(line) for line in counts.read_text("ascii").split())
    for moment in spread(changes, moments):
        home = _copy(start, folder / str(moment))
        killed = _run(stage, home, KILL_UNDER=str(home), KILL_AT=str(moment))
        wrong = [*_left(home), *_finished(stage, home, whole, done)]
        yield Kill(name, moment, killed.returncode == -signal.SIGKILL, tuple(wrong))
        shutil.rmtree(folder / str(moment))


def spread(changes: int, moments: int) -> list[int]:
    """At most `moments` numbers from 1 to `changes`, the first and the last among them."""
    if changes <= moments:
        return list(range(1, changes + 1))
    return sorted({1 + round(number * (changes - 1) / (moments - 1)) for number in range(moments)})


def _copy(start: Path, folder: Path) -> Path:
    shutil.copytree(start.parent, folder, ignore=shutil.ignore_patterns("other"))
    return folder / start.name


def _run(stage: Stage, home: Path, **watched: str) -> Done:
    return run(home, stage.words(home), stage.script, watched)


def _left(home: Path) -> list[str]:
    """What a kill may not leave: a file under its own name that is not whole. An index can be made again, and is."""
    raw = paths.workspace(home).raw
    wrong = [one for one in archive.verify(raw) if "it has no index" not in one.reason]
    archive.reindex(raw)
    wrong += archive.verify(raw)
    return [f"after the kill: {problem.subject}: {problem.reason}" for problem in wrong]


def _finished(stage: Stage, home: Path, whole: Path, done: Done) -> list[str]:
    """How the home differs, after the next run, from one in which nothing was killed."""
    again = _run(stage, home)
    wrong = []
    if again.returncode != done.returncode:
        wrong.append(f"the next run ends with {again.returncode}: {again.stderr.strip()[-200:]}")
    if pages(home) != pages(whole):
        wrong.append("the archive holds other pages")
    made, kept = tree(home), tree(whole)
    if stage.archives:  # only what lies there besides: left-overs
        made, kept = ({name: b"" for name in one if not name.startswith("data/raw/")} for one in (made, kept))
        wrong += [f"left over: {path.name}" for path in paths.workspace(home).raw.rglob(".*") if path.is_file()]
    wrong += [
        f"left over or unlike: {name}" for name in sorted(made.keys() | kept.keys()) if made.get(name) != kept.get(name)
    ]
    return wrong
