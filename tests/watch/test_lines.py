"""The state of last time as plain lines: what is read back, what does not count, what stands."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from dalel import chain, paths, watchlog
from dalel.records.news import Failing, PageNews, Watch

DAY = datetime(2026, 11, 28, 8, tzinfo=UTC)


def watch(number: int, sample: bool = False) -> Watch:
    return Watch(number=number, until=DAY, claims=2, sample=sample, rules="0" * 64)


@pytest.fixture
def space(tmp_path):
    return paths.workspace(tmp_path)


def test_lines_come_back_exactly(space, number):
    known = number("4105381000.50", kind="known", watch=1)
    was = replace(known.stated, value=Decimal("3.8E+9"), modality="about", status=None)
    changed = replace(known, watch=2, kind="changed", claim_id="c3", former="c2345678", was=was)
    page = PageNews(watch=2, kind="gone", at=DAY, url="https://a.example/1", outlet="A", numbers=3)
    made = watchlog.Noted(
        watches=[watch(1)],
        news=[known, changed],
        pages=[page],
        failing=[Failing(watch=1, source="a", pages=0, reason="x")],
    )
    watchlog.note(space, made)
    found = watchlog.read(space)
    assert replace(found, root="") == made and len(found.root) == 64
    assert set(found.standing) == {"c3"} and set(found.gone) == {"https://a.example/1"}


def test_the_last_line_of_a_number_is_what_is_known(number):
    first = number(kind="known", watch=1)
    gone = replace(first, watch=2, kind="vanished")
    back = replace(first, watch=3, kind="new", verdict="verified")
    noted = watchlog.Noted(watches=[watch(1), watch(2), watch(3)], news=[first, gone])
    assert noted.standing == {}
    assert replace(noted, news=[first, gone, back]).standing["c2345678"].verdict == "verified"


def test_sample_and_real_pages_are_never_compared(number):
    sample, real = number(kind="known", watch=1), number(kind="known", watch=2, claim_id="c9")
    noted = watchlog.Noted(watches=[watch(1, sample=True), watch(2)], news=[sample, real])
    assert set(noted.standing) == {"c9"}


@pytest.mark.parametrize(
    "broken",
    [
        {"line": "number", "watch": 1},
        {"line": "unheard"},
        {"line": "watch", "number": True, "until": DAY.isoformat(), "claims": 1, "sample": False, "rules": ""},
        {"line": "watch", "number": 1, "until": "2026-11-28T08:00:00", "claims": 1, "sample": False, "rules": ""},
        {"line": "watch", "number": 1, "until": "yesterday", "claims": 1, "sample": False, "rules": ""},
        {"line": "failing", "watch": 1, "source": ["a"], "pages": 0, "reason": ""},
        {"line": ["watch"]},
    ],
)
def test_a_line_that_says_nothing_we_know_is_named_and_passed_over(space, broken):
    chain.extend(space.watches, [broken])
    watchlog.note(space, watchlog.Noted(watches=[watch(1)]))
    found = watchlog.read(space)
    assert [problem.subject for problem in found.problems] == ["watches.jsonl line 1"]
    assert found.watches == [watch(1)]


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1e", 5])
def test_a_value_that_is_no_number_does_not_count(space, number, value):
    watchlog.note(space, watchlog.Noted(news=[number()]))
    fields = {name: told for name, told in json.loads(space.watches.read_text("utf-8")).items() if name != "digest"}
    fields["stated"]["value"] = value
    space.watches.unlink()
    chain.extend(space.watches, [{name: told for name, told in fields.items() if name != "after"}])
    assert watchlog.read(space).news == [] and len(watchlog.read(space).problems) == 1


def test_no_watch_and_no_file(space):
    found = watchlog.read(space)
    assert found.last is None and found.standing == {} and found.root == "" and watchlog.digest(space) == ""
