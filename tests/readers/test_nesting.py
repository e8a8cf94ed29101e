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


@pytest.mark.parametrize("markup", MARKUPS)
def test_what_is_too_deep_to_read_is_named_in_time_by_its_length(make: SimpleNamespace, markup: str) -> None:
    def run(levels: int) -> None:
        with pytest.raises(UnreadableDocument, match=r"nested more than 2048 deep.*collect the page again"):
            read(make, page(markup, levels), declared=False)

    assert excess(run, 2100) < LIMIT
