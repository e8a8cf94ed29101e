"""Numbers written out by an independent speller come back exactly, alone in their sentence, with exact offsets."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from benchmarks.spelling import en, kk, ru
from dalel.quantities.finding import find_quantities
from dalel.records import Quantity

# News numbers are small or round: magnitudes evenly, then the digits.
NUMBERS = st.one_of(
    st.integers(2, 1100),
    st.integers(1, 12).flatmap(lambda power: st.integers(10 ** (power - 1), 10**power)),
    st.builds(lambda lead, power: lead * 10**power, st.integers(1, 999), st.integers(0, 9)),
).filter(lambda number: 2 <= number <= 10**12)


def only(text: str, language: str) -> Quantity:
    """The one quantity of a sentence that has one number."""
    found = find_quantities(text, language)
    assert len(found) == 1, (text, [(q.text, q.value) for q in found])
    return found[0]


def holds(text: str, words: str, number: int, language: str) -> Quantity:
    """The number is read exactly and its core holds the words, offsets cutting both out."""
    quantity = only(text, language)
    assert quantity.value == Decimal(number), (text, quantity)
    assert text[quantity.start : quantity.end] == quantity.text
    assert words in text[quantity.core_start : quantity.core_end], (text, quantity)
    return quantity


@given(NUMBERS, st.booleans())
@example(1_000_000_000_000, False)
def test_russian_money(number: int, without_yo: bool) -> None:
    words = ru.spell(number).replace("ё", "е") if without_yo else ru.spell(number)
    quantity = holds(f"На ремонт выделили {words} тенге из бюджета.", words, number, "ru")
    assert (quantity.unit, quantity.label, quantity.modality) == ("KZT", "MONEY", "exact")


CARRIERS = {
    "genitive": "Не хватает {} тенге.",
    "dative": "Ущерб равен {} тенге.",
    "instrumental": "Область располагает {} тенге.",
    "prepositional": "Речь идёт о {} тенге.",
}


@pytest.mark.parametrize("case", CARRIERS)
@given(number=NUMBERS)
def test_russian_cases(case: ru.Case, number: int) -> None:
    words = ru.spell(number, case)
    assert holds(CARRIERS[case].format(words), words, number, "ru").unit == "KZT"


@given(NUMBERS, st.booleans())
def test_kazakh_money(number: int, one: bool) -> None:
    words = kk.spell(number, one)
    quantity = holds(f"Жөндеуге бюджеттен {words} теңге бөлінді.", words, number, "kk")
    assert (quantity.unit, quantity.label, quantity.modality) == ("KZT", "MONEY", "exact")


@pytest.mark.parametrize("case", kk.SUFFIXES)
# alone, "алтыны" is also "its gold" and "онды" "worth while"
@given(number=NUMBERS.filter(lambda number: number not in (6, 10)))
def test_kazakh_suffixes(case: kk.Suffix, number: int) -> None:
    words = kk.suffixed(kk.spell(number), case)
    holds(f"Биыл оқушы саны {words} жетті деп хабарлады.", words, number, "kk")


@given(NUMBERS, st.booleans())
def test_english_money(number: int, joined: bool) -> None:
    words = en.spell(number, joined)
    quantity = holds(f"The ministry allocated {words} tenge for repairs.", words, number, "en")
    assert (quantity.unit, quantity.label, quantity.modality) == ("KZT", "MONEY", "exact")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("На счету ноль тенге.", "ru"),
        ("Шотта нөл теңге қалды.", "kk"),
        ("The office returned zero tenge.", "en"),
        ("На счету 0 тенге.", "ru"),
    ],
)
def test_zero_in_words(text: str, language: str) -> None:
    assert only(text, language).value == 0
