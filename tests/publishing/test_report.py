"""The report: complete, escaped, the same on every run, and asking no other host for anything."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import nbformat
import pytest

from dalel.errors import UnreadableFile
from dalel.paths import Workspace
from dalel.publishing import charts, report, tables
from dalel.records import Finding

LANGUAGES = ("kk", "ru", "en")


class Links(HTMLParser):
    """Addresses that a page loads, and those it links to."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.linked: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append(tag)
        self.loaded += [given[name] for name in ("src", "srcset", "data", "poster") if given.get(name)]
        if given.get("href"):
            (self.loaded if tag == "link" else self.linked).append(given["href"])


def links(path: Path) -> Links:
    found = Links()
    found.feed(path.read_text("utf-8"))
    return found


@pytest.fixture
def space(tmp_path) -> Workspace:
    return Workspace(home=tmp_path / "home")


def notebook(folder: Path) -> Path:
    made = nbformat.v4.new_notebook()
    output = nbformat.v4.new_output(
        "execute_result", {"text/plain": "1 <b>", "text/html": "<table><tr><td>1</td></tr></table>"}
    )
    made.cells = [
        nbformat.v4.new_markdown_cell("# Компьютеры\n\nA value counts only if $x$ we hold the page.", id="prose"),
        nbformat.v4.new_code_cell("dalel.claims()", outputs=[output], id="code"),
    ]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "computers-en.ipynb"
    nbformat.write(made, path)
    return path


def publish(space, run, region, language="en"):
    frame = tables.of_region(tables.joined(run), region)
    chart = charts.verdicts(frame, language)
    charts.save(chart, space.charts(region), f"verdicts-{language}", frame, run.findings)
    tables.write_region(space.tables(region), region, run)
    return report.write_region(space, region, language, run, [notebook(space.executed(region))])


def test_a_report_has_a_page_a_language_and_a_passport_of_every_claim(space, evidence):
    page = publish(space, evidence, "KZ")
    folder = page.parent
    assert page == space.home / "data/processed/KZ/report/index.html"
    assert page.read_bytes() == (folder / "index.en.html").read_bytes()
    for language, words in (("kk", "Мәлімдемелер"), ("ru", "Утверждения"), ("en", "Claims")):
        text = (folder / f"index.{language}.html").read_text("utf-8")
        assert f'<html lang="{language}">' in text and words in text
        assert "62 процента камер" in text and "⟦" in text
    assert sorted(path.stem for path in (folder / "passports").glob("*.json")) == sorted(
        claim.claim_id for claim in evidence.claims
    )
    assert json.loads((folder / "passports/cshare.json").read_text("utf-8"))["claim_id"] == "cshare"


def test_every_local_link_leads_somewhere_and_nothing_is_loaded_from_elsewhere(space, evidence):
    publish(space, evidence, "KZ")
    publish(space, evidence, "KZ-63")
    report.write_index(space, evidence, "kk")
    pages = sorted(space.processed.rglob("*.html"))
    assert len(pages) > 30
    for path in pages:
        found = links(path)
        assert "script" not in found.tags and "iframe" not in found.tags
        for target in found.loaded + [link for link in found.linked if not urlsplit(link).scheme]:
            if target.startswith(("data:", "#")):
                continue
            assert not urlsplit(target).scheme and not target.startswith("/"), (path, target)
            assert (path.parent / unquote(urlsplit(target).path)).is_file(), (path.name, target)
        assert not re.search(r"url\(|@import", path.read_text("utf-8"))


