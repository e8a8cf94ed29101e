"""Rows of data by REST, by number and by GraphQL: every page once, each way to its end; keys sent and never kept."""

import gzip
import json

import pytest

from dalel import archive, paths, readers
from dalel.crawler.keys import Keys, without_parameter
from dalel.crawler.listings import numbered, read_answer
from dalel.crawler.series import Question, following, read_rows
from dalel.sources import GraphQL

KEY = "s3cret/key+7"
QUERY = "query($limit: Int, $after: Int) { Contract(limit: $limit, after: $after) { id contractSumWnds } }"


def contract(number):
    return {"id": number, "contract_number_sys": f"1/20000{number}/00", "contract_sum_wnds": 1000.5 + number}


def rest(handler):
    """goszakup REST v3: `next_page` leads on, and is empty on the last page."""
    if handler.headers.get("Authorization") != f"Bearer {KEY}":
        return 401, {}, b"who are you"
    first = "search_after" not in handler.path
    rows = [contract(1), contract(2)] if first else [contract(3)]
    following_page = "/v3/contract/all?page=next&search_after=2" if first else ""
    return json.dumps({"total": 3, "limit": 2, "next_page": following_page, "items": rows}).encode()


def graphql(handler):
    """goszakup GraphQL v3: rows after a key; it names the last one, and whether more follow."""
    asked = json.loads(handler.rfile.read(int(handler.headers["Content-Length"])))
    limit, after = asked["variables"]["limit"], asked["variables"].get("after", 0)
    if handler.command != "POST" or handler.headers.get("Authorization") != f"Bearer {KEY}":
        return 401, {}, b"who are you"
    rows = [{"id": n, "contractNumberSys": f"2/{n}", "contractSumWnds": 70 + n} for n in range(1, 6) if n > after][
        :limit
    ]
    paging = {"hasNextPage": rows[-1]["id"] < 5, "lastId": rows[-1]["id"], "totalCount": 5}
    return json.dumps({"data": {"Contract": rows}, "extensions": {"pageInfo": paging}}).encode()


@pytest.fixture(scope="module")
def collected(start, source_of, crawl_into, tmp_path_factory):
    """One crawl of a procurement service by both its ways in."""
    site = start()
    site.answers |= {
        "/v3/contract/all": rest, "/v3/contract/all?page=next&search_after=2": rest, "/v3/graphql": graphql,
    }  # fmt: skip
    trial = source_of(
        site, listings=(), secret="TRIAL_KEY", article="/v3/",
        pages=(f"{site.root}/v3/contract/all",),
        graphql=(GraphQL(address=f"{site.root}/v3/graphql", query=QUERY, limit=2),),
    )  # fmt: skip
    home = tmp_path_factory.mktemp("data")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("TRIAL_KEY", KEY)
        reports = [crawl_into(home, trial), crawl_into(home, trial)]
    return site, home, reports


def test_every_page_of_rows_is_had_once_and_the_paging_ends(collected):
    site, _, (first, again) = collected
    assert (first.problems, again.problems) == ((), ())
    assert (first.sources[0].fetched, first.sources[0].unchanged) == (5, 0)
    assert (again.sources[0].fetched, again.sources[0].unchanged) == (0, 5)
    assert site.asked("/v3/contract/all?page=next&search_after=2") == 2
    assert site.asked("/v3/graphql") == 6


def test_each_answer_is_a_capture_of_its_own_and_its_rows_are_read(collected):
    site, home, _ = collected
    raw = paths.workspace(home).raw
    captures, problems = archive.load_captures(raw)
    asked = [capture.url for capture in captures if "graphql" in capture.url]
    assert problems == [] and len(captures) == len({capture.url for capture in captures}) == 5
    assert [url.rpartition("limit=2")[2] for url in asked] == ["", "&after=2", "&after=4"]
    assert all(url.startswith(f"{site.root}/v3/graphql?__wb_method=POST&query=") for url in asked)
    texts = [readers.read(archive.read_payload(raw, capture), capture).text for capture in captures]
    assert [text.count("KZT") for text in texts] == [2, 1, 2, 2, 1]
    assert "1/200003/00 — contract_sum_wnds: 1003.5 KZT" in texts[1] and "2/5 — contractSumWnds: 75 KZT" in texts[4]
    assert archive.verify(raw) == []


def test_the_archive_tells_what_was_asked_and_that_a_key_was_sent_but_not_which(collected):
    _, home, _ = collected
    stored, _ = (gzip.decompress(path.read_bytes()) for path in archive.warcs(paths.workspace(home).raw))
    assert b"POST /v3/graphql HTTP/1.1" in stored and b'"variables": {"limit": 2, "after": 4}' in stored
    assert stored.count(b"key: TRIAL_KEY; its value was sent and is not kept") == 5
    assert b"Authorization" not in stored
    everything = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file()) + stored
    assert KEY.encode() not in everything


