"""A decision holds exactly as long as its evidence is unchanged; nothing written is ever lost or rewritten."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from dalel.checks.foundation.examples import Page, case_of
from dalel.errors import InvalidValue, UnwritableHome
from dalel.review import Decided, decide, read, settle

YES = Decided(decision="accepted", reviewer="A. Editor", decided=date(2026, 11, 20), reason="asked the ministry")


@pytest.fixture
def page():
    case = case_of([Page(text="Полиция видит [91|91 school ratio_part] из [373|373 school ratio_whole] школ.")])
    return case.claims[0], case


def standing(path, claims, documents):
    reviews, problems = read(path)
    assert problems == []
    return settle(reviews, claims, documents)


def test_a_decision_holds_while_nothing_changes(tmp_path, page):
    claim, case = page
    path = tmp_path / "data" / "reviews.jsonl"
    review = decide(path, claim, case.documents["p1"], YES)
    found = standing(path, case.claims, case.documents)
    assert found.in_force == {"p1c1": review}
    assert (found.lapsed, found.problems) == ({}, [])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"value": Decimal(92)}, "value was 91, is 92"),
        ({"unit": "kindergarten"}, "unit was school, is kindergarten"),
        ({"sentence": "Полиция видит 91 из 373 городских школ."}, "the sentence has changed"),
        ({"status": "planned"}, "status was actual, is planned"),
        ({"region": "KZ-27"}, "region was KZ, is KZ-27"),
        ({"as_of": "2023-03"}, "as of was unknown, is 2023-03"),
        ({"modality": "about"}, "modality was exact, is about"),
        ({"indicator": "cameras.x"}, "indicator was unknown, is cameras.x"),
        ({"quote": "91 школа"}, "quote was 91, is 91 школа"),
    ],
)
def test_a_changed_claim_lapses_the_decision_visibly(tmp_path, page, change, words):
    claim, case = page
    path = tmp_path / "reviews.jsonl"
    decide(path, claim, case.documents["p1"], YES)
    found = standing(path, [replace(claim, **change)], case.documents)
    assert found.in_force == {}
    assert found.lapsed == {"p1c1": words}
    assert "accepted by A. Editor on 2026-11-20 no longer holds" in found.problems[0].reason


def test_a_counter_on_the_page_and_shifted_offsets_lapse_nothing(tmp_path, page):
    claim, case = page
    path = tmp_path / "reviews.jsonl"
    decide(path, claim, case.documents["p1"], YES)
    other = {"p1": replace(case.documents["p1"], sha256="0" * 64)}
    assert set(standing(path, [claim], other).in_force) == {"p1c1"}
    shifted = replace(claim, start=claim.start + 5, end=claim.end + 5, sentence_start=5)
    assert set(standing(path, [shifted], case.documents).in_force) == {"p1c1"}
    assert standing(path, [], case.documents).lapsed == {"p1c1": "the claim is no longer found"}
    assert standing(path, [claim], {}).lapsed == {"p1c1": "the claim is no longer found"}


def test_the_last_decision_counts_and_all_lines_stay(tmp_path, page):
    claim, case = page
    path = tmp_path / "reviews.jsonl"
    lines = []
    for decision in ("accepted", "rejected", "withdrawn"):
        decide(path, claim, case.documents["p1"], replace(YES, decision=decision))
        lines.append(path.read_bytes())
        found = standing(path, [claim], case.documents)
        assert [review.decision for review in found.in_force.values()] == (
            [] if decision == "withdrawn" else [decision]
        )
    assert lines[1].startswith(lines[0])
    assert lines[2].startswith(lines[1])
    assert len(read(path)[0]) == 3


def test_broken_lines_are_listed_and_the_rest_kept(tmp_path, page):
    claim, case = page
    path = tmp_path / "reviews.jsonl"
    decide(path, claim, case.documents["p1"], YES)
    whole = path.read_text("utf-8")
    row = json.loads(whole)
    edited = json.dumps({**row, "evidence": row["evidence"].replace('"91"', '"19"')})
    broken = [
        whole[: len(whole) // 2],
        "[]",
        "{}",
        "\x00\x01",
        json.dumps({**row, "decision": "maybe"}),
        json.dumps({**row, "decided": "yesterday"}),
        json.dumps({**row, "reason": 5}),
        "[" * 90_000,
        "9" * 200_000,
        edited,
    ]
    path.write_text(whole + "\n".join(broken), "utf-8")
    reviews, problems = read(path)
    assert len(reviews) == 1
    assert len(problems) == len(broken)
    assert problems[0].subject == "reviews.jsonl line 2"
    assert "edited" in problems[-1].reason


def test_a_line_cut_off_by_a_crash_costs_only_itself(tmp_path, page):
    claim, case = page
    path = tmp_path / "reviews.jsonl"
    path.write_text('{"claim_id": "c1", "deci', "utf-8")
    decide(path, claim, case.documents["p1"], YES)
    reviews, problems = read(path)
    assert [review.claim_id for review in reviews] == ["p1c1"]
    assert [problem.subject for problem in problems] == ["reviews.jsonl line 1"]


@pytest.mark.parametrize("change", [{"decision": "maybe"}, {"reviewer": " "}, {"reason": ""}])
def test_a_decision_without_name_reason_or_sense_is_refused(tmp_path, page, change):
    claim, case = page
    with pytest.raises(InvalidValue):
        decide(tmp_path / "reviews.jsonl", claim, case.documents["p1"], replace(YES, **change))
    assert not (tmp_path / "reviews.jsonl").exists()


def test_a_place_that_cannot_be_written(tmp_path, page):
    claim, case = page
    (tmp_path / "data").write_text("a file", "utf-8")
    with pytest.raises(UnwritableHome):
        decide(tmp_path / "data" / "reviews.jsonl", claim, case.documents["p1"], YES)


def test_no_decisions_yet(tmp_path):
    assert read(tmp_path / "reviews.jsonl") == ([], [])
