"""What one run made of an archive: tables in data/processed, kept until archive, decisions or code change."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from dalel import files, logbook, paths, store
from dalel.records import Capture, Claim, Document, Finding, Landmark, Origin, Problem, Rule, Verdict

NO_RULE = Rule(version="", sha256="")  # of a run that has judged nothing
CODE = ("**/*.py", "**/*.toml", "**/*.j2", "**/*.css", "**/*.js")


@dataclass(frozen=True, kw_only=True)
class Run:
    """Everything the stages made of one archive; every sequence is sorted."""

    captures: Sequence[Capture] = ()
    documents: Sequence[Document] = ()
    claims: Sequence[Claim] = ()  # each id once
    sightings: Sequence[Claim] = ()  # the same ids, as further captures of their page state them
    origins: Sequence[Origin] = ()
    findings: Sequence[Finding] = ()
    verdicts: Sequence[Verdict] = ()
    problems: Sequence[Problem] = ()
    landmarks: Sequence[Landmark] = ()  # how far the sources' landmarks were found
    superseded: frozenset[str] = frozenset()  # claim ids that their page no longer states
    rule: Rule = NO_RULE  # by which the verdicts were given
    sample: bool = False  # made from the sample newsroom: everything published from it says SAMPLE
    fingerprint: str = field(default="", compare=False)  # SHA-256, see below


TABLES: Mapping[str, type] = {
    "captures": Capture,
    "documents": Document,
    "claims": Claim,
    "sightings": Claim,
    "origins": Origin,
    "findings": Finding,
    "verdicts": Verdict,
    "problems": Problem,
    "landmarks": Landmark,
}


def fingerprint(space: paths.Workspace, captures: Sequence[Capture], seen: Iterable[object] = ()) -> str:
    """SHA-256 (hex) over all that decides a run: the captures, the decisions of people, the code and its words.

    `seen` are visits to addresses that did not always answer the same: the order of versions, and pages gone.
    """
    digest = hashlib.sha256()
    for visit in seen:
        digest.update(repr(visit).encode("utf-8"))
    for capture in captures:
        digest.update(repr(tuple(getattr(capture, part.name) for part in fields(Capture))).encode("utf-8"))
    for given in (space.reviews, space.rule):
        if given.is_file():
            digest.update(given.name.encode("utf-8") + b"\0" + given.read_bytes())
    for root, path in _code():
        digest.update(path.relative_to(root).as_posix().encode("utf-8") + b"\0" + path.read_bytes())
    return digest.hexdigest()


def notebook_key(space: paths.Workspace, run: Run) -> str:
    """What decides a notebook besides itself: SHA-256 (hex) over the run and the logbook of collections."""
    return hashlib.sha256(f"{run.fingerprint} {logbook.digest(space)}".encode()).hexdigest()


def digest(space: paths.Workspace, run: Run, made_from: Sequence[Path]) -> str:
    """What decides the report: SHA-256 (hex) over the run, the logbook, and the files it is made from."""
    named = (f"{path.relative_to(space.home).as_posix()} {files.digest(path)}" for path in made_from)
    return hashlib.sha256("\n".join([notebook_key(space, run), *named]).encode("utf-8")).hexdigest()


def stored(space: paths.Workspace, mark: str | None = None) -> Run | None:
    """The last run, where its tables are still as it left them; with `mark` only the one with this fingerprint."""
    about = _about(space)
    if about is None or mark not in (None, about["fingerprint"]):
        return None
    if altered(space) or set(about["tables"]) != set(_names()):
        return None
    tables: dict[str, Any] = {name: store.read(space.processed, name, record) for name, record in TABLES.items()}
    return Run(
        sample=about["sample"],
        superseded=frozenset(about["superseded"]),
        rule=Rule(**about["rule"]),
        fingerprint=about["fingerprint"],
        **tables,
    )


def altered(space: paths.Workspace) -> list[Problem]:
    """Tables of the last run that are no longer as it wrote them; empty where there was none."""
    about = _about(space)
    if about is None:
        return []
    reason = "edited or missing: not what the last run wrote; any command makes it anew"
    now = _digests(space)
    wrong = [name for name in now if about["tables"].get(name) != now[name]]
    return [Problem(stage="verify", subject=name, reason=reason) for name in wrong]


def _about(space: paths.Workspace) -> dict[str, Any] | None:
    """What the last run wrote of itself; None where there is none, or one of another shape, as older versions wrote."""
    try:
        about = json.loads((space.processed / "run.json").read_text("utf-8"))
        Rule(**about["rule"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    shapes = {"fingerprint": str, "tables": dict, "superseded": list, "sample": bool}
    if not all(isinstance(about.get(name), kind) for name, kind in shapes.items()):
        return None
    names = [*about["superseded"], *about["tables"]]
    return about if all(isinstance(name, str) for name in names) else None


def save(space: paths.Workspace, run: Run) -> None:
    """Writes the tables of the run, and last the file that says they are whole."""
    for name, record in TABLES.items():
        store.write(space.processed, name, getattr(run, name), record)
    about = {
        "fingerprint": run.fingerprint,
        "rule": asdict(run.rule),
        "sample": run.sample,
        "superseded": sorted(run.superseded),
        "changed_sites": sorted({landmark.source for landmark in run.landmarks if landmark.changed}),
        "tables": _digests(space),
    }
    text = json.dumps(about, indent=1, sort_keys=True) + "\n"
    files.write_if_changed(space.processed / "run.json", text.encode("utf-8"))


def _code() -> Iterator[tuple[Path, Path]]:
    for root in (Path(__file__).parent, paths.topics(), paths.scrapers()):
        yield from ((root, path) for path in sorted(path for pattern in CODE for path in root.glob(pattern)))


def _digests(space: paths.Workspace) -> dict[str, str | None]:
    return {name: files.digest(space.processed / name) for name in _names()}


def _names() -> list[str]:
    return [f"{table}.{kind}" for table in TABLES for kind in ("csv", "parquet")]
