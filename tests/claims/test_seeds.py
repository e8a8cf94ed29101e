"""The five source documents through the text reader: every figure, and nothing else."""

import json
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared with the five source documents is not here")


def gold():
    if not SHARED.is_dir():
        return []
    return [json.loads(line) for line in (SHARED / "gold" / "seeds.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def pages(topics):
    from benchmarks.claim_pages import read_text
    from dalel.claims.finding import find_claims

    found = {}
    for row in gold():
        document = read_text(SHARED / "seeds" / f"{row['id']}.txt", row)
        found[row["id"]] = (document, find_claims(document, topics))
    return found


@pytest.mark.parametrize("row", gold(), ids=lambda row: row["id"][:3])
def test_all_figures_and_nothing_else(pages, row):
    from benchmarks.claim_marks import at_cue

    document, claims = pages[row["id"]]
    right = set()
    for figure in row["figures"]:
        there = [
            c
            for c in at_cue(document, claims, figure["cue"])
            if (str(c.value), c.unit) == (figure["value"], figure["unit"])
        ]
        assert there, figure["cue"]
        right |= {claim.claim_id for claim in there}
    assert [(claim.quote, claim.sentence) for claim in claims if claim.claim_id not in right] == []


def test_the_page_about_an_office_has_no_claim(pages):
    (claims,) = [claims for name, (_, claims) in pages.items() if name.startswith("003")]
    assert claims == []


def test_the_headline_is_linked_to_the_sum_it_repeats(pages):
    (claims,) = [claims for name, (_, claims) in pages.items() if name.startswith("002")]
    (headline,) = [claim for claim in claims if claim.field == "title"]
    (body,) = [claim for claim in claims if claim.claim_id == headline.repeats]
    assert (headline.modality, body.modality) == ("exact", "about")
    assert headline.value == body.value


def test_shares_and_ratios_are_linked_part_to_whole(pages):
    (claims,) = [claims for name, (_, claims) in pages.items() if name.startswith("004")]
    values = {claim.claim_id: claim.value for claim in claims}
    pairs = {(int(claim.value), int(values[claim.whole_id])) for claim in claims if claim.whole_id}
    assert pairs == {(4360, 6936), (91, 373), (152, 425), (169, 404), (15, 42)}
