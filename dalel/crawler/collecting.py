"""Sources -> captures in data/raw, by a crawling process that is watched from here."""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import IO, Any

from dalel import errors, logbook
from dalel.crawler.addresses import host_of, is_loopback
from dalel.crawler.job import Job
from dalel.crawler.keys import Keys
from dalel.crawler.progress import Progress
from dalel.crawler.reports import CollectOptions, CollectReport, SourceReport
from dalel.crawler.starting import check_days, for_addresses
from dalel.errors import CollectionRefused, DalelError, InvalidValue
from dalel.locks import held
from dalel.paths import LIBRARY, Workspace
from dalel.records import Problem, Search
from dalel.settings import load_settings
from dalel.sources import Source

_RESERVED = (".example", ".test", ".invalid")  # RFC 2606: no real site has such a name
_MUTE = "no search of its own is declared, so it was not asked; collect it without words"
_GRACE = 30.0  # seconds that an interrupted crawl has to finish what it is writing


class CrawlFailed(DalelError):
    """The crawling process ended without a report."""


class Interrupted(KeyboardInterrupt):
    """Ctrl-C, after the crawl has ended in good order; `report` says what came of it so far."""

    def __init__(self, report: CollectReport) -> None:
        super().__init__("interrupted")
        self.report = report


def collect(workspace: Workspace, sources: Sequence[Source], options: CollectOptions) -> CollectReport:
    """Crawls the sources into `workspace.raw` and says what came of each.

    What came of it is noted in data/crawls.jsonl and data/searches.jsonl. Raises CollectionRefused (live hosts without
    a contact), InvalidValue (no search, too many days), UnwritableHome, Busy, CrawlFailed; KeyboardInterrupt passes on,
    as Interrupted with the report, once what was fetched is safely archived.
    """
    if options.addresses:
        sources = for_addresses(sources, options.addresses)
    mute = [source for source in sources if options.searching and not source.searches]
    sources = [source for source in sources if source not in mute]
    if mute and not sources:
        raise InvalidValue(f"{', '.join(source.id for source in mute)}: no search is declared; collect without words")
    job = Job(raw=workspace.raw, sources=tuple(sources), options=options, settings=load_settings(workspace.home))
    _check(job)
    check_days(job.sources, options)
    if not sources:
        return CollectReport()
    with contextlib.ExitStack() as locks:
        for source in () if options.dry_run else job.sources:
            locks.enter_context(held(workspace.lock(f"collect-{source.id}"), f"dalel collect of {source.id}"))
        report = _crawl(job)
    mute_problems = (Problem(stage="collect", subject=source.id, reason=_MUTE) for source in mute)
    report = replace(report, set_aside=tuple(mute_problems))
    if not options.dry_run:
        logbook.note(workspace, report.crawls(options.asked), report.searches, report.failures())
    if report.interrupted:
        raise Interrupted(report)
    return report


def _crawl(job: Job) -> CollectReport:
    with tempfile.TemporaryFile() as noise:
        process = subprocess.Popen(
            [sys.executable, "-m", "dalel.crawler.process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=noise,
            env=os.environ | {"PYTHONPATH": os.pathsep.join([str(LIBRARY.parent), os.environ.get("PYTHONPATH", "")])},
        )
        try:
            return _watch(process, job, noise)
        except KeyboardInterrupt:
            if (ended := _wind_up(process)) is None:
                raise
            return ended
        finally:
            process.kill()
            process.wait()


def _check(job: Job) -> None:
    archive = (host_of(job.options.web_archive),) if job.options.web_archive else ()
    for source in job.sources:
        for host in archive or source.hosts:
            reserved = host.endswith(_RESERVED) or is_loopback(host)
            if not reserved and not job.settings.contact:
                raise CollectionRefused(
                    f"{source.id}: {host} is a live site, and no contact is set that its owner could reach you at; set "
                    f"DALEL_CONTACT, or `contact` in dalel.toml, to a mail address or web page of yours"
                )


def _watch(process: subprocess.Popen[bytes], job: Job, noise: IO[bytes]) -> CollectReport:
    assert process.stdin is not None and process.stdout is not None
    with Progress(sys.stderr, len(job.sources)) as progress:
        try:
            process.stdin.write(pickle.dumps(job))
            process.stdin.flush()
        except BrokenPipeError:
            pass  # it died at once; what it said is in `noise`
        for line in process.stdout:
            event = json.loads(line)
            if event["event"] == "report":
                report = _report(event["report"])
                progress.end(report.sources)
                return report
            if event["event"] == "error":
                raise getattr(errors, event["kind"], CrawlFailed)(event["message"])
            progress.take(event)
    noise.seek(0)
    said = Keys(job.sources).hide(noise.read().decode("utf-8", "replace")).strip().splitlines()
    raise CrawlFailed(
        f"the crawl broke off ({said[-1] if said else 'no word why'}); what was fetched is kept, run again"
    )


def _wind_up(process: subprocess.Popen[bytes]) -> CollectReport | None:
    """Lets an interrupted crawl finish what it is writing, and takes its report; None where it does not give one."""
    assert process.stdin is not None and process.stdout is not None
    with contextlib.suppress(BrokenPipeError):
        process.stdin.close()  # asks it to end; a signal after the terminal's own would cut it short
    patience = threading.Timer(_GRACE, process.kill)
    patience.start()
    try:
        events = map(json.loads, process.stdout)
        return next((_report(event["report"]) for event in events if event["event"] == "report"), None)
    except ValueError:  # a line cut short
        return None
    finally:
        patience.cancel()


def _report(told: dict[str, Any]) -> CollectReport:
    return CollectReport(
        sources=tuple(_source_report(one) for one in told["sources"]),
        searches=tuple(Search(**{**one, "at": datetime.fromisoformat(one["at"])}) for one in told["searches"]),
        began=datetime.fromisoformat(told["began"]),
        interrupted=told["interrupted"],
    )


def _source_report(told: dict[str, Any]) -> SourceReport:
    lists = {"would_fetch": tuple(told["would_fetch"]), "problems": tuple(Problem(**one) for one in told["problems"])}
    return SourceReport(**{**told, **lists})
