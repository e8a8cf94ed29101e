"""Rates and rows of data: what is theirs to read, and broken or hostile answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.capturing import captured
from dalel import readers
from dalel.errors import UnreadableDocument
from dalel.readers.formats import datasets, rates
from dalel.records import Document

FOLDER = Path(__file__).parent
NEWS = (FOLDER / "gov-kz" / "page.json").read_bytes()


def _read(payload: bytes, media_type: str) -> Document:
    return readers.read(payload, captured(media_type, url="https://data.example/answer"))


@pytest.mark.parametrize(
    "payload",
    [
        NEWS,
        b"[" + NEWS + b"]",
        b'[{"id": 1, "title": "a", "body": "<p>b</p>"}]',
        b"<html>",
        b'{"message": "notAllowed"}',
    ],
)
def test_news_and_pages_are_no_rows(payload: bytes) -> None:
    assert not datasets.recognises(payload)
    assert not rates.recognises(payload)


def test_a_news_feed_is_no_table_of_rates() -> None:
    assert not rates.recognises(b"<rss><channel><item><title>USD</title><link>x</link></item></channel></rss>")


@pytest.mark.parametrize(
    ("payload", "said"),
    [
        (b"<rates><item><title>USD</title><quant>1</quant>", "XML is broken"),
        (b"<rates><item><title>USD</title><description>soon</description><quant>1</quant></item></rates>", "no rate"),
    ],
)
def test_broken_rates_are_refused_with_the_address(payload: bytes, said: str) -> None:
    with pytest.raises(UnreadableDocument, match=f"data.example/answer: .*{said}"):
        _read(payload, "application/xml")


def test_entities_of_a_hostile_table_are_not_opened() -> None:
    bomb = b'<!DOCTYPE r [<!ENTITY a "9"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    table = b"<rates><item><title>USD</title><description>%s</description><quant>1</quant></item></rates>"
    for name in (b"&b;", b"&f;"):
        with pytest.raises(UnreadableDocument, match="no rate"):
            _read(bomb + table % name, "application/xml")


def test_rates_of_several_days_have_no_day() -> None:
    item = "<item><title>{}</title><pubDate>{}</pubDate><description>1</description><quant>1</quant></item>"
    rows = item.format("USD", "08.10.2020") + item.format("EUR", "09.10.2020")
    assert _read(f"<rss><channel>{rows}</channel></rss>".encode(), "application/xml").published is None


@pytest.mark.parametrize(
    ("payload", "said"),
    [
        (b'[{"region": "a", "pupils": 1', "no JSON"),
        (b'[{"region": "a"}]', "no numbers"),
        (b'{"items": []}', "no numbers"),
    ],
)
def test_broken_rows_are_refused_with_the_address(payload: bytes, said: str) -> None:
    with pytest.raises(UnreadableDocument, match=f"data.example/answer: .*{said}"):
        _read(payload, "application/json")


def test_a_sum_keeps_every_digit() -> None:
    payload = b'{"items": [{"contract_number_sys": "1/2", "contract_sum_wnds": 12345678901234567890.10}]}'
    assert _read(payload, "application/json").text == "1/2 — contract_sum_wnds: 12345678901234567890.10 KZT"


def test_identifiers_are_no_figures() -> None:
    payload = b'[{"nameru": "\xd0\xa8", "bin": "000000000001", "id": "7", "kato": "471010000", "places": "30"}]'
    assert _read(payload, "application/json").text == "Ш — places: 30"