def test_the_same_evidence_gives_the_same_bytes_and_touches_nothing(space, evidence, tmp_path):
    publish(space, evidence, "KZ-63")
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in space.processed.rglob("*.html")}
    publish(space, evidence, "KZ-63")
    assert before == {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in space.processed.rglob("*.html")}
    other = Workspace(home=tmp_path / "elsewhere" / "deeper")
    publish(other, evidence, "KZ-63")
    for path, (content, _) in before.items():
        twin = other.processed / path.relative_to(space.processed)
        assert hashlib.sha256(twin.read_bytes()).digest() == hashlib.sha256(content).digest()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_region_without_claims_gets_a_page_that_says_so(language, space, evidence):
    publish(space, replace(evidence, sample=True), "KZ-43", language)
    text = (space.tables("KZ-43") / "report" / f"index.{language}.html").read_text("utf-8")
    assert {"kk": "бірде-бір мәлімдеме жоқ", "ru": "нет ни одного утверждения", "en": "No claim about this region"}[
        language
    ] in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_made_from_the_sample_says_so(language, space, evidence):
    sample = replace(evidence, sample=True)
    publish(space, sample, "KZ", language)
    report.write_index(space, sample, language)
    for path in space.processed.rglob("*.html"):
        text = path.read_text("utf-8")
        assert "<title>SAMPLE · " in text and 'class="sample"' in text, path.name
    assert "SAMPLE" in (space.tables("KZ") / "datapackage.json").read_text("utf-8")
    publish(space, evidence, "KZ-63", language)
    assert "SAMPLE" not in (space.tables("KZ-63") / "report/index.html").read_text("utf-8")


def test_what_pages_say_is_escaped(space, made):
    hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    page = made.page(
        "x0000000000000x1", f"{hostile} 100 тенге", title=hostile, outlet=hostile, url=f"https://a/{hostile}"
    )
    claim = made.claim(
        "chostile", page, f"{hostile} 100 тенге", "100", "KZT", speaker=hostile, counted=hostile, place=hostile,
        as_of=hostile, topic=hostile, indicator=hostile, status="planned",
    )  # fmt: skip
    run = made.run((claim,), (page,), ())
    publish(space, run, "KZ")
    for path in space.processed.rglob("*.html"):
        found = links(path)
        assert "script" not in found.tags and "<img src=x" not in path.read_text("utf-8"), path.name


def test_the_passport_of_a_claim_that_is_no_more_is_removed(space, evidence):
    publish(space, evidence, "KZ")
    publish(space, replace(evidence, claims=evidence.claims[1:]), "KZ")
    folder = space.tables("KZ") / "report" / "passports"
    assert not (folder / "cwhole.kk.html").exists() and not (folder / "cwhole.json").exists()
    assert (folder / "cshare.kk.html").exists()


def test_notebooks_become_pages_without_scripts(space, evidence):
    publish(space, evidence, "KZ")
    path = space.tables("KZ") / "report" / "notebooks" / "computers-en.html"
    text = path.read_text("utf-8")
    assert "Компьютеры" in text and "<td>1</td>" in text
    assert not {"script", "link", "iframe"} & set(links(path).tags)


def test_a_damaged_notebook_is_a_clear_error(space, evidence, tmp_path):
    broken = tmp_path / "computers-en.ipynb"
    broken.write_text("{")
    with pytest.raises(UnreadableFile, match=r"computers-en\.ipynb"):
        report.write_region(space, "KZ", "en", evidence, [broken])


def test_the_index_lists_regions_that_have_a_report(space, evidence):
    publish(space, evidence, "KZ")
    publish(space, evidence, "KZ-63")
    text = report.write_index(space, evidence, "ru").read_text("utf-8")
    assert "Восточно-Казахстанская область" in text and "Абай" not in text
    assert text.index("Казахстан</a>") < text.index("Восточно-Казахстанская область")
    empty = Workspace(home=space.home / "none")
    assert "Nothing found" in report.write_index(empty, evidence, "en").read_text("utf-8")


def test_a_damaged_chart_passport_is_left_out_of_the_report(space, evidence):
    publish(space, evidence, "KZ")
    (space.charts("KZ") / "verdicts-en.json").write_text("{")
    page = report.write_region(space, "KZ", "en", evidence, [])
    assert "verdicts-en.svg" not in page.read_text("utf-8")


def test_claims_of_other_regions_are_named_but_not_linked(space, evidence):
    across = Finding(
        check="agrees_between_origins",
        severity="note",
        kind="by hand",
        claim_ids=("cmoney", "cshare"),
        explanation="E.",
    )
    publish(space, replace(evidence, findings=(*evidence.findings, across)), "KZ-63")
    folder = space.tables("KZ-63") / "report"
    assert "cshare" in (folder / "passports/cmoney.en.html").read_text("utf-8")
    for path in folder.rglob("*.html"):
        for link in links(path).linked:
            if not urlsplit(link).scheme and not link.startswith("#"):
                assert (path.parent / unquote(urlsplit(link).path)).is_file(), (path.name, link)
