"""Tables of how collecting went, as a person reads them."""

from datetime import UTC, date, datetime

import pytest

from dalel.publishing.tables import crawls, landmarks, present, searches
from dalel.records import Crawl, Landmark, Search


def crawl(source, day, **more):
    facts = {
        "source": source, "began": datetime(2026, 11, day, 8, 5, 59, tzinfo=UTC), "ended": "finished", "asked": "",
        "fetched": 12, "unchanged": 3, "refused": 1, "failed": 2, "expected": 10, "too_few": False,
    }  # fmt: skip
    return Crawl(**(facts | more))


def test_the_last_collection_of_each_source_with_what_came_of_it():
    found = [crawl("b", 3), crawl("b", 1, fetched=99), crawl("a", 2, fetched=0, too_few=True)]
    table = crawls(
        [*found, crawl("c", 1, ended="interrupted"), crawl("d", 1, asked="search мектеп")], "en", sample=True
    )
    assert list(table["source"]) == ["a", "b", "c", "d"]
    assert dict(table.iloc[1]) == {
        "source": "b", "crawled": "2026-11-03 08:05", "fetched": 12, "unchanged": 3, "refused": 1, "not_had": 2,
        "expected": 10, "outcome": "complete", "crawls": 2,
    }  # fmt: skip
    assert list(table["outcome"]) == [
        "too few pages: the site may have changed", "complete", "interrupted: the next collection goes on",
        "only: search мектеп",
    ]  # fmt: skip
    shown = present(table, "ru")
    assert list(shown)[2:6] == ["загружено", "без изменений", "запрещено robots.txt", "не удалось"]
    assert shown.columns.name == "SAMPLE"


def search(query, day, found):
    at = datetime(2026, 11, day, tzinfo=UTC)
    return Search(source="a", query=query, address="http://a.example/?q=x", at=at, found=found)


def test_a_search_that_found_nothing_is_shown_and_one_without_an_answer_is_not_taken_for_it():
    table = searches([search("мектеп", 1, 0), search("камера", 2, None), search("балабақша", 2, 7)], "en")
    assert list(table["query"]) == ["балабақша", "камера", "мектеп"]
    assert list(table["hits"]) == ["7", "did not answer", "0"]
    assert list(searches([], "kk")) == ["source", "query", "searched", "hits", "url"]


def landmark(part, **more):
    facts = {
        "source": "a", "part": part, "selector": "h1.x", "pages": 10, "missed": 0, "since": date(2026, 11, 3),
        "example": None, "changed": False,
    }  # fmt: skip
    return Landmark(**(facts | more))


@pytest.mark.parametrize(
    ("language", "states"),
    [
        ("en", ["the site has changed since 3 November 2026", "holds", "missing from some pages"]),
        ("ru", ["сайт изменился с 3 ноября 2026\N{NO-BREAK SPACE}г.", "на месте", "нет на некоторых страницах"]),
    ],
)
def test_landmarks_that_failed_come_first(language, states):
    table = landmarks(
        [
            landmark("body", missed=2, example="http://a.example/1"),
            landmark("title"),
            landmark("published", selector="", missed=9, changed=True, example="http://a.example/2"),
        ],
        language,
    )
    assert list(table["state"]) == states
    assert list(table["found_on"]) == [1, 10, 8]
    assert list(table["example"]) == ["http://a.example/2", "—", "http://a.example/1"]
    if language == "en":
        assert list(table["part"]) == ["date", "title", "text"]
        assert table["selector"][0] == "not declared: found by the readers"
