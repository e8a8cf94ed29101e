"""Where a claim stands: evidence first, then people, then conflicts, then confirmation."""

import hashlib
from dataclasses import replace
from datetime import date
from types import ModuleType

import pytest

from dalel.checks import judge, load_rule, run
from dalel.checks.foundation.discovery import declared, load_checks
from dalel.checks.foundation.examples import Page, case_of
from dalel.errors import MalformedDeclaration, UnknownName
from dalel.publishing import gate
from dalel.publishing.explanations import explained, reasoned
from dalel.records import Review

RATIO = (
    "К центру подключены [62 процента|62 percent share] камер, [4360|4360 object ratio_part whole=6936] из"
    " [6936|6936 object ratio_whole] объектов. В Петропавловске это [15 школ|15 school institution_count]."
)
GAP = (
    "Из [647 школ|647 school ratio_whole] [271|271 school ratio_part whole=647] перевели на удаленку. В обычном режиме"
    " учатся [373 школы|373 school ratio_part]."
)
DAMAGE = "Ущерб составил [8,5 млн тенге|8500000 KZT damage indicator=kindergartens.damage as_of=2024-12]."


def verdicts(case, rule=None):
    findings = explained(run(case))
    judged = reasoned(judge(case, findings, rule), findings)
    return {one.claim_id: replace(one, reason=one.reason.replace("\N{NO-BREAK SPACE}", " ")) for one in judged}


def review(claim_id, decision):
    return Review(
        claim_id=claim_id,
        decision=decision,
        reviewer="A. Editor",
        decided=date(2026, 11, 20),
        reason="checked with the ministry",
        evidence="{}",
        evidence_sha256="0" * 64,
    )


def test_arithmetic_adds_up_and_the_rest_stays_single():
    found = verdicts(case_of([Page(text=RATIO)]))
    assert [found[f"p1c{number}"].verdict for number in (1, 2, 3, 4)] == ["adds-up"] * 3 + ["single-source"]
    assert "says nothing of their truth" in found["p1c1"].reason and "62.86 %, cut off" in found["p1c1"].reason
    assert {verdict.origins for verdict in found.values()} == {1}


def test_parts_that_miss_their_total_are_contradicted():
    found = verdicts(case_of([Page(text=GAP)]))
    assert {verdict.verdict for verdict in found.values()} == {"contradicted"}
    assert "The parts make 644 schools; the page says 647 schools" in found["p1c1"].reason


def test_a_conflict_outweighs_confirmation():
    wrong = RATIO.replace("15 школ|15 school institution_count", "104%|104 percent share")
    both = wrong.replace("62 процента|62", "104 процента|104")
    assert verdicts(case_of([Page(text=both)]))["p1c2"].verdict == "contradicted"


def test_a_second_origin_verifies_and_a_reprint_does_not():
    two = verdicts(case_of([Page(text=DAMAGE), Page(text=DAMAGE)]))
    assert [(verdict.verdict, verdict.origins) for verdict in two.values()] == [("verified", 2)] * 2
    fourteen = verdicts(case_of([Page(text=DAMAGE, origin="p1")] * 14))
    assert {(verdict.verdict, verdict.origins) for verdict in fourteen.values()} == {("single-source", 1)}


@pytest.mark.parametrize(
    ("record", "verdict"), [("contracts", "verified"), ("law", "verified"), (None, "single-source")]
)
def test_a_primary_record_verifies_what_it_states(record, verdict):
    case = case_of([Page(text=DAMAGE, source="register")])
    (found,) = verdicts(replace(case, primary={"register": record} if record else {})).values()
    assert found.verdict == verdict
    assert (found.because == "primary") == (record is not None)


def test_a_superseded_claim_says_so_and_keeps_no_other_verdict():
    case = replace(
        case_of([Page(text=RATIO)]), superseded={claim.claim_id for claim in case_of([Page(text=RATIO)]).claims}
    )
    assert {verdict.verdict for verdict in verdicts(case).values()} == {"superseded"}


def test_what_is_not_found_again_is_rejected_whatever_confirms_it():
    case = case_of([Page(text=RATIO)])
    changed = replace(case, payload=lambda _: b"other bytes", reviews={"p1c1": review("p1c1", "accepted")})
    assert {verdict.verdict for verdict in verdicts(changed).values()} == {"rejected"}


def test_a_claim_that_nobody_looked_for_is_not_taken_on_trust():
    (verdict,) = judge(case_of([Page(text=DAMAGE)]), [])
    assert verdict.verdict == "rejected"


@pytest.mark.parametrize(
    ("decision", "verdict"), [("accepted", "verified"), ("rejected", "rejected"), ("withdrawn", "contradicted")]
)
def test_people_settle_disputes(decision, verdict):
    case = replace(case_of([Page(text=GAP)]), reviews={"p1c1": review("p1c1", decision)})
    found = verdicts(case)
    assert found["p1c1"].verdict == verdict
    assert found["p1c2"].verdict == "contradicted"
    if decision != "withdrawn":
        assert "A. Editor, 20 November 2026: checked with the ministry" in found["p1c1"].reason


