"""`dalel read`: files and folders in, one row a document out, a failed file reported and the rest kept."""

from __future__ import annotations

import json
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
