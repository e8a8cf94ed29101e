"""Sources -> captures in data/raw, by a crawling process that is watched from here."""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import IO, Any

from dalel import errors, files
from dalel.crawler.addresses import host_of, is_loopback
from dalel.crawler.job import Job
from dalel.crawler.progress import Progress
from dalel.crawler.reports import CollectOptions, CollectReport, Search, SourceReport
from dalel.crawler.starting import for_addresses
from dalel.errors import CollectionRefused, DalelError
from dalel.paths import PROJECT, Workspace
from dalel.records import Problem
from dalel.settings import load_settings
from dalel.sources import Source

_RESERVED = (".example", ".test", ".invalid")  # RFC 2606: no real site has such a name
_GRACE = 30.0  # seconds that an interrupted crawl has to finish what it is writing


class CrawlFailed(DalelError):
    """The crawling process ended without a report."""


def collect(workspace: Workspace, sources: Sequence[Source], options: CollectOptions) -> CollectReport:
    """Crawls the sources into `workspace.raw` and says what came of each.

    Raises CollectionRefused (live hosts without a contact), UnwritableHome, CrawlFailed; KeyboardInterrupt passes on
    once what was fetched is safely archived.
    """
    if options.addresses:
        sources = for_addresses(sources, options.addresses)
    job = Job(raw=workspace.raw, sources=tuple(sources), options=options, settings=load_settings(workspace.home))
    _check(job)
    if not sources:
        return CollectReport()
    with tempfile.TemporaryFile() as noise:
        process = subprocess.Popen(
            [sys.executable, "-m", "dalel.crawler.process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=noise,
            env=os.environ | {"PYTHONPATH": os.pathsep.join([str(PROJECT), os.environ.get("PYTHONPATH", "")])},
        )
        try:
            report = _watch(process, job, noise)
        except KeyboardInterrupt:
            if process.stdin is not None:
                process.stdin.close()  # asks it to end; a signal after the terminal's own would cut it short
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_GRACE)
            raise
        finally:
            process.kill()
            process.wait()
    if not options.dry_run:
        _keep(workspace, report.searches)
    return report


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
    with Progress(sys.stderr) as progress:
        try:
            process.stdin.write(pickle.dumps(job))
            process.stdin.flush()
        except BrokenPipeError:
            pass  # it died at once; what it said is in `noise`
        for line in process.stdout:
            event = json.loads(line)
            if event["event"] == "report":
                return _report(event["report"])
            if event["event"] == "error":
                raise getattr(errors, event["kind"], CrawlFailed)(event["message"])
            progress.take(event)
    noise.seek(0)
    said = noise.read().decode("utf-8", "replace").strip().splitlines()
    raise CrawlFailed(
        f"the crawl broke off ({said[-1] if said else 'no word why'}); what was fetched is kept, run again"
    )


def _keep(workspace: Workspace, searches: Sequence[Search]) -> None:
    """Appends what was searched for to data/searches.jsonl: who says that nothing was found must be able to show it."""
    file = workspace.raw.parent / "searches.jsonl"
    lines = [json.dumps(asdict(search), ensure_ascii=False, default=str) + "\n" for search in searches]
    try:
        if lines:
            with file.open("a", encoding="utf-8") as stream:
                stream.writelines(lines)
    except OSError as error:
        raise files.unwritable(file, error) from error


def _report(told: dict[str, Any]) -> CollectReport:
    return CollectReport(
        sources=tuple(SourceReport(**{**one, "would_fetch": tuple(one["would_fetch"])}) for one in told["sources"]),
        problems=tuple(Problem(**one) for one in told["problems"]),
        searches=tuple(Search(**{**one, "at": datetime.fromisoformat(one["at"])}) for one in told["searches"]),
        needs_a_person=told["needs_a_person"],
    )
