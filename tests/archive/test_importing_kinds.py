"""All kinds of records that archives of others hold: what comes in, as what, and what is counted and left out."""

import base64
import gzip
import hashlib
from datetime import UTC, date, datetime

import pytest

from dalel import archive

PAGE = b"<html><p>4360</p></html>"
HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
SAME = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"


def record(kind, url, block=b"", day=1, **headers):
    named = {"WARC-Type": kind, "WARC-Target-URI": url, "WARC-Date": f"2021-05-{day:02}T07:08:09Z"}
    named |= {name.replace("_", "-"): value for name, value in headers.items()}
    named.setdefault("WARC-Record-ID", f"<urn:x:{kind}-{day}-{len(block)}>")
    head = "WARC/1.0\r\n" + "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return gzip.compress(head.encode() + b"Content-Length: %d\r\n\r\n" % len(block) + block + b"\r\n\r\n")


def sha1(payload):
    """As most crawlers state digests."""
    return "sha1:" + base64.b32encode(hashlib.sha1(payload).digest()).decode()


def brought(tmp_path, *records, source="paper"):
    file = tmp_path / "theirs.warc.gz"
    file.write_bytes(b"".join(records))
    report = archive.import_file(tmp_path / "raw", file, lambda url: source)
    assert archive.verify(tmp_path / "raw") == []
    return report, archive.load_captures(tmp_path / "raw")[0]


def test_files_come_in_as_files_with_what_was_said_of_them(tmp_path):
    about = b"outlet: Ernur\r\npublished: 2020-10-08\r\nhopsFromSeed: 3\r\n"
    report, captures = brought(
        tmp_path,
        record("metadata", "http://a.example/1", about, WARC_Refers_To="<x:one>"),
        record("resource", "http://a.example/1", PAGE, WARC_Record_ID="<x:one>", Content_Type="text/html; charset=x"),
        record("resource", "http://a.example/2.pdf", b"%PDF-1.4", Content_Type="application/pdf"),
        record("resource", "urn:screenshot:http://a.example/1", b"PNG", Content_Type="image/png"),
    )  # fmt: skip
    assert (report.imported, report.problems) == (2, ())
    assert dict(report.left_out) == {"resource of no web address (urn:)": 1}
    one, two = captures
    assert (one.media_type, one.charset, one.outlet, one.published) == (
        "text/html",
        "x",
        "Ernur",
        date(2020, 10, 8),
    )
    assert (two.media_type, two.captured_at) == ("application/pdf", datetime(2021, 5, 1, 7, 8, 9, tzinfo=UTC))
    assert archive.read_payload(tmp_path / "raw", one) == PAGE


def test_our_own_files_go_out_and_come_in_the_same(tmp_path):
    (tmp_path / "page.txt").write_text("240 млн тенге\n", "utf-8")
    mine = archive.add_file(tmp_path / "mine", tmp_path / "page.txt", "http://a.example/1", "Ernur", date(2020, 10, 8))
    package = archive.export(tmp_path / "mine", tmp_path / "mine.wacz")
    report = archive.import_file(tmp_path / "raw", package, lambda url: "local")
    assert (report.imported, report.problems) == (1, ())
    (theirs,) = archive.load_captures(tmp_path / "raw")[0]
    assert (theirs.capture_id, theirs.outlet, theirs.published) == (mine.capture_id, mine.outlet, mine.published)
    assert archive.import_file(tmp_path / "raw", package, lambda url: "local").known == 1


def test_a_revisit_comes_in_with_what_it_refers_to_wherever_that_stands(tmp_path):
    one = record("response", "http://a.example/1", HTTP + PAGE, WARC_Payload_Digest=sha1(PAGE))
    again = record("revisit", "http://a.example/1", HTTP, 2, WARC_Profile=SAME, WARC_Payload_Digest=sha1(PAGE))
    report, captures = brought(tmp_path, again, one)  # also where the revisit stands first
    assert (report.imported, len(captures)) == (2, 1)
    visits = archive.visits(tmp_path / "raw")[0]["http://a.example/1"]
    assert [(visit.state, visit.at.day) for visit in visits] == [("page", 1), ("unchanged", 2)]
    later = record("revisit", "http://a.example/1", b"", 3, WARC_Profile=SAME, WARC_Payload_Digest=sha1(PAGE))
    report, captures = brought(tmp_path, later)  # of another file: found here by its payload
    assert (report.imported, len(archive.visits(tmp_path / "raw")[0]["http://a.example/1"])) == (1, 3)
    report, _ = brought(tmp_path, later)
    assert (report.imported, report.known) == (0, 1)


