"""Text parted by two line breaks in a row is read as paragraphs, in the order of the page and without a word less."""

from __future__ import annotations

from lxml.html import document_fromstring

from dalel.readers.article import article_text
from dalel.readers.breaks import part_breaks
from dalel.readers.nesting import parse_html

FIRST = "Для школ области куплено 1003 ноутбука, сообщили в <b>управлении</b> образования. " * 2
SECOND = "Ещё 12 школ получат технику осенью.<br>Так сказано в приказе. " * 3
LAST = "На это выделено 4,5 млрд тенге."


def _parts(body: str, least: int = 100) -> tuple[bool, list[str]]:
    tree = document_fromstring(f"<html><body>{body}</body></html>")
    done = part_breaks(tree, least)
    return done, [" ".join(element.text_content().split()) for element in tree.iter("p", "aside")]


def test_runs_between_two_breaks_are_paragraphs_and_blocks_stay_where_they_are() -> None:
    done, parts = _parts(f"<div>{FIRST}<br /> <br />{SECOND}<br><br><br><aside>Читайте также</aside>{LAST}</div>")
    assert done
    assert [part[:12] for part in parts] == ["Для школ обл", "Ещё 12 школ ", "Читайте такж", "На это выдел"]
    assert parts[0].count("управлении образования") == 2, "what stands in bold stays in its paragraph"
    assert parts[1].count("осенью.Так") == 3, "one break alone parts nothing"


def test_short_text_and_single_breaks_are_left_alone() -> None:
    assert _parts("<div>Астана<br><br>Алматы</div>") == (False, [])
    assert _parts(f"<div>{FIRST}<br>{LAST}</div>") == (False, [])


def test_the_article_of_a_page_without_paragraphs() -> None:
    text = f"{FIRST}<br><br>{SECOND}<br><br>{LAST * 3}"
    page = f"<html><body><div><a href='/'>Главная</a></div><div class='full-text'>{text}</div></body></html>"
    lines = article_text(parse_html(page))
    assert lines[0].startswith("Для школ области куплено 1003") and lines[-1].endswith("4,5 млрд тенге.")
    assert sum("12 школ" in line for line in lines) == 3 and not any("Главная" in line for line in lines)
