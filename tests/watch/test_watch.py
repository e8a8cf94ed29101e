"""Watched twice, a page edited in between, a source failing both times: what is told, and that nothing else is."""

import json
from decimal import Decimal

import pytest

import dalel
from dalel import archive, ledger, proving, watching, watchlog
from dalel.errors import EmptyArchive, UnknownName
from dalel.publishing import digest


def told(found):
    return [(one.kind, one.cause, one.quote, one.region, one.topic) for one in found.noted.news if one.kind != "known"]


def test_the_first_watch_knows_and_tells_nothing(watched):
    first = watched.found[0]
    assert first.first and not first.news
    assert {one.kind for one in first.noted.news} == {"known"}
    bodies = [claim for claim in first.run.claims if claim.repeats is None]
    assert {one.claim_id for one in first.noted.news} == {claim.claim_id for claim in bodies}


def test_the_edited_share_has_changed_and_is_newly_contradicted(watched):
    second = watched.found[1]
    assert not second.first and second.news
    changed, *others = sorted(second.noted.news, key=lambda one: one.kind != "changed")
    assert (changed.kind, changed.cause) == ("changed", "page")
    assert (changed.was.value, changed.stated.value, changed.stated.unit) == (Decimal(62), Decimal(72), "percent")
    assert changed.region == "KZ" and changed.topic == "cameras"
    # 4360 of 6936 is 62.86 %: all three numbers of the sentence stand against each other now
    moved = [one for one in others if one.kind == "known"]
    others = [one for one in others if one.kind != "known"]
    assert {one.quote for one in moved} == {"4360", "6936"}, "the same numbers in another sentence are no news"
    assert {(one.kind, one.quote) for one in others} == {
        ("contradicted", "72 процента"), ("contradicted", "4360"), ("contradicted", "6936"),
    }  # fmt: skip
    assert {one.was_verdict for one in others} == {"adds-up"}
    claims = {claim.claim_id: claim for claim in second.run.claims}
    assert claims[changed.claim_id].supersedes == changed.former


def test_news_is_dated_by_the_archive_and_not_by_a_clock(watched):
    visits = [visit.at for seen in archive.visits(watched.space.raw)[0].values() for visit in seen]
    assert {one.at for one in watched.found[1].noted.news} <= set(visits)
    assert watched.found[1].noted.watches[0].until == max(visits)


def test_a_failing_source_stops_no_other_and_is_told_in_every_watch(watched):
    for found in watched.found[:2]:
        (failing,) = found.noted.failing
        assert failing.source == "sample-broken" and "yielded 0 pages, at least 1" in failing.reason
        assert len(found.run.captures) >= 3


def test_a_watch_that_finds_nothing_is_not_noted_unless_a_source_came_back(watched):
    """The third collected nothing at all, so that the failing source is no longer one; it brought no news."""
    third = watched.found[2]
    assert told(third) == [] and third.noted.failing == []
    noted = watchlog.read(watched.space)
    assert [watch.number for watch in noted.watches] == [1, 2, 3] and noted.problems == []
    again = watching.look(watched.space, watching.Asked(offline=True))
    assert not again.news and [watch.number for watch in watchlog.read(watched.space).watches] == [1, 2, 3]


def test_what_is_noted_is_what_was_found(watched):
    noted = watchlog.read(watched.space)
    for number, found in enumerate(watched.found, start=1):
        assert noted.of(number).news == found.noted.news
        assert noted.of(number).failing == found.noted.failing
    standing = {claim.claim_id for claim in watched.found[2].run.claims if claim.repeats is None}
    assert set(noted.standing) == standing - watched.found[2].run.superseded
    assert len({json.loads(line)["digest"] for line in watched.space.watches.read_text("utf-8").splitlines()}) == len(
        watched.space.watches.read_text("utf-8").splitlines()
    )


