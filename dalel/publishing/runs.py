"""Runs notebooks with Papermill: strict parameters, validated paths, a manifest, and nothing twice.

Papermill quotes parameter *values* safely but takes any parameter *name* as code and any output path as given, and only
warns of unknown names (tried: papermill 2.7); so names and paths are settled here before it is called.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from dalel import declarations, files, paths, proven
from dalel.errors import UnknownName
from dalel.publishing import kernels, parameters, warm

Progress = Callable[[Iterable[Any], str], Iterable[Any]]
PASSPORTS = "../../report/passports"  # from the folder of executed notebooks
TRACKED = ("pandas", "matplotlib", "papermill", "ipykernel")


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One notebook to run, with all its parameters and a digest of the data and code that it reads."""

    name: str
    parameters: Mapping[str, str]
    source: Path
    home: Path
    data_digest: str

    @property
    def output(self) -> Path:
        """data/processed/<region>/notebooks/<name>-<language>.ipynb, every part a validated slug."""
        folder = paths.workspace(self.home).executed(self.parameters.get("region", "KZ"))
        return folder / f"{paths.slug(self.name)}-{paths.slug(self.parameters.get('language', 'en'))}.ipynb"

    @property
    def manifest(self) -> Path:
        return self.output.with_suffix(".manifest.json")


def notebooks(space: paths.Workspace) -> dict[str, Path]:
    """Notebooks of the workspace that have parameters, by name, sorted; drafts such as Untitled.ipynb are left out."""
    return {name: path for name, path in declarations.notebooks(space).items() if parameters.has_any(path)}


def plan(space: paths.Workspace, name: str, given: Mapping[str, str], data_digest: str) -> Job:
    """A checked job. UnknownName or InvalidValue names the wrong notebook, parameter or value and the nearest valid."""
    known = notebooks(space)
    if name not in known:
        raise UnknownName("notebook", name, known)
    values = parameters.checked(known[name], given, declarations.topics(space))
    return Job(name=name, parameters=values, source=known[name], home=space.home, data_digest=data_digest)


def expected_manifest(job: Job) -> dict[str, Any]:
    """What decides the outcome of a run: notebook, data and code, versions, parameters (digests are SHA-256, hex)."""
    return {
        "notebook": job.source.name,
        "notebook_sha256": hashlib.sha256(job.source.read_bytes()).hexdigest(),
        "data_sha256": job.data_digest,
        "parameters": dict(sorted(job.parameters.items())),
        "versions": _versions(),
    }


@cache
def _versions() -> dict[str, str]:
    return {"python": platform.python_version()} | {name: version(name) for name in TRACKED}


def known(job: Job) -> dict[str, str] | None:
    """SHA-256 (hex) of what this very job gives, notebook, manifest and charts, by path from the home; None where this
    machine never ran it.
    """
    return proven.known(_key(job))


def is_current(job: Job) -> bool:
    """Whether the stored output and its charts are, byte for byte, what this machine made of this very job."""
    given = known(job)
    return given is not None and all(files.digest(job.home / name) == digest for name, digest in given.items())


def _key(job: Job) -> str:
    return proven.key(
        "notebook", json.dumps(expected_manifest(job), sort_keys=True), str(job.output.relative_to(job.home))
    )


def run_all(jobs: Sequence[Job], progress: Progress) -> list[Job]:
    """Runs the jobs that are not current, on all cores, and returns those; a NotebookFailed stops the rest.

    What was finished before an interruption is current, so the next call goes on from there.
    """
    waiting = [job for job in jobs if not is_current(job)]
    workers = min(len(waiting), os.cpu_count() or 1)
    if workers <= 1:
        for job in waiting:
            run(job)
        return waiting
    if warm.wanted():
        warm.start()
    with ThreadPoolExecutor(workers) as pool:
        futures = [pool.submit(run, job) for job in waiting]
        try:
            for future in progress(futures, f"running {len(waiting)} notebooks"):
                future.result()
        finally:
            pool.shutdown(cancel_futures=True)
    return waiting


def run(job: Job) -> None:
    """Executes one notebook and stores it free of clock and machine, with its manifest beside it."""
    figures = paths.workspace(job.home).figures
    with tempfile.TemporaryDirectory(prefix="dalel-", dir=kernels.short_folder()) as scratch:
        executed = kernels.execute(job.source, dict(job.parameters), Path(scratch), job.home, PASSPORTS)
        drawn = kernels.produced(Path(scratch))
    text = kernels.normalised(executed)
    manifest = expected_manifest(job) | {
        "output_sha256": hashlib.sha256(text.encode("utf-8")).hexdigest(),
        "produced": {name: files.digest(figures / name) for name in drawn},
    }
    files.write_if_changed(job.output, text.encode("utf-8"))
    files.write_if_changed(job.manifest, (json.dumps(manifest, indent=1, sort_keys=True) + "\n").encode("utf-8"))
    made = [job.output, job.manifest, *(figures / name for name in drawn)]
    proven.note(_key(job), {path.relative_to(job.home).as_posix(): files.digest(path) or "" for path in made})
