"""Every currency of ISO 4217: the table is that of CLDR, and each is read by its code and its names."""

from __future__ import annotations

import pytest

from dalel.languages import load
from dalel.quantities.finding import find_quantities
from dalel.vocabulary import unit
from dalel.vocabulary.currencies import FILE, currencies
from tests.vocabulary.cldr import written

OLD = {"RUR"}  # read as RUB, which it became in 1998 and is still written for
GAPS = {"kk": 6, "ru": 47, "en": 14}  # names that are not read whole: three words and more, hyphens, ampersands


def test_the_table_is_what_cldr_says():
    assert FILE.read_text(encoding="utf-8") == written()
    assert len(currencies()) > 300


def read(text: str, language: str) -> tuple[str | None, str] | None:
    found = find_quantities(text, language)
    return (found[0].unit, str(found[0].value)) if len(found) == 1 else None


@pytest.mark.parametrize("text", ["Отдали {} 500.", "Отдали 500 {}.", "Отдали {}500.", "Отдали 500{}."])
def test_a_code_is_read_before_and_behind_apart_and_glued(text):
    asked = [code for code in currencies() if code not in OLD]
    assert [code for code in asked if read(text.format(code), "ru") != (code, "500")] == []


def test_a_code_is_read_in_english_unless_it_is_a_word():
    words = set(load("en", "numbers")["currency_codes_unread"]["words"])
    asked = [code for code in currencies() if code not in OLD and code.lower() not in words]
    assert [code for code in asked if read(f"They paid 500 {code}.", "en") != (code, "500")] == []


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_names_are_read(language):
    names = [(code, name.rstrip("*")) for code, row in currencies().items() for name in getattr(row, language)]
    unread = [name for code, name in names if read(f"500 {name}", language) != (code, "500")]
    assert len(names) > 140 and len(unread) <= GAPS[language], unread


def test_two_amounts_in_a_row_stay_apart():
    found = find_quantities("Отдали 500 USD 300 EUR.", "ru")
    assert [(str(one.value), one.unit) for one in found] == [("500", "USD"), ("300", "EUR")]


def test_the_minor_unit_is_known():
    assert (currencies()["KZT"].digits, currencies()["JPY"].digits, currencies()["KWD"].digits) == (2, 0, 3)
    assert unit("AUD").money and unit("AUD").kind == "money"
