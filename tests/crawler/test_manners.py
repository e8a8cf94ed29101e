"""robots.txt, delays, Retry-After, who we say we are: as the server sees it."""

import time
from dataclasses import replace
from itertools import pairwise

import pytest

from dalel import archive, crawler, paths
from dalel.crawler.pace import retry_after
from dalel.errors import CollectionRefused

LATE = 0.15  # seconds that one request may take longer to the server than the next, on a busy machine


def pages(site, links, count):
    names = [f"/p/{number}" for number in range(count)]
    site.answers["/list"] = links(*names)
    site.answers.update({name: f"<p>page {name}</p>".encode() for name in names})
    return names


def gaps(site):
    times = [at for at, _, _ in site.log]
    return [later - earlier for earlier, later in pairwise(times)]


def test_robots_comes_first_is_obeyed_and_archived(site, links, source, crawl, tmp_path):
    pages(site, links, 3)
    site.answers["/robots.txt"] = b"User-agent: *\nDisallow: /p/1\n"
    report = crawl(tmp_path, source(site))
    assert site.paths()[0] == "/robots.txt" and site.asked("/p/1") == 0
    assert (report.sources[0].fetched, report.sources[0].refused) == (2, 1)
    assert any(
        problem.subject.endswith("/p/1") and "robots.txt forbids" in problem.reason for problem in report.problems
    )
    roles = [entry.role for _, entry in archive.history(paths.workspace(tmp_path).raw)[0]]
    assert sorted(roles) == ["listing", "page", "page", "robots"]


def test_rules_for_dalel_by_name_come_before_those_for_all(site, links, source, crawl, tmp_path):
    pages(site, links, 2)
    site.answers["/robots.txt"] = b"User-agent: *\nDisallow: /\n\nUser-agent: dalel\nDisallow: /p/0\n"
    report = crawl(tmp_path, source(site))
    assert (report.sources[0].fetched, report.sources[0].refused) == (1, 1)


def test_crawl_delay_is_kept_one_request_at_a_time(site, links, source, crawl, tmp_path):
    pages(site, links, 4)
    site.answers["/robots.txt"] = b"User-agent: *\nCrawl-delay: 0.5\n"
    assert crawl(tmp_path, source(site)).sources[0].fetched == 4
    assert len(site.log) == 6
    kept = gaps(site)[1:]  # the first gap is between robots.txt and what it rules
    assert sum(kept) >= 0.5 * len(kept) - LATE and min(kept) >= 0.5 - LATE


def test_our_own_delay_is_kept(site, links, source, crawl, tmp_path):
    pages(site, links, 4)
    crawl(tmp_path, source(site), toml="delay_seconds = 0.3\n")
    kept = gaps(site)
    assert sum(kept) >= 0.3 * len(kept) - LATE and min(kept) >= 0.3 - LATE


def test_a_slow_host_is_asked_less_often(site, links, source, crawl, tmp_path):
    names = pages(site, links, 3)

    def slowly(handler):
        time.sleep(0.4)
        return b"<p>slow</p>"

    site.answers[names[0]] = slowly
    crawl(tmp_path, source(site))
    at = {path: when for when, path, _ in site.log}
    order = [path for path in site.paths() if path.startswith("/p/")]
    after = order[order.index(names[0]) + 1 :]
    if after:
        assert at[after[0]] - at[names[0]] >= 0.39


@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_is_waited_for(site, links, source, crawl, tmp_path, status):
    names = pages(site, links, 2)
    busy = iter([(status, {"Retry-After": "1"}, b"busy")])
    site.answers[names[0]] = lambda handler: next(busy, b"<p>at last</p>")
    report = crawl(tmp_path, source(site))
    assert report.sources[0].fetched == 2
    times = [when for when, path, _ in site.log]
    told = next(when for when, path, _ in site.log if path == names[0])
    assert all(when <= told or when - told >= 0.95 for when in times), "nothing is asked while the host rests"
    assert site.asked(names[0]) == 2


