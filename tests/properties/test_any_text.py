"""Whatever the text, nothing is raised, and what is found keeps the promises of a Quantity."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dalel.quantities.finding import find_quantities
from dalel.quantities.rows import quantity_rows

NUMBERS_AND_WORDS = r"""
0 1 2 7 10 12 21 100 105 381 1000 2020 12345 0,5 1.5 1,234.5 4/5 ½ % ‰ $ € ₸ № - – — . , ; : ( ) « » ' ’
тыс. тыс млн млрд трлн т. тысяча миллион полтора полмиллиона половина треть сто сорок две третья ни одна
тенге тг руб. доллар евро процент процентов пункта из от до с по на в не более менее чем около почти свыше раза
соответственно год года октября школ детей компьютеров человек каждый третий лишним МРП
мың миллион миллиард жүз жарым жарты екі үш бір бірі екеуі есе пайыз теңге теңгеден астам жуық дейін шамамен
әрбір үштен бүтін оннан АЕК жылы маусым пен -ге -дан
one two hundred and a half million bn tenge percent points out of in three from to between more than at least
dozen half twenty-five thirds times KZT USD T2.3 MCI
мен пен бен алты бес 750-ге 900-і 1 000 000,5 100 000 1 200,5
úsh myń jarty mıllıon teńge мектеп ءۇش ءجۇز مىڭ تەڭگە %40 ٣ ۵ ５ ² Ⅻ Δ e10 1e5 1^2
"""
PIECES = [*NUMBERS_AND_WORDS.split(), "\u00a0", "\u202f", "\n"]
LANGUAGES = st.sampled_from([None, "ru", "kk", "en"])
NUMBERLIKE = st.lists(
    st.tuples(st.sampled_from([*PIECES, "\u00a0", "\u202f", "\n"]), st.sampled_from(["", " ", " ", "\u00a0", "-"])).map(
        "".join
    ),
    max_size=25,
).map("".join)
ANY_UNICODE = st.text(st.characters(), max_size=200)
ROWS = st.fixed_dictionaries({"id": st.text(max_size=5), "text": st.one_of(NUMBERLIKE, ANY_UNICODE)})


def check(text: str, language: str | None) -> None:
    """The promises: offsets cut out the expression, cores inside, in order, exact finite values."""
    reached = 0
    for quantity in find_quantities(text, language):
        assert 0 <= quantity.start <= quantity.core_start < quantity.core_end <= quantity.end <= len(text)
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.value.is_finite()
        assert quantity.value_max is None or quantity.value_max.is_finite()
        assert quantity.core_start >= reached, "cores in text order, none inside another"
        reached = quantity.core_end
        if quantity.whole is not None:
            assert 0 <= quantity.whole.start < quantity.whole.end <= len(text)
            assert quantity.whole.value.is_finite()


@settings(max_examples=800)
@given(NUMBERLIKE, LANGUAGES)
def test_number_like_text(text: str, language: str | None) -> None:
    check(text, language)


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("итого 1 000 000,5 100 000", "ru", ["1000000.5", "100000"]),  # a decimal before another grouped number
        ("барлығы 5 мен", "kk", ["5"]),  # a range that the text ends in
        ("алты мен ", "kk", ["6"]),
    ],
)
def test_numbers_cut_short(text: str, language: str, values: list[str]) -> None:
    assert [str(quantity.value) for quantity in find_quantities(text, language)] == values


@settings(max_examples=400)
@given(ANY_UNICODE, LANGUAGES)
def test_any_unicode(text: str, language: str | None) -> None:
    check(text, language)


@settings(max_examples=150)
@given(st.text(st.characters(categories=["Nd", "Nl", "No", "Zs", "Pd", "Sc", "Mn"]), max_size=60), LANGUAGES)
def test_every_kind_of_digit_space_dash_and_sign(text: str, language: str | None) -> None:
    check(text, language)


@settings(max_examples=100)
@given(NUMBERLIKE, LANGUAGES)
def test_reading_twice_gives_the_same(text: str, language: str | None) -> None:
    assert find_quantities(text, language) == find_quantities(text, language)


@settings(max_examples=150)
@given(
    st.lists(st.fixed_dictionaries({"id": st.text(max_size=5), "text": st.one_of(NUMBERLIKE, ANY_UNICODE)}), max_size=3)
)
def test_rows_never_raise(rows: list[dict[str, str]]) -> None:
    answers = [json.loads(line) for line in quantity_rows(json.dumps(row) for row in rows)]
    assert [answer["id"] for answer in answers] == [row["id"] for row in rows]
    for row, answer in zip(rows, answers, strict=True):
        for quantity in answer["quantities"]:
            assert row["text"][quantity["start"] : quantity["end"]] == quantity["text"]
