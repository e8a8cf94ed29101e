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
        (json.dumps({"title": "Жаңалықтар", "content": [ITEM, ITEM]}).encode(), "lists 2 items"),
        (b'"text"', "without a news item"),
    ],
)
def test_other_answers_are_errors(make: SimpleNamespace, answer: bytes, said: str) -> None:
    with pytest.raises(UnreadableDocument, match=said):
        readers.read(answer, make.capture("application/json"))


def read(make: SimpleNamespace, answer: object, **given: object) -> readers.Document:
    return readers.read(json.dumps(answer).encode(), make.capture("application/json", **given))


def test_markup_in_a_title_is_not_its_text(make: SimpleNamespace) -> None:
    document = read(
        make, ITEM | {"title": "<b>300</b> камера <script>alert(9)</script>орнатылды", "short_description": ""}
    )
    assert (document.title, document.lead) == ("300 камера орнатылды", None)
    assert read(make, ITEM | {"title": "Үлесі < 5 %"}).title == "Үлесі < 5 %"


RU, KK = "<p>Построили 12 школ.</p>", "<p>12 мектеп салынды.</p>"


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        ({"data": {"news": {"titleRu": "Школы", "textRu": RU}}}, "Построили 12 школ."),
        ({"title": {"ru": "Школы", "kk": "Мектептер"}, "body": {"ru": RU, "kk": KK}}, "12 мектеп салынды."),
        ({"lang": "ru", "title": {"ru": "Школы", "kk": "М"}, "body": {"ru": RU, "kk": KK}}, "Построили 12 школ."),
        ({"title": {"ru": "Школы", "kk": ""}, "body": {"ru": RU, "kk": None}}, "Построили 12 школ."),
        ({"title": "Школы", "body": "Построили 12 школ.\\n\\nЕщё 6 ждут."}, "Построили 12 школ.\nЕщё 6 ждут."),
        ({"title": "Школы", "body": "Построили 12 школ.\r\nЕщё 6 ждут."}, "Построили 12 школ.\nЕщё 6 ждут."),
        (
            {"title": "Школы", "body": [{"data": {"text": "Построили 12 школ."}}, {"text": KK}]},
            "Построили 12 школ.\n12 мектеп салынды.",
        ),
    ],
)
def test_variants_of_an_item(make: SimpleNamespace, answer: object, text: str) -> None:
    assert read(make, answer).text == text


@pytest.mark.parametrize(
    "stamp",
    [1725305400000, 1725305400, "2024-09-02T19:30:00Z", "03.09.2024", "2024-09-03T00:30:00+05:00", "3 сентября 2024"],
)
def test_the_day_of_an_item_in_every_form(make: SimpleNamespace, stamp: object) -> None:
    assert read(make, ITEM | {"created_date": stamp}).published == date(2024, 9, 3)


@pytest.mark.parametrize("stamp", [True, -5, 0, 10**30, 2024.5, None, [], "2024", "завтра"])
def test_no_day_is_made_up(make: SimpleNamespace, stamp: object) -> None:
    assert read(make, ITEM | {"created_date": stamp}).published is None


def test_author_and_address_of_an_item(make: SimpleNamespace) -> None:
    item = ITEM | {"author": {"name": "Пресс-служба"}, "url": "/memleket/news/7"}
    document = read(make, item, url="https://gov.example/api/v1/news/7")
    assert (document.author, document.canonical_url) == ("Пресс-служба", "https://gov.example/memleket/news/7")
    assert read(make, ITEM | {"url": "javascript:alert(1)"}).canonical_url is None
