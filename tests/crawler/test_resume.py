"""An interrupted crawl goes on where it was: nothing lost, nothing twice, nothing asked again that is archived."""

import os
import pickle
import signal
import subprocess
import sys
import time

import pytest

from dalel import archive, paths

PAGES = 60
CHILD = """
import pickle, sys
from pathlib import Path
from dalel import crawler, paths
home, source = pickle.load(sys.stdin.buffer)
crawler.collect(paths.workspace(home), [source], crawler.CollectOptions())
"""


@pytest.fixture
def big(site, links):
    """A site of 60 pages in six listings; pages take a moment each, so that a crawl can be caught in the middle."""
    for number in range(6):
        names = [f"/p/{number}-{each}" for each in range(PAGES // 6)]
        more = f'<a rel="next" href="/list/{number + 1}">next</a>'.encode() if number < 5 else b""
        site.answers["/list" if number == 0 else f"/list/{number}"] = more + links(*names)

        def page(handler):
            time.sleep(0.01)
            return f"<p>{handler.path}</p>".encode() * 50

        site.answers |= dict.fromkeys(names, page)
    return site


def interrupted(home, source, site, after, sign):
    """Starts a crawl in a process of its own and ends it, children included, once the site was asked so often."""
    home.mkdir(parents=True, exist_ok=True)
    (home / "dalel.toml").write_text("allow_loopback = true\ndelay_seconds = 0\n", "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-c", CHILD], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    )
    process.stdin.write(pickle.dumps((home, source)))
    process.stdin.close()
    asked = len(site.log)
    while len(site.log) < asked + after and process.poll() is None:
        time.sleep(0.002)
    os.killpg(process.pid, sign)
    process.wait(30)


def pages_of(raw):
    return {(capture.url, capture.sha256) for capture in archive.load_captures(raw)[0]}


def responses(raw):
    return [entry.url for _, entry in archive.history(raw)[0]]


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGINT], ids=["kill -9", "Ctrl-C"])
def test_what_was_interrupted_ends_as_if_it_had_not_been(big, source, crawl, tmp_path, sign):
    crawl(tmp_path / "whole", source(big))
    whole = paths.workspace(tmp_path / "whole").raw
    home, raw = tmp_path / "broken", paths.workspace(tmp_path / "broken").raw
    for after in (5, 1, 17, 23):  # requests until the blow; the second one falls while the crawl is going on again
        interrupted(home, source(big), big, after, sign)
        assert (raw / "trial" / ".crawl.json").exists()
    asked = len(big.log)
    report = crawl(home, source(big))
    assert len(big.log) - asked < PAGES, "what was archived is not asked for again"
    assert pages_of(raw) == pages_of(whole) and len(pages_of(raw)) == PAGES
    assert sorted(responses(raw)) == sorted(responses(whole)), "every answer archived exactly once"
    assert archive.verify(raw) == []
    assert report.sources[0].fetched == PAGES
    assert not list((raw / "trial").glob(".*")), "nothing is left over"


def test_a_finished_crawl_is_not_gone_on_with_but_begun_anew(site, links, source, crawl, tmp_path):
    site.answers |= {"/list": links("/p/1"), "/p/1": b"<p>first</p>"}
    crawl(tmp_path, source(site))
    site.answers["/p/1"] = b"<p>second</p>"
    report = crawl(tmp_path, source(site))
    assert report.sources[0].fetched == 1 and site.asked("/p/1") == 2
    captures = archive.load_captures(paths.workspace(tmp_path).raw)[0]
    assert [capture.url for capture in captures] == [f"{site.root}/p/1"] * 2


def test_conditional_requests_and_revisits(site, links, source, crawl, tmp_path):
    def tagged(handler):
        if handler.headers.get("If-None-Match") == '"v1"':
            return 304, {"ETag": '"v1"'}, b""
        return 200, {"ETag": '"v1"'}, b"<p>tagged</p>"

    site.answers |= {"/list": links("/p/tagged", "/p/plain"), "/p/tagged": tagged, "/p/plain": b"<p>plain</p>"}
    crawl(tmp_path, source(site))
    report = crawl(tmp_path, source(site))
    assert (report.sources[0].fetched, report.sources[0].unchanged) == (0, 2)
    raw = paths.workspace(tmp_path).raw
    again = {entry.url: entry for _, entry in archive.history(raw)[0][5:]}
    assert again[f"{site.root}/p/tagged"].status == 304 and again[f"{site.root}/p/plain"].status == 200
    assert {entry.mime for entry in again.values() if entry.role == "page"} == {"warc/revisit"}
    assert len(archive.load_captures(raw)[0]) == 2


def test_a_listing_that_is_not_modified_still_leads_to_its_pages(site, links, source, crawl, tmp_path):
    def listing(handler):
        if handler.headers.get("If-Modified-Since"):
            return 304, {}, b""
        return 200, {"Last-Modified": "Wed, 04 Mar 2026 10:00:00 GMT"}, links("/p/1")

    site.answers |= {"/list": listing, "/p/1": b"<p>one</p>"}
    crawl(tmp_path, source(site))
    site.answers["/p/1"] = b"<p>one, corrected</p>"
    assert crawl(tmp_path, source(site)).sources[0].fetched == 1


def test_a_page_whose_first_copy_is_damaged_is_archived_again(site, links, source, crawl, tmp_path):
    site.answers |= {"/list": links("/p/1"), "/p/1": (200, {"ETag": '"v1"'}, b"<p>as ever</p>")}
    crawl(tmp_path, source(site))
    raw = paths.workspace(tmp_path).raw
    (capture,) = archive.load_captures(raw)[0]
    content = bytearray((raw / capture.warc).read_bytes())
    content[capture.offset + capture.length // 2] ^= 1
    (raw / capture.warc).write_bytes(content)
    report = crawl(tmp_path, source(site))
    assert report.sources[0].fetched == 1
    last = archive.history(raw)[0][-1][1]
    assert (last.url, last.mime) == (capture.url, "text/html")
