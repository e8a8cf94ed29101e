"""`python -m benchmarks.crawling [PAGES] [KILLS]`: a large crawl of a loopback site, undisturbed and with kill -9.

Prints what issue "Collection that survives the real web" asks for: every page archived exactly once, the same captures
after kills at random moments, memory, the archive's share of the crawl's processor time, and random access.
"""

from __future__ import annotations

import json
import os
import pickle
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from dalel import archive, paths
from dalel.crawler.job import Job
from dalel.crawler.reports import CollectOptions
from dalel.settings import Settings
from dalel.sources import Source

SHOWN = 100  # articles on one page of the listing
TEXT = "<p>Облыста 4360 мектептің 62 пайызына камера қойылды, тағы 120-сы жыл соңына дейін қосылады.</p>" * 40
# The crawling process as `dalel.crawler.collect` starts it, with a clock on the rooms of the archive.
CHILD = """
import io, json, resource, sys, threading, time
from dalel.crawler import process
from dalel.crawler.recorder import Recorder
spent = [0.0]
def timed(function):
    def wrapper(*arguments):
        began = time.thread_time()
        try:
            return function(*arguments)
        finally:
            spent[0] += time.thread_time() - began
    return wrapper
for name in ("record", "end", "__enter__"):
    setattr(Recorder, name, timed(getattr(Recorder, name)))
told = io.StringIO()
process.main(sys.stdin.buffer, told)
usage = resource.getrusage(resource.RUSAGE_SELF)
report = json.loads(told.getvalue().splitlines()[-1])["report"]
print(json.dumps({"fetched": report["sources"][0]["fetched"], "problems": len(report["sources"][0]["problems"]),
                  "cpu": usage.ru_utime + usage.ru_stime, "archive": spent[0], "megabytes": usage.ru_maxrss / 1024}))
"""


class Site(ThreadingHTTPServer):
    """A listing in pages and its articles; counts what it is asked."""

    daemon_threads = True

    def __init__(self, pages: int) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages, self.asked = pages, Counter[str]()
        self.root = f"http://127.0.0.1:{self.server_port}"

    def answer(self, path: str) -> bytes | None:
        kind, _, number = path[1:].partition("/")
        if kind == "list" and number.isdigit():
            first = (int(number) - 1) * SHOWN
            shown = range(first, min(first + SHOWN, self.pages))
            return "".join(f'<a href="/p/{n}">{n}</a>' for n in shown).encode()
        return f"<html><title>Page {number}</title>{TEXT}</html>".encode() if kind == "p" else None

    def handle_error(self, request: object, client_address: object) -> None:
        """A crawler that is killed leaves its connections behind."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1
    server: Site

    def do_GET(self) -> None:
        self.server.asked[self.path] += 1
        body = self.server.answer(self.path)
        self.send_response_only(404 if body is None else 200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *_: object) -> None:
        """Quiet."""


def start(home: Path, site: Site) -> subprocess.Popen[bytes]:
    """A crawl of the site into `home`, in a process of its own."""
    source = Source(
        id="large", names={"kk": "Үлкен", "ru": "Большой", "en": "Large"}, owner="benchmarks", kind="outlet",
        languages=("kk",), scripts=("Cyrl",), hosts=("127.0.0.1",), article="/p/",
        listings=(f"{site.root}/list/{{page}}",),
    )  # fmt: skip
    settings = Settings(allow_loopback=True, delay_seconds=0)
    job = Job(raw=paths.workspace(home).raw, sources=(source,), options=CollectOptions(), settings=settings)
    process = subprocess.Popen(
        [sys.executable, "-c", CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    )
    assert process.stdin is not None
    process.stdin.write(pickle.dumps(job))
    process.stdin.flush()
    return process


def undisturbed(home: Path, site: Site) -> dict[str, float]:
    """Runs a crawl to its end; what it measured of itself."""
    process = start(home, site)
    assert process.stdout is not None
    told = process.stdout.readline()
    process.wait()
    measured: dict[str, float] = json.loads(told)
    return measured


def killed(home: Path, site: Site, after: int) -> None:
    """Runs a crawl and kills it once the site was asked `after` times."""
    process, before = start(home, site), sum(site.asked.values())
    while sum(site.asked.values()) < before + after and process.poll() is None:
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def state(home: Path) -> tuple[set[tuple[str, str]], list[str], int]:
    """Captures, addresses of all records, and how much is damaged."""
    raw = paths.workspace(home).raw
    captures = {(capture.url, capture.sha256) for capture in archive.load_captures(raw)[0]}
    return captures, sorted(entry.url for _, entry in archive.history(raw)[0]), len(archive.verify(raw))


def random_access(home: Path) -> float:
    """Milliseconds to read one payload, the mean of 500."""
    raw = paths.workspace(home).raw
    captures = archive.load_captures(raw)[0]
    chosen = random.Random(1).choices(captures, k=500)
    began = time.perf_counter()
    for capture in chosen:
        archive.read_payload(raw, capture)
    return (time.perf_counter() - began) / len(chosen) * 1000


def main(pages: int, kills: int) -> int:
    """Prints the measures; 1 where one of them misses its bar."""
    site = Site(pages)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as folder:
        whole, broken = Path(folder) / "whole", Path(folder) / "broken"
        began = time.perf_counter()
        run = undisturbed(whole, site)
        took, twice = time.perf_counter() - began, [path for path, times in site.asked.items() if times > 1]
        captures, records, damaged = state(whole)
        share, access = run["archive"] / run["cpu"], random_access(whole)
        print(f"{len(captures)} pages in {took:.0f} s, {run['cpu']:.0f} s of processor; asked twice: {len(twice)}")
        print(
            f"archive's share of processor time {share:.0%}; memory {run['megabytes']:.0f} MB; access {access:.2f} ms"
        )
        moments = random.Random(5)
        for _ in range(kills):
            killed(broken, site, moments.randint(1, max(2, pages // (kills + 2))))
        undisturbed(broken, site)
        same = state(broken) == (captures, records, damaged)
        word = "the same" if same else "OTHER"
        print(f"after kill -9 at {kills} moments: {word} captures and records; damage {damaged}")
    good = len(captures) == pages and not twice and not damaged and same and share < 0.5 and access < 10
    print("all bars reached" if good else "A BAR IS MISSED")
    return 0 if good else 1


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]] + [5000, 10][len(sys.argv) - 1 :]
    sys.exit(main(*given))
