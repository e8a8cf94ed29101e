"""Dates as CLDR formats them, generated with Babel, and as people type them: read right, or not at all."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from babel.dates import format_date

from dalel import dates, readers
from dalel.dates.words import vocabulary
from dalel.readers.rows import read_file
from dalel.records import Capture

NEAR = date(2026, 1, 1)
WIDTHS = ("short", "medium", "long", "full")
LATIN = [
    "qañtar",
    "aqpan",
    "nauryz",
    "säuır",
    "mamyr",
    "mausym",
    "şılde",
    "tamyz",
    "qyrküiek",
    "qazan",
    "qaraşa",
    "jeltoqsan",
]


def read(text: str, language: str = "ru") -> tuple[list[str], date | None]:
    return [one.edtf for one in dates.find_dates(text, language, NEAR)], dates.parse_date(text, language, NEAR)


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("locale", ["kk", "kk_Arab", "ru", "en", "en_GB"])
@pytest.mark.parametrize("number", [4, 17, 28])
def test_every_format_of_cldr(locale: str, width: str, month: int, number: int) -> None:
    day = date(2023, month, number)
    text = format_date(day, width, locale=locale)
    if locale.startswith("en") and width == "short" and number <= 12 and number != month:
        assert read(text, "en") == ([], None)  # 5/4/23 is another day in London and in New York
        return
    assert read(text, locale[:2]) == ([day.isoformat()], day)


@pytest.mark.parametrize("month", range(1, 13))
def test_kazakh_in_latin_script(month: int) -> None:
    day = date(2023, month, 17)
    name = LATIN[month - 1]
    for text in (
        f"2023 j. 17 {name}",
        f"2023 jylğy 17 {name}",
        f"17 {name} 2023",
        f"2023 j. 17 {name[:3]}.",
        f"17 {name[:3]}. 2023",
    ):
        assert read(text, "kk") == ([day.isoformat()], day), text


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("13 янв. 2005", "2005-01-13"), ("13 фев. 2005", "2005-02-13"), ("13 февр. 2005", "2005-02-13"),
        ("13 мар. 2005", "2005-03-13"), ("13 апр. 2005", "2005-04-13"), ("13 май. 2005", "2005-05-13"),
        ("13 мая. 2005", "2005-05-13"), ("13 июн. 2005", "2005-06-13"), ("13 июл. 2005", "2005-07-13"),
        ("13 авг. 2005", "2005-08-13"), ("13 сен. 2005", "2005-09-13"), ("13 сент. 2005", "2005-09-13"),
        ("13 окт. 2005", "2005-10-13"), ("13 ноя. 2005", "2005-11-13"), ("13 нояб. 2005", "2005-11-13"),
        ("13 дек. 2005", "2005-12-13"), ("13 авг 2005", "2005-08-13"), ("13 янв.2005", "2005-01-13"),
        ("13 янв. 2005 г., 18:40", "2005-01-13"), ("13-янв-2005", "2005-01-13"), ("13 АВГ. 2005", "2005-08-13"),
        ("Чт, 13 янв. 2005", "2005-01-13"), ("Четверг, 13 января 2005 года", "2005-01-13"),
        ("2023 ж. 4 қаң.", "2023-01-04"), ("4 қаң. 2023", "2023-01-04"), ("2023 ж. 4 там.", "2023-08-04"),
        ("сейсенбі, 2023 ж. 17 қаңтар", "2023-01-17"), ("2023 жылғы 17 қаңтар, сейсенбі", "2023-01-17"),
        ("Sept. 4, 2023", "2023-09-04"), ("4 Sept. 2023", "2023-09-04"), ("Mon, 4 Sep 2023", "2023-09-04"),
        ("04.05.2023г.", "2023-05-04"), ("04.05.2023 г.", "2023-05-04"), ("04.05.2023ж.", "2023-05-04"),
        ("04.05.23г.", "2023-05-04"), ("4 мая 2023г.", "2023-05-04"), ("2023ж. 4 мамыр", "2023-05-04"),
        ("4 мая 23 г.", "2023-05-04"), ("4 мая '23", "2023-05-04"), ("4 мая 98 г.", "1998-05-04"),
    ],
)  # fmt: skip
def test_a_printed_year_is_read(text: str, edtf: str) -> None:
    language = "en" if text.isascii() and "j." not in text else "ru"
    assert read(text, language) == ([edtf], date.fromisoformat(edtf))


@pytest.mark.parametrize(
    "text", ["4 мая / 2023", "4 мая – 2023 открыли", "Это было 4 мая. 2023 год стал другим.", "4 мамыр, (2023)"]
)
def test_no_date_rather_than_a_near_one(text: str) -> None:
    found, day = read(text)
    assert day is None or day.year == 2023
    assert not any(edtf.startswith(("2025", "2026")) for edtf in found)


@pytest.mark.parametrize(
    "text", ["Построили 17 там.", "Их 5 мам. В городе", "дом 5/17/23", "файл 1/2/23", "там. 2023 мест", "сат. 4 школы"]
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert [edtf for edtf in read(text)[0] if edtf != "2023"] == []


def test_short_names_of_weekdays_need_a_mark() -> None:
    assert dates.find_weekday("чт, 4 мая") == 3
    assert dates.find_weekday("pupils sat in the sun") is None
    assert "там." in vocabulary().dotted_months
    assert "янв." not in vocabulary().dotted_months


@pytest.mark.parametrize("line", ["25 декабря в 18:46", "4 мая", "25 желтоқсан, 18:46"])
def test_a_day_without_a_year_in_a_file_nobody_captured(tmp_path: Path, make_page: SimpleNamespace, line: str) -> None:
    (tmp_path / "page.html").write_bytes(make_page.html(line))
    found = read_file(tmp_path / "page.html")
    assert (found.published, found.published_basis) == (None, "unknown")
    captured = readers.read(make_page.html(line), make_page.capture())
    assert captured.published is not None
    assert date(2020, 5, 4) <= captured.published <= date(2021, 2, 1)


@pytest.fixture
def make_page() -> SimpleNamespace:
    """A page with a date line, and its capture of 1 February 2021."""

    def html(line: str) -> bytes:
        story = "Акимат сообщил, что в области открыли 12 новых школ и потратили 4 млрд тенге на ремонт зданий."
        body = f"<h1>Школы открыли в области</h1><div>{line}</div><p>{story}</p><p>{story[:50]}.</p>"
        return f"<html><head><meta charset='utf-8'></head><body><article>{body}</article></body></html>".encode()

    def capture() -> Capture:
        at = datetime(2021, 2, 1, tzinfo=UTC)
        return Capture(
            capture_id="0" * 16, source="a", url="https://a.example/p", captured_at=at, status=200,
            media_type="text/html",
            charset=None, sha256="0" * 64, warc="", offset=0, length=0,
        )  # fmt: skip

    return SimpleNamespace(html=html, capture=capture)
