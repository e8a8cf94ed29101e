"""Numbers that stood against numbers that stand: each kind of news, its cause, and what is none."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from dalel import news
from dalel.records import Change, Claim, Document, Sighting
from dalel.records.news import Watch
from dalel.watchlog import Noted

THEN = datetime(2026, 11, 27, 8, tzinfo=UTC)
SINCE = THEN + timedelta(days=1)
PAGE = Document(
    document_id="d1", url="https://a.example/1", source="a", outlet="A", title=None, lead=None, text="", published=None,
    published_basis="unknown", language="ru", script="Cyrl",
)  # fmt: skip
CLAIM = Claim(
    claim_id="c1", document_id="d1", field="text", start=0, end=2, core_start=0, core_end=2, quote="91",
    value=Decimal(91), value_max=None, unit="school", label="CARDINAL", modality="exact", measure="institution_count",
    counted=None, topic="cameras", indicator=None, region="KZ-43", borders=None, place=None, as_of="2023",
    status="planned", speaker=None, sentence="91", sentence_start=0, sentence_end=2,
)  # fmt: skip
LAST = Watch(number=1, until=SINCE, claims=1, sample=False, rules="")


def now(*claims, captured=THEN, until=SINCE, reread=False, **given):
    return news.Now(
        claims=claims, superseded=given.get("superseded", ()), called=given.get("called", {}), documents={"d1": PAGE},
        verdicts=given.get("verdicts", {}), captured={"d1": captured}, until=until, reread=reread,
    )  # fmt: skip


def before(*claims, verdicts=None):
    known = news.compare(now(*claims, verdicts=verdicts or {}), Noted(), 1)
    assert {one.kind for one in known} <= {"known"}
    return Noted(watches=[LAST], news=known)


LATER = {"captured": SINCE + timedelta(hours=1), "until": SINCE + timedelta(hours=1)}


def kinds(found):
    return [(one.claim_id, one.kind, one.cause) for one in found]


def test_nothing_new():
    assert news.compare(now(CLAIM, **LATER), before(CLAIM), 2) == []


def test_a_number_on_a_page_collected_since_is_new():
    other = replace(CLAIM, claim_id="c2", value=Decimal(7))
    assert kinds(news.compare(now(CLAIM, other, **LATER), before(CLAIM), 2)) == [("c2", "new", "page")]


def test_a_headline_that_repeats_a_number_is_no_news():
    title = replace(CLAIM, claim_id="c2", field="title", repeats="c1")
    assert news.compare(now(CLAIM, title, **LATER), before(CLAIM), 2) == []


@pytest.mark.parametrize(
    "differs", [{"value": Decimal(92)}, {"unit": "child"}, {"modality": "about"}, {"status": "actual"}]
)
def test_what_takes_the_place_of_a_number_has_changed(differs):
    later = replace(CLAIM, claim_id="c2", supersedes="c1", **differs)
    (found,) = news.compare(now(later, superseded={"c1"}, **LATER), before(CLAIM), 2)
    assert (found.kind, found.former, found.was.value, found.cause) == ("changed", "c1", Decimal(91), "page")


def test_the_same_number_in_another_sentence_is_known_by_its_new_id():
    later = replace(CLAIM, claim_id="c2", supersedes="c1")
    known = before(CLAIM)
    found = news.compare(now(later, superseded={"c1"}, **LATER), known, 2)
    assert kinds(found) == [("c2", "known", "page")]
    assert set(Noted(watches=[LAST], news=[*known.news, *found]).standing) == {"c2"}


def test_an_id_from_before_its_page_was_known_as_a_twin_is_the_same_number():
    twin = replace(CLAIM, claim_id="c9")
    assert kinds(news.compare(now(twin, called={"c1": "c9"}, **LATER), before(CLAIM), 2)) == [("c9", "known", "page")]


def test_a_number_corrected_by_an_editor_has_changed_and_not_on_the_page():
    corrected = replace(CLAIM, value=Decimal(19))
    assert kinds(news.compare(now(corrected, reread=True), before(CLAIM), 2)) == [("c1", "changed", "reading")]


def test_what_no_page_states_any_more_is_told_apart_from_what_we_no_longer_read():
    taken = news.compare(now(superseded={"c1"}, **LATER), before(CLAIM), 2)
    unread = news.compare(now(**LATER, reread=True), before(CLAIM), 2)
    assert kinds(taken) == [("c1", "vanished", "page")] and kinds(unread) == [("c1", "vanished", "reading")]


@pytest.mark.parametrize(
    ("was", "verdict", "kind"),
    [
        ("single-source", "verified", "confirmed"),
        ("adds-up", "contradicted", "contradicted"),
        ("contradicted", "single-source", "judged"),
        ("verified", "rejected", "judged"),
        ("verified", "verified", None),
    ],
)
def test_verdicts(was, verdict, kind):
    found = news.compare(now(CLAIM, verdicts={"c1": verdict}, **LATER), before(CLAIM, verdicts={"c1": was}), 2)
    assert [one.kind for one in found] == [kind] * (kind is not None)
    assert all((one.was_verdict, one.verdict) == (was, verdict) for one in found)


def test_a_verdict_that_no_page_brought_is_ours():
    (ours,) = news.compare(now(CLAIM, verdicts={"c1": "verified"}, reread=True), before(CLAIM), 2)
    elsewhere = now(CLAIM, verdicts={"c1": "verified"}, reread=True, until=LATER["until"])
    (page,) = news.compare(elsewhere, before(CLAIM), 2)
    assert (ours.cause, page.cause, page.at) == ("reading", "page", LATER["until"])


def test_a_new_number_that_is_contradicted_at_once_is_both():
    other = replace(CLAIM, claim_id="c2")
    found = news.compare(now(CLAIM, other, verdicts={"c2": "contradicted"}, **LATER), before(CLAIM), 2)
    assert kinds(found) == [("c2", "contradicted", "page"), ("c2", "new", "page")]


def test_a_page_that_is_gone_takes_no_number_back_and_is_told_once():
    def seen(kind, hours):
        side = Sighting(capture_id=None, at=SINCE + timedelta(hours=hours), status=404)
        return Change(url=PAGE.url, kind=kind, earlier=side, later=side, explanation="")

    known = before(CLAIM)
    (gone,) = news.pages([seen("page_gone", 1)], now(CLAIM, **LATER), known, 2)
    assert (gone.kind, gone.url, gone.numbers) == ("gone", PAGE.url, 1)
    told = replace(known, pages=[gone])
    assert news.pages([seen("page_gone", 1)], now(CLAIM, **LATER), told, 3) == []
    (back,) = news.pages([seen("page_gone", 1), seen("page_back", 2)], now(CLAIM, **LATER), told, 3)
    assert back.kind == "back"
    assert news.pages([seen("page_gone", 1), seen("page_back", 2)], now(CLAIM, **LATER), known, 2) == []


def test_long_words_of_others_are_cut_so_that_a_line_stays_a_line():
    page = replace(PAGE, url="https://a.example/" + "x" * 9000, outlet="O" * 9000)
    long = replace(CLAIM, quote="9" * 9000)
    (known,) = news.compare(replace(now(long), documents={"d1": page}), Noted(), 1)
    assert (len(known.quote), len(known.outlet), len(known.url)) == (300, 300, 2000)
