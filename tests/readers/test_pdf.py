"""PDF releases, made by a real PDF writer: paragraphs, tables, running heads; and what is wrong with broken ones."""

from __future__ import annotations

import io
import subprocess
import sys
from datetime import date
from types import SimpleNamespace

import pytest

from benchmarks.growth import LIMIT, excess
from dalel import readers
from dalel.errors import UnreadableDocument
from dalel.readers.columns import page_lines

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


WRAPPED = [
    (60, 60, "Отчёт о ремонте школ"),
    (60, 100, "Район"), (220, 100, "Виды работ"), (420, 100, "Сумма,"), (420, 112, "млн тенге"),
    (60, 130, "Талгарский"), (220, 130, "Кровля, окна и"), (420, 130, "61,5"), (220, 142, "система отопления"),
    (60, 160, "Карасайский"), (220, 160, "Фасад"), (420, 160, "78,2"),
    (60, 178, "Илийский (с"), (220, 178, "Спортзал"), (420, 178, "12,0"), (60, 190, "посёлками)"),
    (60, 210, "Итого"), (420, 210, "151,7"),
]  # fmt: skip
CENTRED = [
    (60, 60, "Отчёт о ремонте школ"),
    (60, 90, "Район"), (220, 90, "Виды работ"), (420, 90, "Сумма, тенге"),
    (220, 112, "Кровля, окна и"), (60, 124, "Талгарский"), (420, 124, "61"), (220, 136, "система отопления"),
    (60, 158, "Илийский"), (220, 158, "Фасад"), (420, 158, "78"),
    (60, 172, "Итого"), (420, 172, "139"),
]  # fmt: skip


def test_a_cell_over_two_lines_is_one_cell(make: SimpleNamespace) -> None:
    text = readers.read(make.pdf(WRAPPED), make.capture("application/pdf")).text
    assert text.split("\n") == [
        "Талгарский — Виды работ: Кровля, окна и система отопления",
        "Талгарский — Сумма, млн тенге: 61,5 млн тенге",
        "Карасайский — Виды работ: Фасад",
        "Карасайский — Сумма, млн тенге: 78,2 млн тенге",
        "Илийский (с посёлками) — Виды работ: Спортзал",
        "Илийский (с посёлками) — Сумма, млн тенге: 12,0 млн тенге",
        "Итого — Сумма, млн тенге: 151,7 млн тенге",
    ]


def test_a_label_at_the_middle_of_its_cell_is_that_of_its_row(make: SimpleNamespace) -> None:
    text = readers.read(make.pdf(CENTRED), make.capture("application/pdf")).text
    assert text.split("\n") == [
        "Талгарский — Виды работ: Кровля, окна и система отопления",
        "Талгарский — Сумма, тенге: 61 тенге",
        "Илийский — Виды работ: Фасад",
        "Илийский — Сумма, тенге: 78 тенге",
        "Итого — Сумма, тенге: 139 тенге",
    ]


LEFT = [
    "Министерство сообщает, что в", "этом году построят 62 школы", "на 21 тысячу мест. Деньги на",
    "это уже выделены из бюджета,", "работы начнутся весной.",
]  # fmt: skip
RIGHT = [
    "Подрядчиков выберут в марте", "на открытом конкурсе. Всего", "поступило 140 заявок, из них",
    "отклонено 12. Итоги объявят", "до первого апреля, чтобы", "стройка началась в срок.",
]  # fmt: skip


def test_two_columns_of_prose_are_read_one_after_the_other(make: SimpleNamespace) -> None:
    page = [(60, 60, "О строительстве школ"), (60, 760, "Подписал руководитель управления образования области.")]
    page += [(60, 100 + 14 * number, line) for number, line in enumerate(LEFT)]
    page += [(310, 100 + 14 * number, line) for number, line in enumerate(RIGHT)]
    document = readers.read(make.pdf(page), make.capture("application/pdf"))
    assert document.title == "О строительстве школ"
    assert document.text.split("\n") == [
        " ".join(LEFT),
        " ".join(RIGHT),
        "Подписал руководитель управления образования области.",
    ]


def test_a_page_of_many_lines_takes_time_by_their_number_and_loses_none() -> None:
    """No printed page has as many: columns were once told by looking back over all lines for each of them."""

    def run(rows: int) -> None:
        lines = page_lines(["Ab cd ef gh      Dddd eee fff", "       cc dd"] * rows)
        assert sum(line.count("Dddd") for line in lines) == rows

    assert excess(run, 60) < LIMIT
