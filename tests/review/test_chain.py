"""Ten ways to tamper with data/reviews.jsonl, each named; and two branches of git that join."""

import json
import subprocess
from dataclasses import replace
from datetime import date

import pytest

from dalel import chain
from dalel.checks.foundation.examples import Page, case_of
from dalel.review import Decided, as_corrected, decide, read, settle

YES = Decided(decision="accepted", reviewer="A. Editor", decided=date(2026, 11, 20), reason="asked the ministry")


@pytest.fixture
def page():
    case = case_of([Page(text="Полиция видит [91|91 school ratio_part] из [373|373 school ratio_whole] школ.")])
    return case.claims[0], case


@pytest.fixture
def path(tmp_path, page):
    """Three decisions: accepted by one editor, then rejected, then accepted again by another."""
    path = tmp_path / "data" / "reviews.jsonl"
    claim, case = page
    for reviewer, decision in (("A. Editor", "accepted"), ("A. Editor", "rejected"), ("B. Editor", "accepted")):
        decide(path, claim, case.documents["p1"], replace(YES, reviewer=reviewer, decision=decision))
    assert len(read(path)[0]) == 3 and read(path)[1] == []
    return path


def rewritten(change):
    """A tampering with the list of lines."""

    def tamper(path):
        lines = path.read_text("utf-8").splitlines()
        path.write_text("".join(f"{line}\n" for line in change(lines)), "utf-8")

    return tamper


def field(number, name, value, *, digest=False):
    """One field of one line edited; with `digest` the line is given the digest that fits it."""

    def change(lines):
        row = json.loads(lines[number]) | {name: value}
        row |= {"digest": chain.digest(row)} if digest else {}
        return [*lines[:number], json.dumps(row, ensure_ascii=False), *lines[number + 1 :]]

    return rewritten(change)


def forged(lines):
    row = json.loads(lines[-1]) | {"decision": "rejected", "reviewer": "C.", "after": [json.loads(lines[-1])["digest"]]}
    return [*lines, json.dumps(row | {"digest": chain.digest(row)})]


TAMPERINGS = {
    "last line deleted": rewritten(lambda lines: lines[:-1]),
    "line in the middle deleted": rewritten(lambda lines: [lines[0], lines[2]]),
    "first line deleted": rewritten(lambda lines: lines[1:]),
    "lines swapped": rewritten(lambda lines: [lines[1], lines[0], lines[2]]),
    "decision flipped": field(1, "decision", "accepted"),
    "decision of the last line flipped with its digest": field(2, "decision", "rejected", digest=True),
    "name edited with its digest": field(0, "reviewer", "B. Editor", digest=True),
    "reason edited": field(1, "reason", "nobody was asked"),
    "line forged with a digest that fits": rewritten(forged),
    "file emptied": rewritten(lambda lines: []),
    "half a line": rewritten(lambda lines: [*lines[:2], lines[2][:40]]),
    "line put in before all": rewritten(lambda lines: [*forged(lines)[-1:], *lines]),
    "line twice": rewritten(lambda lines: [*lines, lines[0]]),
    "file deleted": lambda path: path.unlink(),
    "list of last lines deleted": lambda path: chain.heads_of(path).unlink(),
}


@pytest.mark.parametrize("name", TAMPERINGS)
def test_tampering_is_named(path, name):
    TAMPERINGS[name](path)
    problems = read(path)[1]
    assert problems and all(problem.subject.startswith("reviews.jsonl") for problem in problems)


def test_adding_after_tampering_does_not_cover_it_up(path, page):
    rewritten(lambda lines: [lines[0], lines[2]])(path)
    decide(path, page[0], page[1].documents["p1"], YES)
    assert any("does not stand before it" in problem.reason for problem in read(path)[1])


def test_two_branches_join_in_git(tmp_path, page):
    claim, case = page
    home = tmp_path / "repository"
    path = home / "data" / "reviews.jsonl"
    home.mkdir()

    def git(*words):
        who = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main"]
        subprocess.run(["git", *who, *words], cwd=home, check=True, capture_output=True)

    def decided(reviewer):
        decide(path, claim, case.documents["p1"], replace(YES, reviewer=reviewer))
        git("add", "-A")
        git("commit", "-qm", reviewer)

    git("init", "-q")
    (home / ".gitattributes").write_text("data/*.jsonl merge=union\ndata/*.jsonl.heads merge=union\n", "utf-8")
    decided("A.")
    git("checkout", "-qb", "other")
    decided("B.")
    git("checkout", "-q", "main")
    decided("C.")
    git("merge", "-q", "other", "-m", "both")
    reviews, problems = read(path)
    assert problems == [] and sorted(review.reviewer for review in reviews) == ["A.", "B.", "C."]
    decided("D.")
    last = json.loads(path.read_text("utf-8").splitlines()[-1])
    assert len(last["after"]) == 2
    assert read(path)[1] == [] and len(chain.read(path, "review").heads) == 1


def test_two_editors_who_differ_leave_it_open_with_both_reasons(tmp_path, page):
    claim, case = page
    path = tmp_path / "reviews.jsonl"
    decide(path, claim, case.documents["p1"], YES)
    no = replace(YES, reviewer="B. Editor", decision="rejected", reason="the ministry says 90")
    decide(path, claim, case.documents["p1"], no)
    (review,) = settle(read(path)[0], case.claims, case.documents).in_force.values()
    assert review.decision == "differing" and review.reviewer == "A. Editor, B. Editor"
    assert "asked the ministry" in review.reason and "the ministry says 90" in review.reason
    decide(path, claim, case.documents["p1"], replace(no, decision="withdrawn", reason="was another school"))
    (review,) = settle(read(path)[0], case.claims, case.documents).in_force.values()
    assert review.decision == "accepted"


def test_a_correction_puts_what_is_right_in_the_place_of_what_was_read(tmp_path, page):
    claim, case = page
    path = tmp_path / "reviews.jsonl"
    said = replace(YES, decision="corrected", corrections={"value": "90", "region": "KZ-43"})
    decide(path, claim, case.documents["p1"], said)
    settled = settle(read(path)[0], case.claims, case.documents)
    found = {one.claim_id: one for one in as_corrected(case.claims, settled.in_force)}
    assert (str(found["p1c1"].value), found["p1c1"].region) == ("90", "KZ-43")
    assert found["p1c1"].quote == claim.quote and found["p1c2"] == case.claims[1]
    again = settle(read(path)[0], [replace(claim, value=claim.value + 1)], case.documents)
    assert again.in_force == {} and again.lapsed == {"p1c1": "value was 91, is 92"}


@pytest.mark.parametrize(
    ("corrections", "said"),
    [
        ({}, "a correction, and only a correction"),
        ({"valu": "90"}, "did you mean 'value'"),
        ({"value": "many"}, "is no number"),
        ({"value": "91"}, "nothing to correct"),
        ({"value": None}, "cannot be left open"),
        ({"value": "NaN"}, "is no number"),
        ({"status": "plannd"}, "did you mean 'planned'"),
        ({"region": "KZ-99"}, "KZ-99"),
        ({"place": "a\x1b[31m"}, "on one line"),
        ({"quote": "90"}, "quote"),
    ],
)
def test_a_correction_that_says_nothing_is_refused(tmp_path, page, corrections, said):
    from dalel.errors import DalelError

    claim, case = page
    with pytest.raises(DalelError, match=said):
        decide(
            tmp_path / "r.jsonl", claim, case.documents["p1"],
            replace(YES, decision="corrected", corrections=corrections),
        )  # fmt: skip
    assert not (tmp_path / "r.jsonl").exists()
