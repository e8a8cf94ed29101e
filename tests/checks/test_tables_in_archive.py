"""Cells of tables, told by the readers as lines of their own, are found again in their row, and in no other."""

import hashlib
import io
import json
import re
import zipfile
from dataclasses import replace

import pytest

from benchmarks.capturing import captured
from dalel import readers
from dalel.checks import quote_in_archive
from dalel.checks.foundation.case import Case
from dalel.checks.foundation.examples import Page, case_of

HEAD = ("Область", "Школ всего", "Подключено школ", "Сумма, млн тенге")
ROWS = (("Алматинская область", "425", "152", "1 200,5"), ("Актюбинская область", "404", "169", "900"))
EXCHANGED = (("Алматинская область", "404", "169", "900"), ("Актюбинская область", "425", "152", "1 200,5"))
INTRO = (
    "Министерство внутренних дел опубликовало сведения о видеонаблюдении в школах страны. Ниже приводятся данные по"
    " областям, которые собрали к заседанию правительства его сотрудники."
)
CELL = re.compile(r"^.*: (?P<number>\d[\d .,]*).*$", re.MULTILINE)
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def html(rows):
    cells = "".join("<tr>" + "".join(f"<td><b>{c[0]}</b>{c[1:]}</td>" for c in row) + "</tr>" for row in rows)
    heads = "".join(f"<th>{cell}</th>" for cell in HEAD)
    page = f"<h1>Камеры в школах</h1><p>{INTRO}</p><table><tr>{heads}</tr>{cells}</table><p>{INTRO[::-1]}</p>"
    return f"<html><head><title>Камеры</title></head><body><article>{page}</article></body></html>".encode()


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def docx(rows):
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    table = "".join(f"<w:tr>{''.join(cell.format(text) for text in row)}</w:tr>" for row in (HEAD, *rows))
    body = f"<w:p><w:r><w:t>{INTRO}</w:t></w:r></w:p><w:tbl>{table}</w:tbl>"
    return zipped({"word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>"})


def xlsx(rows):
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    texts = [*HEAD, *(row[0] for row in rows)]
    lines = [[f'<c r="{"ABCD"[n]}1" t="s"><v>{n}</v></c>' for n in range(4)]]
    for number, row in enumerate(rows):
        cells = [f'<c r="A{number + 2}" t="s"><v>{4 + number}</v></c>']
        values = [text.replace(" ", "").replace(",", ".") for text in row[1:]]
        lines.append(cells + [f'<c r="{"BCD"[n]}{number + 2}"><v>{value}</v></c>' for n, value in enumerate(values)])
    data = "".join(f'<row r="{number}">{"".join(cells)}</row>' for number, cells in enumerate(lines, 1))
    related = '<Relationship Id="a" Target="worksheets/s.xml"/>'
    sheets = '<sheets><sheet name="Лист1" sheetId="1" r:id="a"/></sheets>'
    return zipped(
        {
            "xl/workbook.xml": f'<workbook {main} xmlns:r="{link}">{sheets}</workbook>',
            "xl/_rels/workbook.xml.rels": f"<Relationships>{related}</Relationships>",
            "xl/sharedStrings.xml": f"<sst {main}>{''.join(f'<si><t>{text}</t></si>' for text in texts)}</sst>",
            "xl/worksheets/s.xml": f"<worksheet {main}><sheetData>{data}</sheetData></worksheet>",
        }
    )


def data_set(rows):
    names = ("name_ru", "schools", "connected", "sum")
    listed = [dict(zip(names, row, strict=True)) for row in rows]
    numbers = [
        {
            key: value if key == "name_ru" else float(value.replace(" ", "").replace(",", "."))
            for key, value in row.items()
        }
        for row in listed
    ]
    return json.dumps({"items": numbers}, ensure_ascii=False).encode()


def capture_of(payload, media_type):
    digest = hashlib.sha256(payload).hexdigest()
    return captured(media_type, url="https://gov.example/table", sha256=digest)


def claims_of(document):
    """A claim for the number at the end of every line that tells a cell."""
    template = case_of([Page(text="[1|1 school institution_count]")]).claims[0]
    for cell in CELL.finditer(document.text):
        place = {"start": cell.start("number"), "end": cell.end("number"), "quote": cell["number"]}
        line = {"sentence": cell[0], "sentence_start": cell.start(), "sentence_end": cell.end()}
        yield replace(template, claim_id=cell[0], document_id=document.document_id, **place, **line)


def found(payload, archived, media_type):
    """{line: severity} of the cells read from `payload`, looked for in the bytes `archived`."""
    capture = capture_of(archived, media_type)
    document = readers.read(payload, capture_of(payload, media_type))
    document = replace(document, sha256=capture.sha256)
    case = Case(
        claims=list(claims_of(document)),
        documents={document.document_id: document},
        origins={},
        captures={document.document_id: capture},
        payload=lambda _: archived,
    )
    return {finding.claim_ids[0]: finding.severity for finding in quote_in_archive.check(case)}


KINDS = pytest.mark.parametrize(
    ("build", "media_type"),
    [(html, "text/html"), (docx, DOCX), (xlsx, XLSX), (data_set, "application/json")],
    ids=["html", "docx", "xlsx", "json"],
)


@KINDS
def test_cells_are_found_in_their_row(build, media_type):
    payload = build(ROWS)
    severities = found(payload, payload, media_type)
    assert len(severities) >= 6
    assert set(severities.values()) <= {"holds", "note"}, severities


@KINDS
def test_cells_of_another_row_are_not(build, media_type):
    severities = found(build(ROWS), build(EXCHANGED), media_type)
    assert len(severities) >= 6
    assert set(severities.values()) == {"broken"}, severities
