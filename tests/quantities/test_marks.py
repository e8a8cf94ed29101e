"""What the eye does not see changes no number: loose accents, direction marks, zero widths; spans stay on the text."""

import unicodedata

import pytest

from dalel.quantities.finding import find_quantities
from tests.quantities.test_prose import ROWS, written

SOME = [row for row in ROWS if row[0] != "en"][::7]


@pytest.mark.parametrize(("language", "sentence", "expected"), SOME)
def test_letters_in_two_parts_are_one(language, sentence, expected):
    apart = unicodedata.normalize("NFD", sentence)
    found = find_quantities(apart, language)
    assert "; ".join(map(written, found)) == expected
    assert all(apart[q.start : q.end] == q.text for q in found)


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u061c", "\u202b", "\u2066", "\u2069", "\u200b", "\ufeff"])
@pytest.mark.parametrize(
    ("language", "text", "value"),
    [("ru", "Потрачено {}12 345{} тенге{}.", "12345 KZT"), ("en", "They spent {}12,345{} tenge{}.", "12345 KZT"),
     ("kk", "{}12 345{} теңге{} жұмсалды.", "12345 KZT")],
)  # fmt: skip
def test_marks_without_width_change_nothing(mark, language, text, value):
    given = text.format(mark, mark, mark)
    (found,) = find_quantities(given, language)
    assert written(found) == value
    assert given[found.start : found.end] == found.text and "12" in found.text


@pytest.mark.parametrize("text", ["Закрыли 12{} школ.", "Было 12{}, стало меньше школ: 12{}."])
@pytest.mark.parametrize("mark", ["¹", "²³", "*", "**", "[1]", "[27]"])
def test_a_footnote_mark_is_no_digit(text, mark):
    assert {str(found.value) for found in find_quantities(text.format(mark, mark), "ru")} == {"12"}


def test_a_square_metre_is_no_footnote():
    (found,) = find_quantities("Площадь 1200 м².", "ru")
    assert (str(found.value), found.unit) == ("1200", "m2")
