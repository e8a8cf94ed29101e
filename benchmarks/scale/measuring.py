"""What a home of one size costs: each step in a process of its own, so that no peak of memory hides another's."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.scale import pages as archives
from dalel import archive, paths

STEPS = ("from nothing", "nothing changed", "one page more", "one topic more", "trafilatura alone")
TOPIC = """
id = "lighthouses"
titles = { kk = "Маяктар", ru = "Маяки", en = "Lighthouses" }
subject = { kk = ["маяк"], ru = ["маяк"], en = ["lighthouse"] }

[[indicators]]
id = "built"
titles = { kk = "Салынған маяктар", ru = "Построенные маяки", en = "Lighthouses built" }
measures = ["other_count"]
words = { kk = ["сал"], ru = ["постро"], en = ["built"] }
"""  # no page of the sample names one: what is measured is how long it takes to know that


@dataclass(frozen=True, kw_only=True, slots=True)
class Cost:
    """What one step cost."""

    pages: int
    step: str
    seconds: float  # of processor time, all processes together
    megabytes: float  # resident, at the peak, of the process that has the run; workers have their own


def measure(sizes: list[int], workers: int) -> Iterator[Cost]:
    """Every step at every size, in an archive that is made for it."""
    with tempfile.TemporaryDirectory(prefix="dalel-scale-") as folder:
        for size in sizes:
            home = Path(folder) / str(size)
            archives.build(paths.Workspace(home=home).raw, size)
            for step in STEPS:
                if step == "one page more":
                    archives.build(paths.Workspace(home=home).raw, 1, first=size)
                if step == "one topic more":
                    _add_a_topic(home)
                yield _in_a_process(step, size, home, workers)
            shutil.rmtree(home)


def _add_a_topic(home: Path) -> None:
    (home / "topics").mkdir()
    (home / "topics" / "lighthouses.toml").write_text(TOPIC, "utf-8")


def _in_a_process(step: str, size: int, home: Path, workers: int) -> Cost:
    environment: Mapping[str, str] = {**os.environ, "DALEL_CACHE": str(home / "cache")}
    asked = [sys.executable, "-m", "benchmarks.scale.measuring", step, str(home), str(workers)]
    done = subprocess.run(asked, env=environment, capture_output=True, text=True, check=True, cwd=paths.PROJECT)
    told = json.loads(done.stdout.splitlines()[-1])
    return Cost(pages=size, step=step, seconds=told["seconds"], megabytes=told["megabytes"])


def _work(step: str, home: Path, workers: int) -> None:
    space = paths.Workspace(home=home)
    if step == "trafilatura alone":
        from trafilatura import extract

        for capture in archive.load_captures(space.raw)[0]:
            extract(archive.read_payload(space.raw, capture))
        return
    from dalel import pipeline
    from dalel.stages import executors

    with executors.using(executors.Fitting(workers)):
        pipeline.refresh(space)


def main() -> None:
    """`python -m benchmarks.scale.measuring STEP HOME WORKERS`: does it, and prints what it cost."""
    step, home, workers = sys.argv[1:]
    _work(step, Path(home), int(workers))
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    told = {
        "seconds": sum(one.ru_utime + one.ru_stime for one in used),
        "megabytes": used[0].ru_maxrss / 1024,
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
