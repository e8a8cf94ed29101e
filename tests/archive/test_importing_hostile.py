"""Archives of others with damaged, lying and oversized records: each is counted, and the rest is kept."""

import gzip
import io
import tracemalloc
import zipfile

import pytest

from dalel import archive
from dalel.archive import foreign

DATE = "WARC-Date: 2026-01-01T00:00:00Z\r\n"


def record(name, body=b"<html>x</html>", status="200 OK", date=DATE, digest=""):
    block = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x:{name}>\r\n{date}WARC-Target-URI: "
        f"https://x.example/{name}\r\n{digest}Content-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def damaged(packed):
    """The same bytes with one flipped in the middle."""
    return packed[: len(packed) // 2] + bytes([packed[len(packed) // 2] ^ 0xFF]) + packed[len(packed) // 2 + 1 :]


A, C = gzip.compress(record("a")), gzip.compress(record("c"))
WRONG = {
    "flipped byte": (damaged(gzip.compress(record("b"))), "compressed bytes are damaged"),
    "status": (gzip.compress(record("b", status="abc")), "invalid literal"),
    "no date": (gzip.compress(record("b", date="")), "no date"),
    "date": (gzip.compress(record("b", date="WARC-Date: yesterday\r\n")), "yesterday"),
    "first day": (gzip.compress(record("b", date="WARC-Date: 0001-01-01T00:00:00+14:00\r\n")), "out of range"),
    "address": (gzip.compress(record("b").replace(b"https://x.example/b", b"http://[::1/b")), "Invalid IPv6"),
    "digest": (gzip.compress(record("b", digest="WARC-Payload-Digest: sha1:AAAA\r\n")), "digest does not fit"),
    "cut off": (gzip.compress(record("b")[:-20]), "cut off"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_record_is_counted_and_what_follows_it_is_kept(tmp_path, case):
    packed, words = WRONG[case]
    (tmp_path / "x.warc.gz").write_bytes(A + packed + C)
    report = archive.import_file(tmp_path / "raw", tmp_path / "x.warc.gz", lambda url: "imported")
    assert (report.imported, len(report.problems)) == (2, 1)
    assert words in report.problems[0].reason
    captures, trouble = archive.load_captures(tmp_path / "raw")
    assert [capture.url for capture in captures] == ["https://x.example/a", "https://x.example/c"]
    assert (trouble, archive.verify(tmp_path / "raw")) == ([], [])


def test_a_bomb_is_left_out_and_takes_no_memory_to_speak_of(tmp_path, monkeypatch):
    monkeypatch.setattr(foreign, "MAX_IMPORTED", 1_000_000)
    (tmp_path / "x.warc.gz").write_bytes(A + gzip.compress(record("b", b"\0" * 60_000_000)) + C)
    tracemalloc.start()
    try:
        report = archive.import_file(tmp_path / "raw", tmp_path / "x.warc.gz", lambda url: "imported")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert report.imported == 2
    assert "unpacks to more than 1000000 bytes" in report.problems[0].reason
    assert peak < 20_000_000


def test_names_in_a_package_lead_nowhere_and_a_bomb_in_it_is_left_out(tmp_path, monkeypatch):
    monkeypatch.setattr(foreign, "MAX_INNER", 100_000)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("archive/../../../evil.warc.gz", A)
        package.writestr("archive/bomb.warc", b"\0" * 5_000_000)
        package.writestr("archive/good.warc.gz", C)
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "x.wacz").write_bytes(packed.getvalue())
    report = archive.import_file(tmp_path / "deep" / "raw", tmp_path / "deep" / "x.wacz", lambda url: "imported")
    assert report.imported == 2
    assert ["unpacks to more than 100000 bytes" in problem.reason for problem in report.problems] == [True]
    assert [path.name for path in tmp_path.rglob("*evil*")] == []


def zipped(name, data):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr(name, data)
    return packed.getvalue()


def test_a_plain_archive_that_ends_with_a_zip_is_no_package(tmp_path):
    (tmp_path / "x.warc").write_bytes(record("a") + record("table.zip", zipped("a.csv", "1,2")))
    assert zipfile.is_zipfile(tmp_path / "x.warc")
    assert archive.import_file(tmp_path / "raw", tmp_path / "x.warc", lambda url: "imported").imported == 2


def test_a_package_whose_list_of_files_is_damaged_is_a_problem(tmp_path):
    packed = zipped("archive/a.warc.gz", A)
    (tmp_path / "x.wacz").write_bytes(packed.replace(b"PK\x01\x02", b"PK\x00\x02"))
    report = archive.import_file(tmp_path / "raw", tmp_path / "x.wacz", lambda url: "imported")
    assert (report.imported, len(report.problems)) == (0, 1)
    assert "its list of files is damaged" in report.problems[0].reason


def test_a_record_that_is_there_twice_comes_in_once(tmp_path):
    (tmp_path / "x.warc.gz").write_bytes(A + A + C)
    report = archive.import_file(tmp_path / "raw", tmp_path / "x.warc.gz", lambda url: "imported")
    assert (report.imported, report.known) == (2, 1)


@pytest.mark.parametrize(
    ("stated", "known_as"),
    [
        ("https://x.example/a?__wb_method=POST&limit=5", "https://x.example/a?__wb_method=POST&limit=5"),
        ("https://x.example/a#lang=ru", "https://x.example/a#lang=ru"),
        ("javascript:alert(1)", "https://x.example/a"),
        ("https://other.example/a", "https://x.example/a"),
    ],
)
def test_a_page_is_known_by_its_own_address_whatever_a_stranger_wrote(tmp_path, stated, known_as):
    (tmp_path / "x.warc.gz").write_bytes(gzip.compress(record("a", digest=f"Dalel-Address: {stated}\r\n")))
    archive.import_file(tmp_path / "raw", tmp_path / "x.warc.gz", lambda url: "imported")
    assert [capture.url for capture in archive.load_captures(tmp_path / "raw")[0]] == [known_as]
