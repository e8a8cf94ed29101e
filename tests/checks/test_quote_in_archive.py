"""A quote is found again in what was archived, however it is encoded and marked up; and in nothing else."""

import gzip
import io
import json
import subprocess
import sys
import zipfile
from dataclasses import replace

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from benchmarks.growth import LIMIT, excess
from dalel.checks import quote_in_archive
from dalel.errors import DamagedRecord
from dalel.publishing.explanations import explain

SENTENCE = "К центру подключены [4360|4360 object ratio_part] объектов."
PLAIN = "К центру подключены 4360 объектов."


def severities(case):
    return [finding.severity for finding in quote_in_archive.check(case)]


def html(body, head=""):
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "body",
    [
        "<p>К центру подключены <b>4</b>360 объектов.</p>",
        "<p>К&nbsp;центру подключены&nbsp;4360 объектов.</p>",
        "<p>К центру под&shy;ключены 43\u200b60 объектов.</p>",
        "<p>К центру<br>подключены\n\t4360   объектов.</p>",
        "<p>К <a href='/x?a=1&b=2'>центру</a> подключены &#52;360 объектов.</p>",
        "<script>var n = 999;</script><p>К центру <!-- 12 --> подключены 4360 объектов.</p>",
        "<div><p>К центру подключены 4360 объектов.",
    ],
)
def test_markup_does_not_hide_a_quote(archived, body):
    assert severities(archived(SENTENCE, html(body).encode())) == ["holds"]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", " ", "&nbsp;", "&#8239;"])
def test_spaces_inside_a_number(archived, space):
    page = html(f"<p>Достанется 22{space}463 компьютера.</p>").encode()
    for printed in ("22 463", "22\u00a0463"):
        assert severities(archived(f"Достанется [{printed}|22463 device device_count] компьютера.", page)) == ["holds"]


@pytest.mark.parametrize(
    ("charset", "declared", "head"),
    [
        ("utf-8", None, ""),
        ("windows-1251", None, ""),
        ("windows-1251", "utf-8", ""),
        ("windows-1251", None, '<meta charset="windows-1251">'),
        ("kz1048", "windows-1251", ""),
        ("utf-16", None, ""),
        ("utf-8", "no-such-charset", ""),
    ],
)
def test_missing_and_wrong_declarations(archived, charset, declared, head):
    text = "Қазір [500 мың|500000 device device_count] компьютер бар."
    if charset == "windows-1251":
        text = "Купили [500 тыс.|500000 device device_count] компьютеров."
    plain = text.replace("[", "").replace("|500000 device device_count]", "")
    case = archived(text, html(f"<p>{plain}</p>", head).encode(charset), charset=declared, language="kk")
    assert severities(case) == ["holds"]


def test_arabic_script_with_marks_of_direction(archived):
    marked = "قازاقستاندا [162 مەكتەپ|162 school institution_count] سالىندى."
    body = "<p dir=rtl>قازاقستاندا \u200f162\u200e مەكتەپ سالىندى.</p>"
    assert severities(archived(marked, html(body).encode(), language="kk")) == ["holds"]


def test_letters_composed_and_decomposed(archived):
    marked = "Сегодня [11 школ|11 school institution_count] закрыты: й."
    assert severities(archived(marked, html("<p>Сегодня 11 школ закрыты: и\u0306.</p>").encode())) == ["holds"]


def test_json_of_a_news_api(archived):
    payload = json.dumps({"data": [{"body": "<p>К центру подключены&nbsp;<b>4</b>360 объектов.</p>"}]}).encode()
    assert severities(archived(SENTENCE, payload, media_type="application/json")) == ["holds"]


def test_quote_only_in_metadata_is_noted(archived):
    data = f'<script type="application/ld+json">{json.dumps({"articleBody": PLAIN})}</script>'
    assert severities(archived(SENTENCE, html("<p>Иное.</p>", data).encode())) == ["note"]
    assert severities(archived(SENTENCE, html("<p>Иное.</p>", f'<meta content="{PLAIN}">').encode())) == ["note"]


def test_sentence_interrupted_by_a_teaser_is_noted(archived):
    long = "Как сообщили вчера вечером в министерстве внутренних дел страны, "
    tail = ", в том числе сельских и городских, больших и малых, государственных и частных"
    marked = f"{long}к центру подключены [4360|4360 object ratio_part] объектов{tail}."
    opening = long.replace("вечером ", "вечером <aside>Читайте также: 12 новостей</aside> ")
    body = f"<p>{opening}к центру подключены 4360 объектов{tail}.</p>"
    assert severities(archived(marked, html(body).encode())) == ["note"]


@pytest.mark.parametrize(
    "body",
    [
        "<p>К центру подключены 4361 объектов.</p>",
        "<p>К центру подключены 43600 объектов.</p>",
        "<p>К центру подключены 4 360 объектов.</p>",
        "<table><tr><td>К центру подключены 4</td><td>360 объектов.</td></tr></table>",
        "<p>4360</p>",
        "<script>К центру подключены 4360 объектов.</script>",
        "<!-- К центру подключены 4360 объектов. -->",
        "<p></p>",
        "",
    ],
)
def test_what_the_page_does_not_say_is_broken(archived, body):
    assert severities(archived(SENTENCE, html(body).encode())) == ["broken"]


