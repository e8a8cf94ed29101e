"""`python -m newsroom.collect`: makes the sample archive anew, through the real crawler.

Run it when the newsroom serves its pages differently: it crawls all sources of scrapers/sample into a temporary home,
checks that every page came exactly once, and only then puts the result, settled (newsroom.settling), in the place of
data/raw/sample-* and of what data/crawls.jsonl and data/failures.jsonl say of them. Run again, it changes nothing.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dalel import archive, chain, crawler, paths
from dalel.sources import load_sources
from newsroom import settling
from newsroom.pages import load_pages
from newsroom.server import serve

SETTINGS = "delay_seconds = 0.02\n"  # the server is ours, and on this machine


def collect(home: Path) -> crawler.CollectReport:
    """Crawls the newsroom into `home` and says what came of it."""
    (home / "dalel.toml").write_text(SETTINGS, encoding="utf-8")
    sources = [source for source in load_sources(paths.scrapers()).values() if source.sample]
    with serve() as server:
        return crawler.collect(paths.workspace(home), sources, crawler.CollectOptions(through=server.proxy_url))


def shortcomings(raw: Path, report: crawler.CollectReport) -> list[str]:
    """What keeps a crawl from being the sample archive: problems, pages that are missing or there twice, damage."""
    captures, unread = archive.load_captures(raw)
    obeyed = [problem for problem in report.problems if "robots.txt forbids" in problem.reason]
    problems = [*(problem for problem in report.problems if problem not in obeyed), *unread, *archive.verify(raw)]
    found = [f"{problem.subject}: {problem.reason}" for problem in problems]
    found += [
        f"{url} was captured {times} times" for url, times in Counter(c.url for c in captures).items() if times > 1
    ]
    if len(captures) != len(load_pages()):
        found.append(f"{len(captures)} pages were captured, the newsroom has {len(load_pages())}")
    return found


def note(kept: paths.Workspace, made: paths.Workspace) -> None:
    """Puts what is noted of this collection of the newsroom in the place of what was noted of earlier ones.

    Its lines are sorted, and tell the moment that the archive tells (newsroom.settling); all are chained anew.
    """
    for old, new in ((kept.crawls, made.crawls), (kept.failures, made.failures)):
        lines, fresh = ([_told(link.fields) for link in chain.read(file, "collect").links] for file in (old, new))
        real = [line for line in lines if not line["source"].startswith("sample-")]
        told = [line | {"began": settling.MOMENT.isoformat()} for line in fresh]
        settled = sorted(told, key=lambda line: json.dumps(line, ensure_ascii=False))
        if lines or fresh:
            old.unlink(missing_ok=True)
            chain.extend(old, [*real, *settled])


def _told(fields: Mapping[str, Any]) -> dict[str, Any]:
    """A line without what ties it to others."""
    return {name: value for name, value in fields.items() if name != "after"}


def main() -> int:
    """Exit status: 0 where the sample archive was replaced, 1 where the crawl was not good enough for that."""
    for name in [name for name in os.environ if name.startswith("DALEL_")]:
        del os.environ[name]  # the contact and the pace of this desk's own crawls are none of the sample's
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        report = collect(home)
        made = paths.workspace(home).raw
        if wrong := shortcomings(made, report):
            print("not replaced:", *wrong, sep="\n  ", file=sys.stderr)
            return 1
        settling.settle(made, home / "settled")
        kept = paths.workspace(paths.PROJECT).raw
        for old in kept.glob("sample-*"):
            shutil.rmtree(old)
        for new in sorted((home / "settled").iterdir()):
            shutil.copytree(new, kept / new.name)
            print(f"{new.name}: {sum(file.stat().st_size for file in new.iterdir()) / 1e6:.2f} MB")
        note(paths.workspace(paths.PROJECT), paths.workspace(home))
    return 0


if __name__ == "__main__":
    sys.exit(main())
