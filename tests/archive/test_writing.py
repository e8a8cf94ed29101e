"""What is archived is what was received, as other tools read it too."""

import gzip
import hashlib
from datetime import UTC, date, datetime

import pytest
from warcio.archiveiterator import ArchiveIterator

from dalel import archive
from dalel.archive import cdxj
from dalel.archive.captures import capture_id
from dalel.errors import UnsafePath


def records(path):
    with path.open("rb") as file:
        return [
            (record.rec_type, record.rec_headers.get_header("WARC-Target-URI"), record.content_stream().read())
            for record in ArchiveIterator(file, check_digests="raise")
        ]


def test_warcio_reads_requests_and_responses_in_order_and_finds_every_digest_right(warc, pages):
    found = records(warc)
    assert [kind for kind, _, _ in found] == ["warcinfo"] + ["request", "response"] * 5
    bodies = {url: body.decode() for kind, url, body in found if kind == "response"}
    assert {url: bodies[url] for url in pages} == pages
    assert bodies["http://a.example/gone"] == "not here"


def test_the_body_is_archived_with_its_encoding_on(warc):
    with warc.open("rb") as file:
        raw_bodies = [r.raw_stream.read() for r in ArchiveIterator(file) if r.rec_type == "response"]
    assert all(body.startswith(b"\x1f\x8b") for body in raw_bodies)


def test_the_request_says_what_was_asked(tmp_path, answer):
    asked = answer(
        "http://a.example/q?x=1", b"ok", request_headers=[("User-Agent", "dalel")], method="POST", request_body=b"a=b"
    )
    with archive.ArchiveWriter(tmp_path, "paper") as writer:
        capture = writer.write_response(asked)
    text = gzip.decompress((tmp_path / capture.warc).read_bytes()).decode("utf-8", "replace")
    assert "POST /q?x=1 HTTP/1.1\r\nHost: a.example\r\nUser-Agent: dalel\r\n\r\na=b" in text


def test_captures_are_the_pages_only_sorted_with_their_facts(raw, pages):
    captures, problems = archive.load_captures(raw)
    assert problems == []
    assert [capture.url for capture in captures] == list(pages)
    first = captures[0]
    body = pages[first.url].encode()
    assert first.sha256 == hashlib.sha256(body).hexdigest()
    assert first.capture_id == capture_id(first.url, first.sha256)
    assert (first.source, first.status, first.media_type, first.charset) == ("paper", 200, "text/html", "utf-8")
    assert first.captured_at == datetime(2026, 3, 4, 12, tzinfo=UTC)
    assert first.warc == "paper/2026-03-04.warc.gz"
    assert archive.read_payload(raw, first) == body


def test_history_has_everything(raw):
    entries, problems = archive.history(raw)
    assert [(entry.role, entry.status) for _, entry in entries] == [
        ("robots", 200),
        *[("page", 200)] * 3,
        ("page", 404),
    ]
    assert problems == []


def test_the_index_is_sorted_cdxj_with_offsets_that_hold(warc):
    lines = warc.with_name("2026-03-04.cdxj").read_text("utf-8").splitlines()
    assert lines == sorted(lines, key=str.encode)
    assert lines[0] == f'!dalel {{"warc": "{warc.name}", "sha256": "{hashlib.sha256(warc.read_bytes()).hexdigest()}"}}'
    assert lines[1].startswith("example,a)/1 20260304120000 {")
    for line in lines[1:]:
        entry = cdxj.parse(line)
        record = gzip.decompress(warc.read_bytes()[entry.offset : entry.offset + entry.length])
        assert f"WARC-Target-URI: {entry.url}\r\n".encode() in record
        assert entry.digest.encode() in record


def test_a_second_run_on_the_same_day_is_a_new_file_and_leaves_the_first_alone(raw, warc, answer):
    before = {path.name: path.read_bytes() for path in warc.parent.iterdir()}
    for _ in range(2):
        with archive.ArchiveWriter(raw, "paper", day=date(2026, 3, 4)) as writer:
            writer.write_response(answer("http://a.example/4", b"four"))
    names = sorted(path.name for path in warc.parent.glob("*.warc.gz"))
    assert names == ["2026-03-04-2.warc.gz", "2026-03-04-3.warc.gz", "2026-03-04.warc.gz"]
    assert {name: (warc.parent / name).read_bytes() for name in before} == before
    assert archive.verify(raw) == []


def test_the_same_page_again_is_one_capture_and_a_changed_one_two(raw, answer, pages):
    later = datetime(2026, 3, 5, tzinfo=UTC)
    url = "http://a.example/1"
    with archive.ArchiveWriter(raw, "paper", day=later.date()) as writer:
        writer.write_response(answer(url, pages[url].encode(), when=later))
        writer.write_response(answer("http://a.example/2", b"changed", when=later))
    captures, _ = archive.load_captures(raw)
    assert [(c.url[-1], c.captured_at.day) for c in captures] == [("1", 4), ("2", 4), ("2", 5), ("3", 4)]


def test_a_revisit_points_back_and_is_no_second_capture(raw, answer):
    _, before = archive.history(raw)[0][1]
    with archive.ArchiveWriter(raw, "paper", day=date(2026, 3, 5)) as writer:
        seen = writer.write_revisit(answer(before.url, b"", status=304, packed=False), before)
    assert seen.sha256 == before.sha256
    assert len(archive.load_captures(raw)[0]) == 3
    kinds = [kind for kind, _, _ in records(raw / seen.warc)]
    assert kinds == ["warcinfo", "request", "revisit"]
    assert archive.verify(raw) == []
    last = archive.history(raw)[0][-1][1]
    assert (last.mime, last.status, last.sha256) == ("warc/revisit", 304, before.sha256)


def test_files_are_begun_anew_beyond_a_size_and_keep_request_and_response_together(tmp_path, answer):
    with archive.ArchiveWriter(tmp_path, "paper", max_file=2500) as writer:
        for number in range(6):
            writer.write_response(answer(f"http://a.example/{number}", bytes(range(256)) * number))
    files = sorted(tmp_path.glob("*/*.warc.gz"))
    assert len(files) > 1
    for path in files:
        kinds = [kind for kind, _, _ in records(path)]
        assert kinds[0] == "warcinfo" and kinds[1:] == ["request", "response"] * (len(kinds) // 2)
    assert len(archive.load_captures(tmp_path)[0]) == 6


def test_nothing_written_is_no_file(tmp_path):
    with archive.ArchiveWriter(tmp_path, "paper"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_source_cannot_lead_out_of_the_archive(tmp_path):
    with pytest.raises(UnsafePath):
        archive.ArchiveWriter(tmp_path, "../paper")


def test_headers_cannot_break_out_of_their_lines(tmp_path, answer):
    evil = archive.Exchange(
        url="http://a.example/x", captured_at=datetime.now(UTC), status=200,
        headers=[("X-Evil", "a\r\nWARC-Type: warcinfo")], body=b"x",
    )  # fmt: skip
    with archive.ArchiveWriter(tmp_path, "paper") as writer:
        capture = writer.write_response(evil)
    assert b"X-Evil: a  WARC-Type: warcinfo\r\n" in gzip.decompress((tmp_path / capture.warc).read_bytes())
