"""The news API of the government's sites."""

from __future__ import annotations

import json
from datetime import date
from types import SimpleNamespace

import pytest

from dalel import readers
from dalel.errors import UnreadableDocument

ITEM = {
    "id": 7,
    "title": "Мектептерге 300 камера орнатылды",
    "short_description": "Облыста 300 камера іске қосылды",
    "body": "<p>Облыс мектептеріне 300 камера орнатылды.</p><p>Сондай-ақ оқыңыз: <a href='#'>45 мектеп жабылды</a></p>"
    "<table><tr><th>Аудан</th><th>Мектеп</th></tr><tr><td>Абай</td><td>12</td></tr></table><script>v = 9;</script>",
    "created_date": "2024-09-02T20:30:00Z",
    "views": "1 204",
}


def test_one_item_is_a_document(make: SimpleNamespace) -> None:
    document = readers.read(json.dumps(ITEM).encode(), make.capture("application/json"))
    assert document.title == ITEM["title"]
    assert document.lead == ITEM["short_description"]
    assert document.text == "Облыс мектептеріне 300 камера орнатылды.\nАбай — Мектеп: 12"
    assert (document.published, document.published_basis) == (date(2024, 9, 3), "markup")  # 01:30 in Kazakhstan
    assert (document.language, document.script) == ("kk", "Cyrl")


@pytest.mark.parametrize("wrap", [lambda item: [item], lambda item: {"content": [item]}, lambda item: {"data": item}])
def test_one_item_in_a_wrapper_is_the_same(make: SimpleNamespace, wrap: object) -> None:
    answer = json.dumps(wrap(ITEM)).encode()  # type: ignore[operator]
    assert readers.read(answer, make.capture("application/json")).title == ITEM["title"]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b"{", "no JSON"),
        (b'{"title": "x"', "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (json.dumps([ITEM, ITEM]).encode(), "lists 2 items"),
        (b'{"title": "x", "body": ""}', "without title and body"),
        (b'{"error": "notAllowed", "status": 400}', "without title and body"),
        (b'"text"', "without a news item"),
    ],
)
def test_other_answers_are_errors(make: SimpleNamespace, answer: bytes, said: str) -> None:
    with pytest.raises(UnreadableDocument, match=said):
        readers.read(answer, make.capture("application/json"))
