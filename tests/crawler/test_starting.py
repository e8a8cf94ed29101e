"""Other ways in: a list of addresses, a site's own search, a web archive; tickets and keys."""

import gzip
import json
from datetime import date

import pytest

from dalel import archive, crawler, paths
from dalel.crawler.mementos import original, question, read_list
from dalel.crawler.reports import CollectOptions
from dalel.crawler.series import read_rows
from dalel.crawler.starting import for_addresses, starts
from dalel.errors import CollectionRefused, InvalidValue, UnreadableFile


def roles(home):
    return sorted(entry.role for _, entry in archive.history(paths.workspace(home).raw)[0])


def test_a_list_of_addresses(tmp_path):
    file = tmp_path / "list.txt"
    file.write_text(
        "\ufeff# schools\nhttp://a.example/p/1?utm_source=x\n\n https://b.example/q \nhttp://a.example/p/1\n", "utf-8"
    )
    assert crawler.read_addresses(file) == ("http://a.example/p/1", "https://b.example/q")
    file.write_text("http://a.example/p/1\nnot an address\n", "utf-8")
    with pytest.raises(InvalidValue, match="line 2: 'not an address'"):
        crawler.read_addresses(file)
    for content, message in ((b"# nothing\n", "holds no address"), (b"\xff\xfe\x00", "no UTF-8 text")):
        file.write_bytes(content)
        with pytest.raises(UnreadableFile, match=message):
            crawler.read_addresses(file)
    with pytest.raises(UnreadableFile, match="No such file"):
        crawler.read_addresses(tmp_path / "none.txt")


def test_listed_addresses_go_to_their_source_and_strange_hosts_to_a_generic_one(site, source, crawl, tmp_path):
    site.answers |= {"/p/1": b"<p>one</p>", "/elsewhere": b"<p>two</p>"}
    declared = source(site, hosts=("declared.invalid",))
    report = crawl(tmp_path, declared, addresses=(f"{site.root}/p/1", f"{site.root}/elsewhere"))
    (line,) = report.sources
    assert (line.source, line.fetched) == ("web", 2)
    assert set(site.paths()) == {"/robots.txt", "/p/1", "/elsewhere"}
    mine = for_addresses([declared], ("http://www.declared.invalid/p/1", "http://b.example/2"))
    assert [(one.id, one.hosts) for one in mine] == [("trial", ("declared.invalid",)), ("web", ("b.example",))]


def test_a_search_that_finds_nothing_is_recorded_too(site, links, source, crawl, tmp_path):
    site.answers |= {
        "/search?q=%D0%BC%D0%B5%D0%BA%D1%82%D0%B5%D0%BF&p=1": links("/p/1", "/p/2", "/about"),
        "/search?q=%D0%BC%D0%B5%D0%BA%D1%82%D0%B5%D0%BF&p=2": links("/p/3"),
        "/search?q=none&p=1": b"<p>nothing found</p>",
        "/search?q=broken&p=1": (500, {}, b""),
        **{f"/p/{number}": b"<p>x</p>" for number in (1, 2, 3)},
    }
    trial = source(site, searches=(f"{site.root}/search?q={{query}}&p={{page}}",))
    report = crawl(tmp_path, trial, queries=("мектеп", "none", "broken"))
    assert report.sources[0].fetched == 3 and not site.asked("/list")
    assert {search.query: search.found for search in report.searches} == {"мектеп": 3, "none": 0, "broken": None}
    kept = [json.loads(line) for line in (tmp_path / "data" / "searches.jsonl").read_text("utf-8").splitlines()]
    assert [(row["source"], row["query"], row["found"]) for row in kept] == [
        ("trial", "мектеп", 3), ("trial", "none", 0), ("trial", "broken", None),
    ]  # fmt: skip
    assert all(row["at"].startswith("20") and row["address"].startswith(site.root) for row in kept)
    assert roles(tmp_path).count("search") >= 4


def test_a_web_archive_gives_what_is_gone(site, source, crawl, tmp_path):
    head, one = ["timestamp", "original"], ["20210304050607", "http://gone.example/p/1"]
    two, other = ["20220101000000", "http://gone.example/p/2"], ["20200101000000", "http://gone.example/tag"]
    asked = question(site.root, "gone.example", None).removeprefix(site.root)
    site.answers |= {
        asked: (200, {"Content-Type": "application/json"}, json.dumps([head, one, other, [], ["key 2"]]).encode()),
        asked + "&resumeKey=key+2": json.dumps([head, two]).encode(),
        "/web/20210304050607id_/http://gone.example/p/1": b"<p>4360</p>",
        "/web/20220101000000id_/http://gone.example/p/2": b"<p>12</p>",
    }  # fmt: skip
    gone = source(site, hosts=("gone.example",), article=r"^http://gone\.example/p/")
    report = crawl(tmp_path, gone, web_archive=site.root)
    assert (report.sources[0].fetched, report.problems) == (2, ())
    captures = archive.load_captures(paths.workspace(tmp_path).raw)[0]
    assert [original(capture.url) for capture in captures] == ["http://gone.example/p/1", "http://gone.example/p/2"]
    assert captures[0].url == f"{site.root}/web/20210304050607id_/http://gone.example/p/1"


