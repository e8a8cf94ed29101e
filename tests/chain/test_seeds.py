"""The five source documents through the whole chain, by the command line, against their gold."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dalel import paths, pipeline

PROJECT = Path(__file__).resolve().parents[2]
SHARED = PROJECT.parent / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared with the five source documents is not here")


def gold():
    return [json.loads(line) for line in (SHARED / "gold" / "seeds.jsonl").read_text("utf-8").splitlines()]


def dalel(*words, home):
    command = [sys.executable, "-m", "dalel", "--home", str(home), *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A workspace to which the five documents were added as files."""
    folder = tmp_path_factory.mktemp("seeds")
    for page in gold():
        words = ["add", SHARED / "seeds" / f"{page['id']}.txt", "--url", page["url"], "--outlet", page["outlet"]]
        if page["published"]:
            words += ["--published", page["published"]]
        done = dalel(*words, home=folder)
        assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def run(home):
    return pipeline.refresh(paths.workspace(home))


def on_page(run, page):
    (document,) = [document for document in run.documents if document.url == page["url"]]
    return document, [claim for claim in run.claims if claim.document_id == document.document_id]


def stated(document, claims, figure):
    """Claims of this value and unit that overlap an occurrence of the figure's cue."""
    found = []
    for claim in claims:
        text, at = document.field(claim.field), -1
        while (at := text.find(figure["cue"], at + 1)) >= 0:
            if claim.core_start < at + len(figure["cue"]) and at < claim.core_end:
                found.append(claim)
    return [claim for claim in found if str(claim.value) == figure["value"] and claim.unit == figure["unit"]]


FIGURES = [(page, figure) for page in gold() for figure in page["figures"]] if SHARED.is_dir() else []


def test_there_are_35_figures():
    assert len(FIGURES) == 35


@pytest.mark.parametrize(("page", "figure"), FIGURES, ids=lambda item: (item.get("cue") or item["id"])[:40])
def test_every_figure_is_found_with_value_and_unit(run, page, figure):
    document, claims = on_page(run, page)
    assert stated(document, claims, figure), [(claim.quote, claim.value, claim.unit) for claim in claims]


@pytest.mark.parametrize("page", gold() if SHARED.is_dir() else [], ids=lambda page: page["id"])
def test_nothing_but_the_figures_is_found(run, page):
    document, claims = on_page(run, page)
    right = {claim.claim_id for figure in page["figures"] for claim in stated(document, claims, figure)}
    assert [(claim.quote, claim.sentence) for claim in claims if claim.claim_id not in right] == []


def test_the_page_without_a_figure_yields_no_claim(run):
    page = next(page for page in gold() if page["id"].startswith("003"))
    assert on_page(run, page)[1] == []


@pytest.mark.parametrize(
    ("page_id", "severity", "words"),
    [
        ("004", "note", ("62.86", "cut off")),
        ("004", "note", ("35.76", "cut off")),
        ("004", "note", ("41.83", "cut off")),
        ("004", "holds", ("24.40",)),
        ("000", "conflict", ("271 + 373", "3", "647")),
    ],
)
def test_the_arithmetic_is_told(run, page_id, severity, words):
    page = next(page for page in gold() if page["id"].startswith(page_id))
    ids = {claim.claim_id for claim in on_page(run, page)[1]}
    told = [
        f"{finding.explanation} {finding.arithmetic}"
        for finding in run.findings
        if finding.severity == severity and ids & set(finding.claim_ids)
    ]
    assert any(all(word in text for word in words) for text in told), told


def test_every_quote_is_found_again_in_the_archived_bytes(run):
    found = {
        claim_id
        for finding in run.findings
        if finding.check == "quote_in_archive" and finding.severity == "holds"
        for claim_id in finding.claim_ids
    }
    assert found == {claim.claim_id for claim in run.claims}
    assert {verdict.verdict for verdict in run.verdicts} <= {"verified", "adds-up", "single-source", "contradicted"}


def test_no_sentence_of_the_source_documents_is_in_the_repository():
    listed = subprocess.run(["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    tracked = [PROJECT / name for name in listed.splitlines()]
    known = {shingle for path in (SHARED / "seeds").glob("*.txt") for shingle in shingles(path.read_text("utf-8"))}
    for path in tracked:
        if path.is_file() and path.suffix not in (".gz", ".png", ".parquet", ".svg"):
            copied = known & shingles(path.read_text("utf-8", errors="replace"))
            assert len(copied) < 3, f"{path.name} repeats the source documents: {sorted(copied)[:3]}"


def shingles(text, size=9):
    words = text.lower().split()
    return {" ".join(words[at : at + size]) for at in range(len(words) - size + 1)}
