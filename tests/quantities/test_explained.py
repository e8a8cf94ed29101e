"""Why a number is left alone: each reason on a sentence, at its place in the text as given."""

from __future__ import annotations

import json

import pytest

from dalel.quantities.excluded import refused
from dalel.quantities.finding import explained, find_quantities
from dalel.quantities.rows import quantity_rows
from tests.quantities.test_prose import ROWS


@pytest.mark.parametrize(
    ("language", "text", "number", "reason"),
    [
        ("ru", "Это школа № 4.", "4", refused.NAMED),
        ("ru", "1) доходы растут", "1)", refused.ITEM),
        ("ru", "Сидит в 9 классе.", "9", refused.FOLLOWED),
        ("ru", "Так было в 2024.", "2024", refused.YEAR),
        ("ru", "Пришли тысячи людей.", "тысячи", refused.VAGUE),
        ("ru", "Одного из районов нет.", "Одного", refused.NOTHING),
        ("ru", "двадцать первый век", "двадцать первый", refused.ORDINAL),
        ("ru", "Фонд помогает детям от трёх до пяти лет.", "трёх до пяти лет", refused.AGE),
        ("ru", "Работают с 9 до 18 часов.", "9 до 18 часов", refused.DATED),
        ("ru", "Умер от COVID-19.", "1", refused.GLUED),
        ("ru", "Встреча 07.03.2023.", "07.03.2023", refused.NO_NUMBER),
        ("ru", "Поёт «Мың бала».", "", ""),
        ("kk", "«Мың бала» фильмі", "Мың", refused.TITLE),
        ("en", "The team won 2-1.", "2-1", refused.SCORE),
        ("en", "Meet at 6 p.m. on Friday.", "6", refused.CLOCK),
        ("en", "It was 45 (forty-five) schools.", "forty-five", refused.REPEATED),
        ("kk", "\u200b2020 жылы ашылды", "2020", refused.FOLLOWED),
    ],
)
def test_a_number_left_alone_has_its_reason(language, text, number, reason):
    told = explained(text, language)[1]
    if not reason:
        assert told == []
        return
    (one,) = [one for one in told if one.reason == reason]
    assert text[one.start : one.end] == number


@pytest.mark.parametrize(("language", "sentence", "expected"), ROWS[::11])
def test_every_digit_is_read_or_explained(language, sentence, expected):
    found, left_alone = explained(sentence, language)
    assert found == find_quantities(sentence, language)
    spans = [(one.start, one.end) for one in found] + [(one.start, one.end) for one in left_alone]
    open_digits = [
        at
        for at, letter in enumerate(sentence)
        if letter in "0123456789" and not any(start <= at < end for start, end in spans)
    ]
    assert open_digits == []


def test_rows_say_it_where_asked():
    line = json.dumps({"id": 1, "text": "Школа № 4 на 300 мест.", "lang": "ru"})
    (plain,) = map(json.loads, quantity_rows([line]))
    (told,) = map(json.loads, quantity_rows([line], explain=True))
    assert "left_alone" not in plain and plain["quantities"] == told["quantities"]
    assert told["left_alone"] == [{"reason": refused.NAMED, "start": 8, "end": 9, "text": "4"}]
