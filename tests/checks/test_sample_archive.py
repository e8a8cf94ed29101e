"""The same relations from the sample archive: bytes, readers, extraction, checks; with a floor that may only rise."""

import json
from pathlib import Path

import pytest

from dalel import archive, checks, origins, readers
from dalel.claims.finding import find_claims
from dalel.topics import load_topics

TESTS = Path(__file__).resolve().parents[1]
RAW = TESTS.parent / "data" / "raw"
FLOORS = json.loads((TESTS / "floors" / "checks.json").read_text("utf-8"))
ARITHMETIC = ("parts_sum_to_total", "share_matches_ratio", "share_matches_counts")
# per page, by the words of its address: what must be said of it; the list of tests/checks/test_sample_relations.py
EXPECTED = {
    ("schoolchildren-to-receive", "holds", "3479 + 18984 = 22463"),
    ("bolee-22-tysyach", "holds", "3479 + 18984 = 22463"),
    ("16094-kompyutery", "conflict", "271 + 373 = 644"),
    ("glava-mvd-zayavil", "holds", "91 / 373 = 24.40 %"),
    ("glava-mvd-zayavil", "note", "152 / 425 = 35.76 %"),
    ("glava-mvd-zayavil", "note", "169 / 404 = 41.83 %"),
    ("glava-mvd-zayavil", "note", "4360 / 6936 = 62.86 %"),
    ("road-works-to-cover", "holds", "25000 + 70000 = 95000"),
    ("road-works-to-cover", "holds", "8000 + 4000 = 12000"),
    ("it-is-planned-to-spend", "holds", "163 / 369 = 44.17 %"),
    ("it-is-planned-to-spend", "note", "500000000000 + 976300000000 + 909400000000 = 2385700000000"),
    ("6394606-v-kazakhstane", "holds", "10 + 10 + 9 + 6 + 5 + 4 + 2 + 3 + 2 + 2 + 2 + 2 + 2 + 1 + 1 + 1 = 62"),
    ("275226-qyzylordadaghy", "holds", "3134 + 1694 = 4828"),
    ("23-tysjachi", "holds", "1000 + 700 + 4802 + 2700 + 276 = 9478"),
    ("23-tysjachi", "holds", "14362 + 4802 + 3706 = 22870"),
    ("23-tysjachi", "holds", "9478 / 22870 = 41.44 %"),
    ("t-rkistan-563", "holds", "563 / 943 = 59.70 %"),
    ("666534-zhambyl", "holds", "18 + 14 = 32"),
    ("shokiruyuschaya-statistika", "holds", "51 / 317 = 16.09 %"),
}


@pytest.fixture(scope="module")
def case():
    captures = {capture.capture_id: capture for capture in archive.load_captures(RAW)[0]}
    documents = {name: readers.read(archive.read_payload(RAW, one), one) for name, one in captures.items()}
    topics = load_topics()
    return checks.Case(
        claims=[claim for document in documents.values() for claim in find_claims(document, topics)],
        documents=documents,
        origins=origins.group(list(documents.values())),
        topics=topics,
        captures=captures,
        payload=lambda capture_id: archive.read_payload(RAW, captures[capture_id]),
    )


@pytest.fixture(scope="module")
def findings(case):
    return checks.run(case)


def test_every_quote_is_found_unchanged(findings):
    found = [finding.severity for finding in findings if finding.check == "quote_in_archive"]
    assert len(found) > 250
    assert set(found) == {"holds"}


def test_relations_found_and_none_made_up(case, findings):
    known = {claim.claim_id: case.documents[claim.document_id].url for claim in case.claims}
    said = [finding for finding in findings if finding.check in ARITHMETIC]
    found = {
        (words, severity, arithmetic)
        for words, severity, arithmetic in EXPECTED
        if any(
            words in known[finding.claim_ids[0]] and (finding.severity, finding.arithmetic) == (severity, arithmetic)
            for finding in said
        )
    }
    made_up = len(said) - len(found)
    assert made_up <= FLOORS["relations_made_up_at_most"], said
    assert len(found) / len(EXPECTED) >= FLOORS["relations_found"], sorted(EXPECTED - found)


def test_conflicts_are_few_and_right(findings):
    conflicts = [finding.arithmetic for finding in findings if finding.severity == "conflict"]
    assert conflicts == ["271 + 373 = 644"]


def test_what_pages_say_beside_each_other(case, findings):
    """Read by a person: pages 563 schools / 563 cameras, 35 000 children / devices; 27 bn by April, 21.8 later."""
    claims = {claim.claim_id: claim for claim in case.claims}
    told = {
        (finding.kind, tuple(int(claims[name].value) for name in finding.claim_ids))
        for finding in findings
        if finding.kind in {"headline-counts-other", "copy-unit", "fell", "origins-agree", "origins-differ"}
    }
    assert told == {
        ("headline-counts-other", (563, 563)),
        ("headline-counts-other", (35000, 35000)),
        ("fell", (27000000000, 21800000000)),
        ("origins-agree", (655, 655)),
    }


def test_verdicts_of_all_kinds_but_rejected(case, findings):
    verdicts = checks.judge(case, findings)
    assert len(verdicts) == len(case.claims)
    assert {verdict.verdict for verdict in verdicts} == {"adds-up", "single-source", "contradicted", "verified"}
    claims = {claim.claim_id: claim for claim in case.claims}
    # one national project of rural clinics, told by two agencies a year apart
    assert {claims[one.claim_id].quote for one in verdicts if one.verdict == "verified"} == {"655"}
