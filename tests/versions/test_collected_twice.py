"""One site of the newsroom collected three times by the real crawler: edited in between, a page gone, a page back."""

import importlib
import sys
import time

import pytest

import dalel
from dalel import archive, cli, crawler, desk, paths, pipeline, versions
from dalel.publishing import tables
from dalel.sources import find_source, load_sources

sys.path.insert(0, str(paths.PROJECT))
newsroom = importlib.import_module("newsroom")
edition = importlib.import_module("newsroom.editions").edition

EDITED, GROWN, GONE = "east-kazakhstan-computers-ru", "east-kazakhstan-computers-kk-2", "kazakhstan-computers-ru"
EDITS = {
    EDITED: {"и 880 компьютеров": "и 980 компьютеров", "досталось 4 млрд 105 млн 381 тыс. тенге": "досталась помощь"},
    GROWN: {"«ADAL BILIM» кеңсесі де өз өкілдерін жіберді.": "«ADAL BILIM» кеңсесінен 7 өкіл келді."},
}


@pytest.fixture(scope="module")
def space(tmp_path_factory):
    home = tmp_path_factory.mktemp("twice")
    (home / "dalel.toml").write_text("delay_seconds = 0.02\n", "utf-8")
    space = paths.workspace(home)
    source = find_source(load_sources(paths.scrapers()), "sample-datalife")
    with newsroom.serve() as server:
        for catalogue in (None, edition(EDITS, gone=[GONE]), edition(EDITS)):
            server.catalogue = catalogue or server.catalogue
            crawler.collect(space, [source], crawler.CollectOptions(through=server.proxy_url))
            time.sleep(1.1)  # the archive's times are in whole seconds (WARC-Date)
    return space


@pytest.fixture(scope="module")
def run(space):
    return pipeline.refresh(space)


@pytest.fixture(scope="module")
def found(space, run):
    return pipeline.changes(space, run)


def url_of(name):
    return newsroom.load_pages()[name].url


def test_every_version_and_every_answer_is_archived(space):
    times = archive.visits(space.raw)[0]
    assert [visit.state for visit in times[url_of(EDITED)]] == ["page", "page", "unchanged"]
    assert [visit.state for visit in times[url_of(GONE)]] == ["page", "gone", "unchanged"]
    assert archive.verify(space.raw) == []


def test_the_changes_are_those_that_were_made_and_no_others(found):
    told = [(change.url, change.kind, change.earlier.quote, change.later.quote) for change in found]
    assert sorted(told, key=str) == sorted(
        [
            (url_of(EDITED), "changed", "880", "980"),
            (url_of(EDITED), "vanished", "4 млрд 105 млн 381 тыс. тенге", None),
            (url_of(GROWN), "appeared", None, "7"),
            (url_of(GONE), "page_gone", None, None),
            (url_of(GONE), "page_back", None, None),
        ],
        key=str,
    )


def test_both_sentences_are_those_of_the_pages(found):
    by_kind = {change.kind: change for change in found}
    changed, vanished, appeared = (by_kind[kind] for kind in ("changed", "vanished", "appeared"))
    assert "3754 штук планшетов и 880 компьютеров" in changed.earlier.sentence
    assert "3754 штук планшетов и 980 компьютеров" in changed.later.sentence
    assert vanished.later.sentence.endswith("из правительственного резерва досталась помощь.")
    assert appeared.later.sentence == "«ADAL BILIM» кеңсесінен 7 өкіл келді."


def test_each_side_leads_to_the_archived_page_that_states_it(found, run, space):
    captures = {capture.capture_id: capture for capture in run.captures}
    (changed,) = (change for change in found if change.kind == "changed")
    for side in (changed.earlier, changed.later):
        payload = archive.read_payload(space.raw, captures[side.capture_id]).decode("utf-8")
        assert f"{side.value} компьютеров" in payload
    assert changed.earlier.at < changed.later.at


