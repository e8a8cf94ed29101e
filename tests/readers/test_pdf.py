"""PDF releases, made by a real PDF writer: paragraphs, tables, running heads; and what is wrong with broken ones."""

from __future__ import annotations

import io
import subprocess
import sys
from datetime import date
from types import SimpleNamespace

import pytest

from dalel import readers
from dalel.errors import UnreadableDocument

RELEASE = [
    (60, 60, "Оснащение школ области видеокамерами"),
    (60, 90, "8 октября 2020 года"),
    (60, 120, "Управление образования сообщает, что в 2020 году камеры установили в 243 школах"),
    (60, 134, "из 425. На эти цели из областного бюджета направлено 1,2 млрд тенге."),
    (60, 160, "Работы продолжаются."),
    (60, 200, "Район"), (260, 200, "Школ всего"), (400, 200, "С камерами"),
    (60, 216, "Талгарский"), (260, 216, "61"), (400, 216, "42"),
    (60, 232, "Карасайский"), (260, 232, "78"), (400, 232, "35"),
    (60, 248, "Итого"), (260, 248, "139"), (400, 248, "77"),
    (290, 800, "1"),
]  # fmt: skip


def test_a_release_is_read_with_its_table_spelled_out(make: SimpleNamespace) -> None:
    document = readers.read(make.pdf(RELEASE), make.capture("application/pdf"))
    assert document.title == "Оснащение школ области видеокамерами"
    assert (document.published, document.language, document.script) == (date(2020, 10, 8), "ru", "Cyrl")
    assert document.text.split("\n") == [
        "Управление образования сообщает, что в 2020 году камеры установили в 243 школах из 425. "
        "На эти цели из областного бюджета направлено 1,2 млрд тенге.",
        "Работы продолжаются.",
        "Талгарский — Школ всего: 61",
        "Талгарский — С камерами: 42",
        "Карасайский — Школ всего: 78",
        "Карасайский — С камерами: 35",
        "Итого — Школ всего: 139",
        "Итого — С камерами: 77",
    ]


def test_running_heads_and_page_numbers_are_left_out(make: SimpleNamespace) -> None:
    pages = [
        [
            (60, 40, "Отчёт управления за 2020 год"),
            (60, 120, f"Страница говорит о {n}0 школах области."),
            (290, 800, str(n)),
        ]
        for n in (2, 3, 4)
    ]
    document = readers.read(make.pdf(*pages), make.capture("application/pdf"))
    assert document.text.split("\n") == [f"Страница говорит о {n}0 школах области." for n in (2, 3, 4)]


def test_a_scan_without_text_is_an_error(make: SimpleNamespace) -> None:
    with pytest.raises(UnreadableDocument, match=r"no text layer on its 2 pages: it is a scan.*OCR"):
        readers.read(make.pdf([], []), make.capture("application/pdf"))


def test_an_encrypted_file_is_an_error(make: SimpleNamespace) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make.pdf(RELEASE))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(UnreadableDocument, match="encrypted; ask for a copy without a password"):
        readers.read(out.getvalue(), make.capture("application/pdf"))


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_cut_file_is_an_error_or_loses_no_words_of_what_is_left(make: SimpleNamespace, part: float) -> None:
    payload = make.pdf(RELEASE)
    try:
        text = readers.read(payload[: int(len(payload) * part)], make.capture("application/pdf")).text
    except UnreadableDocument as error:
        assert "get the file again" in str(error) or "no text layer" in str(error)
    else:
        assert "Управление образования" in text


@pytest.mark.parametrize(
    "payload",
    [b"%PDF-1.7", b"%PDF-1.7\n%%EOF", b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 1 0 R>>"],
)
def test_a_file_with_nothing_in_it_is_an_error(make: SimpleNamespace, payload: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=r"damaged|no text layer"):
        readers.read(payload, make.capture("application/pdf"))


def test_pypdf_says_nothing_of_its_own() -> None:
    """In a process of its own: pytest's handlers would take what a terminal is shown."""
    script = (
        "from dalel.readers.formats import pdf\nfrom dalel.errors import UnreadableDocument\n"
        "try:\n    pdf.read(b'rubbish %PDF-1.7 nothing', None, ())\n"
        "except UnreadableDocument as error:\n    print(error)\n"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert (told.stdout.startswith("it is damaged"), told.stderr) == (True, "")