def test_a_number_read_otherwise_is_our_news_and_not_the_page_s(watched, monkeypatch):
    """Other rules, the same pages: the last line of what is known is taken away, as a mended topic would."""
    noted = watchlog.read(watched.space)
    monkeypatch.setattr(watching, "_rules", lambda space: "f" * 64)
    kept = max(noted.standing.values(), key=lambda one: one.claim_id)
    fewer = watchlog.Noted(watches=noted.watches, news=[one for one in noted.news if one.claim_id != kept.claim_id])
    monkeypatch.setattr(watchlog, "read", lambda space: fewer)
    monkeypatch.setattr(watchlog, "note", lambda space, made: None)
    found = watching.look(watched.space, watching.Asked(offline=True))
    assert [(one.claim_id, one.kind, one.cause) for one in found.noted.news] == [(kept.claim_id, "new", "reading")]


def test_the_lines_are_part_of_what_is_proven(watched, tmp_path):
    assert proving.archived(watched.space) == []
    before = watched.space.watches.read_bytes()
    try:
        watched.space.watches.write_bytes(before.replace(b'"72"', b'"73"', 1))
        (problem,) = [one for one in proving.archived(watched.space) if "digest" in one.reason]
        assert problem.subject.startswith("watches.jsonl line ")
    finally:
        watched.space.watches.write_bytes(before)


def test_notebooks_and_report_are_made_again_when_something_is_noted(watched, tmp_path):
    run = watched.found[0].run
    key = ledger.notebook_key(watched.space, run)
    (tmp_path / "data").mkdir()
    other = type(watched.space)(home=tmp_path)
    assert key != ledger.notebook_key(other, run)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Before: 62%. After: 72%"),
        ("ru", "Было: 62%. Стало: 72%"),
        ("kk", "Бұрын: 62%. Кейін: 72%"),
    ],
)
def test_the_digest_says_it_in_the_reader_s_language_with_values_as_links(watched, language, sentence):
    news = watched.found[1].noted.news
    (group,) = digest.groups(news, language, {one.claim_id for one in news})
    assert group.region == "KZ" and group.topic == "cameras"
    assert [item.news.kind for item in group.items] == ["contradicted"] * 3 + ["changed"]
    changed = group.items[-1]
    assert sentence in changed.sentence.replace("\N{NO-BREAK SPACE}", "")
    assert changed.sentence.claim_ids == (changed.news.claim_id,)


def test_the_desk_gives_it_as_a_frame_and_shows_it_as_a_table(watched, monkeypatch):
    monkeypatch.setenv("DALEL_HOME", str(watched.space.home))
    desk = dalel.open(region="KZ", language="kk")
    frame = desk.new()
    assert list(frame["kind"]) == ["contradicted"] * 3 + ["changed"]
    assert frame.iloc[3][["value", "was"]].tolist() == [Decimal(72), Decimal(62)]
    assert str(frame["at"].dtype).endswith("UTC]") and frame["watch"].tolist() == [2] * 4
    shown = frame.shown()
    assert shown["change"].tolist() == ["енді сәйкес келмейді"] * 3 + ["өзгерді"]
    assert "Қазақстан" in set(shown["where"])
    assert f'passports/{frame["claim_id"].iloc[3]}.kk.html">72' in frame._repr_html_()
    assert len(dalel.open(region="KZ-63").new()) == 0 and len(desk.new(watch=1)) == 0
    assert len(desk.new(topic="cameras")) == 4
    with pytest.raises(UnknownName, match="did you mean 'cameras'"):
        desk.new(topic="camera")


def test_without_any_page_the_error_says_what_could_not_be_had(tmp_path):
    space = type("Home", (), {})  # no home is touched before the names are known
    space = watching.paths.workspace(tmp_path)
    (tmp_path / "dalel.toml").write_text("", "utf-8")
    with pytest.raises(UnknownName, match="did you mean 'vlast'"):
        watching.look(space, watching.Asked(sources=("vlasst",)))
    with pytest.raises(EmptyArchive, match=r"not collected: vlast: .*no contact is set.*; zakon: .*no contact is set"):
        watching.look(space, watching.Asked(sources=("vlast", "zakon")))
    assert not space.watches.exists()
