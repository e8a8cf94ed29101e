"""The report: complete in three languages whatever came before, escaped, equal on every run, asking no other host."""

from __future__ import annotations

import csv
import hashlib
import importlib.util
import io
import json
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import nbformat
import pandas as pd
import pytest

from dalel.errors import UnreadableFile
from dalel.paths import Workspace
from dalel.publishing import notebooks, site
from dalel.records import Finding

LANGUAGES = ("kk", "ru", "en")


class Links(HTMLParser):
    """Addresses that a page loads, and those it links to."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.linked: list[str] = []
        self.tags: list[str] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append(tag)
        if tag == "script":
            self.scripts.append(given.get("type", "text/javascript"))
        self.loaded += [given[name] for name in ("src", "srcset", "data", "poster") if given.get(name)]
        if given.get("href") and given.get("rel") != "icon":
            self.linked.append(given["href"])


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


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """The site of the evidence of conftest, for tests that only read it."""
    path = Path(__file__).parent / "conftest.py"
    named = importlib.util.spec_from_file_location("evidence_of_conftest", path)
    conftest = importlib.util.module_from_spec(named)
    named.loader.exec_module(conftest)
    return publish(Workspace(home=tmp_path_factory.mktemp("site")), conftest.run())


def publish(space, run, **given):
    site.write(site.Edition(evidence=run, **given), space.report)
    notebook(space.executed("KZ"))
    notebooks.write(space, run.sample)
    return space.report


def text_of(path):
    return path.read_text("utf-8").replace("\N{NO-BREAK SPACE}", " ")


def test_every_page_is_there_in_three_languages_and_every_claim_has_a_passport(published, evidence):
    folder = published
    names = {path.name.removesuffix(".html").rsplit(".", 1)[0] for path in folder.glob("*.??.html")}
    assert {"index", "numbers", "methods", "data", "notebooks", "region-KZ", "region-KZ-63", "region-KZ-43"} <= names
    assert {"topic-computers", "topic-computers-numbers", "region-KZ-63-numbers"} <= names
    for name in names:
        for language in LANGUAGES:
            assert f'<html lang="{language}">' in (folder / f"{name}.{language}.html").read_text("utf-8")
    ids = {claim.claim_id for claim in evidence.claims}
    assert {path.stem for path in (folder / "passports").glob("*.json")} == ids
    assert len(list((folder / "passports").glob("*.html"))) == 3 * len(ids)
    assert json.loads((folder / "passports/cshare.json").read_text("utf-8"))["claim_id"] == "cshare"


def test_every_local_link_leads_somewhere_and_nothing_is_loaded_from_elsewhere(published):
    pages = sorted(published.rglob("*.html"))
    assert len(pages) > 100
    for path in pages:
        found = links(path)
        assert "iframe" not in found.tags and set(found.scripts) <= {"application/ld+json", "text/javascript"}
        for target in found.loaded + [link for link in found.linked if not urlsplit(link).scheme]:
            if target.startswith(("data:", "#")):
                continue
            assert not urlsplit(target).scheme and not target.startswith("/"), (path, target)
            assert (path.parent / unquote(urlsplit(target).path)).is_file(), (path.name, target)
        assert not re.search(r"url\(|@import", path.read_text("utf-8"))


def test_only_the_explorer_has_a_script_and_only_that_one_may_run(published):
    for path in published.rglob("*.html"):
        text = path.read_text("utf-8")
        (policy,) = re.findall(r"script-src ([^;]+);", text)
        scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
        if path.name.split(".")[0].endswith("numbers"):
            import base64

            (script,) = scripts
            digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
            assert policy == f"'sha256-{digest}'"
        else:
            assert scripts == [] and policy == "'none'"


def test_the_same_evidence_gives_the_same_bytes_and_touches_nothing(space, evidence, tmp_path):
    publish(space, evidence)
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in space.report.rglob("*") if path.is_file()}
    publish(space, evidence)
    assert before == {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in space.report.rglob("*") if path.is_file()
    }
    other = Workspace(home=tmp_path / "elsewhere" / "deeper")
    publish(other, evidence)
    for path, (content, _) in before.items():
        twin = other.report / path.relative_to(space.report)
        assert hashlib.sha256(twin.read_bytes()).digest() == hashlib.sha256(content).digest(), path.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_region_without_claims_gets_a_page_that_says_so(language, published):
    said = {"kk": "бірде-бір сан жоқ", "ru": "нет ни одной цифры", "en": "No figure about this"}[language]
    assert said in text_of(published / f"region-KZ-43.{language}.html")


def test_everything_made_from_the_sample_says_so(space, evidence):
    publish(space, replace(evidence, sample=True))
    for path in space.report.rglob("*.html"):
        text = path.read_text("utf-8")
        assert re.search(r"<title>(SAMPLE|ОБРАЗЕЦ|ҮЛГІ) · ", text) and 'class="sample"' in text, path.name
    publish(space, evidence)
    assert 'class="sample"' not in (space.report / "index.html").read_text("utf-8")


def test_what_pages_say_is_escaped(space, made):
    hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    page = made.page(
        "x0000000000000x1", f"{hostile} 100 тенге", title=hostile, outlet=hostile, url=f"https://a/{hostile}"
    )
    claim = made.claim(
        "chostile", page, f"{hostile} 100 тенге", "100", "KZT", speaker=hostile, counted=hostile, place=hostile,
        as_of="2020", topic="computers", indicator="computers.budget_allocated", status="planned", region="KZ-63",
    )  # fmt: skip
    publish(space, made.run((claim,), (page,), ()))
    for path in space.report.rglob("*.html"):
        text = path.read_text("utf-8")
        assert "<script>alert" not in text and "<img src=x" not in text, path.name
        assert set(links(path).scripts) <= {"application/ld+json", "text/javascript"}, path.name


def test_the_passport_of_a_claim_that_is_no_more_is_removed(space, evidence):
    publish(space, evidence)
    publish(space, replace(evidence, claims=evidence.claims[1:]))
    folder = space.report / "passports"
    assert not (folder / "cwhole.kk.html").exists() and not (folder / "cwhole.json").exists()
    assert (folder / "cshare.kk.html").exists()


def test_what_does_not_add_up_comes_first_with_its_parts_linked(published, evidence):
    folder = published
    for language in LANGUAGES:
        front = text_of(folder / f"index.{language}.html")
        section = front.split('id="wrong"', 1)[1].split("</section>", 1)[0]
        for claim_id in ("cwhole", "cremote", "cusual"):
            assert f'href="passports/{claim_id}.{language}.html"' in section
        region = text_of(folder / f"region-KZ-63.{language}.html")
        assert region.index('id="wrong"') < region.index('id="gaps"')


def test_downloads_of_a_view_hold_the_same_rows_and_run_nothing(space, made):
    page = made.page("f0000000000000f1", '=HYPERLINK("http://x") 100 тенге', title="=1+1", outlet="@SUM(1)")
    claim = made.claim("cformula", page, '=HYPERLINK("http://x") 100 тенге', "100.5", "KZT", status=None, region=None)
    folder = publish(space, made.run((claim,), (page,), ())) / "downloads"
    content = (folder / "all.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(io.StringIO(content.decode("utf-8-sig")))
    assert (row["claim_id"], row["value"], row["title"], row["outlet"]) == ("cformula", "100.5", "'=1+1", "'@SUM(1)")
    table = pd.read_parquet(folder / "all.parquet")
    assert table["title"][0] == "=1+1" and table["value"][0] == "100.5" and table["region"][0] is None
    with zipfile.ZipFile(folder / "all.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode("utf-8")
        assert "<f>" not in sheet and "<v>100.5</v>" in sheet
        assert "=HYPERLINK" in book.read("xl/sharedStrings.xml").decode("utf-8")


def test_a_data_page_describes_itself_to_search_engines(published, evidence):
    folder = published
    text = (folder / "region-KZ-63.en.html").read_text("utf-8")
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    about = json.loads(found)
    assert about["@type"] == "Dataset" and len(about["description"]) >= 50
    assert about["spatialCoverage"][0]["identifier"] == "KZ-63" and about["license"].startswith("https://")
    for one in about["distribution"]:
        assert (folder / one["contentUrl"]).is_file()


def test_notebooks_become_pages_without_scripts_listed_in_every_language(published, evidence):
    folder = published
    text = (folder / "notebooks/KZ/computers-en.html").read_text("utf-8")
    assert "Компьютеры" in text and "<td>1</td>" in text
    assert not {"script", "iframe"} & set(links(folder / "notebooks/KZ/computers-en.html").tags)
    for language in LANGUAGES:
        assert 'href="notebooks/KZ/computers-en.html"' in (folder / f"notebooks.{language}.html").read_text("utf-8")


def test_a_damaged_notebook_is_a_clear_error(tmp_path):
    broken = tmp_path / "computers-en.ipynb"
    broken.write_text("{")
    with pytest.raises(UnreadableFile, match=r"computers-en\.ipynb"):
        notebooks.page(broken, "en", False)


def test_findings_about_claims_of_other_regions_are_told_where_they_belong(space, evidence):
    across = Finding(
        check="agrees_between_origins", severity="note", kind="by-hand", claim_ids=("cmoney", "cshare"),
        explanation="E across.",
    )  # fmt: skip
    folder = publish(space, replace(evidence, findings=(*evidence.findings, across)))
    assert "E across." in text_of(folder / "region-KZ-63.en.html")
    assert "E across." in text_of(folder / "passports/cshare.en.html")
