"""`dalel watch`: the whole recipe at once, for cron or a forge: collect, read, verify, tell what is new, publish.

    with alone(space):
        found = look(space, asked)                  # collected, read, checked; what is new is noted in data/
        made = edition.publish_many(…)              # which the report and its feeds show

A source that fails never stops the rest: it is named in what was found. One watch at a time holds a home.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from dalel import declarations, files, identity, ledger, locks, logbook, news, paths, pipeline, reading, watchlog
from dalel.errors import DalelError, EmptyArchive, UnwritableHome
from dalel.ledger import Run
from dalel.reach import Bounds
from dalel.records import Claim, Problem
from dalel.records.news import Failing, Watch
from dalel.sources import find_source
from dalel.watchlog import Noted

if TYPE_CHECKING:
    from dalel.crawler import CollectReport

OURS = "dalel"  # instead of a source, where the fault is ours
_REASON = 500  # characters of a reason that are kept


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a watch is to collect; `sources` are ids, none: those that this home was collected from before."""

    sources: Sequence[str] = ()
    bounds: Bounds = field(default_factory=Bounds)
    through: str | None = None  # HTTP proxy
    offline: bool = False  # collect nothing: what was added otherwise is looked at


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a watch found; `noted` is also in data/watches.jsonl, unless it says nothing that was not said before."""

    run: Run
    noted: Noted  # of this watch: news, pages, failing
    first: bool  # nothing was watched before: what is there is known now, and no news

    @property
    def news(self) -> bool:
        """Whether anything is to be told of numbers or pages."""
        return any(one.kind != "known" for one in self.noted.news) or bool(self.noted.pages)


def alone(space: paths.Workspace) -> AbstractContextManager[None]:
    """Holds the home in the block; Busy with the name of the holder where another watch has it."""
    return locks.held(space.lock("watch"), "dalel watch")


def look(space: paths.Workspace, asked: Asked, progress: pipeline.Progress = pipeline.quiet) -> Found:
    """Collects, reads and verifies; compares with what is known and notes what is new.

    EmptyArchive, with what could not be had, where no page ever came; UnknownName, InvalidValue and UnwritableHome
    before any work. What one source could not do stands in `noted.failing`.
    """
    lost = [] if asked.offline else list(_collected(space, asked))
    try:
        run = pipeline.refresh(space, progress)
    except EmptyArchive as error:
        told = "; ".join(f"{one.source}: {one.reason}" for one in lost)
        raise EmptyArchive(f"{error}{f'; not collected: {told}' if told else ''}") from error
    return _compared(space, run, [*lost, *_faults(run)])


def _compared(space: paths.Workspace, run: Run, lost: Sequence[Failing]) -> Found:
    before = watchlog.read(space)
    last = before.last
    number = 1 if last is None else last.number + 1
    if last is not None and last.sample != run.sample:  # another archive: nothing of it is known
        before = Noted(watches=before.watches[:0], problems=before.problems)
    visits = pipeline.visits(space, run.captures)
    until = max((visit.at for seen in visits.values() for visit in seen), default=_last(run))
    rules = _rules(space)
    now = _now(run, until, before.last is not None and before.last.rules != rules)
    found = Noted(
        watches=[Watch(number=number, until=until, claims=len(now.claims), sample=run.sample, rules=rules)],
        news=news.compare(now, before, number),
        pages=news.pages(pipeline.changes(space, run), now, before, number),
        failing=[Failing(watch=number, source=one.source, pages=one.pages, reason=one.reason) for one in lost],
        problems=before.problems,
    )
    if found.news or found.pages or _reasons(found.failing) != _reasons(before.of(number - 1).failing) or not last:
        watchlog.note(space, found)
    return Found(run=run, noted=found, first=before.last is None)


def _now(run: Run, until: datetime, reread: bool) -> news.Now:
    return news.Now(
        claims=[claim for claim in run.claims if claim.claim_id not in run.superseded],
        superseded=run.superseded,
        called=_called(run),
        documents={document.document_id: document for document in run.documents},
        verdicts={verdict.claim_id: verdict.verdict for verdict in run.verdicts},
        captured={capture.capture_id: capture.captured_at for capture in run.captures},
        until=until,
        reread=reread,
    )


def _called(run: Run) -> dict[str, str]:
    """Ids that numbers had before their page was known to be a twin of another one -> their ids."""
    stated: dict[str, list[Claim]] = {}
    for claim in (*run.claims, *run.sightings):
        stated.setdefault(claim.document_id, []).append(claim)
    found: dict[str, str] = {}
    for document in run.documents:
        found |= identity.aliases(document, stated.get(document.document_id, ()))
    return found


def _last(run: Run) -> datetime:
    return max(capture.captured_at for capture in run.captures)


def _rules(space: paths.Workspace) -> str:
    """SHA-256 (hex) over what decides a reading besides the pages: code and words, the rule, decisions of people."""
    told = (ledger.code_digest(space), files.digest(space.rule) or "", files.digest(space.reviews) or "")
    return hashlib.sha256(" ".join(told).encode("ascii")).hexdigest()


def _reasons(failing: Iterable[Failing]) -> list[tuple[str, int, str]]:
    return [(one.source, one.pages, one.reason) for one in failing]


def _collected(space: paths.Workspace, asked: Asked) -> Iterator[Failing]:
    """Collects all sources at once; where that breaks off each by itself, so that one cannot stop the others."""
    names = list(asked.sources) or _before(space)
    collect = partial(pipeline.collect, space, bounds=asked.bounds, through=asked.through)
    try:
        yield from _failing(collect(names=names))
        return
    except UnwritableHome:
        raise
    except DalelError as error:
        alone = list(dict.fromkeys(_named(space, names)))
        if len(alone) < 2:
            if not alone:
                raise
            yield _one(alone[0], 0, str(error))
            return
    for name in alone:
        try:
            yield from _failing(collect(names=[name]))
        except UnwritableHome:
            raise
        except DalelError as error:
            yield _one(name, 0, str(error))


def _named(space: paths.Workspace, names: Sequence[str]) -> list[str]:
    """Ids of the sources; UnknownName for one that is declared nowhere."""
    declared = declarations.sources(space)
    if names == [pipeline.ALL]:
        return [name for name, source in declared.items() if not source.sample]
    return [find_source(declared, name).id for name in names]


def _before(space: paths.Workspace) -> list[str]:
    """The sources that this home was collected from before, real ones where there are any."""
    declared = declarations.sources(space)
    noted = {crawl.source for crawl in logbook.crawls(space)[0]} & declared.keys()
    real = [name for name in sorted(noted) if not declared[name].sample]
    return real or sorted(noted)


def _failing(report: CollectReport) -> Iterator[Failing]:
    for line in report.sources:
        if line.failed or line.too_few:
            first = line.problems[0] if line.problems else None
            told = _told(first).removeprefix(f"{line.source}: ") if first else "it yielded less than it should"
            yield _one(line.source, line.failed, told)


def _faults(run: Run) -> Iterator[Failing]:
    """Sites that changed, and faults of ours on single pages."""
    for problem in reading.changed_sites(run.landmarks):
        yield _one(problem.subject, 0, problem.reason)
    faults = [problem for problem in run.problems if problem.fault]
    if faults:
        yield _one(OURS, len(faults), _told(faults[0]))


def _told(problem: Problem) -> str:
    return problem.reason if problem.reason.startswith(problem.subject) else f"{problem.subject}: {problem.reason}"


def _one(source: str, pages: int, reason: str) -> Failing:
    return Failing(watch=0, source=source, pages=pages, reason=" ".join(reason.split())[:_REASON])