def test_one_address_in_a_web_archive_gives_all_its_versions():
    asked = question("https://archive.example/", "http://a.example/p/1?x=1", 3)
    assert asked == (
        "https://archive.example/cdx/search/cdx?url=http%3A%2F%2Fa.example%2Fp%2F1%3Fx%3D1&matchType=exact&output=json"
        "&fl=timestamp%2Coriginal&filter=statuscode%3A200&collapse=digest&limit=3"
    )


@pytest.mark.parametrize("payload", [b"<html>busy</html>", b"[1, 2]", b'{"a": 1}', b"[" * 5000])
def test_a_web_archive_that_answers_nonsense(payload):
    found = read_list(payload, "https://archive.example/cdx/search/cdx?url=x")
    assert found.pages == () and found.trouble


def test_a_web_archive_that_has_nothing_or_lies():
    assert read_list(b"", "https://x/cdx/").pages == () and read_list(b"[]", "https://x/cdx/").trouble is None
    rows = [["timestamp", "original"], ["2021", "http://a.example/"], ["20210304050607", "file:///etc/passwd"]]
    assert read_list(json.dumps(rows).encode(), "https://x/cdx/").pages == ()


def test_a_live_web_archive_is_not_asked_without_a_contact(site, source, tmp_path, monkeypatch):
    monkeypatch.delenv("DALEL_CONTACT", raising=False)
    options = CollectOptions(web_archive="https://archive.invalid.org")
    with pytest.raises(CollectionRefused, match=r"invalid\.org is a live site"):
        crawler.collect(paths.workspace(tmp_path), [source(site)], options)


def test_a_ticket_is_fetched_first(site, source, crawl, tmp_path):
    def ticket(handler):
        assert handler.command == "POST"
        return 200, {"Set-Cookie": "k6=yes; Path=/"}, b""

    def guarded(handler):
        return (
            b'{"items": [{"url": "/p/1"}]}'
            if "k6=yes" in handler.headers.get("Cookie", "")
            else (400, {}, b"notAllowed")
        )

    site.answers |= {"/_/c/k6": ticket, "/api": guarded, "/p/1": b"<p>x</p>"}
    trial = source(site, listings=(), apis=(f"{site.root}/api",), ticket=f"{site.root}/_/c/k6")
    assert crawl(tmp_path / "a", trial).sources[0].fetched == 1
    assert site.paths() == ["/robots.txt", "/_/c/k6", "/api", "/p/1"]
    site.answers["/_/c/k6"] = (403, {}, b"")
    report = crawl(tmp_path / "b", trial)
    assert report.needs_a_person
    assert any("the ticket is not given (status 403)" in problem.reason for problem in report.problems)


def test_a_key_is_sent_and_never_archived(site, source, crawl, tmp_path, monkeypatch):
    def guarded(handler):
        return (
            b'[{"n": 1}]' if handler.headers.get("Authorization") == "Bearer s3cret-key" else (401, {}, b"who are you")
        )

    site.answers |= {"/p/data": guarded}
    trial = source(site, listings=(), pages=(f"{site.root}/p/data",), secret="TRIAL_KEY")
    report = crawl(tmp_path / "without", trial)
    assert any("set TRIAL_KEY in the environment" in problem.reason for problem in report.problems)
    monkeypatch.setenv("TRIAL_KEY", "s3cret-key")
    assert crawl(tmp_path / "with", trial).sources[0].fetched == 1
    stored = b"".join(gzip.decompress(path.read_bytes()) for path in tmp_path.rglob("*.warc.gz"))
    assert b"s3cret-key" not in stored and b"/p/data" in stored


def test_pages_that_are_data_by_day(site, source):
    trial = source(site, listings=(), pages=("http://bank.example/rates?d={day}", "http://bank.example/today"))
    options = CollectOptions(since=date(2026, 2, 27), until=date(2026, 3, 1))
    assert [start.address for start in starts([trial], options)] == [
        "http://bank.example/rates?d=27.02.2026", "http://bank.example/rates?d=28.02.2026",
        "http://bank.example/rates?d=01.03.2026", "http://bank.example/today",
    ]  # fmt: skip


def test_more_days_than_one_crawl_asks_for_are_an_error_and_not_left_out(site, source, crawl, tmp_path):
    trial = source(site, listings=(), pages=(f"{site.root}/rates?d={{day}}",))
    with pytest.raises(InvalidValue, match="asked day by day, and 5845 days are more than the 3660 of one crawl"):
        crawl(tmp_path, trial, since=date(2010, 1, 1), until=date(2026, 1, 1))


def test_the_next_page_is_the_first_field_that_names_one():
    rows = read_rows(b'{"items": [{"id": 1}], "next": null, "next_page": "/v3/lots?page=2"}')
    assert rows.next_page == "/v3/lots?page=2"
