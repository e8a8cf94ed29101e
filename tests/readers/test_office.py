"""Word files and workbooks: every number with its row and its column; and what is wrong with broken ones."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from dalel import readers
from dalel.errors import UnreadableDocument
from dalel.readers import package
from dalel.readers.tables import Table, table_lines

DISTRICTS = [["Район", "Школ всего", "С камерами"], ["Талгарский", "61", "42"], ["Карасайский", "78", "–"]]


def test_a_word_file_is_read_in_order_with_its_table_spelled_out(make: SimpleNamespace) -> None:
    payload = make.docx("8 октября 2020 года", "Камеры есть в 42 школах.", DISTRICTS, "Работа идёт.", title="О камерах")
    document = readers.read(payload, make.capture("application/octet-stream"))
    assert document.title == "О камерах"
    assert (document.published, document.published_basis) == (date(2020, 10, 8), "text")
    assert document.text.split("\n") == [
        "Камеры есть в 42 школах.",
        "Талгарский — Школ всего: 61",
        "Талгарский — С камерами: 42",
        "Карасайский — Школ всего: 78",
        "Работа идёт.",
    ]


def test_deleted_text_of_a_word_file_is_not_read(make: SimpleNamespace) -> None:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = (
        f"<w:p>{run.format('Закупят 15 ')}<w:del>{run.format('или 99 ')}</w:del>{run.format('досок для школы.')}</w:p>"
    )
    payload = make.zipped({"word/document.xml": f"<w:document {w}><w:body>{body}</w:body></w:document>"})
    assert readers.read(payload, make.capture()).text == "Закупят 15 досок для школы."


def test_a_workbook_shows_numbers_as_its_reader_sees_them(make: SimpleNamespace) -> None:
    cells = {
        "A1": "Школы с камерами на 1 сентября 2020 года",
        "A2": "Район", "B2": "Школ", "C2": "Доля", "D2": "Сумма, млн тенге", "E2": "Проверено",
        "A3": "Талгарский", "B3": (1061, 3), "C3": (0.358490566, 1), "D3": 12.5, "E3": (44105, 2),
        "A4": "Карасайский", "B4": 78, "C4": (1, 1), "D4": 0.30000000000000004,
    }  # fmt: skip
    document = readers.read(make.xlsx(cells, merged=["A1:E1"]), make.capture("application/zip"))
    assert document.title == "Школы с камерами на 1 сентября 2020 года"
    assert document.text.split("\n") == [
        "Талгарский — Школ: 1061",
        "Талгарский — Доля: 35,8%",
        "Талгарский — Сумма, млн тенге: 12,5 млн тенге",
        "Талгарский — Проверено: 01.10.2020",
        "Карасайский — Школ: 78",
        "Карасайский — Доля: 100,0%",
        "Карасайский — Сумма, млн тенге: 0,3 млн тенге",
    ]


def test_merged_rows_and_two_header_rows_keep_their_names(make: SimpleNamespace) -> None:
    cells = {
        "A1": "Область", "B1": "Школы", "D1": "Дети",
        "B2": "2019", "C2": "2020", "D2": "тыс. человек",
        "A3": "Абай", "B3": 5, "C3": 6, "D3": 1.5,
    }  # fmt: skip
    text = readers.read(make.xlsx(cells, merged=["A1:A2", "B1:C1"]), make.capture()).text
    assert "1,5" in text and "Абай" in text


def test_an_english_workbook_keeps_the_decimal_point(make: SimpleNamespace) -> None:
    cells = {"A1": "Region", "B1": "Schools", "C1": "Share", "A2": "Abai", "B2": 12.5, "C2": (0.5, 1)}
    text = readers.read(make.xlsx(cells, name="Sheet1"), make.capture()).text
    assert text.split("\n") == ["Abai — Schools: 12.5", "Abai — Share: 50.0%"]


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ((("№", "Аймақ", "Мектеп"), ("1", "Абай", "12")), ["Абай — Мектеп: 12"]),
        ((("Область", "%"), ("Абай", "45")), ["Абай — %: 45 %"]),
        ((("Область", "Доля, %"), ("Абай", "45"), ("Абай", "45 %")), ["Абай — Доля, %: 45 %"] * 2),
        ((("(млн тенге)",), ("Область", "План", "Факт"), ("Абай", "5", "4")), None),
        ((("Абай", "12"), ("Жетісу", "15")), ["Абай | 12", "Жетісу | 15"]),
        ((("Область", "Школ"), ("Восток",), ("Абай", "12")), ["Восток", "Абай — Школ: 12"]),
        ((), []),
        ((("", ""),), []),
    ],
)
def test_lines_of_a_table(rows: tuple[tuple[str, ...], ...], lines: list[str] | None) -> None:
    expected = lines if lines is not None else ["(млн тенге)", "Абай — План: 5 млн тенге", "Абай — Факт: 4 млн тенге"]
    assert table_lines(Table(rows=rows)) == expected


def test_a_cut_file_is_an_error(make: SimpleNamespace) -> None:
    payload = make.docx("Камеры есть в 42 школах.")
    with pytest.raises(UnreadableDocument, match=r"https://news\.example/page: it is damaged or cut off"):
        readers.read(payload[: len(payload) // 2], make.capture())


def test_a_flipped_byte_is_an_error(make: SimpleNamespace) -> None:
    payload = bytearray(make.docx("Камеры есть в 42 школах. " * 50))
    payload[60] ^= 0xFF
    with pytest.raises(UnreadableDocument, match=r"damaged|unpacked"):
        readers.read(bytes(payload), make.capture())


def test_an_entity_bomb_is_an_error(make: SimpleNamespace) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'
    with pytest.raises(UnreadableDocument, match="declares entities"):
        readers.read(make.zipped({"word/document.xml": bomb}), make.capture())


def test_a_zip_bomb_is_an_error(make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LARGEST_MEMBER", 1_000_000)
    payload = make.zipped({"word/document.xml": b" " * 5_000_000})
    assert len(payload) < 10_000
    with pytest.raises(UnreadableDocument, match="zip bomb"):
        readers.read(payload, make.capture())


def test_parts_that_are_missing_or_damaged_are_named(make: SimpleNamespace) -> None:
    with pytest.raises(UnreadableDocument, match=r"xl/_rels/workbook\.xml\.rels"):
        readers.read(make.zipped({"xl/workbook.xml": "<workbook/>"}), make.capture())
    with pytest.raises(UnreadableDocument, match=r"word/document\.xml is damaged"):
        readers.read(make.zipped({"word/document.xml": "<a><b></a>"}), make.capture())


def test_an_empty_word_file_is_an_error(make: SimpleNamespace) -> None:
    with pytest.raises(UnreadableDocument, match="no text"):
        readers.read(make.docx(), make.capture())


def test_old_or_encrypted_office_files_are_refused_with_a_cure(make: SimpleNamespace) -> None:
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    with pytest.raises(UnreadableDocument, match=r"save it as \.docx or \.xlsx"):
        readers.read(compound, make.capture("application/vnd.ms-excel"))


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _p(text: str, inside: str = "") -> str:
    return f"<w:p><w:r>{inside}<w:t>{text}</w:t></w:r></w:p>"


def _cell(text: str, merged: str = "") -> str:
    return f"<w:tc><w:tcPr>{merged}</w:tcPr>{_p(text)}</w:tc>"


BEGINS, GOES_ON, WIDE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
MERGED = [
    _cell("Область", BEGINS) + _cell("Школы", WIDE),
    _cell("", GOES_ON) + _cell("всего") + _cell("с камерами"),
    _cell("Абайская", BEGINS) + _cell("125") + _cell("98"),
    _cell("", GOES_ON) + _cell("130") + _cell("101"),
]


def test_merged_cells_of_a_word_file_name_every_row_and_column_they_cover(make: SimpleNamespace) -> None:
    table = "".join(f"<w:tr>{row}</w:tr>" for row in MERGED)
    body = f"{_p('О камерах в школах')}<w:tbl>{table}</w:tbl>"
    payload = make.zipped({"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"})
    assert readers.read(payload, make.capture()).text.split("\n") == [
        "Абайская — Школы, всего: 125",
        "Абайская — Школы, с камерами: 98",
        "Абайская — Школы, всего: 130",
        "Абайская — Школы, с камерами: 101",
    ]


def test_notes_are_read_and_what_a_word_file_hides_or_repeats_is_not(make: SimpleNamespace) -> None:
    compatible = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<w:txbxContent>{_p('Врезка: 12 камер.')}</w:txbxContent>"
    shown = f"<mc:AlternateContent {compatible}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    body = (
        f"{_p('Камеры есть в 98 школах.')}<w:p><w:r>{shown}</mc:AlternateContent></w:r></w:p>"
        f"{_p('Скрыто 77.', '<w:rPr><w:vanish/></w:rPr>')}{_p('Видно 5 камер.')}"
    )
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{_p("-")}</w:footnote>'
        f'<w:footnote w:id="2">{_p("Без 7 частных школ.")}</w:footnote>'
    )
    parts = {
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/footnotes.xml": f"<w:footnotes {W}>{notes}</w:footnotes>",
    }
    lines = readers.read(make.zipped(parts), make.capture()).text.split("\n")
    assert lines == ["Камеры есть в 98 школах.", "Врезка: 12 камер.", "Видно 5 камер.", "Без 7 частных школ."]
