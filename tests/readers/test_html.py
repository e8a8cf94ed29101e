"""HTML pages made for the tests: metadata and its order, furniture inside the article, odd and hostile markup."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from benchmarks.growth import LIMIT, excess
from dalel import readers
from dalel.errors import UnreadableDocument
from dalel.sources import Landmarks

PARAGRAPHS = [
    "В Абайской области за год отремонтировали 14 школ, сообщает пресс-служба управления образования региона.",
    "На работы ушло 2,4 млрд тенге из областного бюджета. Ещё 6 школ ждут очереди – их сдадут до 1 сентября.",
    "«Мы проверим каждую, денег хватит на всё», – сказал руководитель управления образования на встрече с родителями.",
    "В прошлом году в области ремонтировали только 5 школ, и две из них сдали с опозданием на несколько месяцев.",
]
TITLE = "В Абайской области отремонтировали 14 школ"


def html(head: str = "", above: str = "", inside: str = "", below: str = "", title: str = f"<h1>{TITLE}</h1>") -> bytes:
    """A page with something in its head, above the text, between its paragraphs, and below it."""
    told = [f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS]
    body = f"<article>{title}{above}{told[0]}{told[1]}{inside}{told[2]}{told[3]}</article>{below}"
    menu = '<nav><a href="/">Главная</a> <a href="/news/">Новости 24</a></nav><div class="rates">USD 481.12</div>'
    whole = f"<head><meta charset=utf-8>{head}</head><body>{menu}{body}<footer>© 2009</footer></body>"
    return f"<!doctype html><html>{whole}</html>".encode()


def read(
    make: SimpleNamespace, payload: bytes, landmarks: tuple[Landmarks, ...] = (), **given: object
) -> readers.Document:
    return readers.read(payload, make.capture(**given), landmarks)


JSON_LD = """<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
{"@type":"WebPage","name":"x"},
{"@type":["NewsArticle"],"headline":"В Абайской области отремонтировали 14 школ",
"datePublished":"2020-10-06T20:15:00Z",
"author":[{"@type":"Person","name":"Айгуль Сапарова"}],
"publisher":{"@type":"Organization","name":"Agency"}}]}</script>"""
STAMP = '<meta property="article:published_time" content="2020-10-05T08:00:00+05:00">'
OG = STAMP + '<meta property="og:site_name" content="Вести">'
TIME = '<time datetime="2020-10-04T08:00">4 октября</time>'
PRINTED = '<div class="info"><span>03.10.2020, 11:20</span> <span>просмотров: 1204</span></div>'


@pytest.mark.parametrize(
    ("head", "above", "url", "published", "basis"),
    [
        (JSON_LD + OG, TIME + PRINTED, "https://news.example/2020/10/02/a", date(2020, 10, 7), "markup"),
        (OG, TIME + PRINTED, "https://news.example/2020/10/02/a", date(2020, 10, 5), "markup"),
        ("", TIME + PRINTED, "https://news.example/2020/10/02/a", date(2020, 10, 4), "markup"),
        ("", PRINTED, "https://news.example/2020/10/02/a", date(2020, 10, 3), "text"),
        ("", PRINTED, "https://news.example/2019/05/02/a", date(2019, 5, 2), "url"),
        ("", "", "https://news.example/2020/10/02/a", date(2020, 10, 2), "url"),
        ("", "", "https://news.example/2020/10/a", None, "unknown"),
        (
            JSON_LD.replace('"2020-10-06T20:15:00Z",', '"2020-10-06T20:15:00Z",,'),
            "",
            "https://news.example/a",
            date(2020, 10, 7),
            "markup",
        ),
        (JSON_LD.replace('"Agency"}}', '"Agency",},}'), "", "https://news.example/a", date(2020, 10, 7), "markup"),
        (
            JSON_LD.replace(">{", ">/*<![CDATA[*/{").replace("</s", "/*]]>*/</s"),
            "",
            "https://news.example/a",
            date(2020, 10, 7),
            "markup",
        ),
        (
            '<script type=\'application/ld+json\'>{broken "datePublished": "2020-10-06"</script>',
            "",
            "https://news.example/a",
            None,
            "unknown",
        ),
        (
            "",
            TIME.replace("2020-10-04", "2020-10-07") + '<time itemprop="datePublished" datetime="2020-10-05">5</time>',
            "https://news.example/a",
            date(2020, 10, 5),
            "markup",
        ),
        ("", "<div>Опубликовано: 12 мая 2020 г. в 10:11</div>", "https://news.example/a", date(2020, 5, 12), "text"),
        ("", "<div>12 مامىر، 2019</div>", "https://news.example/a", date(2019, 5, 12), "text"),
        ("", "<div>12 mamyr 2019, 10:11</div>", "https://news.example/a", date(2019, 5, 12), "text"),
        ("<script type='application/ld+json'>{broken</script>", "", "https://news.example/a", None, "unknown"),
        ('<meta name="date" content="2020">', "", "https://news.example/a", None, "unknown"),
    ],
)
def test_the_date_comes_from_the_surest_place(
    make: SimpleNamespace, head: str, above: str, url: str, published: date | None, basis: str
) -> None:
    document = read(make, html(head, above), url=url)
    assert (document.published, document.published_basis) == (published, basis)


def test_dates_of_other_stories_are_not_its_own(make: SimpleNamespace) -> None:
    other = '<li><a href="/b">Сгорело 45 домов</a> <time datetime="2025-05-24">24.05.2025</time></li>'
    document = read(make, html(below=f"<aside><ul>{other}</ul></aside><p>24.05.2025</p>"))
    assert document.published is None


def test_a_date_in_the_header_of_the_site_is_not_its_own(make: SimpleNamespace) -> None:
    page = html().replace(b"<nav>", "<div>Суббота, 14 февраля 2026</div><nav>".encode())
    assert read(make, page).published is None


@pytest.mark.parametrize(
    ("head", "title", "found"),
    [
        (f'<meta property="og:title" content="{TITLE} | Вести">', f"<h1>{TITLE}</h1>", TITLE),
        (f'<meta property="og:title" content="{TITLE} | Вести">', "", TITLE),
        (f"<title>{TITLE} - Вести</title>", "", TITLE),
        (f"<title>{TITLE}</title>", "<h1>Вести</h1>", TITLE),
        ("<title>Вести</title>", f"<h1>{TITLE.upper()}</h1>", "Вести"),
        ("", f"<h1>{TITLE}&shy;</h1>", TITLE),
        ("", "<h1></h1>", None),
    ],
)
def test_the_title_is_the_printed_headline(make: SimpleNamespace, head: str, title: str, found: str | None) -> None:
    assert read(make, html(head, title=title)).title == found


def test_author_outlet_and_canonical_address(make: SimpleNamespace) -> None:
    head = JSON_LD + OG + '<link rel="canonical" href="/news/14-shkol">'
    document = read(make, html(head))
    assert (document.author, document.outlet) == ("Айгуль Сапарова", "Вести")
    assert document.canonical_url == "https://news.example/news/14-shkol"
    based = read(make, html('<base href="https://m.example/a/"><link rel="canonical" href="news/14">'))
    assert based.canonical_url == "https://m.example/a/news/14"
    plain = read(make, html('<link rel="canonical" href="javascript:alert(1)">'))
    assert (plain.author, plain.outlet, plain.canonical_url) == (None, "news.example", None)


FURNITURE = [
    '<p><b>Читайте также: <a href="/x">За 3 дня потушили 45 пожаров</a></b></p>',
    '<p>Сондай-ақ оқыңыз: <a href="/x">46 мектеп жабылды</a></p>',
    "<p>Подпишитесь на наш Telegram: нас уже 180 000</p>",
    "<p>Реклама</p>",
    "<p>👁 5 420</p>",
    "<p>USD 481.12 EUR 533.40</p>",
    '<blockquote class="instagram-media"><p>Посмотреть 77 фото в Instagram</p></blockquote>',
    "<script>var views = 999;</script><style>p { margin: 99px }</style>",
    "<p>Фото: пресс-служба акимата, 2019</p>",
    "<form><p>Код: 7 + 4 = ?</p></form>",
]


@pytest.mark.parametrize("inside", [*FURNITURE, "".join(FURNITURE)])
def test_furniture_in_the_article_is_left_out(make: SimpleNamespace, inside: str) -> None:
    assert read(make, html(inside=inside)).text.split("\n") == PARAGRAPHS


@pytest.mark.parametrize(
    "below",
    [
        "<div class='comments'><h3>Комментарии (2)</h3><p>Гость 4418: у нас 8 парт на 30 детей</p></div>",
        "<h3>Читайте также</h3><ul><li><a href='/a'>Сгорело 45 домов</a></li><li><a>Доллар по 480</a></li></ul>",
        "<div class='counter'>1 204</div><div>просмотров: 3977</div>",
    ],
)
def test_furniture_below_the_article_is_left_out(make: SimpleNamespace, below: str) -> None:
    assert read(make, html(below=below)).text.split("\n") == PARAGRAPHS


def test_a_lead_printed_apart_is_the_lead_and_a_repeated_one_is_none(make: SimpleNamespace) -> None:
    lead = "Работы обошлись в 2,4 млрд тенге, говорят чиновники"
    described = f'<meta name="description" content="{lead}">'
    apart = read(make, html(described, above=f'<div class="lead">{lead}</div>'))
    assert (apart.lead, apart.text.split("\n")) == (lead, PARAGRAPHS)
    unseen = read(make, html(described))
    assert (unseen.lead, unseen.text.split("\n")) == (None, PARAGRAPHS)
    repeated = read(
        make, html(f'<meta name="description" content="{PARAGRAPHS[0]}">', above=f"<h2>{PARAGRAPHS[0]}</h2>")
    )
    assert (repeated.lead, repeated.text.split("\n")) == (None, PARAGRAPHS)


def test_numbers_in_a_table_have_row_and_column(make: SimpleNamespace) -> None:
    table = (
        "<table><thead><tr><th>Район</th><th>Школ</th><th>Доля, %</th></tr></thead>"
        "<tr><td>Талгарский</td><td>61</td><td>68,9</td></tr><tr><td>Карасайский</td><td>78</td><td>44,9</td></tr></table>"
    )
    text = read(make, html(inside=table)).text
    assert "Талгарский — Школ: 61\nТалгарский — Доля, %: 68,9 %\nКарасайский — Школ: 78" in text


def test_landmarks_lead_and_are_dropped_when_out_of_date(make: SimpleNamespace) -> None:
    page = html(above='<div class="day">3 марта 2020</div><div class="t">Иной заголовок страницы</div>')
    marks = Landmarks(title=".t", published=".day", body="article", drop=("p:nth-of-type(2)",))
    document = read(make, page, (marks,))
    assert (document.title, document.published) == ("Иной заголовок страницы", date(2020, 3, 3))
    assert PARAGRAPHS[1] not in document.text and PARAGRAPHS[2] in document.text
    old = Landmarks(title=".t", valid_until=date(2020, 1, 1))
    assert read(make, page, (old,)).title == TITLE


def test_entities_left_in_the_text_are_read(make: SimpleNamespace) -> None:
    page = html().replace("«Мы".encode(), b"&amp;laquo;\xd0\x9c\xd1\x8b")
    assert read(make, page).text.split("\n") == PARAGRAPHS


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "utf-16"])
def test_every_encoding_gives_the_same_document(make: SimpleNamespace, encoding: str) -> None:
    payload = html().decode().encode(encoding)
    assert read(make, payload, charset="iso-8859-1") == read(make, html())


def test_an_xml_declaration_is_no_obstacle(make: SimpleNamespace) -> None:
    page = b'<?xml version="1.0" encoding="windows-1251"?>\n' + html()
    assert read(make, page).text.split("\n") == PARAGRAPHS


@pytest.mark.parametrize(
    "payload",
    [
        b"<html></html>",
        b"<!doctype html><html><body><div id='root'></div><script>app()</script></body></html>",
        b"<html><head><title></title></head><body><!-- nothing --></body></html>",
    ],
)
def test_a_page_without_title_and_text_is_an_error(make: SimpleNamespace, payload: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=r"https://news\.example/page: it "):
        read(make, payload)


HOSTILE = {
    "deep": lambda n: b"<div>" * n,
    "attributes": lambda n: b"<p " + b"a='1' " * n + b">",
    "titles": lambda n: b"<h1>x y</h1>" * n,
    "times": lambda n: b"<time datetime='x'>" * n,
    "tables": lambda n: b"<table><tr><td>" * n,
    "words": lambda n: "<p>Читайте также: ".encode() * n,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_markup_takes_time_by_its_length(make: SimpleNamespace, kind: str) -> None:
    def run(times: int) -> None:
        try:
            read(make, b"<html><body>" + HOSTILE[kind](times) + html())
        except UnreadableDocument as error:
            assert "collect the page again" in str(error) or "neither a title" in str(error)

    assert excess(run, 250) < LIMIT


@pytest.mark.parametrize("media_type", ["image/png", "application/zip", ""])
def test_other_formats_are_refused_with_a_list(make: SimpleNamespace, media_type: str) -> None:
    with pytest.raises(UnreadableDocument, match=r"no reader for .*docx, .*html, .*pdf"):
        read(make, b"\x89PNG....", media_type=media_type)


@pytest.mark.parametrize("comment", ["<!-- c -->", "<!--noindex-->", "<!---->", "<!--[if IE]><p>9</p><![endif]-->"])
@pytest.mark.parametrize(
    "paragraph",
    [
        "Для школ области куплено 1003 ноутбука{} для 77 школ, ещё 12 школ{} получат их к 1 сентября этого года.",
        "Куплено {}1003 ноутбука для 77 школ области, ещё 12 школ получат их к 1 сентября этого года{}.",
        "{}Куплено 1003 ноутбука для 77 школ области, ещё <b>12{}</b> школ получат их к 1 сентября этого года.{}",
    ],
)
@pytest.mark.parametrize("landmarks", [(), (Landmarks(body="article"),)], ids=["found", "declared"])
def test_a_comment_inside_a_paragraph_hides_nothing(
    make: SimpleNamespace, comment: str, paragraph: str, landmarks: tuple[Landmarks, ...]
) -> None:
    marked = f"<p>{paragraph.replace('{}', comment)}</p>"
    document = read(make, html(inside=marked), landmarks)
    plain = paragraph.replace("{}", "").replace("<b>", "").replace("</b>", "")
    assert document.text.split("\n") == [*PARAGRAPHS[:2], plain, *PARAGRAPHS[2:]]


@pytest.mark.parametrize("landmarks", [(), (Landmarks(body="article"),)], ids=["found", "declared"])
@pytest.mark.parametrize("mark", ["<sup>1</sup>", '<sup><a href="#n">12</a></sup>', "<sup> 2 </sup>"])
def test_the_mark_of_a_footnote_is_no_digit_of_the_number_before_it(
    make: SimpleNamespace, mark: str, landmarks: tuple[Landmarks, ...]
) -> None:
    inside = f"<p>На школы выделили 300{mark} миллионов, по 25 м<sup>2</sup> и 10<sup>6</sup> единиц на каждую.</p>"
    text = read(make, html(inside=inside), landmarks).text
    assert "выделили 300 миллионов, по 25 м2 и 10^6 единиц" in text


def test_a_text_laid_out_in_a_table_is_read_paragraph_by_paragraph(make: SimpleNamespace) -> None:
    told = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    menu = '<td><a href="/">Главная</a><br><a href="/n">Новости 24</a></td>'
    page = f"<html><meta charset=utf-8><table><tr>{menu}<td><h1>{TITLE}</h1>{told}</td></tr></table></html>"
    document = read(make, page.encode())
    assert (document.title, document.text.split("\n")) == (TITLE, PARAGRAPHS)


def test_cells_over_several_rows_and_columns_name_what_they_cover(make: SimpleNamespace) -> None:
    table = (
        '<table><tr><th rowspan="2">Область</th><th rowspan="2">Тип</th><th colspan="2">Школы</th></tr>'
        "<tr><th>всего</th><th>с камерами</th></tr>"
        '<tr><td rowspan="2">Абайская</td><td>село</td><td>125</td><td>98</td></tr>'
        "<tr><td>город</td><td>130</td><td>101</td></tr></table>"
    )
    text = read(make, html(inside=table)).text
    assert "Абайская — Тип: город\nАбайская — Школы, всего: 130\nАбайская — Школы, с камерами: 101" in text


@pytest.mark.parametrize("span", ["100000000", "-3", "x", "0", ""])
def test_a_cell_that_claims_to_cover_anything_costs_nothing(make: SimpleNamespace, span: str) -> None:
    row = f'<tr><td rowspan="{span}" colspan="{span}">Абай</td><td>12</td></tr>'
    table = f"<table><tr><th>Район</th><th>Школ</th></tr>{row * 30}</table>"
    assert PARAGRAPHS[0] in read(make, html(inside=table)).text


@pytest.mark.parametrize("piece", [b"<a href='/x'>x 5</a> ", b"<p>14 <b>x</b></p>", b"<li>5"])
def test_a_page_of_too_many_elements_is_refused(make: SimpleNamespace, piece: bytes) -> None:
    with pytest.raises(UnreadableDocument, match="elements, more than 60000; split it, or name its article's"):
        read(make, b"<html><body>" + piece * 70_000)