def test_an_index_made_anew_knows_what_was_asked(collected):
    _, home, _ = collected
    raw = paths.workspace(home).raw
    index = sorted(raw.rglob("*.cdxj"))[0]
    before = index.read_bytes()
    index.unlink()
    assert archive.reindex(raw) == [index] and index.read_bytes() == before


def test_a_key_in_the_address_is_sent_and_kept_nowhere(site, source, crawl, tmp_path, monkeypatch):
    """data.egov.kz takes apiKey=…; the answer repeats it, packed, in a link and in a header."""

    def rows(handler):
        if not handler.path.endswith("&apiKey=s3cret%2Fkey%2B7"):
            return 403, {}, b"no key"
        answer = [{"places": 30, "self": f"http://a.example/?apiKey={KEY}"}] if "from=0" in handler.path else []
        headers = {"Content-Encoding": "gzip", "X-Asked": handler.path, "Content-Type": "application/json"}
        return 200, headers, gzip.compress(json.dumps(answer).encode())

    monkeypatch.setenv("TRIAL_KEY", KEY)
    site.answers |= {f"/v1?from={n}&apiKey=s3cret%2Fkey%2B7": rows for n in (0, 100)}
    site.answers["/v2?apiKey=s3cret%2Fkey%2B7"] = lambda handler: handler.connection.close()
    ways = (f"{site.root}/v1?from={{skip:100}}", f"{site.root}/v2")
    trial = source(site, listings=(), pages=ways, secret="TRIAL_KEY", secret_as="apiKey")
    report = crawl(tmp_path, trial, toml="delay_seconds = 0\ntimeout_seconds = 1\n")
    assert (report.sources[0].fetched, report.sources[0].failed) == (1, 1)
    assert [problem.subject for problem in report.problems] == [f"{site.root}/v2"] and "s3cret" not in repr(report)
    raw = paths.workspace(tmp_path).raw
    (capture,) = archive.load_captures(raw)[0]
    assert capture.url == f"{site.root}/v1?from=0"
    assert json.loads(archive.read_payload(raw, capture))[0]["self"] == "http://a.example/?apiKey=KEY-REMOVED"
    (warc,) = raw.rglob("*.warc.gz")
    stored = gzip.decompress(warc.read_bytes())
    kept = stored + b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert KEY.encode() not in kept and b"s3cret%2Fkey%2B7" not in kept
    assert b"key-removed: 2 times from the answer: KEY-REMOVED stands there now" in stored


def test_keys_go_to_their_own_hosts_and_never_unencrypted(source, site, monkeypatch):
    monkeypatch.setenv("TRIAL_KEY", KEY)
    keys = Keys([source(site, hosts=("ows.invalid",), secret="TRIAL_KEY")])
    assert keys.of("https://ows.invalid/x").value == KEY
    assert keys.of("http://ows.invalid/x") is None and keys.of("https://other.invalid/x") is None
    assert keys.hide(f"{KEY} s3cret%2Fkey%2B7") == "KEY-REMOVED KEY-REMOVED"
    assert keys.hide(r"s3cret%2fkey%2b7 s3cret\/key+7") == "KEY-REMOVED KEY-REMOVED"  # as others and PHP write it


@pytest.mark.parametrize(
    ("url", "shorter"),
    [
        ("https://a.example/?apiKey=x&b=1", "https://a.example/?b=1"),
        ("https://a.example/?b=1&apiKey=x", "https://a.example/?b=1"),
        ("https://a.example/?apiKey=x", "https://a.example/"),
        ("https://a.example/?myapiKey=x", "https://a.example/?myapiKey=x"),
    ],
)
def test_a_key_is_never_there_twice(url, shorter):
    assert without_parameter(url, "apiKey") == shorter


@pytest.mark.parametrize(
    ("answer", "count", "trouble"),
    [
        ([], 0, None),
        ({"items": [], "next_page": "/x"}, 0, None),
        ({"filters": [], "items": [{"a": 1}]}, 1, None),
        ({"data": {"Lots": [{"a": 1}, {"a": 2}]}}, 2, None),
        ({"errors": [{"message": "limit is 200"}]}, 0, "limit is 200"),
        ("nothing", 0, None),
    ],
)
def test_rows_of_an_answer(answer, count, trouble):
    rows = read_rows(json.dumps(answer).encode())
    assert rows.count == count and (trouble or "") in (rows.trouble or "")


def test_hostile_answers_are_no_rows():
    assert "no JSON" in read_rows(b"[" * 100_000).trouble and "no JSON" in read_rows(b"\xff").trouble
    assert read_rows(b'{"items": [{"a": 1}], "next_page": ["x"], "extensions": {"pageInfo": 7}}').next_page is None


