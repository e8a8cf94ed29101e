"""Numbers in digits with every separator, decimal mark and scale come back exactly."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.spelling import digits
from dalel.quantities.finding import find_quantities

CARRIERS = {"ru": "Выделили {} тенге.", "kk": "Бюджеттен {} теңге бөлінді.", "en": "They spent {} tenge on it."}
SCALES = {
    "ru": {1: ("тыс.", "тыс", "тысяч"), 2: ("млн", "млн.", "миллионов"), 3: ("млрд", "млрд."), 4: ("трлн", "трлн.")},
    "kk": {1: ("мың",), 2: ("млн", "млн.", "миллион"), 3: ("млрд", "миллиард"), 4: ("трлн", "триллион")},
    "en": {1: ("thousand",), 2: ("million", "mln"), 3: ("billion", "bln", "bn"), 4: ("trillion", "trln")},
}
LANGUAGES = pytest.mark.parametrize("language", sorted(CARRIERS))


def read(text: str, language: str) -> Decimal:
    """The value of the only quantity of the text, which must be money with exact offsets."""
    found = find_quantities(text, language)
    assert len(found) == 1, (text, [(q.text, q.value) for q in found])
    quantity = found[0]
    assert text[quantity.start : quantity.end] == quantity.text
    assert (quantity.unit, quantity.label, quantity.value_max) == ("KZT", "MONEY", None), (text, quantity)
    return quantity.value


@LANGUAGES
@given(data=st.data(), number=st.one_of(st.integers(0, 10**5), st.integers(10**4, 10**13)))
def test_every_separator_of_thousands(language: str, data: st.DataObject, number: int) -> None:
    name = data.draw(st.sampled_from(sorted(digits.separators(language, number))))
    text = CARRIERS[language].format(digits.grouped(number, digits.separators(language, number)[name]))
    assert read(text, language) == number


@LANGUAGES
@given(
    whole=st.integers(0, 10**7),
    fraction=st.from_regex(r"\A[0-9]{1,2}\Z"),
    space=st.sampled_from(["", *digits.SPACES.values()]),
)
def test_the_decimal_mark_of_the_language(language: str, whole: int, fraction: str, space: str) -> None:
    written = digits.decimal(digits.grouped(whole, space), fraction, language)
    assert read(CARRIERS[language].format(written), language) == Decimal(f"{whole}.{fraction}")


@LANGUAGES
@given(
    data=st.data(),
    parts=st.dictionaries(st.integers(1, 4), st.integers(1, 999), min_size=1, max_size=4),
    rest=st.integers(0, 999),
)
def test_compound_scales_add_up(language: str, data: st.DataObject, parts: dict[int, int], rest: int) -> None:
    """4 млрд 105 млн 381 тыс.: descending scales, each with up to three digits, then what is left without one."""
    pieces = [
        f"{parts[power]} {data.draw(st.sampled_from(SCALES[language][power]))}" for power in sorted(parts, reverse=True)
    ]
    pieces += [str(rest)] if rest else []
    total = sum(count * 1000**power for power, count in parts.items()) + rest
    assert read(CARRIERS[language].format(" ".join(pieces)), language) == total


@LANGUAGES
@given(data=st.data(), tenths=st.integers(1, 99999), power=st.integers(1, 4))
def test_a_decimal_with_a_scale(language: str, data: st.DataObject, tenths: int, power: int) -> None:
    written = digits.decimal(str(tenths // 10), str(tenths % 10), language)
    scale = data.draw(st.sampled_from(SCALES[language][power]))
    assert read(CARRIERS[language].format(f"{written} {scale}"), language) == Decimal(tenths) / 10 * 1000**power


PERCENTS = {"ru": "доля выросла на {}", "kk": "үлесі {} өсті", "en": "the share grew by {}"}
SIGNS = {
    "ru": ("%", " %", "\u00a0%", " процента", " процентов"),
    "kk": ("%", " %", "%-ға", " пайыз", " пайызға", " процентке"),
    "en": ("%", " %", " percent", " per cent", " pct"),
}


@LANGUAGES
@given(data=st.data(), tenths=st.integers(0, 2000))
def test_percent(language: str, data: st.DataObject, tenths: int) -> None:
    sign = data.draw(st.sampled_from(SIGNS[language]))
    text = PERCENTS[language].format(digits.decimal(str(tenths // 10), str(tenths % 10), language) + sign)
    (quantity,) = find_quantities(text, language)
    assert (quantity.value, quantity.unit, quantity.label) == (Decimal(tenths) / 10, "percent", "PERCENT")
    assert quantity.text.endswith(sign.strip())
