"""The sample archive is what the real crawler gets from the newsroom, page for page, byte for byte."""

import importlib
import sys
from dataclasses import replace

import pytest

from dalel import archive, logbook, paths

sys.path.insert(0, str(paths.PROJECT))
newsroom_collect = importlib.import_module("newsroom.collect")
settling = importlib.import_module("newsroom.settling")


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    home = tmp_path_factory.mktemp("newsroom")
    return home, newsroom_collect.collect(home)


def test_a_crawl_of_the_newsroom_gives_the_committed_pages(crawled):
    home, report = crawled
    assert newsroom_collect.shortcomings(paths.workspace(home).raw, report) == []
    made, kept = (archive.load_captures(raw)[0] for raw in (home / "data" / "raw", paths.PROJECT / "data" / "raw"))
    pages = {capture.url: capture.sha256 for capture in kept if capture.source.startswith("sample-")}
    assert {capture.url: capture.sha256 for capture in made} == pages, (
        "the newsroom serves other pages than those archived: run `python -m newsroom.collect`"
    )


def test_a_crawl_settles_to_exactly_the_committed_bytes(crawled, tmp_path):
    settling.settle(paths.workspace(crawled[0]).raw, tmp_path)
    made, kept = (
        {path.relative_to(raw).as_posix(): path.read_bytes() for path in sorted(raw.glob("sample-*/*"))}
        for raw in (tmp_path, paths.PROJECT / "data" / "raw")
    )
    assert list(made) == list(kept)
    assert [name for name in made if made[name] != kept[name]] == []


def test_every_source_yields_what_it_promises(crawled):
    _, report = crawled
    assert report.needs_a_person is False
    assert all(line.fetched >= line.expected and not line.failed for line in report.sources)
    assert sum(line.fetched for line in report.sources) == 66


def test_what_is_noted_of_the_newsroom_is_replaced_and_of_real_sites_kept(crawled, tmp_path):
    kept, made = paths.workspace(tmp_path), paths.workspace(crawled[0])
    (first, *_), _ = logbook.crawls(made)
    logbook.note(kept, [replace(first, source="vlast"), replace(first, source="sample-old")])
    newsroom_collect.note(kept, made)
    noted, broken = logbook.crawls(kept)
    assert broken == [] and [crawl.source for crawl in noted] == ["vlast", *(c.source for c in logbook.crawls(made)[0])]
    assert all(crawl.fetched + crawl.unchanged >= crawl.expected and crawl.ended == "finished" for crawl in noted)


def test_the_committed_archive_is_whole():
    assert archive.verify(paths.PROJECT / "data" / "raw") == []


def test_collecting_again_archives_that_nothing_changed(crawled):
    home, _ = crawled
    raw = paths.workspace(home).raw
    before = archive.load_captures(raw)[0]
    again = newsroom_collect.collect(home)
    assert sum(line.unchanged for line in again.sources) == 66
    assert sum(line.fetched for line in again.sources) == 0
    assert archive.load_captures(raw)[0] == before
    assert archive.verify(raw) == []