@pytest.mark.parametrize(
    ("paging", "on"),
    [
        ({"hasNextPage": True, "lastId": 9}, True),
        ({"hasNextPage": False, "lastId": 9}, False),
        ({"hasNextPage": True, "lastId": 7}, False),  # the key we asked with: it would go round for ever
        ({"hasNextPage": True}, False),
        ({}, False),
    ],
)
def test_paging_by_key_ends(paging, on):
    asked = Question(GraphQL(address="https://a.example/g", query=QUERY), number=2, after=7)
    answer = json.dumps({"data": {"Lots": [{"a": 1}]}, "extensions": {"pageInfo": paging}}).encode()
    assert (following(asked, read_rows(answer), asked.address) is not None) == on


def test_rows_that_repeat_end_the_paging_and_an_answer_without_rows_is_no_page(site, source, crawl, tmp_path):
    def same(handler):
        name, _, number = handler.path.partition("=")
        return json.dumps({"items": [{"places": 30}], "next_page": f"{name}={int(number) + 1}"}).encode()

    site.answers |= {f"/p/{way}?n={number}": same for number in range(50) for way in ("stated", "numbered")}
    site.answers |= {"/p/none": b'{"message": "no"}', "/p/error": b'{"errors": [{"message": "limit is 200"}]}'}
    ways = ("/p/stated?n=0", "/p/numbered?n={skip:1}", "/p/none", "/p/error")
    report = crawl(tmp_path, source(site, listings=(), pages=tuple(site.root + way for way in ways)))
    assert (report.sources[0].fetched, report.sources[0].failed) == (4, 2)
    assert {path for path in site.paths() if "?" in path} == {
        "/p/stated?n=0", "/p/stated?n=1", "/p/numbered?n=0", "/p/numbered?n=1",
    }  # fmt: skip
    said = " ".join(problem.reason for problem in report.problems)
    assert "the answer has no rows" in said and "limit is 200" in said
    captures = archive.load_captures(paths.workspace(tmp_path).raw)[0]
    assert len(captures) == 4 and all("?n=" in capture.url for capture in captures)


def test_pages_of_a_start_point_are_counted_by_number_or_by_results():
    assert [numbered("/s?limitstart={skip:20}", n) for n in (1, 2, 3)] == [f"/s?limitstart={n}" for n in (0, 20, 40)]
    assert numbered("/s?page={page}&from={skip:5}", 2) == "/s?page=2&from=5"


def test_items_of_a_list_by_their_own_fields_and_nothing_of_what_lies_within_them():
    answer = {"content": [{"id": 7, "created_date": "2026-03-04T10:00:00+05:00", "files": [{"id": 9}]}]}
    (link,) = read_answer(json.dumps(answer).encode(), "http://a.example/news?page=1").pages
    assert (link.url, str(link.dated)) == ("http://a.example/news/7", "2026-03-04")
    slugs = json.dumps({"data": [{"slug": "275226-taqyryp"}, {"slug": None}, {"slug": "a/../b?c"}]}).encode()
    found = read_answer(slugs, "http://a.example/api/search", "http://a.example/article/{slug}")
    assert [link.url for link in found.pages] == [
        "http://a.example/article/275226-taqyryp", "http://a.example/article/a%2F..%2Fb%3Fc",
    ]  # fmt: skip
    assert found.rows == 3


def test_one_address_in_three_languages_is_three_captures(site, source, crawl, tmp_path):
    """gov.kz chooses by Accept-Language; the fragment that keeps them apart is never sent."""

    def told(handler):
        language = handler.headers["Accept-Language"]
        item = {"id": 7, "title": f"title {language}", "body": f"<p>{language} 4360</p>"}
        if "page=2" in handler.path:
            return b"[]"
        return 200, {"Content-Type": "application/json"}, json.dumps([item] if "?" in handler.path else item).encode()

    site.answers |= dict.fromkeys(("/p/news?page=1", "/p/news?page=2", "/p/news/7"), told)
    ways = tuple(f"{site.root}/p/news?page={{page}}#lang={language}" for language in ("kk", "ru", "en"))
    site.answers["/items"] = b'{"data": [{"caption": "one"}, {"caption": "two"}]}'
    trial = source(site, listings=(), apis=(*ways, f"{site.root}/items"), article=r"/p/news/\d+$")
    report = crawl(tmp_path, trial)
    assert report.sources[0].fetched == 3
    (problem,) = report.problems
    assert problem.reason.startswith("its 2 items name no article"), "which is not the same as nothing found"
    assert not any("#" in path for path in site.paths())
    raw = paths.workspace(tmp_path).raw
    captures = archive.load_captures(raw)[0]
    assert [capture.url.removeprefix(site.root) for capture in captures] == [
        f"/p/news/7#lang={language}" for language in ("en", "kk", "ru")
    ]
    texts = [json.loads(archive.read_payload(raw, capture))["title"] for capture in captures]
    assert texts == ["title en", "title kk", "title ru"] and archive.verify(raw) == []
