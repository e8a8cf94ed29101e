"""Which pages say that a site has changed, and which are only odd."""

from datetime import UTC, date, datetime, timedelta

import pytest

from dalel import readers
from dalel.errors import MalformedDeclaration, UnreadableDocument
from dalel.readers.lookout import Lookout, site_changed
from dalel.readers.page import Sought
from dalel.records import Capture, Document
from dalel.sources import Landmarks, Source

FIRST = date(2026, 1, 1)
HTML = "<html><head><title>{title}</title></head><body><h1>{title}</h1>{rest}</body></html>"
STORY = "<div class='story'><p>Мектепке 12 компьютер сатып алынды, тағы 30 компьютер күтілуде.</p></div>"


def source(**more):
    facts = {
        "id": "trial", "names": {"kk": "а", "ru": "б", "en": "c"}, "owner": "o", "kind": "outlet", "languages": ("kk",),
        "scripts": ("Cyrl",), "hosts": ("trial.example",),
        "landmarks": (Landmarks(title="h1.head", published="time", body="div.story"),),
    }  # fmt: skip
    return Source(**(facts | more))


def capture(number, day, media_type="text/html"):
    return Capture(
        capture_id=f"{number:016x}", source="trial", url=f"http://trial.example/{number}", status=200,
        captured_at=datetime(day.year, day.month, day.day, tzinfo=UTC), media_type=media_type, charset=None,
        sha256="0" * 64, warc="x", offset=0, length=0,
    )  # fmt: skip


def document(**more):
    facts = {
        "document_id": "d", "url": "u", "source": "trial", "outlet": "o", "title": "t", "lead": None, "text": "x",
        "published": FIRST, "published_basis": "text", "language": "kk", "script": "Cyrl",
    }  # fmt: skip
    return Document(**(facts | more))


def titles(history, declared=None):
    """The state of the title landmark after days of collection: "++-" is a day with two pages that have it, one not."""
    lookout = Lookout({"trial": declared or source()})
    number = 0
    for day, pages in enumerate(history):
        for sign in pages:
            number += 1
            seen = [Sought("title", "h1.head", sign == "+"), Sought("published", "time", True)]
            lookout.note(capture(number, FIRST + timedelta(days=day)), [*seen, Sought("body", "div", True)], document())
    return next(landmark for landmark in lookout.landmarks() if landmark.part == "title")


@pytest.mark.parametrize(
    ("history", "changed", "missed", "pages", "day"),
    [
        (["+++++"], False, 0, 5, 0),
        (["-"], False, 1, 1, 0),  # one page says nothing of its site
        (["--"], True, 2, 2, 0),  # all there are
        (["+++", "+-"], False, 1, 5, 0),
        (["+++", "--"], False, 2, 5, 0),
        (["+++", "---"], True, 3, 3, 1),
        (["+++", "-", "-", "-"], True, 3, 3, 1),  # a page a day
        (["+" * 40, "----"], True, 4, 4, 1),  # many good pages hide nothing
        (["+++++", "---+-", "-----"], True, 9, 10, 1),  # a page in the old markup among them
        (["---", "+" * 9], False, 3, 12, 0),  # over
        (["+-+", "++-", "-++"], False, 3, 9, 0),  # galleries among news
        (["+--", "+++", "---", "---"], True, 6, 6, 2),
    ],
)
def test_a_landmark_has_failed_where_pages_without_it_prevail_from_some_day_on(history, changed, missed, pages, day):
    found = titles(history)
    assert (found.changed, found.missed, found.pages) == (changed, missed, pages)
    assert found.since == FIRST + timedelta(days=day)


def test_the_example_is_the_last_page_without_it():
    assert titles(["+++", "--+-"]).example == "http://trial.example/7"
    assert titles(["+++"]).example is None


def test_the_error_names_source_landmark_numbers_example_and_cure():
    error = site_changed(titles(["+++", "----"]))
    assert (error.source, error.landmark, error.example) == ("trial", "title", "http://trial.example/7")
    assert str(error) == (
        "the site has changed: its title is not at 'h1.head' on 4 of 4 pages captured since 2026-01-02, for example "
        "http://trial.example/7; look at it, mend that landmark in scrapers/ (older pages may need the old one: "
        "`valid_until`), then `dalel read --again --source trial`"
    )


