"""The baseline reads what one expression can, and nothing spelled out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from benchmarks.baseline import find_quantities


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("более 4 млрд тенге", "ru", [("более 4 млрд тенге", "4000000000", "KZT", "MONEY")]),
        ("12,5 миллиард теңгеден астам", "kk", [("12,5 миллиард теңгеден астам", "12500000000", "KZT", "MONEY")]),
        ("$ 1,234.5 million", "en", [("$ 1,234.5 million", "1234500000", "USD", "MONEY")]),
        ("62,5 процента", "ru", [("62,5 процента", "62.5", "percent", "PERCENT")]),
        ("100%-ға", "kk", [("100%-ға", "100", "percent", "PERCENT")]),
        ("5 школ", "ru", [("5", "5", None, "CARDINAL")]),
        ("полтора миллиарда", "ru", []),
    ],
)
def test_reads(text: str, language: str, expected: list[tuple[str, str, str | None, str]]) -> None:
    found = [(q.text.strip(), q.value, q.unit, q.label) for q in find_quantities(text, language)]
    assert found == [(words, Decimal(value), unit, label) for words, value, unit, label in expected]
