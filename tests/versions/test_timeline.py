"""Pages that are gone, come back, or were never gone; versions that were replaced."""

from dalel import versions
from dalel.claims.finding import find_claims
from dalel.topics import load_topics
from dalel.versions.timeline import stretches

TEXT = "В Павлодарской области закупили 500 компьютеров."
OTHER = TEXT.replace("500", "620")


def kinds(found):
    return [(change.kind, change.earlier.at.day, change.later.at.day) for change in found]


def test_a_404_is_a_page_that_is_gone_and_takes_no_number_back(page, visit, compared):
    (change,) = compared(page(0, "Новости", TEXT), visits=[visit(0, 0), visit(None, 24, 404)])
    assert change.kind == "page_gone"
    assert (change.earlier.status, change.later.status, change.later.capture_id) == (200, 404, None)
    assert change.explanation == (
        "Read on 2026-11-01 09:00 UTC; on 2026-11-02 09:00 UTC the address answered with status 404, "
        "which takes no number back."
    )


def test_a_page_that_cannot_be_read_is_gone_too(page, visit, compared):
    (change,) = compared(page(0, "Новости", TEXT), visits=[visit(0, 0), visit(7, 24)])
    assert change.kind == "page_gone"
    assert "showed nothing that could be read" in change.explanation


def test_a_gap_is_listed_once_and_versions_are_compared_across_it(page, visit, compared):
    seen = [visit(0, 0), visit(None, 24, 404), visit(None, 48, 410), visit(7, 72), visit(1, 96)]
    found = compared(page(0, "Новости", TEXT), page(1, "Новости", OTHER), visits=seen)
    assert kinds(found) == [("page_gone", 1, 2), ("page_back", 4, 5), ("changed", 1, 5)]
    assert found[1].explanation.endswith("the page was back, in another version.")


def test_a_page_that_comes_back_as_it_was_has_no_changed_numbers(page, visit, compared):
    found = compared(page(0, "Новости", TEXT), visits=[visit(0, 0), visit(None, 24, 503), visit(0, 48)])
    assert kinds(found) == [("page_gone", 1, 2), ("page_back", 2, 3)]
    assert found[1].explanation.endswith("the page was back, as it was before.")


def test_an_address_that_never_showed_a_page_is_not_back(page, visit, compared):
    assert compared(page(0, "Новости", TEXT), visits=[visit(None, 0, 404), visit(0, 24)]) == []


def test_a_busy_server_that_answers_within_the_hour_was_never_gone(page, visit, compared):
    seen = [visit(0, 0), visit(None, 24, 503), visit(None, 24.5, 302), visit(0, 24.9)]
    assert compared(page(0, "Новости", TEXT), visits=seen) == []
    late = [visit(0, 0), visit(None, 24, 503), visit(0, 25.1)]
    assert len(compared(page(0, "Новости", TEXT), visits=late)) == 2
    gone = [visit(0, 0), visit(None, 24, 404), visit(0, 24.1)]
    assert len(compared(page(0, "Новости", TEXT), visits=gone)) == 2


def test_the_earlier_time_is_the_last_at_which_the_version_was_seen(page, visit, compared):
    seen = [visit(0, 0), visit(0, 24), visit(0, 48), visit(1, 72), visit(1, 96)]
    (change,) = compared(page(0, "Новости", TEXT), page(1, "Новости", OTHER), visits=seen)
    assert (change.earlier.at.day, change.later.at.day) == (3, 4)


def test_a_number_that_is_changed_back_is_two_changes(page, visit, compared):
    seen = [visit(0, 0), visit(1, 24), visit(0, 48)]
    found = compared(page(0, "Новости", TEXT), page(1, "Новости", OTHER), visits=seen)
    assert [(change.earlier.quote, change.later.quote) for change in found] == [("500", "620"), ("620", "500")]


def test_an_address_seen_once_has_no_history(page, visit, compared):
    assert compared(page(0, "Новости", TEXT), visits=[visit(0, 0)]) == []
    assert compared(visits=[]) == []


def test_what_an_address_showed_last_supersedes_the_rest(page, visit):
    pages = [page(0, "Новости", TEXT), page(1, "Новости", OTHER)]
    topics = load_topics()
    (first,), (second,) = (find_claims(document, topics) for document in pages)

    def old(*seen, documents=pages, claims=(first, second)):
        return versions.gather(documents, claims, {pages[0].url: list(seen)}).superseded

    assert old(visit(0, 0), visit(1, 24), visit(None, 48, 404)) == {first.claim_id}
    assert old(visit(0, 0), visit(1, 24), visit(0, 48)) == {second.claim_id}
    assert old(visit(0, 0), visit(7, 24), documents=pages[:1], claims=(first,)) == set()


def test_only_addresses_that_answered_differently_decide_a_list(visit):
    assert versions.unsteady({"u": [visit(0, 0), visit(0, 24, 304)]}) == []
    two = {"http://a.example/1": [visit(0, 0)], "https://www.a.example/1/": [visit(1, 24)]}
    assert versions.unsteady(two) == [visit(0, 0), visit(1, 24)]
    seen = [visit(0, 0), visit(None, 24, 404)]
    assert versions.unsteady({"u": seen}) == seen


def test_visits_in_a_row_that_show_nothing_are_one_stretch(visit):
    found = stretches([visit(None, 0, 404), visit(7, 24), visit(None, 48, 500)], set())
    assert [(one.first.status, one.last.status, one.document_id) for one in found] == [(404, 500, None)]
