"""Deliberate tampering with a home that was published and sealed: what is noticed with the seal, and what without."""

import csv
import hashlib
import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from dalel import archive, bundling, edition, paths, pipeline, proving, reviewing, sealing
from dalel.errors import EmptyArchive, InvalidValue
from dalel.publishing.bundle import source as verifier

PAGES = {
    "https://a.example/1": "В Павлодарской области построили 12 школ. На это потратили 40 млн тенге.",
    "https://b.example/2": "В Костанайской области из 373 школ 91 подключили к полиции, это 24,4 процента.",
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A home of two pages, one decision, published for the country in Russian, and its seal."""
    home = tmp_path_factory.mktemp("whole")
    space = paths.workspace(home)
    for number, (url, text) in enumerate(PAGES.items()):
        file = home / f"{number}.txt"
        file.write_text(text, "utf-8")
        pipeline.add(space, [file], pipeline.Given(url=url, outlet=f"Outlet {number}", published=date(2024, 5, 14)))
        file.unlink()
    claim = next(claim for claim in pipeline.refresh(space).claims if claim.quote == "12")
    said = reviewing.Said(decision="rejected", reason="counted twice", reviewer="A.", decided=date(2026, 11, 30))
    reviewing.decide(space, claim.claim_id, said)
    edition.publish(space, "KZ", "ru")
    assert proving.prove(space).damage == []
    return space, sealing.seal(space)


@pytest.fixture
def space(whole, tmp_path):
    shutil.copytree(whole[0].home, tmp_path / "home")
    return paths.workspace(tmp_path / "home")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text, path
    path.write_text(text.replace(old, new, 1), "utf-8")


def only(folder: Path, pattern: str) -> Path:
    return sorted(folder.glob(pattern))[0]


def report(space):
    return space.report


def index(space):
    return only(space.raw, "local/*.cdxj")


def with_datapackage(space):
    """A cell edited, and the description beside it renewed."""
    table, described = space.tables("KZ") / "claims.csv", space.tables("KZ") / "datapackage.json"
    before = hashlib.sha256(table.read_bytes()).hexdigest()
    edit(table, "40000000", "90000000")
    edit(described, before, hashlib.sha256(table.read_bytes()).hexdigest())


def chart_with_digest(space):
    chart = only(space.charts("KZ"), "*.json")
    picture = chart.with_suffix(".svg")
    before = hashlib.sha256(picture.read_bytes()).hexdigest()
    picture.write_bytes(picture.read_bytes() + b" ")
    edit(chart, before, hashlib.sha256(picture.read_bytes()).hexdigest())


def notebook_with_manifest(space):
    manifest = only(space.executed("KZ"), "*.manifest.json")
    notebook = manifest.with_name(manifest.name.replace(".manifest.json", ".ipynb"))
    before = hashlib.sha256(notebook.read_bytes()).hexdigest()
    notebook.write_bytes(notebook.read_bytes() + b" ")
    edit(manifest, before, hashlib.sha256(notebook.read_bytes()).hexdigest())


def without_source(space):
    """One WARC and its index deleted together, as if the page had never been archived."""
    for path in sorted(space.raw.glob("local/*-2.*")):
        path.unlink()


TAMPERINGS = {
    "passport page": lambda s: edit(only(report(s), "passports/*.ru.html"), "</", " </"),
    "passport JSON": lambda s: edit(only(report(s), "passports/*.json"), '"value": "', '"value": "9'),
    "passport deleted": lambda s: only(report(s), "passports/*.json").unlink(),
    "report page": lambda s: edit(report(s) / "index.ru.html", "</", " </"),
    "report page emptied": lambda s: (report(s) / "index.kk.html").write_text("", "utf-8"),
    "report page deleted": lambda s: (report(s) / "index.en.html").unlink(),
    "notebook page": lambda s: edit(only(report(s), "notebooks/KZ/*.html"), "</", " </"),
    "page put into the report": lambda s: (report(s) / "new.html").write_text("x", "utf-8"),
    "page of a region": lambda s: edit(report(s) / "region-KZ-55.ru.html", "</", " </"),
    "front page deleted": lambda s: (report(s) / "index.html").unlink(),
    "download": lambda s: only(report(s), "downloads/*").write_bytes(b""),
    "table of the run": lambda s: edit(s.processed / "claims.csv", "40000000", "90000000"),
    "verdicts of the run": lambda s: edit(s.processed / "verdicts.csv", "single-source", "contradicted"),
    "run.json": lambda s: edit(s.processed / "run.json", "fingerprint", "fingerprimt"),
    "run.json made invalid": lambda s: (s.processed / "run.json").write_text("{", "utf-8"),
    "run.json without its run": lambda s: edit(s.processed / "run.json", '"fingerprint": "', '"fingerprint": "0'),
    "table of a region with its description": with_datapackage,
    "table of a region deleted": lambda s: (s.tables("KZ") / "findings.csv").unlink(),
    "chart passport": lambda s: edit(only(s.charts("KZ"), "*.json"), '"title": "', '"title": "Not '),
    "chart with its digest": chart_with_digest,
    "chart deleted": lambda s: [path.unlink() for path in s.charts("KZ").glob("verdicts-*")],
    "notebook with its manifest": notebook_with_manifest,
    "manifest deleted": lambda s: only(s.executed("KZ"), "*.manifest.json").unlink(),
    "notebook deleted": lambda s: only(s.executed("KZ"), "*.ipynb").unlink(),
    "index: day of publishing": lambda s: edit(index(s), "2024-05-14", "2021-05-14"),
    "index: outlet": lambda s: edit(index(s), "Outlet 1", "Ministry"),
    "index: role": lambda s: edit(index(s), '"role": "page"', '"role": "robots"'),
    "index: status": lambda s: edit(index(s), '"status": "200"', '"status": "404"'),
    "index: media type": lambda s: edit(index(s), '"mime": "text/plain"', '"mime": "text/html"'),
    "index: time": lambda s: edit(index(s), " 20", " 19"),
    "decision flipped": lambda s: edit(s.reviews, '"rejected"', '"accepted"'),
    "decision deleted": lambda s: s.reviews.write_text("", "utf-8"),
    "decisions and their list deleted": lambda s: [p.unlink() for p in s.reviews.parent.glob("reviews.jsonl*")],
    "archived page and index deleted together": without_source,
}


@pytest.mark.parametrize("name", TAMPERINGS)
def test_tampering_is_noticed_without_the_seal_too(space, name):
    TAMPERINGS[name](space)
    assert proving.prove(space).damage


@pytest.mark.parametrize("name", sorted(TAMPERINGS)[::17])
def test_tampering_is_noticed_by_a_machine_that_made_none_of_it(space, name, tmp_path, monkeypatch):
    monkeypatch.setenv("DALEL_CACHE", str(tmp_path / "cache"))
    TAMPERINGS[name](space)
    assert proving.prove(space).damage


def test_publishing_again_mends_what_was_made(space):
    for name in ("passport page", "report page", "page put into the report", "chart with its digest", "run.json"):
        TAMPERINGS[name](space)
    assert proving.prove(space).damage
    edition.publish(space, "KZ", "ru")
    assert proving.prove(space).damage == []


def test_nothing_changed_is_proven_without_making_anything(space, monkeypatch):
    assert proving.prove(space).damage == []
    monkeypatch.setattr(pipeline, "compute", None)
    monkeypatch.setattr(archive, "verify", None)
    assert proving.prove(space).damage == []


def test_a_page_hashed_again_is_noticed_with_the_seal_alone(space, whole):
    """Whoever edits the page, its record, its index and everything made of it leaves only the root."""
    root = whole[1].root
    warc = only(space.raw, "local/*.warc.gz")
    index(space).unlink()
    warc.unlink()
    page = space.home / "0.txt"
    page.write_text(next(iter(PAGES.values())).replace("12", "13"), "utf-8")
    given = pipeline.Given(url="https://a.example/1", outlet="Outlet 0", published=date(2024, 5, 14))
    pipeline.add(space, [page], given)
    page.unlink()
    for path in space.reviews.parent.glob("reviews.jsonl*"):
        path.unlink()
    shutil.rmtree(space.processed)
    shutil.rmtree(space.figures)
    edition.publish(space, "KZ", "ru")
    assert proving.prove(space).damage == []
    named = {problem.subject for problem in sealing.compare(space, root, None).damage}
    assert warc.relative_to(space.home).as_posix() in named and "data/reviews.jsonl" in named


def test_an_archive_deleted_whole_is_noticed_with_the_seal(space, whole):
    shutil.rmtree(space.raw)
    with pytest.raises(EmptyArchive):
        proving.prove(space)
    damage = sealing.compare(space, whole[1].root[:12], None).damage
    assert {p.subject for p in damage} >= {f"data/raw/local/{p.name}" for p in whole[0].raw.glob("local/*")}


def test_a_seal_that_was_edited_or_is_none_is_refused(space, whole):
    root = whole[1].root
    edit(space.home / "data" / "seals" / f"{root}.txt", "data/raw", "data/war")
    assert "edited" in sealing.compare(space, root, None).damage[0].reason
    for wrong in ("", "xyz", "0" * 64, root[:5], "../../x" * 3):
        with pytest.raises(InvalidValue):
            sealing.compare(space, wrong, None)


def test_what_is_damaged_is_not_sealed(space):
    TAMPERINGS["passport JSON"](space)
    with pytest.raises(InvalidValue, match="nothing is sealed"):
        sealing.seal(space)


def test_the_list_is_one_that_sha256sum_checks(space, whole):
    listed = (space.home / "data" / "seals" / f"{whole[1].root}.txt").read_text("utf-8")
    assert hashlib.sha256(listed.encode()).hexdigest() == whole[1].root
    for line in listed.splitlines()[2:]:
        digest, name = line.split("  ", 1)
        assert hashlib.sha256((space.home / name).read_bytes()).hexdigest() == digest
    assert json.loads((space.processed / "run.json").read_text("utf-8"))["fingerprint"]


def test_a_bundle_of_a_chart_brings_its_numbers_and_a_changed_one_fails(space, tmp_path):
    drawn = next(path for path in sorted(space.figures.glob("KZ/*.csv")) if path.read_bytes().count(b"\n") > 1)
    page = bundling.bundle(space, [f"figures/KZ/{drawn.stem}.svg"], "en").decode("utf-8")
    assert "data:image/svg+xml" in page
    story, program = tmp_path / "story.html", tmp_path / "verify.py"
    program.write_text(verifier(), "utf-8")
    text = drawn.read_text("utf-8")
    number = next(row.get("value") or row["stated_value"] for row in csv.DictReader(text.splitlines()))
    wrong = text.replace(number, f"9{number}")
    digests = {one: hashlib.sha256(one.encode()).hexdigest() for one in (text, wrong)}
    told = {one: json.dumps(one, ensure_ascii=False).replace("<", "\\u003c") for one in (text, wrong)}
    for edited in (page, page.replace(told[text], told[wrong]).replace(digests[text], digests[wrong])):
        story.write_text(edited, "utf-8")
        done = subprocess.run([sys.executable, "-I", program, story], capture_output=True, text=True, check=False)
        assert (done.returncode == 0) == (edited == page), done.stdout
        assert f"KZ/{drawn.stem}" in done.stdout
