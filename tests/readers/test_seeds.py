"""The five source documents as text: what is left of them, and that no number of their furniture is."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from dalel import readers
from dalel.records import Document

SHARED = Path(__file__).resolve().parents[3] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared with the five source documents is not here")
GOLD = (
    [json.loads(line) for line in (SHARED / "gold" / "seeds.jsonl").read_text("utf-8").splitlines()]
    if SHARED.is_dir()
    else []
)
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# id -> paragraphs of the article, numbers in title, lead and text, author, credit
LEFT = {
    "000_f42683e446caa0d2": (6, "8 2020 2020 2021 2020 2021 647 271 373 4 105 381 3754 880 1879", None, None),
    "001_ad22da84f478b02f": (6, "500 2020", None, "ERNUR.KZ"),
    "002_6c97d7b226df1cfe": (8, "3,8 2023 2024 24 171,4 3,8 9 2 600 21", None, "Turantimes.kz"),
    "003_c799d4121dbc14a0": (6, "18", None, "КазТАГ"),
    "004_b9d23d5335999121": (
        6,
        "62 62 4360 6936 24 91 373 35 152 425 41 169 404 15 42 4 13 201 154 107 19",
        "Рабига Дюсенгулова",
        "Tengrinews.kz",
    ),
}


def read(make: SimpleNamespace, page: dict[str, str]) -> Document:
    payload = (SHARED / "seeds" / f"{page['id']}.txt").read_bytes()
    return readers.read(payload, make.capture("text/plain", source="local", url=page["url"]))


@pytest.mark.parametrize("page", GOLD, ids=lambda page: page["id"])
def test_the_article_is_left_and_nothing_else(make: SimpleNamespace, page: dict[str, str]) -> None:
    document = read(make, page)
    paragraphs, numbers, author, credit = LEFT[page["id"]]
    assert len(document.text.split("\n")) == paragraphs
    assert NUMBER.findall("\n".join(filter(None, (document.title, document.lead, document.text)))) == numbers.split()
    assert (document.author, document.credit) == (author, credit)
    assert document.language == page["lang"]


@pytest.mark.parametrize("page", GOLD, ids=lambda page: page["id"])
def test_dates_are_those_printed(make: SimpleNamespace, page: dict[str, str]) -> None:
    document = read(make, page)
    printed = page["published"] if page["id"].startswith("004") else None  # 003: its year is known from outside only
    assert (document.published.isoformat() if document.published else None) == printed
