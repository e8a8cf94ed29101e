"""Dates of the language files' own examples, and how a missing year is settled."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.growth import LIMIT, excess
from dalel import dates, languages

LANGUAGES = ("kk", "ru", "en")
EXAMPLES = [(lang, *pair) for lang in LANGUAGES for pair in languages.load(lang, "dates")["EXAMPLES"]]
NOT_EXAMPLES = [(lang, text) for lang in LANGUAGES for text in languages.load(lang, "dates")["NOT_EXAMPLES"]]


SEEN_FROM = date(2024, 5, 14)
RELATIVE = [(lang, *pair) for lang in LANGUAGES for pair in languages.load(lang, "dates")["relative"]["EXAMPLES"]]
NOT_RELATIVE = [
    (lang, text) for lang in LANGUAGES for text in languages.load(lang, "dates")["relative"]["NOT_EXAMPLES"]
]


@pytest.mark.parametrize(("language", "text", "edtf"), RELATIVE)
def test_relative_dates_are_counted_from_the_day_of_the_text(language: str, text: str, edtf: str) -> None:
    assert [one.edtf for one in dates.find_relative(text, language, SEEN_FROM)] == [edtf]
    assert dates.find_relative(text, language, None) == []


@pytest.mark.parametrize(("language", "text"), NOT_RELATIVE)
def test_words_that_look_relative_are_left_alone(language: str, text: str) -> None:
    assert dates.find_relative(text, language, SEEN_FROM) == []


def test_a_relative_date_goes_over_the_turn_of_the_year() -> None:
    meant = {
        text: [one.edtf for one in dates.find_relative(text, "ru", date(2024, 1, 1))]
        for text in ("вчера", "в прошлом месяце", "за 9 месяцев", "за первый квартал")
    }
    assert meant == {
        "вчера": ["2023-12-31"],
        "в прошлом месяце": ["2023-12"],
        "за 9 месяцев": ["2023-01/2023-09"],
        "за первый квартал": ["2023-01/2023-03"],
    }


@pytest.mark.parametrize(("start", "piece"), [("", " "), ("", "9 "), ("", "за "), ("в прошлом", " "), ("", "9")])
@pytest.mark.parametrize("language", LANGUAGES)
def test_relative_dates_of_hostile_texts_cost_no_more_than_their_length(language: str, start: str, piece: str) -> None:
    def run(times: int) -> None:
        assert dates.find_relative(start + piece * times, language, SEEN_FROM) == []

    assert excess(run, 2_000) < LIMIT


@pytest.mark.parametrize(("language", "text", "edtf"), EXAMPLES)
def test_examples_are_read(language: str, text: str, edtf: str) -> None:
    assert [mention.edtf for mention in dates.find_dates(text, language)] == [edtf]


@pytest.mark.parametrize(("language", "text"), NOT_EXAMPLES)
def test_other_numbers_are_left_alone(language: str, text: str) -> None:
    assert dates.find_dates(text, language) == []


@pytest.mark.parametrize(
    ("text", "near", "edtf", "basis"),
    [
        ("Поставка до 1 сентября", date(2020, 8, 10), "2020-09-01", "near"),
        ("В сентябре привезли технику", date(2020, 10, 19), "2020-09", "near"),
        ("к декабрю", date(2021, 1, 15), "2020-12", "near"),
        ("Алматы. 18 июня, во вторник", date(2019, 12, 1), "2019-06-18", "weekday"),
        ("Алматы. 18 июня, во вторник", date(2026, 2, 1), "XXXX-06-18", "yearless"),
        ("25 мамырда", date(2021, 6, 1), "2021-05-25", "near"),
        ("31 июня", date(2021, 6, 1), None, None),
    ],
)
def test_a_missing_year_is_the_nearest_that_fits(text: str, near: date, edtf: str | None, basis: str | None) -> None:
    found = dates.find_dates(text, "ru", near)
    assert [(m.edtf, m.basis) for m in found] == ([(edtf, basis)] if edtf else [])


@pytest.mark.parametrize(
    ("text", "near", "day"),
    [
        ("29 маусым", date(2021, 7, 3), date(2021, 6, 29)),
        ("29 маусым", date(2021, 5, 3), date(2020, 6, 29)),
        ("29 маусым", None, None),
        ("сентябрь 2020", date(2020, 9, 30), None),
        ("2020", date(2020, 9, 30), None),
        ("вторник, 18 июня", date(2020, 3, 1), date(2019, 6, 18)),
        ("вторник, 18 июня", date(2026, 3, 1), None),
        ("29 февраля 2021", None, None),
        ("Суббота, 14 февраля 2026", None, date(2026, 2, 14)),
    ],
)
def test_a_date_line_is_a_full_day_or_nothing(text: str, near: date | None, day: date | None) -> None:
    assert dates.parse_date(text, "kk", near) == day


def test_offsets_cut_out_the_expression_also_where_lower_case_is_longer() -> None:
    text = "İİ İstanbul, 4 марта 2021 года и 12.05.2021"
    assert [text[m.start : m.end] for m in dates.find_dates(text, "ru")] == ["4 марта 2021 года", "12.05.2021"]


@pytest.mark.parametrize("piece", ["1", "1 ", "1.", "2020-", "4 мая ", "2020 жылғы ", "с 1 по ", "январь", "\u0621"])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    assert excess(lambda times: dates.find_dates(piece * times, "ru"), 500) < LIMIT


@given(st.text(), st.sampled_from(["kk", "ru", "en", "other"]), st.none() | st.dates())
def test_any_text_has_an_answer_with_offsets_in_it(text: str, language: str, near: date | None) -> None:
    for mention in dates.find_dates(text, language, near):
        assert 0 <= mention.start < mention.end <= len(text)
    dates.parse_date(text, language, near)


@given(st.dates(date(1990, 1, 1), date(2039, 12, 31)), st.sampled_from(["kk", "ru", "en"]), st.data())
def test_every_day_is_found_in_every_month_word(day: date, language: str, data: st.DataObject) -> None:
    months = languages.load(language, "dates")["months"][day.month - 1]
    word = data.draw(st.sampled_from(months)).title()
    for text in (f"{day.day} {word} {day.year}", f"({day.day} {word}, {day.year}) 15 школ"):
        assert dates.parse_date(text, language) == day
    assert dates.parse_date(f"{day.day:02d}.{day.month:02d}.{day.year} 10:40", language) == day
    assert dates.parse_date(day.isoformat() + "T23:30:00+05:00", language) == day


@pytest.mark.parametrize("day", [date(9999, 12, 31), date(1, 1, 1)])
def test_a_page_of_the_first_or_last_year_has_no_years_beside_it(day):
    assert dates.find_dates("в прошлом году, в следующем году, вчера, в этом году", "ru", day) == []
