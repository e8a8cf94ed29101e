"""One page under several spellings and twins of its address: one history, through the real archive."""

import pytest

from dalel import archive, desk, paths, pipeline
from dalel.errors import InvalidValue

PAGE = """<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Школы области</title>{head}</head><body>
<article><h1>Школы области</h1><p>{before}В Павлодарской области закупили {number} компьютеров для сельских школ.</p>
<p>На ремонт школ потратили 40 млн тенге, об этом рассказали в управлении образования области.</p></article>
<!-- views: {views} --></body></html>"""
URL = "https://news.example/pavlodar/computers"
VARIANTS = [
    URL,
    "http://news.example/pavlodar/computers",
    "https://www.NEWS.example/pavlodar/computers/",
    "https://news.example/pavlodar/computers?utm_source=telegram",
    "https://news.example/pavlodar/%63omputers",
    "https://news.example/pavlodar/computers/amp",
    "https://m.news.example/pavlodar/computers",
]


@pytest.fixture
def space(tmp_path):
    return paths.workspace(tmp_path)


@pytest.fixture
def show(space, tmp_path):
    """Archives one state of the page at one address, a second after the state before."""
    moments = iter(range(60))

    def shown(url=URL, number="500", views=1, head="", before="", page=PAGE):
        from datetime import UTC, datetime, timedelta

        body = page.format(number=number, views=views, head=head, before=before).encode()
        at = datetime(2026, 11, 1, tzinfo=UTC) + timedelta(hours=next(moments))
        with archive.ArchiveWriter(space.raw, archive.LOCAL) as writer:
            return writer.write_resource(url, body, "text/html", at)

    return shown


def told(space):
    run = pipeline.refresh(space)
    found = pipeline.changes(space, run)
    return run, [(change.kind, change.earlier.quote, change.later.quote) for change in found]


def numbers(run):
    """Quotes of the claims that stand, each once."""
    return sorted(claim.quote for claim in run.claims if claim.claim_id not in run.superseded)


@pytest.mark.parametrize("url", VARIANTS)
def test_a_counter_changes_nothing_in_whatever_spelling(space, show, url):
    show()
    first = {claim.claim_id for claim in pipeline.refresh(space).claims}
    show(url, views=2)
    run, found = told(space)
    assert found == []
    assert {claim.claim_id for claim in run.claims} == first and not run.superseded
    assert numbers(run) == ["40 млн тенге", "500"]
    assert len(desk.passport(space, run.claims[0].claim_id)["also_captured"]) == 1


@pytest.mark.parametrize("url", VARIANTS)
def test_an_edit_is_found_in_whatever_spelling_it_is_seen(space, show, url):
    show()
    old = {claim.quote: claim.claim_id for claim in pipeline.refresh(space).claims}
    show(url, number="620")
    run, found = told(space)
    assert found == [("changed", "500", "620")]
    assert numbers(run) == ["40 млн тенге", "620"] and run.superseded == {old["500"]}
    new = next(claim for claim in run.claims if claim.quote == "620")
    assert new.supersedes == old["500"]
    passport = desk.passport(space, old["500"])
    assert passport["superseded_by"] == new.claim_id and passport["evidence"]["unchanged"] is True


def test_a_canonical_link_joins_a_short_address_with_the_page(space, show):
    show()
    show("https://news.example/?p=77", number="620", head=f'<link rel="canonical" href="{URL}">')
    run, found = told(space)
    assert found == [("changed", "500", "620")] and numbers(run) == ["40 млн тенге", "620"]


def test_a_page_of_another_site_that_names_it_as_canonical_is_not_the_page(space, show):
    show()
    show("https://reprint.example/9", number="620", head=f'<link rel="canonical" href="{URL}">')
    run, found = told(space)
    assert found == [] and numbers(run).count("500") == numbers(run).count("620") == 1


def test_a_twin_that_is_seen_in_turn_with_the_page_reports_each_edit_once(space, show):
    amp = URL + "?amp=1"
    twin = f'<link rel="canonical" href="{URL}">'
    for number in ("500", "500", "620", "620"):
        show(number=number)
        show("https://amp-cdn.news.example/computers", number=number, head=twin)
    show(amp, number="620")
    run, found = told(space)
    assert found == [("changed", "500", "620")]
    assert numbers(run) == ["40 млн тенге", "620"]


def test_one_canonical_link_on_every_article_joins_none(space, show):
    careless = '<link rel="canonical" href="https://news.example/news">'
    for number in range(100, 114):
        show(f"https://news.example/news/{number}", number=str(number), head=careless)
    run, found = told(space)
    assert found == [] and not run.superseded
    assert {str(number) for number in range(100, 114)} <= set(numbers(run))


def test_a_permanent_redirect_joins_the_old_address_with_the_new(space, show):
    from datetime import UTC, datetime

    show()
    ids = {claim.claim_id for claim in pipeline.refresh(space).claims}
    moved = archive.Exchange(
        url=URL, captured_at=datetime(2026, 11, 2, tzinfo=UTC), status=301, body=b"",
        headers=(("Location", "https://news.example/new/1"), ("Content-Type", "text/html")),
    )  # fmt: skip
    with archive.ArchiveWriter(space.raw, archive.LOCAL) as writer:
        writer.write_response(moved)
    show("https://news.example/new/1", views=7)
    run, _ = told(space)
    assert {claim.claim_id for claim in run.claims} == ids


def test_pages_that_both_lead_to_a_section_stay_two_pages(space, show):
    from datetime import UTC, datetime

    for number in (1, 2):
        show(f"https://news.example/{number}", number=str(500 + number))
        with archive.ArchiveWriter(space.raw, archive.LOCAL) as writer:
            writer.write_response(
                archive.Exchange(
                    url=f"https://news.example/{number}", captured_at=datetime(2026, 11, 9, tzinfo=UTC), status=301,
                    body=b"", headers=(("Location", "/section"), ("Content-Type", "text/html")),
                )
            )  # fmt: skip
    show("https://news.example/section", number="900")
    run, _ = told(space)
    assert {"501", "502", "900"} <= set(numbers(run)) and not run.superseded


def test_an_id_from_before_two_pages_were_known_to_be_one_leads_to_the_claim(space, show):
    show("https://news.example/b", views=2)
    show("https://news.example/a", views=1)
    before = {claim.claim_id for claim in pipeline.refresh(space).claims}
    assert len(before) == 4
    show("https://news.example/a", views=3, head='<link rel="canonical" href="https://news.example/b">')
    run = pipeline.refresh(space)
    now = {claim.claim_id for claim in run.claims}
    assert len(now) == 2 and now < before
    for former in before - now:
        assert desk.passport(space, former)["claim_id"] in now


def test_different_files_for_one_address_in_one_add_are_refused(space, tmp_path):
    one, other, same = tmp_path / "a.html", tmp_path / "b.html", tmp_path / "c.html"
    for file, number in ((one, "500"), (other, "620"), (same, "500")):
        file.write_text(PAGE.format(number=number, views=1, head="", before=""), "utf-8")
    given = pipeline.Given(url=URL)
    with pytest.raises(InvalidValue, match=r"a\.html and .*b\.html are different pages"):
        pipeline.add(space, [one, other], given)
    assert not list(space.raw.glob("*/*.warc.gz"))
    assert len({capture.capture_id for capture in pipeline.add(space, [one, same], given)}) == 1
