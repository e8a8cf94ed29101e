"""Damaged files: whatever bytes come, a document or UnreadableDocument, and nothing else."""

from __future__ import annotations

import json
import random
from types import SimpleNamespace

import pytest

from dalel import readers
from dalel.errors import UnreadableDocument

PAGE = """<!doctype html><html><head><meta charset="windows-1251"><title>Школы | Вести</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Школы",
"datePublished":"2020-10-06"}</script></head>
<body><h1>Школы</h1><time datetime="2020-10-06">6 октября 2020</time>
<article><p>Построили 14 школ за 2,4 млрд тенге.</p>
<table><tr><th>Район</th><th>Школ</th></tr><tr><td>Абай</td><td>12</td></tr></table>
<p>Ещё 6 ждут.</p></article></body>"""
ITEM = {"title": "Школы", "body": "<p>Построили 14 школ.</p>", "created_date": "2020-10-06T10:00:00Z"}
CELLS = {"A1": "Район", "B1": "Школ", "A2": "Абай", "B2": (12, 1), "A3": "Жетісу", "B3": (44105, 2)}
ROUNDS = 60


def samples(make: SimpleNamespace) -> dict[str, tuple[bytes, str]]:
    """Name -> payload and media type of one good file of each format."""
    table = [["Район", "Школ"], ["Абай", "12"]]
    printed = [(60, 60, "Построили 14 школ в Абайской области."), (60, 90, "Ещё 6 ждут.")]
    return {
        "html": (PAGE.encode("windows-1251"), "text/html"),
        "text": (b"\n".join(line.encode() for line in PAGE.split("\n")), "text/plain"),
        "json": (json.dumps(ITEM).encode(), "application/json"),
        "docx": (
            make.docx("Построили 14 школ.", table, title="Школы"),
            "application/zip",
        ),
        "xlsx": (make.xlsx(CELLS, merged=["A1:A2"]), "application/zip"),
        "pdf": (
            make.pdf(printed),
            "application/pdf",
        ),
    }


@pytest.mark.parametrize("name", ["html", "text", "json", "docx", "xlsx", "pdf"])
@pytest.mark.parametrize("kind", ["flip", "cut", "insert", "repeat"])
def test_damage_gives_a_document_or_the_one_error(make: SimpleNamespace, name: str, kind: str) -> None:
    payload, media_type = samples(make)[name]
    chance = random.Random(f"{name} {kind}")
    read = 0
    for _ in range(ROUNDS if name != "pdf" else ROUNDS // 4):
        broken = damaged(payload, kind, chance)
        try:
            readers.read(broken, make.capture(media_type))
            read += 1
        except UnreadableDocument as error:
            assert str(error).startswith("https://news.example/page: ")
    if name in ("html", "text"):
        assert read > ROUNDS // 2  # a page with a few wrong bytes is still a page


def damaged(payload: bytes, kind: str, chance: random.Random) -> bytes:
    """`payload` with some bytes changed, cut off, inserted, or a piece of it repeated."""
    at, length = chance.randrange(len(payload)), chance.randrange(1, 20)
    if kind == "flip":
        spoilt = bytearray(payload)
        for _ in range(length):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        return bytes(spoilt)
    if kind == "cut":
        return payload[:at]
    piece = chance.randbytes(length) if kind == "insert" else payload[at : at + length] * 50
    return payload[:at] + piece + payload[at:]


@pytest.mark.parametrize("media_type", ["text/html", "text/plain", "application/json", "application/pdf", ""])
def test_random_bytes(make: SimpleNamespace, media_type: str) -> None:
    chance = random.Random(media_type)
    for _ in range(ROUNDS):
        payload = chance.randbytes(chance.randrange(1, 400))
        with pytest.raises(UnreadableDocument):
            readers.read(payload, make.capture(media_type))
            raise UnreadableDocument("few bytes can be text by chance")
