"""The main job on the sample makes what is committed, byte for byte, and a second run makes nothing."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
COMMITTED = ("data/processed/KZ", "figures/KZ")


def dalel(*words, home):
    settings = {**os.environ, "COLUMNS": "120", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "dalel", "--home", str(home), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=settings)


def digests(home):
    made = sorted(path for folder in ("data/processed", "figures") for path in (home / folder).rglob("*"))
    return {
        path.relative_to(home).as_posix(): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        for path in made
        if path.is_file()
    }


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A workspace with the sample archive and nothing made from it, after one run of the main job."""
    folder = tmp_path_factory.mktemp("sample")
    shutil.copytree(PROJECT / "data" / "raw", folder / "data" / "raw")
    for noted in (PROJECT / "data").glob("*.jsonl*"):
        shutil.copy(noted, folder / "data")
    done = dalel("publish", "--region", "KZ", home=folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_the_main_job_makes_exactly_what_is_committed(home):
    listed = subprocess.run(["git", "ls-files", *COMMITTED], cwd=PROJECT, capture_output=True, text=True, check=True)
    committed = {name: hashlib.sha256((PROJECT / name).read_bytes()).hexdigest() for name in listed.stdout.splitlines()}
    made = {name: digest for name, (digest, _) in digests(home).items() if name in committed}
    assert len(committed) > 30
    assert made == committed


def test_a_second_run_reruns_nothing_and_changes_no_byte(home):
    before = digests(home)
    done = dalel("publish", "--region", "KZ", home=home)
    assert done.returncode == 0, done.stderr
    assert "nothing had changed, no notebook was rerun" in done.stdout
    assert digests(home) == before


def test_everything_made_from_the_sample_says_so(home):
    report = (home / "data/processed/report/index.html").read_text("utf-8")
    assert "SAMPLE" in report
    assert "SAMPLE" in (home / "data/processed/KZ/datapackage.json").read_text("utf-8")
    for passport in sorted((home / "figures/KZ").glob("*.json")):
        assert '"sample": true' in passport.read_text("utf-8")


def test_verify_finds_an_edited_table_an_edited_chart_and_a_flipped_byte(home, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(home, copy)
    assert dalel("verify", home=copy).returncode == 0
    table = copy / "data/processed/KZ/claims.csv"
    table.write_bytes(table.read_bytes().replace(b"4105381000", b"4105381001", 1))
    chart = copy / "figures/KZ/verdicts-all-en.csv"
    chart.write_bytes(chart.read_bytes() + b"\n")
    archived = copy / "data/raw/sample-portal"
    (warc,) = archived.glob("*.warc.gz")
    content = bytearray(warc.read_bytes())
    content[len(content) // 2] ^= 0xFF
    warc.write_bytes(content)
    done = dalel("verify", home=copy)
    assert done.returncode == 1
    assert "data/processed/KZ/claims.csv: not what this archive gives" in done.stderr
    assert "figures/KZ/verdicts-all-en.csv: not what this archive gives" in done.stderr
    assert warc.name in done.stderr


def forged_table(copy):
    """A value changed in a table, and its digest with it: the package vouches for itself."""
    package = copy / "data/processed/KZ/datapackage.json"
    table = copy / "data/processed/KZ/claims.csv"
    before = hashlib.sha256(table.read_bytes()).hexdigest()
    table.write_bytes(table.read_bytes().replace(b"4105381000", b"4105381001", 1))
    package.write_text(
        package.read_text("utf-8").replace(before, hashlib.sha256(table.read_bytes()).hexdigest()), "utf-8"
    )
    return "data/processed/KZ/claims.csv", "not what this archive gives"


def edited_run(copy):
    table = copy / "data/processed/claims.csv"
    table.write_bytes(table.read_bytes() + b"\n")
    return "claims.csv", "not what the last run wrote"


def lost_chart_passport(copy):
    (copy / "figures/KZ/verdicts-all-en.json").unlink()
    return "figures/KZ/verdicts-all-en.json", "missing: this archive gives it"


def edited_notebook(copy):
    notebook = copy / "data/processed/KZ/notebooks/region-en.ipynb"
    notebook.write_bytes(notebook.read_bytes().replace(b"contradicted", b"verified"))
    return "data/processed/KZ/notebooks/region-en.ipynb", "not what this archive gives"


def torn_decisions(copy):
    (copy / "data/reviews.jsonl").write_text('{"claim_id": "c1"\n', "utf-8")
    return "reviews.jsonl line 1", "it does not count"


@pytest.mark.parametrize("tamper", [forged_table, edited_run, lost_chart_passport, edited_notebook, torn_decisions])
def test_verify_tells_what_was_tampered_with(home, tmp_path, tamper):
    copy = tmp_path / "copy"
    shutil.copytree(home, copy)
    subject, reason = tamper(copy)
    done = dalel("verify", home=copy)
    assert subject in done.stderr
    assert reason in done.stderr
    assert done.returncode == 1


@pytest.fixture
def read_only(home, tmp_path):
    """The archive alone on a file system that takes no writes, where this machine lets us mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let tests mount a file system")
    shutil.copytree(home / "data" / "raw", folder / "data" / "raw")
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_what_is_archived_stays_readable_in_a_read_only_home(read_only):
    done = dalel("read", home=read_only)
    assert done.returncode == 0
    assert "Cyrl" in done.stdout
    assert "the file system is read-only" in done.stderr
    refused = dalel("publish", home=read_only)
    assert refused.returncode == 1
    assert "choose another folder with --home" in refused.stderr


def test_a_region_without_claims_says_so_instead_of_failing(home, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(home / "data" / "raw", copy / "data" / "raw")
    done = dalel("run", "region", "-p", "region=Павлодар", "-p", "language=kk", home=copy)
    assert done.returncode == 0, done.stderr
    assert (copy / "data/processed/KZ-55/notebooks/region-kk.ipynb").is_file()
