"""The measured figures on the sample archive and the source documents: pinned, and they may only rise."""

import json

import pytest

from benchmarks import claims, floors
from benchmarks.claim_marks import strangers


@pytest.fixture(scope="module")
def measured():
    return claims.measured()


def test_no_figure_has_fallen_below_its_floor(measured):
    pinned = floors.load(claims.FILE)
    if "seeds" not in measured:
        pinned = {key: value for key, value in pinned.items() if not key.startswith("seeds ")}
    figures = [figure for listed in measured.values() for figure in listed]
    assert not floors.fallen(pinned, figures), "\n".join(floors.fallen(pinned, figures))
    unpinned = {figure.key for figure in figures} - pinned.keys()
    assert not unpinned, f"measured but not pinned: {sorted(unpinned)}; run `python -m benchmarks.claims --pin`"


def test_the_floors_are_above_the_bars():
    pinned = json.loads(claims.FILE.read_text("utf-8"))
    for attribute, bar in claims.BARS.items():
        assert pinned[f"samples {attribute}"] >= bar
        assert pinned[f"pages {attribute}"] >= bar
        assert pinned[f"seeds {attribute}"] >= bar


def test_numbers_of_the_furniture_are_no_claims():
    found = [(page, claim.quote) for page, claim in strangers()]
    assert len(found) <= 2, found
