"""Single expressions and values: test cases of Duckling (BSD-3, Facebook), Recognizers-Text (MIT, Microsoft).

A case is right when the values found, in text order, are exactly those expected: nothing more, nothing less, no unit
converted. Cases that expect no value are counted apart, since a silent reader would pass them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks import reading, units
from benchmarks.corpora import Row, rows
from benchmarks.figures import Failure, Figure, share

MONEY, PERCENT, QUANTITY = ("MONEY",), ("PERCENT",), ("QUANTITY",)
SUITES: dict[str, tuple[str, ...] | None] = {  # labels that the suite asks for; None: every number
    "duckling_ru_money": MONEY,
    "duckling_ru_numeral": None,
    "duckling_ru_quantity": QUANTITY,
    "duckling_en_money": MONEY,
    "duckling_en_numeral": None,
    "duckling_en_quantity": QUANTITY,
    "recognizers_currency": MONEY,
    "recognizers_number": None,
    "recognizers_percent": PERCENT,
    "recognizers_dimension": QUANTITY,
}
UNNAMED = "Unnamed"  # Duckling's unit for an amount without a currency ("five", "42 bucks")


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in one case: the values as written, and in the suite's base unit."""

    values: list[float]
    converted: list[float]


def found_in(read: reading.Reader, case: Row, labels: Sequence[str] | None) -> Found:
    """The case as the grammar reads it; where the case names no currency, a number of any label will do."""
    wanted = None if UNNAMED in case["unit"] else labels
    found = reading.labelled(read, case["text"], case["lang"], wanted)
    plain = list(reading.values(found))
    factors = [units.factor(q.unit, case["unit"]) for q in found for _ in ((0, 1) if q.value_max is not None else (0,))]
    return Found(plain, [value * factor for value, factor in zip(plain, factors, strict=True)])


def suite(name: str, read: reading.Reader) -> list[Figure]:
    """Three figures: values right as written, right once units are converted, silent where nothing is expected."""
    strict, converted, noise = [], [], []
    for case in rows(name):
        expected = [value for value in case["values"] if value is not None]  # None: a unit without a number
        found = found_in(read, case, SUITES[name])
        failure = Failure(kind(expected, found.values), case["id"], case["text"], str(expected), str(found.values))
        if not expected:
            noise += [failure] if found.values else []
            continue
        strict += [] if reading.same(found.values, expected) else [failure]
        converted += [] if any(reading.same(v, expected) for v in (found.values, found.converted)) else [failure]
    silent = sum(not any(value is not None for value in case["values"]) for case in rows(name))
    asked = len(rows(name)) - silent
    figures = [share(name, "value", asked, strict)]
    figures += [share(name, "value, units converted", asked, converted)] if SUITES[name] in (MONEY, QUANTITY) else []
    return figures + ([share(name, "nothing where none", silent, noise)] if silent else [])


def kind(expected: Sequence[float], found: Sequence[float]) -> str:
    """Two words on what went wrong."""
    if not found:
        return "nothing found"
    if len(found) != len(expected):
        return "too many" if len(found) > len(expected) else "too few"
    return "wrong value"
