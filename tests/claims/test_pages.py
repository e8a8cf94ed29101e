"""The pages of tests/claims/pages: gold that a person wrote before the rules were read."""

import tomllib

import pytest

from benchmarks import claim_fresh
from benchmarks.claims import shown, value_and_unit

FILES = sorted(claim_fresh.FOLDER.glob("*.toml"))


def gold(file):
    page = tomllib.loads(file.read_text("utf-8"))
    document = claim_fresh.read_page(file.stem, page)
    return document, [{**claim_fresh.COMMON, **page["default"], **row} for row in page["claims"]]


def test_all_languages_and_scripts_are_there():
    pages = [gold(file)[0] for file in FILES]
    assert {(page.language, page.script) for page in pages} == {
        ("ru", "Cyrl"), ("kk", "Cyrl"), ("kk", "Latn"), ("kk", "Arab"), ("en", "Latn"),
    }  # fmt: skip


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_gold_phrase_stands_on_its_page(file):
    document, rows = gold(file)
    for row in rows:
        start, end = claim_fresh.place(document, row)
        assert document.field(row["at"])[start:end] == row["phrase"]


def test_a_wrong_attribute_lowers_its_figure_alone():
    right = {figure.measure: figure.hits for figure in claim_fresh.fresh_figures({"value": value_and_unit}, shown)}
    wrong = {figure.measure: figure.hits for figure in claim_fresh.fresh_figures({"value": lambda *_: False}, shown)}
    assert wrong.pop("value") == 0 < right.pop("value")
    assert wrong == right
