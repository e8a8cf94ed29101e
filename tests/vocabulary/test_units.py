"""The tables of units and measures: what a row says, and what a wrong row is told."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest

from dalel.errors import MalformedDeclaration
from dalel.records import Label, Measure
from dalel.vocabulary import MEASURES, UNITS, Unit, rows, unit


@pytest.mark.parametrize(
    ("code", "record", "kind", "measure", "money"),
    [
        ("KZT", Unit("KZT"), "money", None, True),
        ("0.01 KZT", Unit("KZT", (), Decimal("0.01")), "money", None, True),
        ("KZT/month/child", Unit("KZT", ("month", "child")), "money", "unit_price", False),
        ("MCI", Unit("MCI"), "index", None, True),
        ("school", Unit("school"), "institution", "institution_count", False),
        ("hospital", Unit("hospital"), "institution", "institution_count", False),
        ("teacher", Unit("teacher"), "person", "people_count", False),
        ("pupil", Unit("pupil"), "person", "children_count", False),
        ("camera", Unit("camera"), "device", "device_count", False),
        ("barrel/day", Unit("barrel", ("day",)), "volume", "other_count", False),
        ("TEU", Unit("TEU"), "volume", "other_count", False),
        ("percent", Unit("percent"), "share", "share", False),
        ("pylon", Unit("pylon"), "thing", "other_count", False),
    ],
)
def test_a_unit_is_a_record_that_is_printed_as_it_is_stored(code, record, kind, measure, money):
    found = unit(code)
    assert found == record and str(found) == code
    assert (found.kind, found.measure, found.money) == (kind, measure, money)


def test_measures_and_labels_are_those_of_the_records():
    assert {row.measure for row in UNITS.values()} <= set(MEASURES)
    assert {row.label for row in UNITS.values()} <= set(get_args(Label))
    assert set(get_args(Measure)) <= set(MEASURES)


ROW = """
[forms]
kk = ["name"]
ru = ["one"]
en = ["one"]
[kinds]
thing = { measure = "other_count", label = "CARDINAL" }
[bridge]
kind = "thing"
kk = { name = ["көпір"], words = ["көпір*"] }
ru = { name = ["мост"], words = ["мост*"] }
en = { name = ["bridge"], words = ["bridge*"] }
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('kind = "thing"', 'kind = "thong"', "bridge.kind.*did you mean 'thing'"),
        ('kind = "thing"', 'kind = "thing"\nmesure = "x"', "bridge.mesure.*did you mean 'measure'"),
        ('en = { name = ["bridge"], words = ["bridge*"] }', "", "bridge.en.*is missing"),
        ('name = ["bridge"]', 'name = ["bridge", "bridges"]', "bridge.en.name.*has 2 forms; give one"),
        ('words = ["bridge*"]', 'wrods = ["bridge*"]', "bridge.en.wrods.*did you mean 'words'"),
        ('["bridge*"]', '["bridge*", "bridge*"]', "bridge.en.words.*twice"),
        ('["bridge*"]', '"bridge*"', "bridge.en.words.*write a list"),
        ('["bridge*"]', '["bridge "]', "bridge.en.words.*a stem is words"),
        ("[kinds]", "[kind]", "'kind'.*is unknown|kinds.*is missing|'kind.kind'"),
        ("[bridge]", "[bridge", "is not valid TOML"),
    ],
)
def test_a_wrong_row_is_told_where_and_what_was_meant(old, new, told, tmp_path):
    file = tmp_path / "units.toml"
    file.write_text(ROW, encoding="utf-8")
    assert set(rows.read(file)[1]) == {"bridge"}
    file.write_text(ROW.replace(old, new), encoding="utf-8")
    with pytest.raises(MalformedDeclaration, match=f"units.toml.*({told})"):
        rows.read(file)