def test_what_was_replaced_is_superseded_and_what_both_versions_say_keeps_its_id(found, run):
    (changed,) = (change for change in found if change.kind == "changed")
    (vanished,) = (change for change in found if change.kind == "vanished")
    (appeared,) = (change for change in found if change.kind == "appeared")
    assert {changed.earlier.claim_id, vanished.earlier.claim_id} <= run.superseded
    assert not {changed.later.claim_id, appeared.later.claim_id} & run.superseded
    claims = {claim.claim_id: claim for claim in run.claims}
    assert len(claims) == len(run.claims)
    assert claims[changed.later.claim_id].supersedes == changed.earlier.claim_id
    urls = {document.document_id: document.url for document in run.documents}
    of_grown = [claim for claim in run.claims if urls[claim.document_id] == url_of(GROWN)]
    assert not {claim.claim_id for claim in of_grown} & run.superseded, "nothing was taken from that page"
    assert len({claim.document_id for claim in of_grown}) == 1, "all are shown from the latest capture"
    again = {claim.claim_id for claim in run.sightings if urls[claim.document_id] == url_of(GROWN)}
    assert again == {claim.claim_id for claim in of_grown} - {appeared.later.claim_id}, (
        "the earlier one is evidence too"
    )


def test_counts_of_verdicts_add_up(run):
    assert sorted(verdict.claim_id for verdict in run.verdicts) == sorted(claim.claim_id for claim in run.claims)
    named = {verdict.claim_id for verdict in run.verdicts if verdict.verdict == "superseded"}
    assert named == run.superseded


def test_tables_hold_the_latest_versions_and_earlier_claims_can_still_be_cited(found, run, space):
    frame = tables.joined(run)
    assert not set(frame["claim_id"]) & run.superseded
    (changed,) = (change for change in found if change.kind == "changed")
    assert changed.later.claim_id in set(frame["claim_id"])
    assert changed.earlier.claim_id not in {name for finding in run.findings for name in finding.claim_ids}
    passport = desk.passport(space, changed.earlier.claim_id)
    assert passport["evidence"]["unchanged"] is True
    assert passport["verdict"]["verdict"] == "superseded"
    assert passport["superseded_by"] == changed.later.claim_id
    assert changed.later.claim_id in passport["verdict"]["reason"]


def test_the_front_door_shows_the_changes_of_a_region(space, monkeypatch):
    monkeypatch.setenv("DALEL_HOME", str(space.home))
    east, west = (dalel.open(region=code).changes() for code in ("KZ-63", "KZ-27"))
    assert {"880\N{NO-BREAK SPACE}devices"} <= set(east["earlier"])
    assert len(west) == 0
    assert list(dalel.open().collected_again()["count"]) == [7, 7, 2]


def test_a_stored_run_knows_what_was_superseded(space, run):
    assert run.superseded
    assert pipeline.refresh(space).superseded == run.superseded


def test_the_command_prints_both_sentences(space, capsys, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["dalel", "--home", str(space.home), "changes"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    printed = capsys.readouterr().out
    assert ended.value.code == 0
    assert "⟦880⟧ компьютеров" in printed
    assert "⟦980⟧ компьютеров" in printed
    assert "1 appeared, 1 changed, 1 page_back, 1 page_gone, 1 vanished" in printed


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--region", "шығыс қазақстан", "--topic", "computers"], "1 changed"),
        (["--region", "KZ-27"], "nothing changed"),
        (["--topic", "kindergartens"], "nothing changed"),
    ],
)
def test_the_command_can_be_asked_for_a_region_and_a_topic(space, capsys, monkeypatch, options, said):
    monkeypatch.setattr(sys, "argv", ["dalel", "--home", str(space.home), "changes", *options])
    with pytest.raises(SystemExit):
        cli.main()
    printed = capsys.readouterr().out
    assert said in printed and ("⟦880⟧" in printed) == ("1 changed" in said)


def test_a_misspelt_topic_is_told_before_any_work(space, capsys, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["dalel", "--home", str(space.home), "changes", "--topic", "computer"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 1 and "did you mean 'computers'?" in capsys.readouterr().err


def test_a_page_that_is_gone_makes_a_new_run_and_one_found_unchanged_does_not(run, space):
    from dalel import ledger

    visits = pipeline.visits(space, run.captures)
    assert run.fingerprint == ledger.fingerprint(space, run.captures, versions.unsteady(visits))
    gone = {url: times for url, times in visits.items() if url != url_of(GONE)}
    assert run.fingerprint != ledger.fingerprint(space, run.captures, versions.unsteady(gone))
    steady = next(url for url, times in visits.items() if len({visit.capture_id for visit in times}) == 1 < len(times))
    more = visits | {steady: [*visits[steady], visits[steady][-1]]}
    assert run.fingerprint == ledger.fingerprint(space, run.captures, versions.unsteady(more))
