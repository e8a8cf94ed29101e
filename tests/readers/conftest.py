"""Small real files for the tests: a Word file, a workbook and a PDF, and a capture to read them by."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from html import escape
from types import SimpleNamespace

import pytest

from dalel.records import Capture

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def capture(media_type: str = "text/html", charset: str | None = None, **given: object) -> Capture:
    """A capture of a page nobody fetched, on 2020-10-20."""
    facts: dict[str, object] = {
        "capture_id": "0" * 16,
        "source": "test",
        "url": "https://news.example/page",
        "captured_at": datetime(2020, 10, 20, tzinfo=UTC),
        "status": 200,
        "media_type": media_type,
        "charset": charset,
        "sha256": "0" * 64,
        "warc": "test/2020-10-20.warc.gz",
        "offset": 0,
        "length": 0,
    }
    return Capture(**(facts | given))  # type: ignore[arg-type]


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(*blocks: str | Sequence[Sequence[str]], title: str | None = None) -> bytes:
    """A Word file: a string is a paragraph, a list of rows a table; `title` in the style Title."""
    body = [f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>{_run(title)}</w:p>'] if title else []
    for block in blocks:
        body.append(f"<w:p>{_run(block)}</w:p>" if isinstance(block, str) else _docx_table(block))
    return zipped({"word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{"".join(body)}</w:body></w:document>'})


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _docx_table(rows: Sequence[Sequence[str]]) -> str:
    made = "".join(
        "<w:tr>" + "".join(f"<w:tc><w:p>{_run(cell)}</w:p></w:tc>" for cell in row) + "</w:tr>" for row in rows
    )
    return f"<w:tbl>{made}</w:tbl>"


def xlsx(
    cells: Mapping[str, str | int | float | tuple[float, int]], merged: Sequence[str] = (), name: str = "Лист1"
) -> bytes:
    """A workbook of one sheet: address -> text, number, or (number, style); styles: 1 is 0.0%, 2 a date, 3 is #,##0."""
    rows: dict[int, list[str]] = {}
    for address, value in cells.items():
        number = int("".join(c for c in address if c.isdigit()))
        if isinstance(value, str):
            made = f'<c r="{address}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
        else:
            plain, style = value if isinstance(value, tuple) else (value, 0)
            made = f'<c r="{address}" s="{style}"><v>{plain}</v></c>'
        rows.setdefault(number, []).append(made)
    data = "".join(f'<row r="{number}">{"".join(row)}</row>' for number, row in sorted(rows.items()))
    merges = "".join(f'<mergeCell ref="{ref}"/>' for ref in merged)
    styles = (
        '<numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="3"/></cellXfs>'
    )
    sheets = f'<sheets><sheet name="{name}" sheetId="1" r:id="a"/></sheets>'
    relations = '<Relationship Id="a" Target="worksheets/s.xml"/>'
    sheet = f"<sheetData>{data}</sheetData><mergeCells>{merges}</mergeCells>"
    return zipped(
        {
            "xl/workbook.xml": f'<workbook xmlns="{M}" xmlns:r="{R}">{sheets}</workbook>',
            "xl/_rels/workbook.xml.rels": f"<Relationships>{relations}</Relationships>",
            "xl/styles.xml": f'<styleSheet xmlns="{M}">{styles}</styleSheet>',
            "xl/worksheets/s.xml": f'<worksheet xmlns="{M}">{sheet}</worksheet>',
        }
    )


def pdf(*pages: Sequence[tuple[float, float, str]]) -> bytes:
    """A PDF in A4: each page's texts with their place (x from the left, y from the top, in points), 10 point."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_pdf import PdfPages
    from matplotlib.figure import Figure

    out = io.BytesIO()
    with rc_context({"pdf.fonttype": 42}), PdfPages(out, metadata={"CreationDate": None}) as file:
        for page in pages:
            figure = Figure(figsize=(595 / 72, 842 / 72))
            for x, y, text in page:
                figure.text(x / 595, 1 - y / 842, text, fontsize=10, family="DejaVu Sans")
            file.savefig(figure)
    return out.getvalue()


@pytest.fixture
def make() -> SimpleNamespace:
    """The builders: `make.docx(...)`, `make.xlsx(...)`, `make.pdf(...)`, `make.zipped(...)`, `make.capture(...)`."""
    return SimpleNamespace(docx=docx, xlsx=xlsx, pdf=pdf, zipped=zipped, capture=capture)
