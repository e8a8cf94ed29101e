"""Every reader and importer takes time and memory by the size of what it is given."""

from __future__ import annotations

import contextlib
import gzip
import io
import json
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.capturing import captured
from benchmarks.growth import LIMIT, excess
from dalel import archive, readers
from dalel.crawler.feeds import read_feed
from dalel.crawler.sitemaps import read_sitemap
from dalel.errors import UnreadableDocument

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SENTENCE = "В Абайской области построили {n} школ на 2,4 млрд тенге."


def zipped(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def html(size: int) -> bytes:
    told = "".join(f"<p>{SENTENCE.format(n=n)}</p>" for n in range(size))
    return f"<html><meta charset=utf-8><title>Школы</title><h1>Школы</h1><article>{told}</article></html>".encode()


def table(size: int) -> bytes:
    rows = "".join(f"<tr><td>Район {n}</td><td>{n}</td><td>{n * 2}</td></tr>" for n in range(size))
    head = "<tr><th>Район</th><th>Школ</th><th>Мест</th></tr>"
    return f"<html><meta charset=utf-8><h1>Школы</h1><article><table>{head}{rows}</table></article></html>".encode()


def text(size: int) -> bytes:
    return ("Школы\n\n" + "\n\n".join(SENTENCE.format(n=n) for n in range(size))).encode()


def item(size: int) -> bytes:
    told = "".join(f"<p>{SENTENCE.format(n=n)}</p>" for n in range(size))
    return json.dumps({"title": "Школы", "body": told, "created_date": "2020-10-06T10:00:00Z"}).encode()


def docx(size: int) -> bytes:
    told = "".join(f"<w:p><w:r><w:t>{SENTENCE.format(n=n)}</w:t></w:r></w:p>" for n in range(size))
    return zipped({"word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{told}</w:body></w:document>'})


def xlsx(size: int) -> bytes:
    cells = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>Район {n}</t></is></c><c r="B{n}"><v>{n}</v></c></row>'
        for n in range(1, size + 1)
    )
    return zipped(
        {
            "xl/workbook.xml": f'<workbook xmlns="{M}" xmlns:r="{R}"><sheets><sheet name="1" sheetId="1" r:id="a"/>'
            "</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="a" Target="worksheets/s.xml"/>'
            "</Relationships>",
            "xl/worksheets/s.xml": f'<worksheet xmlns="{M}"><sheetData>{cells}</sheetData></worksheet>',
        }
    )


def pdf(size: int) -> bytes:
    """So many pages of one line: PDF 1.4 with its table of places."""
    kids = " ".join(f"{2 * n + 4} 0 R" for n in range(size))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {size}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for n in range(size):
        name = "".join(chr(97 + int(digit)) for digit in str(n)) * 3  # a line that returns would be taken for a header
        told = f"In {name} district {n} schools were built for 2.4 billion tenge."
        said = f"BT /F1 12 Tf 60 {700 - n % 30 * 10} Td ({told}) Tj ET"
        box = "/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R{box}/Contents {2 * n + 5} 0 R>>")
        objects.append(f"<</Length {len(said)}>>stream\n{said}\nendstream")
    made, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(f"{len(made):010} 00000 n \n")
        made += f"{number} 0 obj{content}endobj\n"
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{''.join(places)}"
    return f"{made}{table}trailer<</Root 1 0 R/Size {len(objects) + 1}>>\nstartxref\n{len(made)}\n%%EOF\n".encode()


def feed(size: int) -> bytes:
    items = "".join(
        f"<item><link>https://x.example/{n}</link><pubDate>Mon, 02 Jan 2023 10:00:00 +0000</pubDate></item>"
        for n in range(size)
    )
    return f"<rss><channel>{items}</channel></rss>".encode()


def sitemap(size: int) -> bytes:
    places = "".join(f"<url><loc>https://x.example/{n}</loc></url>" for n in range(size))
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{places}</urlset>'.encode()


def warc(size: int) -> bytes:
    packed = []
    for n in range(size):
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>12</p>"
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x:{n}>\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
            f"WARC-Target-URI: https://x.example/{n}\r\nContent-Type: application/http\r\n"
            f"Content-Length: {len(block)}\r\n\r\n"
        )
        packed.append(gzip.compress(head.encode() + block + b"\r\n\r\n", mtime=0))
    return b"".join(packed)


def wacz(size: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("archive/data.warc.gz", warc(size))
    return out.getvalue()


def _read(media_type: str) -> Callable[[bytes], object]:
    capture = captured(media_type)
    return lambda data: readers.read(data, capture)


MADE: dict[str, tuple[Callable[[int], bytes], Callable[[bytes], object], int]] = {
    "html": (html, _read("text/html"), 15),
    "table": (table, _read("text/html"), 15),
    "text": (text, _read("text/plain"), 15),
    "json": (item, _read("application/json"), 15),
    "docx": (docx, _read("application/zip"), 15),
    "xlsx": (xlsx, _read("application/zip"), 15),
    "pdf": (pdf, _read("application/pdf"), 3),
    "feed": (feed, read_feed, 30),
    "sitemap": (sitemap, read_sitemap, 30),
}


@pytest.mark.parametrize("kind", MADE)
def test_a_reader_takes_time_by_the_size_of_what_it_reads(kind: str) -> None:
    make, read, small = MADE[kind]
    inputs: dict[int, bytes] = {}

    def run(size: int) -> object:
        return read(inputs.setdefault(size, make(size)))

    run(small * 32)  # made before it is timed
    assert excess(run, small) < LIMIT


@pytest.mark.parametrize("kind", MADE)
def test_a_reader_takes_memory_by_the_size_of_what_it_reads(kind: str) -> None:
    """Eight times the input takes at most sixteen times the memory; a square would take sixty-four."""
    make, read, small = MADE[kind]
    few, many = make(small * 4), make(small * 32)

    def peak(data: bytes) -> int:
        tracemalloc.start()
        try:
            read(data)
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    read(few)
    assert peak(many) < 16 * max(peak(few), 20_000)


@pytest.mark.parametrize(("suffix", "make"), [(".warc.gz", warc), (".wacz", wacz)])
def test_an_import_takes_time_by_the_number_of_records(
    tmp_path: Path, suffix: str, make: Callable[[int], bytes]
) -> None:
    runs = iter(range(10_000))

    def run(size: int) -> None:
        file = tmp_path / f"{size}{suffix}"
        if not file.exists():
            file.write_bytes(make(size))
        report = archive.import_file(tmp_path / f"raw-{next(runs)}", file, lambda url: "imported")
        assert report.imported == size

    (tmp_path / f"256{suffix}").write_bytes(make(256))
    assert excess(run, 8) < LIMIT


def test_many_comments_and_blanks_take_time_by_their_number() -> None:
    """What once took exponential time: comments one after the other before the text."""
    read = _read("text/html")

    def run(size: int) -> None:
        with contextlib.suppress(UnreadableDocument):
            read(b"<!---->" * size + b"<p>" + SENTENCE.encode())

    assert excess(run, 500) < LIMIT
