"""What is fuzzed: a target reads bytes of strangers, and may answer, or refuse with the one error it promises."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.capturing import captured
from dalel import archive, dates, logbook, paths, readers, review
from dalel.claims.claim_rows import claim_rows
from dalel.claims.finding import find_claims
from dalel.crawler.feeds import read_feed
from dalel.crawler.sitemaps import read_sitemap
from dalel.errors import UnreadableDocument, UnreadableFile
from dalel.languages.identify import identify
from dalel.quantities.finding import find_quantities
from dalel.quantities.rows import quantity_rows
from dalel.records import Document
from dalel.topics import load_topics

DAY = date(2020, 10, 20)
CORPUS = Path(__file__).parent / "corpus"
GOLDEN = Path(__file__).parents[2] / "tests" / "sources"  # pages of the sources, which are inputs too


@dataclass(frozen=True, slots=True)
class Target:
    """`run` takes one input; what it raises besides `refusals`, an AssertionError too, is a fault."""

    run: Callable[[bytes], object]
    refusals: tuple[type[Exception], ...] = ()
    words: tuple[bytes, ...] = ()  # of the format, to be put in
    corpus: str = ""  # folder of its inputs, where it is not the target's own
    golden: tuple[str, ...] = ()  # further inputs, below tests/sources

    def inputs(self, name: str) -> list[bytes]:
        """The kept inputs, in the order of their file names, then the golden pages."""
        kept = sorted((CORPUS / (self.corpus or name)).iterdir())
        return [path.read_bytes() for path in (*kept, *(GOLDEN / page for page in self.golden))]


def _read(media_type: str) -> Callable[[bytes], object]:
    """Reads a page of this kind; what its document says of itself must be there."""
    capture = captured(media_type)

    def run(data: bytes) -> None:
        document = readers.read(data, capture)
        assert document.text.strip() or document.title, "a document that says nothing"
        assert document.url == capture.url

    return run


def _quantities(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    for language in ("kk", "ru", "en"):
        end = 0
        for found in find_quantities(text, language):
            assert end <= found.start < found.end <= len(text), "quantities overlap or lie outside"
            end = found.end
            assert found.value_max is None or found.value_max.is_finite()
            assert found.value.is_finite()


def _claims(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    language = identify(text)[0]
    page = Document(
        document_id="fuzz",
        url="https://news.example/page",
        source="test",
        outlet="",
        title=None,
        lead=None,
        text=text,
        published=DAY,
        published_basis="given",
        language=language,
        script="Cyrl",
    )
    for claim in find_claims(page, load_topics()):
        assert text[claim.start : claim.end] == claim.quote


def _dates(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    for language in ("kk", "ru", "en"):
        for found in (*dates.find_dates(text, language, DAY), *dates.find_relative(text, language, DAY)):
            assert 0 <= found.start < found.end <= len(text)
        dates.parse_date(text, language, DAY)


def _imported(suffix: str) -> Callable[[bytes], object]:
    """Imports a file of others into an empty archive, which then is whole."""

    def run(data: bytes) -> None:
        with tempfile.TemporaryDirectory(prefix="dalel-fuzz-") as folder:
            file, raw = Path(folder) / f"theirs{suffix}", Path(folder) / "raw"
            file.write_bytes(data)
            report = archive.import_file(raw, file, lambda url: "imported")
            assert archive.verify(raw) == []
            assert len(archive.load_captures(raw)[0]) <= report.imported

    return run


def _own(suffix: str) -> Callable[[bytes], object]:
    """Opens an archive of our own in which this one file was damaged; whatever is left is read, the rest named."""

    def run(data: bytes) -> None:
        with tempfile.TemporaryDirectory(prefix="dalel-fuzz-") as folder:
            raw = Path(folder)
            (raw / "paper").mkdir()
            (raw / "paper" / f"2026-03-04{suffix}").write_bytes(data)
            if suffix == ".cdxj":
                (raw / "paper" / "2026-03-04.warc.gz").write_bytes(Target(run, corpus="archive").inputs("archive")[0])
            captures, problems = archive.load_captures(raw)
            assert captures or problems or not data
            archive.verify(raw)

    return run


def _file(read: Callable[[Path], object]) -> Callable[[bytes], object]:
    def run(data: bytes) -> None:
        with tempfile.TemporaryDirectory(prefix="dalel-fuzz-") as folder:
            file = Path(folder) / "data" / "lines.jsonl"
            file.parent.mkdir()
            file.write_bytes(data)
            read(file)

    return run


def _crawls(file: Path) -> None:
    space = paths.workspace(file.parent.parent)
    file.rename(space.crawls)
    logbook.crawls(space)


def _feed(data: bytes) -> None:
    found = read_feed(data)
    assert found.pages or found.trouble, "a feed that gives nothing says why"


def _sitemap(data: bytes) -> None:
    found = read_sitemap(data)
    assert found.pages or found.more or found.trouble, "a sitemap that gives nothing says why"


def _lines(make: Callable[..., object]) -> Callable[[bytes], object]:
    return lambda data: list(make(data.decode("utf-8", "replace").split("\n")))  # type: ignore[call-overload]


_HTML = (
    b"<p>", b"</div>", b"<table>", b"<td rowspan=99>", b"<br>", b"&#5;", b"&#x1F;", b"<!--", b"-->", b"<!---->",
    b"<sup>1</sup>", b"<script>", b"<![CDATA[", b"&nbsp;", b"<base href='//x'>", b"<time datetime='", b"<del>5</del>",
)  # fmt: skip
_XML = (b"&", b"<:x>", b"]]>", b"&#xD800;", b"<loc>", b"<pubDate>", b"<link/>", b"<?xml version='1.0' encoding='x'?>")
_RECORD = (b"WARC/1.1\r\n", b"\r\n\r\n", b"Content-Length: ", b"WARC-Type: revisit\r\n", b"HTTP/1.1 200 OK\r\n")
_TEXT = tuple(
    word.encode()
    for word in (
        "млрд ", " тенге", "%", "до ", "от ", " из ", "мың", "жүз ", "пайыз", " мектеп", "million", "KZT ", "№ ",
        "2020 жылғы ", "4 марта ", "вчера", "сказал ", "«", "— ", "\n", "-", "–", "/",
    )
)  # fmt: skip
_JSON = (b"null", b"[]", b"{}", b'{"id":', b"1e999", b'"\\ud800"', b"9" * 5_000, b"[" * 200, b"true", b'"id"')
_PAGES = ("egemen/split-numbers.html", "inform/arabic.html", "vlast/page.html", "zakon/table.html")
_ANSWERS = (
    "data-egov/page.json",
    "goszakup/graphql.json",
    "goszakup/page.json",
    "gov-kz/page.json",
    "taldau/page.json",
)

TARGETS: dict[str, Target] = {
    "quantities": Target(_quantities, words=_TEXT, corpus="texts"),
    "claims": Target(_claims, words=_TEXT, corpus="texts"),
    "dates": Target(_dates, words=_TEXT, corpus="texts"),
    "quantity rows": Target(_lines(quantity_rows), (UnreadableFile,), _JSON, "rows"),
    "claim rows": Target(_lines(lambda rows: claim_rows(rows, load_topics())), (UnreadableFile,), _JSON, "rows"),
    "html": Target(_read("text/html"), (UnreadableDocument,), _HTML, golden=_PAGES),
    "text": Target(_read("text/plain"), (UnreadableDocument,), _TEXT, "texts"),
    "json": Target(_read("application/json"), (UnreadableDocument,), _JSON, golden=_ANSWERS),
    "docx": Target(_read("application/zip"), (UnreadableDocument,), _XML),
    "xlsx": Target(_read("application/zip"), (UnreadableDocument,), _XML),
    "pdf": Target(_read("application/pdf"), (UnreadableDocument,), (b"endobj", b"stream\r\n", b"/Kids [1 0 R]")),
    "feeds": Target(_feed, words=_XML),
    "sitemaps": Target(_sitemap, words=_XML),
    "warc": Target(_imported(".warc"), (UnreadableFile,), _RECORD),
    "warc.gz": Target(_imported(".warc.gz"), (UnreadableFile,), _RECORD, "archive"),
    "wacz": Target(_imported(".wacz"), (UnreadableFile,), _RECORD),
    "archive": Target(_own(".warc.gz"), words=_RECORD),
    "cdxj": Target(_own(".cdxj"), words=_JSON),
    "reviews": Target(_file(review.read), words=_JSON),
    "logbook": Target(_file(_crawls), words=_JSON),
}
