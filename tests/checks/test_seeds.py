"""What the first checks must say of the five real source documents, through archive, readers and extraction."""

import json
from pathlib import Path

import pytest

from dalel import archive, checks, origins, readers
from dalel.claims.finding import find_claims
from dalel.publishing.explanations import explain
from dalel.topics import load_topics

SHARED = Path(__file__).resolve().parents[3] / "shared"
pytestmark = pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="../shared/seeds is not there")


@pytest.fixture(scope="module")
def judged(tmp_path_factory):
    """(case, findings, verdicts) of the five documents, each added as a text file under its own address."""
    raw = tmp_path_factory.mktemp("home") / "data" / "raw"
    gold = [json.loads(line) for line in (SHARED / "gold" / "seeds.jsonl").read_text("utf-8").splitlines()]
    captures = {}
    for row in gold:
        capture = archive.add_file(raw, SHARED / "seeds" / f"{row['id']}.txt", row["url"], row["outlet"], None)
        captures[capture.capture_id] = capture
    documents = [readers.read(archive.read_payload(raw, capture), capture) for capture in captures.values()]
    topics = load_topics()
    case = checks.Case(
        claims=[claim for document in documents for claim in find_claims(document, topics)],
        documents={document.document_id: document for document in documents},
        origins=origins.group(documents),
        captures=captures,
        payload=lambda capture_id: archive.read_payload(raw, captures[capture_id]),
    )
    findings = checks.run(case)
    return case, findings, {verdict.claim_id: verdict.verdict for verdict in checks.judge(case, findings)}


@pytest.mark.parametrize(
    ("severity", "words", "arithmetic"),
    [
        ("note", "62 %: 4 360 of 6 936 is 62.86 %, cut off", "4360 / 6936 = 62.86 %"),
        ("note", "35 %: 152 of 425 is 35.76 %, cut off", "152 / 425 = 35.76 %"),
        ("note", "41 %: 169 of 404 is 41.83 %, cut off", "169 / 404 = 41.83 %"),
        ("holds", "24 % agrees: 91 of 373 is 24.4 %, rounded", "91 / 373 = 24.40 %"),
        ("conflict", "The parts make 644 schools; the page says 647 schools. Difference: 3 too few", "271 + 373 = 644"),
    ],
)
def test_arithmetic_of_the_seeds(judged, severity, words, arithmetic):
    _, findings, _ = judged
    found = [finding for finding in findings if finding.arithmetic == arithmetic]
    assert [finding.severity for finding in found] == [severity]
    assert words in explain(found[0], "en").replace("\N{NO-BREAK SPACE}", " ")


def test_nothing_else_is_said_to_conflict_and_every_quote_is_found(judged):
    _, findings, verdicts = judged
    assert [finding.arithmetic for finding in findings if finding.severity == "conflict"] == ["271 + 373 = 644"]
    assert not [finding for finding in findings if finding.severity == "broken"]
    assert "rejected" not in verdicts.values()
    assert list(verdicts.values()).count("contradicted") == 3


def test_money_is_not_divided_by_some_of_the_devices(judged):
    _, findings, _ = judged
    assert not [finding for finding in findings if finding.check == "implied_unit_price"]


def test_the_seeds_are_five_voices(judged):
    case, _, _ = judged
    assert len(set(case.origins.values())) == 5
