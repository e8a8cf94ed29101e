"""What an editor changes of what was published stands on a page and in a feed, with where it was used."""

import xml.etree.ElementTree as ET
from datetime import date

import pytest

from dalel import paths, pipeline, reviewing
from dalel.errors import InvalidValue, UnknownClaim
from dalel.publishing import site
from dalel.publishing.site import corrections
from dalel.review import read

TEXT = "В Павлодарской области построили 12 школ. На это потратили 40 млн тенге."
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def space(tmp_path):
    space = paths.workspace(tmp_path)
    file = tmp_path / "a.txt"
    file.write_text(TEXT, "utf-8")
    pipeline.add(space, [file], pipeline.Given(url="https://a.example/1", published=date(2024, 5, 14)))
    return space


def claim_of(space, quote):
    return next(claim for claim in pipeline.refresh(space).claims if claim.quote == quote)


def said(decision, reviewer="A. Editor", reason="asked <them>", **corrections):
    return reviewing.Said(
        decision=decision, reason=reason, reviewer=reviewer, decided=date(2026, 11, 30), corrections=corrections
    )


def edition_of(space, **more):
    return site.Edition(evidence=pipeline.refresh(space), reviews=read(space.reviews)[0], **more)


def test_the_queue_is_ranked_by_money_and_what_is_decided_leaves_it(space):
    waiting = reviewing.waiting(space)
    assert [one.claim.quote for one in waiting] == ["40 млн тенге", "12"]
    assert [int(one.money) for one in waiting] == [40_000_000, 0]
    reviewing.decide(space, waiting[0].claim.claim_id, said("accepted"))
    assert [one.claim.quote for one in reviewing.waiting(space)] == ["12"]
    assert [one.claim.quote for one in reviewing.waiting(space, region="KZ-43")] == []


def test_an_item_shows_the_words_of_each_attribute(space):
    found = reviewing.item(space, claim_of(space, "12").claim_id)
    told = {one["attribute"]: [word["text"] for word in one["words"]] for one in found["grounds"]}
    assert {"value", "unit", "region"} <= set(told)
    assert all(word in TEXT for words in told.values() for word in words)
    assert found["charts"] == [] and found["reviews"] == []


def test_a_corrected_value_is_used_and_the_reading_kept_beside_it(space):
    claim = claim_of(space, "12")
    reviewing.decide(space, claim.claim_id, said("corrected", value="11", region="KZ-43"))
    run = pipeline.refresh(space)
    now = next(one for one in run.claims if one.claim_id == claim.claim_id)
    assert (str(now.value), now.region) == ("11", "KZ-43")
    assert [(one.claim_id, str(one.value)) for one in run.readings] == [(claim.claim_id, "12")]
    (verdict,) = (one for one in run.verdicts if one.claim_id == claim.claim_id)
    assert verdict.verdict == "verified"
    assert pipeline.refresh(space).readings == run.readings, "kept in the tables too"
    passport = reviewing.item(space, claim.claim_id)
    assert {"attribute": "value", "read": "12", "corrected": "11"} in passport["corrected"]
    reviewing.decide(space, claim.claim_id, said("withdrawn"))
    assert str(claim_of(space, "12").value) == "12" and pipeline.refresh(space).readings == []


def test_two_editors_who_differ_contradict_it_with_both_reasons(space):
    claim_id = claim_of(space, "12").claim_id
    reviewing.decide(space, claim_id, said("accepted", reason="seen the act"))
    reviewing.decide(space, claim_id, said("rejected", reviewer="B. Editor", reason="seen the site"))
    (verdict,) = (one for one in pipeline.refresh(space).verdicts if one.claim_id == claim_id)
    assert verdict.verdict == "contradicted"
    assert "seen the act" in verdict.reason and "seen the site" in verdict.reason


def test_corrections_stand_on_the_page_and_in_the_feed_with_where_they_were_used(space, tmp_path):
    claim_id = claim_of(space, "12").claim_id
    reviewing.decide(space, claim_id, said("corrected", value="11"))
    reviewing.decide(space, claim_of(space, "40 млн тенге").claim_id, said("accepted"))
    edition = edition_of(space, uses={claim_id: ["KZ/amounts-en"]})
    (one,) = corrections.entries(edition)
    assert one["changes"] == [("value", "12", "11")] and one["charts"] == ["KZ/amounts-en"]
    assert one["tables"] == ["KZ", "KZ-55"] and one["reason"] == "asked <them>"
    site.write(edition, tmp_path / "report")
    for language, title in (("kk", "Түзетулер"), ("ru", "Исправления"), ("en", "Corrections")):
        page = (tmp_path / f"report/corrections.{language}.html").read_text("utf-8")
        assert title in page and "asked &lt;them&gt;" in page and claim_id in page and "KZ/amounts-en" in page
    root = ET.fromstring((tmp_path / "report" / corrections.FEED).read_bytes())  # noqa: S314
    (entry,) = root.findall("a:entry", ATOM)
    assert entry.find("a:id", ATOM).text == f"urn:dalel:{claim_id}:1"
    told = entry.find("a:content", ATOM).text
    assert "value: 12 → 11" in told and "chart KZ/amounts-en" in told and f"cited as {claim_id}" in told


def test_no_corrections_make_a_page_that_says_so(space, tmp_path):
    site.write(edition_of(space), tmp_path / "report")
    assert "No figure has been corrected." in (tmp_path / "report/corrections.en.html").read_text("utf-8")
    assert ET.fromstring(corrections.feed(edition_of(space))).findall("a:entry", ATOM) == []  # noqa: S314


def test_a_decision_on_what_is_unknown_or_replaced_is_refused(space, tmp_path):
    with pytest.raises(UnknownClaim):
        reviewing.decide(space, "cnone", said("accepted"))
    old = claim_of(space, "12").claim_id
    file = tmp_path / "a.txt"
    file.write_text(TEXT.replace("12", "13"), "utf-8")
    pipeline.add(space, [file], pipeline.Given(url="https://a.example/1", published=date(2024, 5, 14)))
    with pytest.raises(InvalidValue, match="later version"):
        reviewing.decide(space, old, said("accepted"))


def test_a_counter_on_the_page_lapses_nothing_and_an_edit_does(space, tmp_path):
    claim_id = claim_of(space, "12").claim_id
    reviewing.decide(space, claim_id, said("rejected"))
    file = tmp_path / "a.txt"
    for text, expected in ((TEXT + "\nПросмотров: много", "rejected"), (TEXT.replace("12", "13"), "superseded")):
        file.write_text(text, "utf-8")
        pipeline.add(space, [file], pipeline.Given(url="https://a.example/1", published=date(2024, 5, 14)))
        run = pipeline.refresh(space)
        (verdict,) = (one for one in run.verdicts if one.claim_id == claim_id)
        assert verdict.verdict == expected
    assert any("no longer holds" in problem.reason for problem in run.problems)