def test_a_host_that_asks_for_hours_is_left_in_peace(site, links, source, crawl, tmp_path):
    names = pages(site, links, 30)
    for name in names:
        site.answers[name] = (503, {"Retry-After": "7200"}, b"busy")
    report = crawl(tmp_path, source(site))
    assert len(site.log) == 3, "robots.txt, the listing and one page"
    assert report.sources[0].failed == 30
    assert any("come back in 7200 seconds" in problem.reason for problem in report.problems)


def test_server_errors_are_tried_again_and_then_reported(site, links, source, crawl, tmp_path):
    names = pages(site, links, 2)
    flaky = iter([(500, {}, b"oops")])
    site.answers[names[0]] = lambda handler: next(flaky, b"<p>fine</p>")
    site.answers[names[1]] = (500, {}, b"always")
    report = crawl(tmp_path, source(site))
    assert (report.sources[0].fetched, report.sources[0].failed) == (1, 1)
    assert site.asked(names[1]) == 3
    assert "status 500" in report.problems[-1].reason


@pytest.mark.parametrize(
    ("robots", "fetched", "refused"),
    [
        ((404, {}, b"<p>Disallow: /</p>"), 2, 0),
        ((403, {}, b"User-agent: *\nDisallow: /"), 2, 0),
        ((500, {}, b""), 0, 0),
        ((200, {}, b"\x00\xff<html>garbage \xc3\x28</html>" * 50), 2, 0),
        ((200, {}, b"User-agent: *\nDisallow: /p/0\n" + b"# padding\n" * 60_000 + b"Disallow: /p/1\n"), 1, 1),
    ],
    ids=["missing", "forbidden", "broken server", "garbage", "huge"],
)
def test_what_a_strange_robots_txt_means(site, source, crawl, tmp_path, robots, fetched, refused):  # noqa: PLR0913
    site.answers |= {"/robots.txt": robots, "/list": b'<a href="/p/0">0</a><a href="/p/1">1</a>'}
    site.answers |= {"/p/0": b"<p>0</p>", "/p/1": b"<p>1</p>"}
    report = crawl(tmp_path, source(site))
    assert (report.sources[0].fetched, report.sources[0].refused) == (fetched, refused)
    if robots[0] == 500:
        assert set(site.paths()) == {"/robots.txt"} and report.needs_a_person


def test_we_say_who_we_are(site, links, source, crawl, tmp_path, monkeypatch):
    monkeypatch.setenv("DALEL_CONTACT", "desk@paper.example")
    pages(site, links, 1)
    crawl(tmp_path, source(site))
    assert {headers["User-Agent"] for _, _, headers in site.log} == {
        "dalel/0.1 (investigative research; +desk@paper.example)"
    }


def test_live_hosts_are_not_asked_without_a_contact(site, source, tmp_path, monkeypatch):
    monkeypatch.delenv("DALEL_CONTACT", raising=False)
    live = replace(source(site), hosts=("127.0.0.1", "live.invalid.kz"))
    with pytest.raises(CollectionRefused, match=r"live\.invalid\.kz is a live site.*DALEL_CONTACT"):
        crawler.collect(paths.workspace(tmp_path), [live], crawler.CollectOptions())
    assert site.log == [] and list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("120", 120.0), (" 0 ", 0.0), ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0), ("soon", None), ("", None)],
)
def test_retry_after_values(value, seconds):
    assert retry_after(value) == seconds


def test_rules_hold_for_all_requests_that_wait_for_them(site, links, source, crawl, tmp_path):
    ways = [f"{site.root}/list/{number}" for number in range(6)]
    site.answers["/robots.txt"] = b"User-agent: *\nDisallow: /list/\n"
    report = crawl(tmp_path, source(site, listings=tuple(ways)), toml="delay_seconds = 0\nper_host = 6\n")
    assert site.paths() == ["/robots.txt"]
    assert {problem.subject for problem in report.problems[1:]} == set(ways)