def test_what_is_optional_is_counted_and_no_change():
    optional = source(landmarks=(Landmarks(title="h1.head", optional=("title",)),))
    assert (titles(["----"], optional).changed, titles(["----"], optional).missed) == (False, 4)


def undeclared(declared, documents, media_type="text/html"):
    lookout = Lookout({"trial": declared})
    for number, one in enumerate(documents):
        lookout.note(capture(number, FIRST, media_type), (), one)
    return {landmark.part: (landmark.missed, landmark.selector) for landmark in lookout.landmarks()}


def test_parts_that_nobody_declared_are_looked_for_by_the_readers():
    bare = source(landmarks=())
    assert undeclared(bare, [document()] * 3) == {}, "nothing to tell"
    assert undeclared(bare, [document(published=None)] * 3) == {"published": (3, "")}
    assert undeclared(bare, [None] * 3) == {"body": (3, "")}, "pages that cannot be read"
    assert undeclared(bare, [document(published=None, title=None)] * 3, "application/json") == {}
    official = source(landmarks=(), kind="official")
    assert undeclared(official, [document(published=None, text="")] * 3) == {"body": (3, "")}


def test_files_added_by_hand_belong_to_no_site():
    lookout = Lookout({})
    lookout.note(capture(1, FIRST), (), None)
    assert lookout.landmarks() == []


def sought(html, *landmarks):
    heard = []
    readers.read(html.encode(), capture(1, FIRST), landmarks, heard.extend)
    return {one.part: (one.selector, one.found) for one in heard}


MARK = Landmarks(title="h1.head", published="span.day", body="div.story")


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("<span class='day'>5 наурыз 2026</span>" + STORY, (False, True, True)),
        ("<h1 class='head'>Тақырып</h1><span class='day'>кеше</span>" + STORY, (True, False, True)),
        ("<time datetime='2026-03-05'></time><span class='day'>кеше</span>" + STORY, (False, True, True)),
        ("<time datetime='2026-03-05'></time>" + STORY, (False, False, True)),
        ("<div class='story'>…</div>" + STORY.replace("story", "other"), (False, False, False)),
    ],
    ids=[
        "no title",
        "no day in its place",
        "the day known from elsewhere",
        "no place for the day",
        "no text in its place",
    ],
)
def test_what_the_reader_tells_of_landmarks(rest, expected):
    told = sought(HTML.format(title="Мектептерге компьютер берілді", rest=rest), MARK)
    assert tuple(told[part][1] for part in ("title", "published", "body")) == expected


def test_landmarks_are_looked_for_on_the_days_they_are_valid():
    page = HTML.format(title="Мектептерге компьютер берілді", rest=STORY)
    old = Landmarks(title="h1.old", body="div.old", valid_until=FIRST - timedelta(days=1))
    new = Landmarks(title="h1.new", body="div.story", valid_from=FIRST)
    assert sought(page, old, new) == {"title": ("h1.new", False), "body": ("div.story", True)}
    assert sought(page, old) == {}


def test_of_several_markups_that_counts_in_which_the_body_was_found():
    page = HTML.format(title="Мектептерге компьютер берілді", rest=STORY)
    amp = Landmarks(title="h1.amp", body="div.amp")
    assert sought(page, amp, Landmarks(body="div.story")) == {"body": ("div.story", True)}
    assert sought(page, amp, Landmarks(body="div.bitrix")) == {
        "title": ("h1.amp", False), "body": ("div.amp | div.bitrix", False),
    }  # fmt: skip


def test_a_page_without_anything_is_unreadable_and_tells_its_landmarks_first():
    heard = []
    with pytest.raises(UnreadableDocument):
        readers.read(b"<html><body><div id=app></div></body></html>", capture(1, FIRST), [MARK], heard.extend)
    assert [one.found for one in heard] == [False, False, False]


def test_a_landmark_that_is_no_selector_is_an_error_that_names_the_source():
    with pytest.raises(MalformedDeclaration, match=r"^trial: landmark 'div\[' is no CSS selector"):
        readers.read(b"<html><body><p>x</p></body></html>", capture(1, FIRST), [Landmarks(body="div[")])
