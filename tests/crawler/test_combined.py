"""`dalel collect` with its options in combination, and what a person sees of it: lines, tables, Ctrl-C."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from types import SimpleNamespace

import pytest

import dalel
from dalel import archive, chain, cli, ledger, logbook, paths, pipeline
from dalel.crawler.progress import Progress

SCRAPER = """
from dalel.sources import Source

SOURCE = Source(
    id="{id}", names={{"kk": "Сынақ", "ru": "Проба", "en": "Trial"}}, owner="tests", kind="outlet",
    languages=("kk", "ru"), scripts=("Cyrl",), hosts=("127.0.0.1",), article=r"/{id}/", at_least=1, {more}
)
"""
FEED = "<rss><channel>{}</channel></rss>"
ITEM = "<item><link>{root}/trial/{day}</link><pubDate>2026-03-0{day}T10:00:00Z</pubDate></item>"


@pytest.fixture(scope="module")
def trial(start, links_of, tmp_path_factory):
    """Two sources of one site, one with a search of its own, and one that is a sample."""
    site, scrapers = start(), tmp_path_factory.mktemp("scrapers")
    days = range(1, 7)
    site.answers["/feed"] = FEED.format("".join(ITEM.format(root=site.root, day=day) for day in days)).encode()
    site.answers["/list"] = links_of("/mute/1")
    site.answers |= {f"/trial/{day}": f"<p>page {day}</p>".encode() for day in days} | {"/mute/1": b"<p>mute</p>"}
    search = (
        f'feeds=("{site.root}/feed",), searches=("{site.root}/search?q={{query:ru}}", "{site.root}/kk?q={{query}}"),'
    )
    for name, more in (("trial", search), ("mute", f'listings=("{site.root}/list",),'), ("show", "sample=True,")):
        (scrapers / f"{name}.py").write_text(SCRAPER.format(id=name, more=more), "utf-8")
    patch = pytest.MonkeyPatch()
    own = paths.Workspace.declared
    patch.setattr(
        paths.Workspace, "declared", lambda self, kind: (scrapers,) if kind == "scrapers" else own(self, kind)
    )

    def collect(home, *words):
        home.mkdir(exist_ok=True)
        (home / "dalel.toml").write_text("allow_loopback = true\ndelay_seconds = 0\n", "utf-8")
        patch.setattr(sys, "argv", ["dalel", "--home", str(home), "collect", *words])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        return ended.value.code

    yield SimpleNamespace(site=site, collect=collect, links=links_of)
    patch.undo()


def test_days_limit_and_dry_run_of_all_sources(trial, tmp_path, capsys):
    words = ("--source", "all", "--since", "2026-03-02", "--until", "2026-03-04", "--limit", "2", "--dry-run")
    assert trial.collect(tmp_path, *words) == 0
    told = capsys.readouterr()
    fetched = [line for line in told.out.splitlines() if line.startswith("would fetch")]
    assert fetched == [f"would fetch {trial.site.root}/{name}" for name in ("mute/1", "trial/2", "trial/3")]
    assert "show" not in told.out, "the sample is no live source"
    assert sorted(told.err.splitlines()) == [
        f"collected {name}: 0 fetched, 0 unchanged, 0 refused, 0 failed" for name in ("mute", "trial")
    ], "no bar where nobody watches"
    assert not (tmp_path / "data" / "crawls.jsonl").exists() and archive.history(paths.workspace(tmp_path).raw)[0] == []


def test_topic_and_region_are_searched_for_in_the_languages_of_the_site(trial, tmp_path, capsys, monkeypatch):
    site, space = trial.site, paths.workspace(tmp_path)
    asked = []

    def search(handler):
        asked.append(handler.path)
        return trial.links("/trial/1", "/trial/2", "/trial/3")

    russian = "%D0%BA%D0%B0%D0%BC%D0%B5%D1%80%D1%8B%20%D0%B2%20%D1%88%D0%BA%D0%BE%D0%BB%D0%B0%D1%85"  # камеры в школах
    region = "%20%D0%9A%D1%8B%D0%B7%D1%8B%D0%BB%D0%BE%D1%80%D0%B4%D0%B8%D0%BD%D1%81%D0%BA%D0%B0%D1%8F%20"
    region += "%D0%BE%D0%B1%D0%BB%D0%B0%D1%81%D1%82%D1%8C"  # Кызылординская область
    site.answers[f"/search?q={russian}{region}"] = search
    lists = site.asked("/list")
    words = ("--source", "trial", "--source", "mute", "--topic", "cameras", "--region", "Қызылорда облысы")
    assert trial.collect(tmp_path, *words, "--since", "2026-01-01", "--limit", "2") == 0
    told = capsys.readouterr()
    assert "trial searched for камеры в школах Кызылординская область: 3 found" in told.out
    assert "trial searched for мектеп камера Қызылорда облысы: did not answer" in told.out
    assert "mute: no search of its own is declared" in told.err
    assert len(asked) == 1 and site.asked("/list") == lists and site.asked("/trial/3") == 0
    noted, broken = logbook.searches(space)
    assert broken == [] and [(search.query, search.found) for search in noted if "/search?" in search.address] == [
        ("видеонаблюдение в школах Кызылординская область", None), ("камеры в школах Кызылординская область", 3),
    ]  # fmt: skip
    assert [search.query for search in noted if "/kk?" in search.address] == [
        "мектеп бейнебақылау Қызылорда облысы", "мектеп камера Қызылорда облысы",
        "видеонаблюдение в школах Кызылординская область", "камеры в школах Кызылординская область",
    ], "a search whose language nobody declared is asked in all languages of its source"  # fmt: skip
    (crawl,) = logbook.crawls(space)[0]
    assert (crawl.source, crawl.ended, crawl.fetched, crawl.too_few) == ("trial", "finished", 2, False)
    assert crawl.asked.startswith("since 2026-01-01; at most 2 pages a source; search мектеп бейнебақылау Қызылорда")
    shown_in_the_notebook(space, monkeypatch)


def shown_in_the_notebook(space, monkeypatch):
    """What the verbs of the collection notebook show of this collection; of the sample nothing."""
    logbook.note(space, [replace(logbook.crawls(space)[0][0], source="show", fetched=99)])
    with space.searches.open("a", encoding="utf-8") as torn:
        torn.write('{"source": ')
    monkeypatch.setenv("DALEL_HOME", str(space.home))
    desk = dalel.open()
    crawls, searches, failures = desk.crawls(), desk.searches(), desk.failures()
    assert list(crawls["source"]) == ["trial"] and list(crawls["fetched"]) == [2]
    assert crawls["outcome"][0].startswith("only: since 2026-01-01; at most 2 pages a source; search мектеп")
    assert sorted(searches["hits"]) == ["3", *["did not answer"] * 5]
    assert "searches.jsonl line 7" in set(failures["subject"])
    failed = {what: why for what, why in zip(failures["subject"], failures["reason"], strict=True) if "/kk?" in what}
    assert len(failed) == 4 and all("gone (status 404)" in why for why in failed.values())
    run = pipeline.refresh(space)
    before = ledger.notebook_key(space, run)
    logbook.note(space, searches=logbook.searches(space)[0][:1])
    assert ledger.notebook_key(space, run) != before, "a search without a page is shown, so notebooks run again"


def test_a_yield_below_the_minimum_is_a_changed_site(trial, tmp_path, capsys):
    feed, trial.site.answers["/feed"] = trial.site.answers["/feed"], FEED.format("").encode()
    try:
        assert trial.collect(tmp_path, "--source", "trial") == 1
    finally:
        trial.site.answers["/feed"] = feed
    told = capsys.readouterr()
    assert "trial: the site has changed: trial yielded 0 pages, at least 1 were expected" in told.err
    assert f"for example {trial.site.root}/feed; look at it and mend feeds" in told.err
    assert logbook.crawls(paths.workspace(tmp_path))[0][0].too_few is True


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], "name the sources to collect: --source ID, again for more, or all; known: mute, trial"),
        (["--source", "trial", "--since", "2026-03-04", "--until", "2026-03-02"], "2026-03-04 is after --until"),
        (["--topic", "cameras", "--list", "{list}"], "--list takes its addresses and nothing else"),
        (["--source", "trial", "--region", "KZ-43", "--web-archive", "http://127.0.0.1:1"], "archive has no search"),
        (["--source", "mute", "--topic", "cameras"], "mute: no search is declared; collect without words"),
        (["--source", "trial", "--topic", "camera"], "did you mean 'cameras'?"),
    ],
)  # fmt: skip
def test_options_that_undo_each_other_are_errors(trial, tmp_path, capsys, words, expected):
    (tmp_path / "list.txt").write_text("http://127.0.0.1/p/1\n", "utf-8")
    assert trial.collect(tmp_path, *(word.format(list=tmp_path / "list.txt") for word in words)) == 1
    assert expected in capsys.readouterr().err
    assert not (tmp_path / "data").exists()


def test_ctrl_c_gives_the_report_so_far_and_the_same_command_goes_on(site, tmp_path):
    pages = [f"/p/{number}" for number in range(30)]

    def page(handler):
        time.sleep(0.05)
        return f"<p>{handler.path}</p>".encode()

    site.answers |= dict.fromkeys(pages, page)
    (tmp_path / "list.txt").write_text("".join(f"{site.root}{name}\n" for name in pages), "utf-8")
    settings = os.environ | {"DALEL_ALLOW_LOOPBACK": "1", "DALEL_DELAY_SECONDS": "0"}
    command = [sys.executable, "-m", "dalel", "--home", str(tmp_path), "collect", "--list", str(tmp_path / "list.txt")]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=settings, start_new_session=True
    )
    while len(site.log) < 5 and process.poll() is None:
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert "interrupted: what was fetched is archived; the same command goes on from here" in err
    assert "Traceback" not in err and "web" in out
    subprocess.run(command, capture_output=True, env=settings, check=True)
    crawls = logbook.crawls(paths.workspace(tmp_path))[0]
    assert [crawl.ended for crawl in crawls] == ["interrupted", "finished"]
    assert 0 < crawls[0].fetched < 30 == crawls[1].fetched, "the second counts what the first had"
    asked = [path for path in site.paths() if path.startswith("/p/")]
    assert len(archive.load_captures(paths.workspace(tmp_path).raw)[0]) == 30
    assert len(asked) <= 30 + 6, "only what was under way when it was stopped is asked for twice"


def test_a_source_is_told_to_be_through_once_with_all_that_came_of_it(site, links, source, crawl, tmp_path, capsys):
    """Through redirects, tries, refusals, addresses that two lists show, and a page that leads nowhere."""
    tries = iter([(500, {}, b"not yet")])
    site.answers |= {
        "/robots.txt": b"User-agent: *\nDisallow: /p/no\n",
        "/list": (301, {"Location": f"{site.root}/list/"}, b""),
        "/list/": links("/p/1", "/p/moved", "/p/no", "/p/flaky", "/p/gone") + b'<a rel="next" href="/list/2">next</a>',
        "/list/2": links("/p/1", "/p/2") + b'<a rel="next" href="/list/">next</a>',
        "/p/moved": (302, {"Location": f"{site.root}/p/2"}, b""),
        "/p/flaky": lambda handler: next(tries, b"<p>at last</p>"),
        **{f"/p/{number}": f"<p>{number}</p>".encode() for number in (1, 2)},
    }
    other = source(site, id="other", listings=(f"{site.root}/none",), article=r"/q/", at_least=0)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Progress, "end", lambda *_: None)  # would tell of those that were never told to be through
        crawl(tmp_path, source(site), other)
    assert sorted(capsys.readouterr().err.splitlines()) == [
        "collected other: 0 fetched, 0 unchanged, 0 refused, 0 failed",
        "collected trial: 3 fetched, 0 unchanged, 1 refused, 1 failed",
    ]


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_terminal_shows_a_bar_with_counts():
    shown = Terminal()
    with Progress(shown, 2) as progress:
        for _ in range(3):
            progress.take({"event": "found", "source": "a", "counts": {}})
        progress.take({"event": "done", "source": "a", "counts": {"fetched": 1}})
        progress.take({"event": "done", "source": "b", "counts": {"refused": 1}})
        progress.take({"event": "ended", "source": "b", "counts": {"refused": 1}})
    told = shown.getvalue()
    assert "1/2 sources" in told and "2/3" in told and "━" in told
    assert "1 fetched, 1 refused" in told and "collected b" not in told


def test_lines_of_the_logbook_that_are_torn_are_named_and_the_rest_is_read(tmp_path):
    space = paths.workspace(tmp_path)
    whole = {
        "source": "a", "began": "2026-11-21T08:00:00+00:00", "ended": "finished", "asked": "", "fetched": 1,
        "unchanged": 0, "refused": 0, "failed": 0, "expected": 1, "too_few": False,
    }  # fmt: skip
    lines = [whole, whole | {"fetched": "many"}, whole | {"more": 1}, {"source": "a"}, [], whole | {"began": "soon"}]
    lines.append(whole | {"began": "2026-11-21T08:00:00"})  # without a zone it has no place among the others
    space.crawls.parent.mkdir()
    chain.extend(space.crawls, [line for line in lines if line])
    with space.crawls.open("a", encoding="utf-8") as torn:
        torn.write('[]\n{"source": "a')
    found, problems = logbook.crawls(space)
    assert len(found) == 1
    assert {problem.subject for problem in problems} == {f"crawls.jsonl line {number}" for number in range(2, 9)}
    logbook.note(space, found)
    assert len(logbook.crawls(space)[0]) == 2, "a torn line takes no other with it"
    assert logbook.crawls(paths.workspace(tmp_path / "none")) == ([], [])