def test_a_revisit_of_another_address_has_the_payload_under_its_own(tmp_path):
    one = record("response", "http://a.example/1", HTTP + PAGE, WARC_Payload_Digest=sha1(PAGE))
    twin = record(
        "revisit", "http://a.example/amp/1", HTTP, 2, WARC_Profile=SAME, WARC_Payload_Digest=sha1(PAGE),
        WARC_Refers_To_Target_URI="http://a.example/1", WARC_Refers_To_Date="2021-05-01T07:08:09Z",
    )  # fmt: skip
    report, captures = brought(tmp_path, one, twin)
    assert (report.imported, [capture.url for capture in captures]) == (
        2,
        ["http://a.example/1", "http://a.example/amp/1"],
    )
    assert archive.read_payload(tmp_path / "raw", captures[1]) == PAGE
    stored = gzip.decompress(next((tmp_path / "raw").rglob("*-2.warc.gz")).read_bytes())
    assert b"payload-from: http://a.example/1 2021-05-01T07:08:09+00:00, by the revisit record" in stored


def test_a_page_that_was_not_modified_is_found_by_time(tmp_path):
    one = record("response", "http://a.example/1", HTTP + PAGE)
    unmodified = record(
        "revisit", "http://a.example/1", b"HTTP/1.1 304 Not Modified\r\n\r\n", 2,
        WARC_Profile="http://netpreserve.org/warc/1.1/revisit/server-not-modified",
        WARC_Refers_To_Target_URI="http://a.example/1", WARC_Refers_To_Date="2021-05-01T07:08:09Z",
    )  # fmt: skip
    assert brought(tmp_path, one, unmodified)[0].imported == 2
    visits = archive.visits(tmp_path / "raw")[0]["http://a.example/1"]
    assert [(visit.state, visit.status) for visit in visits] == [("page", 200), ("unchanged", 304)]


def test_what_is_left_out_is_counted_with_its_reason(tmp_path):
    report, captures = brought(
        tmp_path,
        record("warcinfo", "", b"software: x"),
        record("request", "http://a.example/1", b"GET / HTTP/1.1\r\nCookie: secret\r\n\r\n"),
        record("response", "http://a.example/1", HTTP + PAGE),
        record("metadata", "http://a.example/1", b"fetchTimeMs: 7", WARC_Refers_To="<urn:x:other>"),
        record("conversion", "http://a.example/1", b"4360", Content_Type="text/plain"),
        record("response", "dns:a.example", b"20210501070809\na.example. 1 IN A 93.184.216.34"),
        record("revisit", "http://a.example/9", HTTP, WARC_Profile=SAME, WARC_Payload_Digest=sha1(b"unknown")),
        record("mystery", "http://a.example/1", b"?"),
    )  # fmt: skip
    assert (report.imported, len(captures), report.problems) == (1, 1, ())
    assert {reason.split(":")[0]: count for reason, count in report.left_out.items()} == {
        "conversion": 1, "metadata": 1, "mystery": 1, "request": 1, "warcinfo": 1,
        "response of no web address (dns": 1, "revisit of a page that is neither in the file nor here": 1,
    }  # fmt: skip
    stored = b"".join(gzip.decompress(path.read_bytes()) for path in (tmp_path / "raw").rglob("*.warc.gz"))
    assert b"Cookie" not in stored


def test_a_news_file_of_common_crawl_comes_in(tmp_path):
    """One gzip member a record, bodies unpacked, their codings under other names, some digests missing, pages cut."""
    whole = b"HTTP/1.1 200 OK\r\nX-Crawl-Content-Encoding: gzip\r\nContent-Type: text/html\r\n\r\n" + PAGE
    report, captures = brought(
        tmp_path,
        record("warcinfo", "", b"isPartOf: CC-NEWS"),
        record("response", "https://a.example/1", whole),
        record("response", "https://a.example/2", HTTP + PAGE, 2, WARC_Payload_Digest=sha1(PAGE)),
        record("response", "https://a.example/3", HTTP + PAGE[:9], 3, WARC_Truncated="length"),
    )  # fmt: skip
    assert (report.imported, [capture.url[-1] for capture in captures]) == (3, ["1", "2", "3"])
    assert archive.read_payload(tmp_path / "raw", captures[0]) == PAGE
    (problem,) = report.problems
    assert "https://a.example/3: their crawler cut it off (length)" in problem.reason


@pytest.mark.parametrize("segment", [{"WARC_Segment_Number": "2"}, {"WARC_Segment_Total_Length": "900"}])
def test_parts_of_a_record_are_no_pages(tmp_path, segment):
    report, captures = brought(tmp_path, record("response", "http://a.example/1", HTTP + PAGE, **segment))
    assert captures == [] and "a part of a record that was split" in report.problems[0].reason


def test_a_day_that_is_none_is_not_said(tmp_path):
    said = record("metadata", "http://a.example/1", b"published: soon\r\n", WARC_Refers_To="<x:one>")
    one = record("resource", "http://a.example/1", PAGE, WARC_Record_ID="<x:one>", Content_Type="text/html")
    report, (capture,) = brought(tmp_path, said, one)
    assert capture.published is None and report.imported == 1
