"""Pages are read once: what is kept gives what a run from nothing gives, whoever does the work and whatever was done
before.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.scale import pages as archives
from dalel import declarations, ledger, paths, pipeline
from dalel.claims import finding
from dalel.stages import executors, extracting, kept, pages, processes
from dalel.stages.executors import InProcess
from dalel.stages.kept import Kept
from dalel.stages.work import Outcome, Piece, Work, batches, logged

PAGES = 24


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> paths.Workspace:
    """A home with pages of every kind of site of the sample."""
    space = paths.Workspace(home=tmp_path_factory.mktemp("home"))
    archives.build(space.raw, PAGES)
    return space


@pytest.fixture(scope="module")
def from_nothing(home: paths.Workspace) -> ledger.Run:
    """What a run gives that remembers nothing."""
    return pipeline.compute(home)


@pytest.fixture
def read_pages(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """The addresses of the pages that are read, and of those whose claims are found, in this process."""
    asked: dict[str, list[str]] = {"read": [], "extract": []}
    read, claim = pages.read, pages.claim

    def reading(page: pages.Archived) -> pages.Read:
        asked["read"].append(page.capture.url)
        return read(page)

    def claiming(page: pages.Placed) -> pages.Claimed:
        asked["extract"].append(page.document.url)
        return claim(page)

    monkeypatch.setattr(pages, "read", reading)
    monkeypatch.setattr(pages, "claim", claiming)
    return asked


def run_with(home: paths.Workspace, file: Path) -> ledger.Run:
    with Kept(file) as known:
        return pipeline.compute(home, kept=known)


def test_the_second_run_reads_no_page_and_gives_the_same(
    home: paths.Workspace, from_nothing: ledger.Run, tmp_path: Path, read_pages: dict[str, list[str]]
) -> None:
    assert run_with(home, tmp_path / "kept") == from_nothing
    assert len(read_pages["read"]) == len(read_pages["extract"]) == PAGES
    assert run_with(home, tmp_path / "kept") == from_nothing
    assert len(read_pages["read"]) == len(read_pages["extract"]) == PAGES


def test_one_page_more_is_one_page_read(tmp_path: Path, read_pages: dict[str, list[str]]) -> None:
    space = paths.Workspace(home=tmp_path / "home")
    archives.build(space.raw, 6)
    run_with(space, tmp_path / "kept")
    del read_pages["read"][:], read_pages["extract"][:]
    archives.build(space.raw, 1, first=6)
    run = run_with(space, tmp_path / "kept")
    assert len(read_pages["read"]) == len(read_pages["extract"]) == 1
    assert run == pipeline.compute(space)


def test_a_changed_topic_is_a_matter_of_the_pages_that_speak_of_it(
    home: paths.Workspace, tmp_path: Path, read_pages: dict[str, list[str]]
) -> None:
    documents = pipeline.compute(home).documents
    topics = dict(declarations.topics(home))
    cameras = topics["cameras"]
    changed = topics | {"cameras": replace(cameras, indicators=cameras.indicators[:1])}
    guard = extracting.Guard()
    with Kept(tmp_path / "kept") as known:
        extracting.extract(documents, topics, guard, pipeline.quiet, known)
        del read_pages["extract"][:]
        found, _ = extracting.extract(documents, changed, guard, pipeline.quiet, known)
        asked = set(read_pages["extract"])
    assert found == [claim for document in documents for claim in finding.find_claims(document, changed)]
    told = {one.url for one in documents if "камер" in one.text.lower() or "camera" in one.text.lower()}
    assert 0 < len(asked) < len(documents)
    assert told <= asked


def test_a_new_topic_that_no_page_speaks_of_is_no_work(
    home: paths.Workspace, tmp_path: Path, read_pages: dict[str, list[str]]
) -> None:
    documents = pipeline.compute(home).documents
    topics = dict(declarations.topics(home))
    words = dict.fromkeys(("kk", "ru", "en"), ("ктулху",))
    new = {"cthulhu": replace(topics["cameras"], id="cthulhu", subject=words)} | topics
    with Kept(tmp_path / "kept") as known:
        first = extracting.extract(documents, topics, extracting.Guard(), pipeline.quiet, known)
        del read_pages["extract"][:]
        assert extracting.extract(documents, new, extracting.Guard(), pipeline.quiet, known) == first
    assert read_pages["extract"] == []


def test_an_altered_archive_is_noticed_though_its_pages_are_kept(tmp_path: Path) -> None:
    space = paths.Workspace(home=tmp_path / "home")
    archives.build(space.raw, 3)
    assert run_with(space, tmp_path / "kept").problems == []
    capture = pipeline.evidence(space)[0][0]
    warc = space.raw / capture.warc
    content = bytearray(warc.read_bytes())
    content[capture.offset + capture.length // 2] ^= 0xFF
    warc.write_bytes(content)
    run = run_with(space, tmp_path / "kept")
    assert capture.url in [problem.subject for problem in run.problems]
    assert run == pipeline.compute(space)


@pytest.mark.parametrize("damage", ["an entry", "the file", "a folder"])
def test_what_is_damaged_is_made_anew(
    home: paths.Workspace, from_nothing: ledger.Run, tmp_path: Path, damage: str
) -> None:
    file = tmp_path / "kept"
    if damage == "a folder":
        file.mkdir()
    else:
        run_with(home, file)
    if damage == "the file":
        file.write_bytes(b"no database" * 1000)
    if damage == "an entry":
        with sqlite3.connect(file) as opened:
            opened.execute("UPDATE kept SET value = (SELECT value FROM kept ORDER BY name LIMIT 1)")
        opened.close()
    assert run_with(home, file) == from_nothing


def test_the_file_is_bounded_and_keeps_what_was_used_last(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    noise = {str(number): os.urandom(4096) for number in range(200)}
    with Kept(file) as known:
        known.put(noise)
    with Kept(file, most_bytes=200_000) as known:
        assert dict(known.get(["7"])) == {"7": noise["7"]}
    assert file.stat().st_size < 200_000
    with Kept(file) as known:
        assert dict(known.get(list(noise))) == {"7": noise["7"]}


def test_a_batch_is_bounded_by_pieces_and_by_bytes() -> None:
    pieces = [Piece(subject=str(weight), given=None, weight=weight) for weight in (5, 5, 20, 1, 1, 1)]
    sizes = [[piece.weight for piece in batch] for batch in batches(pieces, 10, 2)]
    assert sizes == [[5, 5], [20], [1, 1], [1]]


def double(number: int) -> int:
    """Work for a test: kills its process at 13, and once, the first time it is asked, at a path."""
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == 7:
        raise KeyError("seven")
    return 2 * number


def once(given: tuple[int, str]) -> int:
    """Kills its process the first time it meets the number 5."""
    number, mark = given
    if number == 5 and not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def pieces(*numbers: int) -> list[Piece[int]]:
    return [Piece(subject=f"page {number}", given=number, weight=1) for number in numbers]


def test_processes_give_what_one_gives_and_a_fault_is_of_its_page_alone(tmp_path: Path) -> None:
    work: Work[int, int] = Work(stage="read", function=double)
    numbers = [number for number in range(20) if number != 13]
    here = [one for batch in InProcess().map(work, batches(pieces(*numbers), 99, 3), 19) for one in batch]
    there = [one for batch in processes.Processes(2).map(work, batches(pieces(*numbers), 99, 3), 19) for one in batch]
    assert [one.value for one in there] == [2 * number if number != 7 else None for number in numbers]
    assert [one.problem for one in there] == [one.problem for one in here]
    guard = extracting.Guard(log=tmp_path / "faults.log")
    (problem,) = [told for one in there if (told := logged(one, guard)) is not None]
    assert (problem.subject, problem.fault) == ("page 7", True)
    assert problem.reason.endswith("; the rest went on; the traceback is in faults.log")
    assert "KeyError: 'seven'" in (tmp_path / "faults.log").read_text("utf-8")


def test_a_page_that_ends_its_process_is_named_and_the_rest_is_done() -> None:
    work: Work[int, int] = Work(stage="read", function=double)
    found = [
        one for batch in processes.Processes(2).map(work, batches(pieces(*range(10, 18)), 99, 4), 8) for one in batch
    ]
    assert [one.value for one in found] == [20, 22, 24, None, 28, 30, 32, 34]
    assert found[3] == work.lost(pieces(13)[0])


def test_a_worker_that_is_killed_costs_its_batch_which_is_done_again(tmp_path: Path) -> None:
    work: Work[tuple[int, str], int] = Work(stage="read", function=once)
    given = [Piece(subject=str(n), given=(n, str(tmp_path / "mark")), weight=1) for n in range(12)]
    found = [one for batch in processes.Processes(2).map(work, batches(given, 99, 2), 12) for one in batch]
    assert found == [Outcome(value=2 * number) for number in range(12)]


SCRIPT = """
from tests.stages.test_remembering import double, pieces
from dalel.stages import processes
from dalel.stages.work import Work, batches
work = Work(stage="read", function=double)
print([one.value for batch in processes.Processes(2).map(work, batches(pieces(1, 2, 3), 99, 1), 3) for one in batch])
"""


def test_a_script_that_would_run_again_in_each_process_does_its_work_alone(tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text(SCRIPT, "utf-8")
    path = {**os.environ, "PYTHONPATH": str(paths.PROJECT)}
    done = subprocess.run(
        [sys.executable, tmp_path / "script.py"], env=path, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[2, 4, 6]\n"


def test_a_home_read_by_two_processes_is_the_same(
    home: paths.Workspace, from_nothing: ledger.Run, tmp_path: Path
) -> None:
    with executors.using(executors.Fitting(2)):
        assert run_with(home, tmp_path / "kept") == from_nothing


def test_emptying_takes_the_file_away(home: paths.Workspace) -> None:
    run_with(home, kept.path_of(home.home))
    assert kept.empty(home.home) > 0
    assert kept.empty(home.home) == 0
