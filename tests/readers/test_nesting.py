"""Pages whose elements are nested deeper than libxml2 reads by itself: read all the same, or named as unreadable."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from benchmarks.growth import LIMIT, excess
from dalel import readers
from dalel.errors import UnreadableDocument
from dalel.records import Document
from dalel.sources import Landmarks

SENTENCES = (
    "Для школ области куплено 1003 ноутбука, сообщили в управлении образования в понедельник утром.",
    "Ещё 12 школ получат технику к 1 сентября этого года, на это выделено 340 млн тенге из бюджета.",
    "Родители просят проверить 45 компьютеров, которые привезли в район в августе без документов.",
)
MARKUPS = {  # name -> what opens each level, what closes it, how a sentence stands in the innermost
    "blocks": ("<div>", "</div>", "<p>{}</p>"),
    "blocks without paragraphs": ("<div>", "</div>", "<div>{}</div>"),
    "quotations": ("<blockquote>", "</blockquote>", "<p>{}</p>"),
    "fonts never closed": ("<font color=red>", "", "<p>{}</p>"),
    "lists": ("<ul><li>", "</li></ul>", "<p>{}</p>"),
    "tables": ("<table><tr><td>", "</td></tr></table>", "<p>{}</p>"),
}


def page(markup: str, levels: int) -> bytes:
    opened, closed, sentence = MARKUPS[markup]
    inner = "".join(map(sentence.format, SENTENCES[:2]))
    return (
        f"<html><head><title>Ноутбуки для школ области</title></head><body><h1>Ноутбуки для школ области</h1>"
        f"<article>{opened * levels}{inner}{closed * levels}<p>{SENTENCES[2]}</p></article></body></html>"
    ).encode()


def read(make: SimpleNamespace, payload: bytes, declared: bool) -> Document:
    return readers.read(payload, make.capture(), (Landmarks(body="article"),) if declared else ())


@pytest.mark.parametrize("declared", [True, False])
@pytest.mark.parametrize("levels", [3, 260, 600])
@pytest.mark.parametrize("markup", MARKUPS)
def test_every_sentence_is_read_as_if_the_page_were_flat(
    make: SimpleNamespace, markup: str, levels: int, declared: bool
) -> None:
    document = read(make, page(markup, levels), declared)
    assert document.title == "Ноутбуки для школ области"
    assert all(sentence in document.text for sentence in SENTENCES)
    if declared or markup not in ("lists", "tables"):  # trafilatura keeps the lines of these together, or marks cells
        assert document.text.split("\n") == list(SENTENCES)


@pytest.mark.parametrize("declared", [True, False])
def test_tables_in_tables_are_each_read_once(make: SimpleNamespace, declared: bool) -> None:
    """What once took time by the fourth power of the depth: every table read again with each that holds it."""
    assert excess(lambda levels: read(make, page("tables", levels), declared), 18) < LIMIT


def test_a_table_of_figures_that_another_lays_out_is_read_as_one(make: SimpleNamespace) -> None:
    figures = (
        "<tr><th>Область</th><th>Школ</th></tr><tr><td>Абай</td><td>12</td></tr><tr><td>Улытау</td><td>7</td></tr>"
    )
    told = (
        f"<table><tr><td><p>{SENTENCES[0]}</p><table>{figures}</table></td><td><p>{SENTENCES[1]}</p></td></tr></table>"
    )
    payload = f"<html><head><title>Школы</title></head><body><h1>Школы</h1><article>{told}</article></body></html>"
    lines = read(make, payload.encode(), declared=True).text.split("\n")
    assert lines == [SENTENCES[0], "Абай — Школ: 12", "Улытау — Школ: 7", SENTENCES[1]]


@pytest.mark.parametrize("markup", MARKUPS)
def test_what_is_too_deep_to_read_is_named_in_time_by_its_length(make: SimpleNamespace, markup: str) -> None:
    def run(levels: int) -> None:
        with pytest.raises(UnreadableDocument, match=r"nested more than 2048 deep.*collect the page again"):
            read(make, page(markup, levels), declared=False)

    assert excess(run, 2100) < LIMIT
