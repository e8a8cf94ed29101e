"""The crawling process: `python -m dalel.crawler.process`, a pickled Job on stdin, events as JSON Lines on stdout.

A process of its own, so that Twisted's reactor, which can run only once, ends with the crawl, and a notebook can
collect twice. It ends when its parent does: the end of stdin stops it.
"""

from __future__ import annotations

import dataclasses
import json
import os
import pickle
import sys
import threading
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any, TextIO

from scrapy import signals
from scrapy.crawler import CrawlerProcess

from dalel import clock
from dalel.crawler.addresses import host_of
from dalel.crawler.job import Job
from dalel.crawler.keys import Keys
from dalel.crawler.recorder import Recorder
from dalel.crawler.spider import NewsSpider
from dalel.crawler.tally import Tally, summary
from dalel.errors import DalelError

_HERE = "dalel.crawler"


def scrapy_settings(job: Job) -> dict[str, Any]:
    """Scrapy's settings for this job."""
    hosts = sum(len(source.hosts) for source in job.sources)
    most = job.settings.max_body_mb * 1024 * 1024
    return {
        "USER_AGENT": job.user_agent,
        "ROBOTSTXT_OBEY": True,
        "ROBOTSTXT_USER_AGENT": "dalel",
        "DOWNLOAD_DELAY": max(job.settings.delay_seconds, 0.001),  # Scrapy holds a host only where there is a delay
        "DOWNLOAD_DELAY_JITTER": 0,
        "CONCURRENT_REQUESTS": 3 * hosts * job.settings.per_host,  # few waiting: Ctrl-C lets those end
        "CONCURRENT_REQUESTS_PER_DOMAIN": job.settings.per_host,
        "DOWNLOAD_MAXSIZE": most,
        "DOWNLOAD_WARNSIZE": 0,
        "DOWNLOAD_TIMEOUT": job.settings.timeout_seconds,
        "DOWNLOAD_VERIFY_CERTIFICATES": True,
        "REDIRECT_MAX_TIMES": 5,
        "METAREFRESH_ENABLED": False,
        "HTTPERROR_ALLOW_ALL": True,
        "HTTPPROXY_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False,
        "LOG_ENABLED": False,
        "LOG_INSTALL_ROOT_HANDLER": False,
        "DEFAULT_REQUEST_HEADERS": {
            "Accept": "text/html,application/xhtml+xml,application/json;q=0.9,application/xml;q=0.9,*/*;q=0.8",
            "Accept-Language": "kk, ru;q=0.9, en;q=0.8",
            "Accept-Encoding": "gzip, deflate, br",  # what the archive can unpack
        },
        "DOWNLOAD_HANDLERS": dict.fromkeys(("data", "file", "ftp", "s3"))  # none: the web and nothing else
        | dict.fromkeys(("http", "https"), f"{_HERE}.keyed.KeyedHandler"),
        "DOWNLOADER_MIDDLEWARES": {
            "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
            "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
            "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
            f"{_HERE}.guard.Guard": 60,
            f"{_HERE}.robots.Robots": 100,
            f"{_HERE}.pace.Patience": 550,
            f"{_HERE}.unpacking.Unpacker": 590,
            f"{_HERE}.archiving.ArchiveMiddleware": 950,
        },
        "TWISTED_DNS_RESOLVER": f"{_HERE}.guard.GuardedResolver",
        "DALEL_ALLOW_LOOPBACK": job.settings.allow_loopback,
        "DALEL_PROXY_HOST": host_of(job.options.through or ""),
        "EXTENSIONS": {f"{_HERE}.pace.Pace": 0, f"{_HERE}.rounds.Rounds": 0},
    }


def main(given: Any, told: TextIO) -> None:
    """Runs one job; the last event is its report, or the error that stopped it."""
    job: Job = pickle.load(given)
    keys = Keys(job.sources)

    def tell(event: str, **facts: Any) -> None:
        told.write(keys.hide(json.dumps({"event": event, **facts}, ensure_ascii=False, default=str)) + "\n")
        told.flush()

    try:
        with ExitStack() as stack:
            recorder = stack.enter_context(Recorder(job))
            began = clock.second()
            tallies, finished = _crawl(job, recorder, tell, given)
            if recorder.failure is not None:
                raise recorder.failure
            if finished:
                for source in job.sources:
                    recorder.end(source.id)
    except DalelError as error:
        tell("error", kind=type(error).__name__, message=str(error))
        return
    tell("report", report=dataclasses.asdict(summary(tallies, job.options, began, not finished)))


def _crawl(job: Job, recorder: Recorder, tell: Callable[..., None], given: Any) -> tuple[list[Tally], bool]:
    process = CrawlerProcess(scrapy_settings(job))
    crawler = process.create_crawler(NewsSpider)

    def tell_of(event: str, source: str) -> None:
        assert isinstance(crawler.spider, NewsSpider)
        tell(event, source=source, counts=crawler.spider.tallies[source].counts)

    def listen() -> None:  # an engine that is stopped before it has started hangs
        threading.Thread(target=_stop_with_parent, args=(given, process), daemon=True).start()

    crawler.signals.connect(listen, signals.engine_started)
    process.crawl(crawler, job=job, recorder=recorder, tell=tell_of)
    spider = crawler.spider
    process.start()
    assert isinstance(spider, NewsSpider)
    return list(spider.tallies.values()), spider.ended == "finished"


def _stop_with_parent(given: Any, process: CrawlerProcess) -> None:
    while os.read(given.fileno(), 65536):  # not given.read(): its lock would be held when the interpreter ends
        pass
    from twisted.internet import reactor

    reactor.callFromThread(process.stop)


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout)
