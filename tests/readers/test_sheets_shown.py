"""What a spreadsheet or a Word file shows: formats, date systems, struck-out and raised text, formulas, huge widths."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from types import SimpleNamespace

import pytest

from dalel import readers
from dalel.errors import UnreadableDocument
from dalel.readers.formatting import EPOCH_1904, shown_number, style_of
from dalel.readers.rows import read_file

M = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def book(
    make: SimpleNamespace, cells: Mapping[str, str], about: str = "", styles: str = "", strings: str = ""
) -> bytes:
    """A workbook of one sheet: address -> the inner XML and attributes of its cell, as `attributes|content`."""
    rows: dict[int, list[str]] = {}
    for address, told in cells.items():
        attributes, _, content = told.partition("|")
        number = int("".join(c for c in address if c.isdigit()))
        rows.setdefault(number, []).append(f'<c r="{address}" {attributes}>{content}</c>')
    data = "".join(f'<row r="{number}">{"".join(row)}</row>' for number, row in sorted(rows.items()))
    sheets = '<sheets><sheet name="Лист1" sheetId="1" r:id="a"/></sheets>'
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{M}" xmlns:r="{R}">{about}{sheets}</workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="a" Target="worksheets/s.xml"/></Relationships>',
        "xl/worksheets/s.xml": f'<worksheet xmlns="{M}"><sheetData>{data}</sheetData></worksheet>',
    }
    if styles:
        parts["xl/styles.xml"] = f'<styleSheet xmlns="{M}">{styles}</styleSheet>'
    if strings:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{M}">{strings}</sst>'
    return make.zipped(parts)  # type: ignore[no-any-return]


def said(text: str) -> str:
    return f't="inlineStr"|<is><t>{escape(text)}</t></is>'


HEAD = {"A1": said("Район"), "B1": said("Школ"), "A2": said("Абай")}


def lines(make: SimpleNamespace, payload: bytes) -> list[str]:
    return readers.read(payload, make.capture(XLSX)).text.split("\n")


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("0", "2.5", "3"), ("0", "3.5", "4"), ("0", "0.5", "1"), ("0", "-2.5", "-3"),  # as a sheet rounds: away from 0
        ("0.0", "0.25", "0,3"), ("0.00", "1.005", "1,01"), ("0.00", "0.28499999999999998", "0,29"),
        ("0%", "0.125", "13%"), ("0.0%", "0.12345", "12,3%"),
        ("0.##", "2.5", "2,5"), ("0.##", "2", "2"), ("0.0#", "2", "2,0"), ("#,##0.0??", "2.25", "2,25"),
        ("#,##0,", "1234567", "1235"), ("#,##0.0,", "1234567", "1234,6"), ("0.0,,", "1234567", "1,2"),
        ('0.0" млн тенге"', "2.45", "2,5 млн тенге"), ("#,##0\\ ₸", "1200", "1200 ₸"), ("[$$-409]#,##0", "5", "$ 5"),
        ('#,##0" "[$₸-43F]', "5", "5 ₸"), ("[Red]0;[Blue]-0", "5", "5"), ("General", "0.1", "0,1"), ("@", "5", "5"),
        ("0_);(0)", "5", "5"), ("", "1e3", "1000"), ("0", "not", "not"), ("0", "1e400", ""), ("0", "NaN", ""),
    ],
)  # fmt: skip
def test_a_number_is_shown_as_its_format_says(code: str, value: str, shown: str) -> None:
    assert shown_number(value, style_of(code), comma=True) == shown


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("dd.mm.yyyy", "43588", "04.05.2023"),
        ("[$-419]d mmmm yyyy;@", "43588.75", "04.05.2023"),
        ("yyyy", "0", "01.01.1904"),
    ],
)
def test_days_of_the_1904_system(code: str, value: str, shown: str) -> None:
    assert shown_number(value, style_of(code), True, EPOCH_1904) == shown


@pytest.mark.parametrize(("said_so", "day"), [("1", "04.05.2023"), ("true", "04.05.2023"), ("0", "03.05.2019")])
def test_a_workbook_says_which_system_it_counts_in(make: SimpleNamespace, said_so: str, day: str) -> None:
    styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    cells = HEAD | {"B2": 's="1"|<v>43588</v>'}
    payload = book(make, cells, f'<workbookPr date1904="{said_so}"/>', styles)
    assert f"Абай — Школ: {day}" in lines(make, payload)


def test_struck_out_cells_and_parts_of_cells_are_not_said(make: SimpleNamespace) -> None:
    styles = (
        '<fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts>'
        '<cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs>'
    )
    strings = (
        "<si><r><t>12</t></r><r><rPr><strike/></rPr><t>99</t></r><r><t> школ</t></r></si>"
        '<si><r><t>10</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>9</t></r><r><t> тенге</t></r></si>'
        '<si><r><t>12</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r><r><t> школ</t></r></si>'
        "<si><t>10\n500</t></si>"
    )
    cells = HEAD | {
        "B2": 's="1"|<v>25</v>', "A3": said("Аягоз"), "B3": 's="2"|<v>26</v>',
        "A4": said("Жарма"), "B4": 't="s"|<v>0</v>',
        "A5": said("Үржар"), "B5": 't="s"|<v>1</v>', "A6": said("Көкпекті"), "B6": 't="s"|<v>2</v>',
        "A7": said("Бородулиха"), "B7": 't="s"|<v>3</v>',
    }  # fmt: skip
    found = lines(make, book(make, cells, styles=styles, strings=strings))
    assert found[-5:] == [
        "Аягоз — Школ: 26", "Жарма — Школ: 12 школ", "Үржар — Школ: 10^9 тенге", "Көкпекті — Школ: 12 школ",
        "Бородулиха — Школ: 10; 500",
    ]  # fmt: skip
    assert not any("25" in line for line in found)


def test_formulas_without_a_value_and_errors_are_named(make: SimpleNamespace) -> None:
    cells = HEAD | {
        "B2": "|<f>SUM(A1)</f>",
        "C2": 't="e"|<v>#REF!</v>',
        "A3": said("Аягоз"),
        "B3": "|<f>1+2</f><v>3</v>",
    }
    told: list[str] = []
    found = readers.read(book(make, cells), make.capture(XLSX), remark=told.append)
    assert "Аягоз — Школ: 3" in found.text
    assert told == [
        "1 formulas have no stored value, and what they show is not read; "
        "open it in a spreadsheet program, save it and add it again",
        "1 cells show an error (such as #REF!) instead of a number",
    ]


def test_a_workbook_of_nothing_but_formulas_says_so(make: SimpleNamespace) -> None:
    with pytest.raises(UnreadableDocument, match="1 formulas have no stored value"):
        readers.read(book(make, {"B2": "|<f>SUM(A1)</f>"}), make.capture(XLSX))


def test_a_remark_on_a_file_is_a_problem_beside_its_row(make: SimpleNamespace, tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.xlsx").write_bytes(book(make, HEAD | {"B2": "|<f>SUM(A1)</f>"}))
    told: list[str] = []
    assert read_file(tmp_path / "a.xlsx", told.append).text
    assert len(told) == 1


@pytest.mark.parametrize("kind", ["wide", "repeated", "labels"])
def test_what_comes_out_of_a_workbook_is_bounded(make: SimpleNamespace, kind: str) -> None:
    strings = f"<si><t>{'а' * 100_000}</t></si><si><t>Район</t></si><si><t>Школ</t></si>"
    if kind == "wide":
        cells = {f"SR{number}": "|<v>1</v>" for number in range(1, 20_000)}
    elif kind == "repeated":
        cells = {f"A{number}": 't="s"|<v>0</v>' for number in range(1, 1000)}
    else:
        names = [f"{letter}{other}" for letter in "ABC" for other in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
        cells = {"A1": 't="s"|<v>1</v>'} | {f"{name}1": 't="s"|<v>2</v>' for name in names}
        cells |= {"A2": 't="s"|<v>0</v>'} | {f"{name}2": "|<v>1</v>" for name in names}
        cells |= {"A3": 't="s"|<v>0</v>'} | {f"{name}3": "|<v>1</v>" for name in names}
    with pytest.raises(UnreadableDocument, match="split it"):
        readers.read(book(make, cells, strings=strings), make.capture(XLSX))


def run(text: str, marks: str = "") -> str:
    return f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


UP = '<w:vertAlign w:val="superscript"/>'


@pytest.mark.parametrize(
    ("runs", "read"),
    [
        (run("Построят ") + run("25", "<w:strike/>") + run(" 20 школ в районе."), "Построят 20 школ в районе."),
        (run("Построят ") + run("25", "<w:dstrike/>") + run(" 20 школ в районе."), "Построят 20 школ в районе."),
        (run("Построят ") + run("25", '<w:strike w:val="0"/>') + run(" школ в районе."), "Построят 25 школ в районе."),
        (run("Площадь 10") + run("9", UP) + run(" тенге района."), "Площадь 10^9 тенге района."),
        (run("Площадь 10") + run("1", UP) + run("2", UP) + run(" тенге района."), "Площадь 10^12 тенге района."),
        (run("Открыли 12") + run("1", UP) + run(" школ в районе."), "Открыли 12 школ в районе."),
        (run("Открыли 12 школ") + run("3", UP) + run(" и 4 сада."), "Открыли 12 школ и 4 сада."),
        (run("Всего 5 000 м") + run("2", UP) + run(" площади школ."), "Всего 5 000 м2 площади школ."),
    ],
)
def test_marks_of_runs_in_a_word_file(make: SimpleNamespace, runs: str, read: str) -> None:
    from dalel.checks.foundation.releases import read_docx

    body = f'<w:document xmlns:w="{W}"><w:body><w:p>{run("Школы области")}</w:p><w:p>{runs}</w:p></w:body></w:document>'
    payload = make.zipped({"word/document.xml": body})
    assert readers.read(payload, make.capture(DOCX)).text.split("\n")[-1] == read
    assert read in " ".join(read_docx(payload).shown.split())  # the search in archived bytes agrees


def test_two_numbers_in_two_lines_of_a_cell_are_two(make: SimpleNamespace) -> None:
    cell = "".join(f"<w:p>{run(text)}</w:p>" for text in ("10", "500"))
    rows = [("Район", f"<w:p>{run('Школ')}</w:p>"), ("Абай", cell), ("Аягоз", f"<w:p>{run('7')}</w:p>")]
    made = "".join(f"<w:tr><w:tc><w:p>{run(name)}</w:p></w:tc><w:tc>{told}</w:tc></w:tr>" for name, told in rows)
    body = f'<w:document xmlns:w="{W}"><w:body><w:tbl>{made}</w:tbl></w:body></w:document>'
    assert "Абай — Школ: 10; 500" in readers.read(make.zipped({"word/document.xml": body}), make.capture(DOCX)).text
