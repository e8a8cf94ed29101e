"""`dalel read`: files and folders in, one row a document out, a failed file reported and the rest kept."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from dalel.errors import UnreadableFile
from dalel.readers.rows import document_rows
from dalel.records import Problem

FIELDS = {
    "id", "title", "lead", "published", "published_basis", "language", "script", "credit", "text", "author", "outlet",
    "canonical_url",
}  # fmt: skip
TEXT = "Школам купят камеры\n\n07 марта 2023 | 10:40\n\nКамеры купят 15 школам города, передаёт Agency.kz."


@pytest.fixture
def folder(tmp_path: Path, make: SimpleNamespace) -> Path:
    """A folder with a page of each kind, a broken one, and one of no kind."""
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.html").write_text(
        f"<html><body><h1>Школы</h1><p>{TEXT.splitlines()[-1] * 4}</p></body></html>", "utf-8"
    )
    (tmp_path / "c.docx").write_bytes(make.docx("Камеры купят 15 школам.", title="О камерах"))
    (tmp_path / "d.pdf").write_bytes(b"%PDF-1.7 broken")
    (tmp_path / "e.png").write_bytes(b"\x89PNG")
    (tmp_path / "f.TXT").write_bytes(TEXT.encode("windows-1251"))
    (tmp_path / "folder").mkdir()
    return tmp_path


def test_a_folder_gives_a_row_for_each_page(folder: Path) -> None:
    problems: list[Problem] = []
    rows = [json.loads(line) for line in document_rows([folder], problems.append)]
    assert [row["id"] for row in rows] == ["a.html", "b.txt", "c.docx", "f.TXT"]
    assert all(set(row) == FIELDS for row in rows)
    text = rows[1]
    assert (text["title"], text["published"], text["published_basis"]) == ("Школам купят камеры", "2023-03-07", "text")
    assert (text["language"], text["script"], text["credit"]) == ("ru", "Cyrl", "Agency.kz")
    assert text["text"] == "Камеры купят 15 школам города, передаёт Agency.kz."
    assert {**rows[3], "id": "b.txt"} == text
    assert [(one.stage, one.subject) for one in problems] == [("read", "d.pdf")]


def read(*places: Path) -> tuple[list[dict[str, str]], list[Problem], list[str]]:
    problems: list[Problem] = []
    left: list[Path] = []
    rows = [json.loads(line) for line in document_rows(places, problems.append, left.append)]
    return rows, problems, [path.name for path in left]


def test_folders_in_folders_are_read_and_files_of_one_name_told_apart(folder: Path) -> None:
    for name in ("folder/b.txt", "folder/deep/b.txt", "folder/deep/g.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(TEXT, "utf-8")
    rows, problems, left = read(folder)
    ids = [row["id"] for row in rows]
    assert ids == sorted(ids)
    assert {"a.html", "c.docx", "f.TXT", "folder/b.txt", "deep/b.txt", f"{folder.name}/b.txt", "g.txt"} == set(ids)
    assert ([one.subject for one in problems], left) == (["d.pdf"], ["e.png"])


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    rows, _, _ = read(folder / "b.txt", folder, folder / "b.txt")
    assert [row["id"] for row in rows].count("b.txt") == 1


def test_hidden_files_are_no_pages(folder: Path) -> None:
    (folder / ".hidden.html").write_text("<html>", "utf-8")
    (folder / ".git").mkdir()
    (folder / ".git" / "x.txt").write_text(TEXT, "utf-8")
    rows, _, _ = read(folder)
    assert all("hidden" not in row["id"] and row["id"] != "x.txt" for row in rows)


def test_empty_files_are_named_and_the_rest_kept(folder: Path) -> None:
    for name in ("empty.html", "empty.txt", "empty.json", "empty.pdf", "empty.docx", "empty.xlsx"):
        (folder / name).write_bytes(b"" if name != "empty.txt" else b" \n\n")
    rows, problems, _ = read(folder)
    assert len(rows) == 4
    empty = [one for one in problems if one.subject.startswith("empty")]
    assert len(empty) == 6
    assert all("it is empty" in one.reason for one in empty)


def test_a_folder_without_a_page_stops(tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")
    with pytest.raises(UnreadableFile, match=r"no file in it is of a kind that is read \(.*\.html.*\.pdf"):
        read(tmp_path)


def test_a_name_that_is_no_utf_8_is_written_as_one(folder: Path) -> None:
    raw = bytes(folder) + b"/\xd8\xea.txt"
    Path(raw.decode("utf-8", "surrogateescape")).write_text(TEXT, "utf-8")
    rows, _, _ = read(folder)
    assert "??.txt" in [row["id"] for row in rows]


def test_a_file_too_large_is_not_even_opened(folder: Path) -> None:
    with (folder / "huge.html").open("wb") as file:
        file.truncate(80 * 1024 * 1024)
    rows, problems, _ = read(folder)
    assert [one.subject for one in problems] == ["d.pdf", "huge.html"]
    assert "more than 67108864 bytes" in problems[1].reason
    assert len(rows) == 4


@pytest.mark.parametrize(("names", "code"), [(("a.html", "b.txt"), 0), (("b.txt", "d.pdf"), 1), (("missing",), 1)])
def test_the_command_says_what_was_read_and_whether_a_person_must_act(
    folder: Path, names: tuple[str, ...], code: int
) -> None:
    asked = [word for name in names for word in ("--in", str(folder / name))]
    out = folder / "documents.jsonl"
    command = [sys.executable, "-m", "dalel", "read", *asked, "--out", str(out)]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    if names == ("missing",):
        assert "does not exist" in done.stderr and not out.exists()
    else:
        assert f"{2 - code} read, {code} could not be read" in done.stderr
        assert len(out.read_text("utf-8").splitlines()) == 2 - code
    assert not list(folder.glob("*.partial"))


def test_files_are_read_whatever_their_ending(folder: Path) -> None:
    (folder / "noending").write_text(TEXT, "utf-8")
    problems: list[Problem] = []
    rows = list(document_rows([folder / "noending", folder / "e.png"], problems.append))
    assert len(rows) == 1
    assert [one.subject for one in problems] == ["e.png"]


def test_a_place_that_does_not_exist_stops(folder: Path) -> None:
    with pytest.raises(UnreadableFile, match="missing does not exist"):
        list(document_rows([folder / "missing"], lambda problem: None))


def test_rows_are_the_same_every_time(folder: Path) -> None:
    first, second = (list(document_rows([folder], lambda problem: None)) for _ in range(2))
    assert first == second
    assert str(folder) not in "".join(first)
