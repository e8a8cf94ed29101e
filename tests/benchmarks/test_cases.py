"""The case and claim scores catch planted mistakes; rows and readings are made here."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pytest

from benchmarks import accuracy, cases, news, reading, units
from dalel.records import Quantity


def quantity(text: str, value: str, start: int = 0, **other: Any) -> Quantity:
    fields = {"unit": "KZT", "label": "MONEY", "modality": "exact", "value_max": None} | other
    end = start + len(text)
    return Quantity(start=start, end=end, core_start=start, core_end=end, text=text, value=Decimal(value), **fields)


def fixed(*quantities: Quantity) -> reading.Reader:
    return lambda text, language=None: list(quantities)


@pytest.mark.parametrize(
    ("found", "expected", "right"),
    [
        ([5.0], [5.0], True),
        ([5.0], [5.0, 6.0], False),
        ([5.0, 6.0], [6.0, 5.0], False),
        ([103.66666666666667], [103.666666666667], True),
        ([0.0], [0.0], True),
        ([1e-9], [0.0], False),
        ([4105381000.0], [4105381001.0], False),
    ],
)
def test_values_match_in_order_and_in_full(found: Iterable[float], expected: Iterable[float], right: bool) -> None:
    assert reading.same(found, expected) is right


def test_a_range_gives_both_ends_and_other_labels_are_left_out() -> None:
    reader = fixed(
        quantity("5 лет", "5", 20, label="DURATION", unit="year"),
        quantity("3–4 млн", "3000000", value_max=Decimal(4000000)),
    )
    assert list(reading.values(reading.labelled(reader, "", "ru", ("MONEY",)))) == [3e6, 4e6]
    assert list(reading.values(reading.labelled(reader, "", "ru", None))) == [3e6, 4e6, 5.0]


def test_an_amount_without_currency_may_have_any_label() -> None:
    reader = fixed(quantity("five", "5", label="CARDINAL", unit=None))
    unnamed = {"text": "five", "lang": "en", "unit": ["Unnamed"]}
    named = {"text": "five", "lang": "en", "unit": ["Dollar"]}
    assert cases.found_in(reader, unnamed, ("MONEY",)).values == [5.0]
    assert cases.found_in(reader, named, ("MONEY",)).values == []


def test_units_are_converted_only_where_the_table_says() -> None:
    assert units.factor("kg", ["Gram"]) == 1000
    assert units.factor("kg", ["Pound"]) == 1
    assert units.factor(None, ["Gram"]) == 1
    reader = fixed(quantity("0.5 kg", "0.5", label="QUANTITY", unit="kg"))
    found = cases.found_in(reader, {"text": "0.5 kg", "lang": "en", "unit": ["Gram"]}, ("QUANTITY",))
    assert (found.values, found.converted) == ([0.5], [500.0])


PAGE = {
    "id": "made-here",
    "language": "ru",
    "title": "Купят 40 планшетов",
    "lead": None,
    "paragraphs": ["Всего две школы.", "На 7 мая выделено 12 тенге."],
    "claims": [{"paragraph": 1, "phrase": "12 тенге", "value": "12", "unit": "KZT", "modality": "exact"}],
    "not_claims": [{"paragraph": 1, "phrase": "7 мая", "why": "date"}],
}
CLAIM = quantity("12 тенге", "12", len("Всего две школы.\nНа 7 мая выделено "))
DATE = quantity("7", "7", len("Всего две школы.\nНа "), label="CARDINAL", unit=None)


def outcome(*found: Quantity) -> list[float]:
    return [
        f.value for f in news.measure("made", [PAGE], lambda text, language=None: list(found) if "\n" in text else [])
    ]


def test_a_claim_needs_value_unit_and_modality() -> None:
    assert outcome(CLAIM) == [1.0, 1.0]
    assert outcome() == [0.0, 0.0]
    for spoilt in ({"value": "13"}, {"unit": "USD"}, {"modality": "about"}, {"value_max": Decimal(14)}):
        wrong = quantity("12 тенге", **({"value": "12", "start": CLAIM.start} | spoilt))
        assert outcome(wrong)[0] == 0.0


def test_a_number_where_none_is_claimed_lowers_precision() -> None:
    assert outcome(CLAIM, DATE) == [1.0, 0.5]


def test_every_goal_and_peer_names_a_measured_figure() -> None:
    assert {key.split(" ")[0] for key in accuracy.peers()} <= set(accuracy.SETS)
