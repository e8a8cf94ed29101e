"""What one run made of an archive: tables in data/processed, kept until archive, decisions or code change."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any

from dalel import files, logbook, paths, proven, store, watchlog
from dalel.records import Capture, Claim, Document, Finding, Landmark, Origin, OriginLink, Problem, Rule, Verdict

NO_RULE = Rule(version="", sha256="")  # of a run that has judged nothing
CODE = ("**/*.py", "**/*.toml", "**/*.j2", "**/*.css", "**/*.js")


@dataclass(frozen=True, kw_only=True)
class Run:
    """Everything the stages made of one archive; every sequence is sorted."""

    captures: Sequence[Capture] = ()
    documents: Sequence[Document] = ()
    claims: Sequence[Claim] = ()  # each id once
    sightings: Sequence[Claim] = ()  # the same ids, as further captures of their page state them
    readings: Sequence[Claim] = ()  # as read, of the claims that people corrected
    origins: Sequence[Origin] = ()
    links: Sequence[OriginLink] = ()  # why documents are of one origin
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
    "readings": Claim,
    "origins": Origin,
    "links": OriginLink,
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
    digest.update(code_digest(space).encode("ascii"))
    return digest.hexdigest()


@cache
def code_digest(space: paths.Workspace) -> str:
    """SHA-256 (hex) over the library, its words, and the topics and sources of the workspace."""
    digest = hashlib.sha256()
    for root, path in _code(space):
        digest.update(path.relative_to(root).as_posix().encode("utf-8") + b"\0" + path.read_bytes())
    return digest.hexdigest()


def notebook_key(space: paths.Workspace, run: Run) -> str:
    """What decides a notebook besides itself: SHA-256 (hex) over the run and what collections and watches noted."""
    return hashlib.sha256(f"{run.fingerprint} {logbook.digest(space)} {watchlog.digest(space)}".encode()).hexdigest()


def stored(space: paths.Workspace, mark: str) -> Run | None:
    """The run with this fingerprint, where the tables are what this machine made of it; what else lies there is not
    believed.
    """
    known = proven.known(proven.key("run", mark))
    return _load(space, mark) if known is not None and known == _digests(space) else None


def last(space: paths.Workspace) -> Run | None:
    """The run whose tables lie there, whatever has changed since; None where they are none or are not as it left them.

    Only to be compared with: see `stored` for one that may be shown.
    """
    mark = _stated(space)
    return stored(space, mark) if mark else None


def altered(space: paths.Workspace, mark: str) -> list[Problem]:
    """Tables that are neither those of the run with this fingerprint nor of an earlier one that this machine made.

    Empty where there are none, and where this machine has not made that run yet: `edited` then compares.
    """
    now = _digests(space)
    if not any(now.values()):
        return []
    stated = _stated(space)
    if stated is not None and (known := proven.known(proven.key("run", stated))) is not None:
        return [_problem(name) for name in now if known.get(name) != now[name]]
    return [] if stated == mark else [_problem("run.json")]


def edited(space: paths.Workspace, run: Run) -> list[Problem]:
    """Tables that are not what this run gives, which states the same fingerprint; empty where there are none."""
    if _stated(space) != run.fingerprint:
        return []
    with tempfile.TemporaryDirectory(prefix="dalel-") as scratch:
        fresh = paths.Workspace(home=Path(scratch))
        _write(fresh, run)
        right = _digests(fresh)
    now = _digests(space)
    return [_problem(name) for name in right if right[name] != now.get(name)]


def save(space: paths.Workspace, run: Run) -> None:
    """Writes the tables of the run, last the file that says they are whole, and notes them as made here."""
    _write(space, run)
    proven.note(proven.key("run", run.fingerprint), {name: told for name, told in _digests(space).items() if told})


def _write(space: paths.Workspace, run: Run) -> None:
    for name, record in TABLES.items():
        store.write(space.processed, name, getattr(run, name), record)
    about = {
        "fingerprint": run.fingerprint,
        "rule": asdict(run.rule),
        "sample": run.sample,
        "superseded": sorted(run.superseded),
        "changed_sites": sorted({landmark.source for landmark in run.landmarks if landmark.changed}),
    }
    text = json.dumps(about, indent=1, sort_keys=True) + "\n"
    files.write_if_changed(space.processed / "run.json", text.encode("utf-8"))


def _load(space: paths.Workspace, mark: str) -> Run:
    about = json.loads((space.processed / "run.json").read_text("utf-8"))
    tables: dict[str, Any] = {name: store.read(space.processed, name, record) for name, record in TABLES.items()}
    rule, superseded = Rule(**about["rule"]), frozenset(about["superseded"])
    return Run(sample=about["sample"], superseded=superseded, rule=rule, fingerprint=mark, **tables)


def _stated(space: paths.Workspace) -> str | None:
    """The fingerprint that run.json states; None where it is none."""
    try:
        stated = json.loads((space.processed / "run.json").read_text("utf-8"))["fingerprint"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return stated if isinstance(stated, str) else None


def _problem(name: str) -> Problem:
    reason = "edited or missing: not what the last run wrote; any command makes it anew"
    return Problem(stage="verify", subject=name, reason=reason)


def _code(space: paths.Workspace) -> Iterator[tuple[Path, Path]]:
    for root in (Path(__file__).parent, *space.declared("topics"), *space.declared("scrapers")):
        yield from ((root, path) for path in sorted(path for pattern in CODE for path in root.glob(pattern)))


def _digests(space: paths.Workspace) -> dict[str, str | None]:
    return {name: files.digest(space.processed / name) for name in _names()}


def _names() -> list[str]:
    return [*(f"{table}.{kind}" for table in TABLES for kind in ("csv", "parquet")), "run.json"]
