"""Clocks, locales, zones, full disks, damaged tables: what is made is the same, or the error says what to do."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.kills.stages import pages, prepare, tree
from dalel import archive, paths, pipeline

AT = """
import sys
from datetime import UTC, datetime
from dalel import cli, clock

year = int(sys.argv.pop(1))
clock.now = lambda: datetime(year, 1, 19, 3, 14, 8, tzinfo=UTC)
cli.main()
"""
FULL = Path("/dev/full")


def dalel(home: Path, *words: str, at: int | None = None, limit: int | None = None, **given: str):
    """The command in a process of its own: at a year, with a largest size of files, with variables."""
    program = ["-c", AT, str(at)] if at else ["-m", "dalel"]
    command = [sys.executable, *program, "--home", str(home), *words]

    def small() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    settings = {**os.environ, "COLUMNS": "120", "NO_COLOR": "1", **given}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=settings, preexec_fn=small)


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with two pages, and what is made of them."""
    home = prepare(tmp_path_factory.mktemp("start"))
    assert dalel(home, "extract").returncode == 0
    return home


@pytest.fixture
def home(start: Path, tmp_path: Path) -> Path:
    from shutil import copytree

    return copytree(start, tmp_path / "home")


@pytest.mark.parametrize("year", [1970, 1999, 2038, 2090])
def test_a_clock_may_stand_anywhere(home, year):
    page = home.parent / "page.txt"
    page.write_text("Школа\n\nПостроили 3 школы.\n", "utf-8")
    added = dalel(home, "add", str(page), "--url", "https://news.example/later", at=year)
    assert added.returncode == 0, added.stderr
    assert f"data/raw/local/{year}-01-19.warc.gz" in added.stdout
    assert archive.verify(paths.workspace(home).raw) == []
    assert len(pages(home)) == 3
    assert str(year) in {str(one.captured_at.year) for one in archive.load_captures(paths.workspace(home).raw)[0]}


@pytest.mark.parametrize(
    "given",
    [
        {"LC_ALL": "kk_KZ.UTF-8", "TZ": "Asia/Almaty", "PYTHONHASHSEED": "1"},
        {"LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "2", "COLUMNS": "40"},
        {"LC_ALL": "C", "TZ": "America/Adak", "PYTHONHASHSEED": "3", "PYTHONUTF8": "1"},
    ],
    ids=["Almaty", "Turkish", "C"],
)
def test_locale_zone_and_hash_order_change_no_byte(home, start, given):
    import shutil

    shutil.rmtree(home / "data" / "processed")
    done = dalel(home, "extract", **given)
    assert done.returncode == 0, done.stderr
    assert tree(home) == tree(start)


def damaged(content: bytes) -> dict[str, bytes | None]:
    return {
        "gone": None,
        "empty": b"",
        "cut": content[: len(content) // 2],
        "other": b"\x00\xff" * 50,
        "edited": content.replace(b"2", b"3"),
    }


def test_a_damaged_table_is_made_again(home, start):
    space, whole = paths.workspace(home), tree(start)
    # the index of the search is made by the commands, not by the pipeline: tests/search damages it
    tables = sorted(path for path in space.processed.iterdir() if path.is_file() and path.name != "search.sqlite")
    assert len(tables) > 15
    for table in tables:
        for kind, content in damaged(table.read_bytes()).items():
            table.unlink()
            if content is not None:
                table.write_bytes(content)
            pipeline.refresh(space)
            assert tree(home) == whole, f"{table.name}, {kind}"


@pytest.mark.parametrize("limit", [0, 1_000, 3_000])
def test_a_disk_that_ends_loses_nothing_and_says_what_to_do(home, start, limit):
    import shutil

    shutil.rmtree(home / "data" / "processed")
    before = {name: content for name, content in tree(home).items() if name.startswith("data/raw/")}
    done = dalel(home, "extract", limit=limit)
    assert "fault in dalel" not in done.stderr
    if done.returncode:
        assert "larger than this system allows" in done.stderr
    assert {name: content for name, content in tree(home).items() if name.startswith("data/raw/")} == before
    assert dalel(home, "extract").returncode == 0
    assert tree(home) == tree(start)


def test_a_full_disk_takes_no_half_a_page(home):
    page = home.parent / "page.txt"
    page.write_text("Школа\n\nПостроили 3 школы.\n" + "Ещё слова. " * 4_000, "utf-8")
    added = dalel(home, "add", str(page), "--url", "https://news.example/later", limit=400)
    assert added.returncode == 1
    assert "fault in dalel" not in added.stderr and "larger than this system allows" in added.stderr
    assert (archive.verify(paths.workspace(home).raw), len(pages(home))) == ([], 2)
    assert dalel(home, "add", str(page), "--url", "https://news.example/later").returncode == 0
    assert (archive.verify(paths.workspace(home).raw), len(pages(home))) == ([], 3)


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("words", [["sources"], ["extract"]])
def test_a_full_standard_output_is_no_fault_of_dalel(home, words):
    command = [sys.executable, "-m", "dalel", "--home", str(home), *words]
    with FULL.open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert "fault in dalel" not in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def full_folder(tmp_path):
    """A file system without room, where this machine lets us mount one."""
    folder = tmp_path / "full"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let tests mount a file system")
    (folder / "filler").write_bytes(b"x" * 4096)
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("words", [["extract"], ["run", "region"], ["archive", "export"], ["archive", "import"]])
def test_a_full_folder_for_temporary_files_is_named(home, full_folder, words):
    file = home.parent / "handed-on.wacz"
    if words[-1] == "import":
        assert dalel(home, "archive", "export", str(file)).returncode == 0
    if words[0] == "archive":
        words = [*words, str(file)]
    done = dalel(home, *words, TMPDIR=str(full_folder))
    assert "fault in dalel" not in done.stderr, done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode == 0 or "full" in done.stderr
