"""A site changes its markup: collected all the same, an error when read, mended, read again, and nothing is fetched."""

from __future__ import annotations

import json
import sys
from types import SimpleNamespace

import pytest

from dalel import cli, ledger, paths

SCRAPER = """
from dalel.sources import Landmarks, Source

SOURCE = Source(
    id="trial", names={{"kk": "Сынақ", "ru": "Проба", "en": "Trial"}}, owner="tests", kind="outlet", languages=("ru",),
    scripts=("Cyrl",), hosts=("127.0.0.1",), listings=("{root}/list",), article=r"/p/", at_least=2,
    landmarks=({landmarks}),
)
"""
OLD = 'Landmarks(title="h1.headline", published="span.day", body="div.story"),'
NEW = 'Landmarks(title="p.kicker", published="data.stamp", body="div.wrap", drop=("p.kicker",)),'

BEFORE = (
    "<html><head><title>Школа {n} | Проба</title></head><body><h1 class='headline'>Школа {n} получила ноутбуки</h1>"
    "<span class='day'>{n} марта 2026</span><div class='story'><p>Акимат передал школе {n}20 ноутбуков.</p></div>"
)
AFTER = (  # the headline is no heading any more, the day is no text any more
    "<html><head><title>Проба</title></head><body><h1>Новости каждый день для всех</h1><div class='wrap'>"
    "<p class='kicker'>Школа {n} получила ноутбуки</p><p>Акимат передал школе {n}20 ноутбуков.</p></div>"
    "<footer><data class='stamp' content='2026-03-0{n}'></data></footer></body></html>"
)


@pytest.fixture(scope="module")
def trial(start, links_of, tmp_path_factory):
    """A site that was collected, then redesigned, and collected again."""
    site, home, scrapers = start(), tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("scrapers")
    (home / "dalel.toml").write_text("allow_loopback = true\ndelay_seconds = 0\n", "utf-8")
    patch = pytest.MonkeyPatch()
    own = paths.Workspace.declared
    patch.setattr(
        paths.Workspace, "declared", lambda self, kind: (scrapers,) if kind == "scrapers" else own(self, kind)
    )

    def declare(landmarks):
        (scrapers / "trial.py").write_text(SCRAPER.format(root=site.root, landmarks=landmarks), "utf-8")

    def dalel(*words):
        patch.setattr(sys, "argv", ["dalel", "--home", str(home), *words])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        return ended.value.code

    def serve(markup, *numbers):
        site.answers["/list"] = links_of(*(f"/p/{number}" for number in numbers))
        site.answers |= {f"/p/{number}": markup.format(n=number).encode() for number in numbers}

    idle = SCRAPER.format(root=site.root, landmarks="").replace('id="trial"', 'id="idle"')
    (scrapers / "idle.py").write_text(idle, "utf-8")
    yield SimpleNamespace(site=site, space=paths.workspace(home), declare=declare, dalel=dalel, serve=serve)
    patch.undo()


def documents(trial):
    return {document.url.rpartition("/")[2]: document for document in ledger.last(trial.space).documents}


def test_a_redesign_is_noticed_mended_and_read_again_from_the_archive(trial, capsys):
    trial.declare(OLD)
    trial.serve(BEFORE, 1, 2)
    assert trial.dalel("collect", "--source", "trial") == 0
    assert trial.dalel("read") == 0
    trial.serve(AFTER, 3, 4, 5)
    assert trial.dalel("collect", "--source", "trial") == 0, "the yield is as promised"
    capsys.readouterr()

    assert trial.dalel("read") == 1
    told = capsys.readouterr().err
    for part, selector in (("title", "h1.headline"), ("date", "span.day"), ("text", "div.story")):
        assert f"trial: the site has changed: its {part} is not at '{selector}' on 3 of 5 pages captured since" in told
    assert told.count("/p/5; look at it, mend that landmark in scrapers/") == 3
    assert "then `dalel read --again --source trial`" in told
    noted = json.loads((trial.space.processed / "run.json").read_text("utf-8"))
    assert noted["changed_sites"] == ["trial"]
    wrong = documents(trial)
    assert len(wrong) == 5, "all of them are archived and read as well as it goes"
    assert (wrong["3"].title, wrong["3"].published) == ("Проба", None)
    assert trial.dalel("read") == 1, "also when nothing new is read"

    asked = len(trial.site.log)
    trial.declare(OLD + NEW)
    capsys.readouterr()
    assert trial.dalel("read", "--again", "--source", "trial") == 0
    told = capsys.readouterr()
    assert [line.split() for line in told.out.splitlines()[:2]] == [
        ["source", "pages", "same", "mended", "changed", "lost", "unreadable", "new"],
        ["trial", "5", "2", "0", "3", "0", "0", "0"],
    ]
    assert told.out.count("changed  http://127.0.0.1:") == 3
    assert "/p/4: title, text, published" in told.out and told.err == ""
    assert documents(trial) == wrong, "only compared: the tables follow"

    assert trial.dalel("read", "--again") == 0
    right = documents(trial)
    assert {name: (one.title, str(one.published)) for name, one in right.items()} == {
        str(n): (f"Школа {n} получила ноутбуки", f"2026-03-0{n}") for n in range(1, 6)
    }
    assert right["5"].text == "Акимат передал школе 520 ноутбуков."
    assert len(trial.site.log) == asked, "nothing was fetched"
    landmarks = ledger.last(trial.space).landmarks
    assert landmarks and not any(landmark.changed for landmark in landmarks)


def test_pages_that_could_not_be_read_are_mended(trial, capsys):
    """The text stands where no reader looks for one until a declaration says so."""
    hidden = "<html><body><aside class='late'><p>Акимат передал школе {n}20 ноутбуков.</p></aside></body></html>"
    trial.declare(OLD)
    trial.serve(hidden, 6, 7, 8, 9, 10, 11, 12)
    assert trial.dalel("collect", "--source", "trial") == 0
    assert trial.dalel("read") == 1
    capsys.readouterr()
    trial.declare(OLD + NEW + 'Landmarks(body="aside.late", optional=("title", "published")),')
    assert trial.dalel("read", "--again", "--source", "trial") == 0
    told = capsys.readouterr()
    assert told.out.splitlines()[1].split()[:4] == ["trial", "12", "2", "7"], told
    assert "mended   http://127.0.0.1:" in told.out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--source", "trial"], "--again reads archived pages anew"),
        (["--again", "--in", "x.html"], "it goes without --in"),
        (["--again", "--source", "trail"], "did you mean 'trial'?"),
        (["--again", "--source", "idle"], "no pages of idle among those that are read"),
    ],
)
def test_what_goes_with_again(trial, capsys, words, expected):
    trial.declare(OLD)
    assert trial.dalel("read", *words) == 1
    assert expected in capsys.readouterr().err