def test_a_lapsed_decision_is_visible():
    case = replace(case_of([Page(text=DAMAGE)]), lapsed={"p1c1": "the sentence has changed"})
    assert "An earlier decision no longer holds: the sentence has changed." in verdicts(case)["p1c1"].reason


def test_findings_do_not_depend_on_the_order_of_claims():
    case = case_of([Page(text=RATIO), Page(text=GAP), Page(text=DAMAGE), Page(text=DAMAGE)])
    backwards = replace(case, claims=list(reversed(case.claims)))
    assert run(case) == run(backwards)
    assert judge(case, run(case)) == judge(backwards, list(reversed(run(backwards))))
    assert len(run(case)) == len(set(run(case)))


def test_a_claim_without_its_page_is_rejected_and_disturbs_nothing():
    case = case_of([Page(text=RATIO), Page(text=GAP)])
    found = verdicts(replace(case, documents={"p1": case.documents["p1"]}))
    assert found["p1c1"].verdict == "adds-up"
    assert {found[f"p2c{number}"].verdict for number in (1, 2, 3)} == {"rejected"}


def test_empty_case():
    case = case_of([])
    assert run(case) == []
    assert judge(case, []) == []


@pytest.mark.parametrize("missing", ["check", "ROLE", "EXAMPLES", "NOT_EXAMPLES", "__doc__"])
def test_a_malformed_check_stops_the_run_with_its_name(missing):
    module = ModuleType("planted", "Is it so?")
    for name, value in {"check": list, "ROLE": "arithmetic", "EXAMPLES": (), "NOT_EXAMPLES": ()}.items():
        setattr(module, name, value)
    assert declared("planted", module).question == "Is it so?"
    if missing == "__doc__":
        module.__doc__ = None
    else:
        delattr(module, missing)
    with pytest.raises(MalformedDeclaration, match=r"planted\.py"):
        declared("planted", module)
    module.ROLE = "oracle"
    with pytest.raises(MalformedDeclaration, match=r"planted\.py"):
        declared("planted", module)


def test_all_checks_are_found_by_folder():
    assert {"quote_in_archive", "share_matches_ratio", "parts_sum_to_total"} <= set(load_checks())
    assert all(check.question.endswith("?") for check in load_checks().values())


STRICT = """version = "desk 7"
[[rules]]
verdict = "rejected"
because = "broken"
when = { evidence = "broken" }
[[rules]]
verdict = "rejected"
because = "unread"
when = { evidence = "unread" }
[[rules]]
verdict = "verified"
because = "origins"
when = { origins = 3 }
[[rules]]
verdict = "single-source"
because = "alone"
"""


def test_a_workspace_may_have_a_rule_of_its_own(tmp_path):
    path = tmp_path / "verdicts.toml"
    path.write_text(STRICT, "utf-8")
    rule = load_rule(path)
    assert rule.known_as.version == "desk 7"
    assert rule.known_as.sha256 == hashlib.sha256(STRICT.encode()).hexdigest()
    two, three = (case_of([Page(text=DAMAGE)] * count) for count in (2, 3))
    assert {verdict.verdict for verdict in verdicts(two, rule).values()} == {"single-source"}
    assert {verdict.verdict for verdict in verdicts(three, rule).values()} == {"verified"}
    assert load_rule(tmp_path / "none.toml").known_as == load_rule().known_as


@pytest.mark.parametrize(
    ("old", "new", "error", "words"),
    [
        ('"verified"', '"verifed"', UnknownName, "did you mean 'verified'"),
        ('"alone"', '"alon"', UnknownName, "did you mean 'alone'"),
        ("origins = 3", "orgins = 3", UnknownName, "did you mean 'origins'"),
        ("origins = 3", "origins = 1", MalformedDeclaration, "at least 2"),
        ("origins = 3", 'finding = ["arithmetic hold"]', UnknownName, "arithmetic holds"),
        ("origins = 3", 'finding = "any conflict"', MalformedDeclaration, "must be a list"),
        ("origins = 3", "superseded = 1", MalformedDeclaration, "true or false"),
        ('version = "desk 7"', "", MalformedDeclaration, "version"),
        ('evidence = "broken"', "origins = 9", MalformedDeclaration, "must be rejected before all else"),
        ('because = "alone"', 'because = "alone"\nwhen = { origins = 2 }', MalformedDeclaration, "last rule"),
        ("[[rules]]", "[[rules]", MalformedDeclaration, "not valid TOML"),
    ],
)
def test_a_rule_that_is_wrong_stops_with_what_is_wrong(tmp_path, old, new, error, words):
    path = tmp_path / "verdicts.toml"
    path.write_text(STRICT.replace(old, new, 1), "utf-8")
    with pytest.raises(error, match=words):
        load_rule(path)


def test_no_rule_but_the_first_ones_speaks_for_what_adds_up():
    assert {rule.verdict for rule in load_rule().decisions if rule.because == "arithmetic"} == {"adds-up"}
    assert gate.MARKS["adds-up"] != gate.MARKS["verified"] == "✓"
