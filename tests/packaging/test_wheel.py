"""An installed package finds its topics, sources and notebooks inside itself, and asks where the work is to lie."""

from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PAGE = "Техника для школ\n\nОбласть получила 1 200 ноутбуков на 240 млн тенге.\n"


def test_the_wheel_carries_what_a_clone_has_beside_the_package(site):
    for kind, pattern in (("topics", "*.toml"), ("notebooks", "*.ipynb"), ("scrapers", "*.py")):
        names = [path.name for path in sorted((PROJECT / kind).glob(pattern))]
        assert names
        assert [path.name for path in sorted((site / "dalel" / "carried" / kind).glob(pattern))] == names
    assert (site / "dalel" / "languages" / "kk" / "numbers.toml").is_file()
    assert (site / "dalel" / "py.typed").is_file()
    assert not list(site.rglob("__pycache__"))


def test_it_has_the_command(site):
    (entry,) = site.glob("dalel-*.dist-info/entry_points.txt")
    declared = ConfigParser()
    declared.read_string(entry.read_text("utf-8"))
    assert declared["console_scripts"]["dalel"] == "dalel.cli:main"


def test_without_a_workspace_it_says_how_to_make_one(dalel, tmp_path):
    done = dalel("extract", cwd=tmp_path)
    assert done.returncode == 1
    assert "no workspace here: make one with `dalel new FOLDER`" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_what_needs_no_workspace_works_anywhere(dalel, tmp_path):
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"id": "a", "text": "62 % школ"}\n', "utf-8")
    assert "tengrinews" in dalel("sources", cwd=tmp_path).stdout
    assert '"percent"' in dalel("quantities", "--in", rows, "--out", "-", cwd=tmp_path).stdout


def test_own_pages_go_all_the_way_to_a_report(dalel, tmp_path):
    (tmp_path / "dalel.toml").write_text("", "utf-8")
    below = tmp_path / "pages"
    below.mkdir()
    (below / "page.txt").write_text(PAGE, "utf-8")
    added = dalel("add", "page.txt", "--url", "https://news.example/1", "--published", "2020-10-08", cwd=below)
    assert added.returncode == 0, added.stderr
    extracted = dalel("extract", cwd=below)
    assert "computers" in extracted.stdout
    assert (tmp_path / "data" / "raw" / "local").is_dir()
    published = dalel("publish", "--language", "ru", cwd=below)
    assert published.returncode == 0, published.stderr
    assert (tmp_path / "data/processed/report/region-KZ.ru.html").is_file()
    assert list((tmp_path / "data/processed/KZ/notebooks").glob("computers-ru.ipynb"))