def test_flipped_byte(archived):
    page = html(f"<p>{PLAIN}</p>").encode()
    case = archived(SENTENCE, page)
    for position in (0, len(page) // 2, len(page) - 1):
        flipped = bytearray(page)
        flipped[position] ^= 1
        changed = replace(case, payload=lambda _, payload=bytes(flipped): payload)
        (finding,) = quote_in_archive.check(changed)
        assert finding.severity == "broken"
        assert "SHA-256" in explain(finding, "en")


def test_swapped_page(archived):
    """The index was edited along with the bytes: the document still knows what it was read from."""
    case = archived(SENTENCE, html(f"<p>{PLAIN}</p>").encode())
    other = archived(SENTENCE, html(f"<p>{PLAIN}</p><p>Добавлено.</p>").encode())
    swapped = replace(case, captures=other.captures, payload=other.payload)
    (finding,) = quote_in_archive.check(swapped)
    assert finding.severity == "broken"
    assert "read from other bytes" in explain(finding, "en")


def test_missing_capture_and_damaged_record(archived):
    def damaged(_):
        raise DamagedRecord("sample/2026-01-01.warc.gz: record at 0 is cut off; restore it from a copy")

    case = archived(SENTENCE, html(f"<p>{PLAIN}</p>").encode())
    assert severities(replace(case, captures={})) == ["broken"]
    (finding,) = quote_in_archive.check(replace(case, payload=damaged))
    assert finding.severity == "broken"
    assert "cut off" in explain(finding, "en")
    assert severities(replace(case, payload={}.__getitem__)) == ["broken"]


def test_edited_claim(archived):
    case = archived(SENTENCE, html(f"<p>{PLAIN}</p>").encode())
    (claim,) = case.claims
    edited = replace(claim, quote="4361", sentence=claim.sentence.replace("4360", "4361"))
    assert severities(replace(case, claims=[edited])) == ["broken"]
    assert severities(replace(case, claims=[replace(claim, start=claim.start + 1, end=claim.end + 1)])) == ["broken"]


def pdf(text):
    """A real one-page PDF that prints `text` in Latin letters."""
    writer = PdfWriter()
    page = writer.add_blank_page(width=400, height=200)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    stream = DecodedStreamObject()
    lines = "".join(f"({line}) Tj 0 -14 Td " for line in text.split("\n"))
    stream.set_data(f"BT /F1 10 Tf 20 180 Td {lines}ET".encode("latin-1"))
    page[NameObject("/Contents")] = stream
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_pdf(archived):
    marked = "The budget put up [555 million tenge|555000000 KZT budget_allocated] for laptops."
    whole = pdf("The budget put up 555 mil-\nlion tenge for lap-\ntops.")
    assert severities(archived(marked, whole, media_type="application/pdf", language="en")) == ["holds"]
    other = pdf("The budget put up 556 million tenge for laptops.")
    assert severities(archived(marked, other, media_type="application/pdf", language="en")) == ["broken"]
    for broken in (whole[: len(whole) // 2], b"%PDF-1.7 nothing", b""):
        assert severities(archived(marked, broken, media_type="application/pdf", language="en")) == ["broken"]


def test_docx(archived):
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    markup = "<w:p><w:r><w:t>К центру подключены 4</w:t></w:r><w:r><w:t>360 объектов.</w:t></w:r></w:p>"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("word/document.xml", markup)
    assert severities(archived(SENTENCE, packed.getvalue(), media_type=kind)) == ["holds"]
    assert severities(archived(SENTENCE, packed.getvalue()[:40], media_type=kind)) == ["broken"]


def test_bytes_of_no_known_kind(archived):
    payload = gzip.compress(PLAIN.encode(), mtime=0)
    assert severities(archived(SENTENCE, payload, media_type="application/octet-stream")) == ["broken"]


HOSTILE = ["<", "<!", "<!--", "<a ", '<a b="', "<a b='", "</", "<script>", "&", "&#", "[", '{"a":', '<meta content="']


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_bytes_cost_no_more_than_their_length(archived, unit):
    def run(size):
        payload = (unit * size)[:size].encode()
        assert severities(archived(SENTENCE, payload)) == ["broken"]
        assert severities(archived(SENTENCE, payload, media_type="application/json")) == ["broken"]

    assert excess(run, 10_000) < LIMIT


SCRIPT = "Вставили <script>alert(1)</script> на сайты [4360|4360 object ratio_part] объектов."
WITHOUT = "Вставили alert(1) на сайты [4360|4360 object ratio_part] объектов."


@pytest.mark.parametrize("marked", [SCRIPT, WITHOUT])
@pytest.mark.parametrize("less", ["&lt;", "&amp;lt;", "&#60;"])
def test_markup_that_a_page_writes_about_hides_no_quote(archived, marked, less):
    body = f"<p>Вставили {less}script>alert(1){less}/script> на сайты 4360 объектов.</p>"
    assert severities(archived(marked, html(body).encode())) == ["holds"]


@pytest.mark.parametrize("marked", [SCRIPT, WITHOUT])
def test_markup_escaped_in_the_data_of_a_page_hides_no_quote(archived, marked):
    text = "<p>Вставили &lt;script&gt;alert(1)&lt;/script&gt; на сайты 4360 объектов.</p>"
    data = json.dumps({"articleBody": text}).replace("</", "<\\/")
    page = html("", f'<script type="application/ld+json">{data}</script>').encode()
    assert severities(archived(marked, page)) == ["note"]


def test_a_number_inside_a_spelled_out_tag_is_not_found_by_what_surrounds_the_tag(archived):
    page = html("<p>Вставили тег на сайты объектов.</p>").encode()
    marked = "Вставили тег <td [4360|4360 object ratio_part]> на сайты объектов."
    assert severities(archived(marked, page)) == ["broken"]


def test_pypdf_says_nothing_of_its_own():
    """In a process of its own: pytest's handlers would take what a terminal is shown."""
    script = "from dalel.checks.foundation import releases\nprint(releases.read_pdf(b'rubbish %PDF-1.7 nothing').rows)"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert (told.stdout, told.stderr) == ("()\n", "")
