"""Files that a person already has."""

from datetime import date

import pytest

from dalel import archive
from dalel.archive.index import records
from dalel.errors import InvalidValue, UnreadableFile

URL = "https://news.example/edu/1"
PDF = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"


def add(tmp_path, name, content, **more):
    file = tmp_path / name
    file.write_bytes(content)
    said = {"url": URL, "outlet": None, "published": None} | more
    return archive.add_file(tmp_path / "raw", file, **said)


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("page.html", b"<p>12</p>", "text/html"),
        ("page.txt", "Бүгін 12 мектеп".encode(), "text/plain"),
        ("release.pdf", PDF, "application/pdf"),
        ("release", PDF, "application/pdf"),
        ("saved.php", b"\xef\xbb\xbf<!DOCTYPE html><p>1</p>", "text/html"),
        ("notes", b"12 schools", "text/plain"),
        ("item.json", b"{}", "application/json"),
    ],
)
def test_kinds_of_files(tmp_path, name, content, media_type):
    capture = add(tmp_path, name, content)
    assert (capture.source, capture.status, capture.media_type, capture.url) == ("local", 200, media_type, URL)
    assert archive.read_payload(tmp_path / "raw", capture) == content
    assert archive.verify(tmp_path / "raw") == []


def test_what_the_person_said_is_a_metadata_record(tmp_path):
    capture = add(tmp_path, "a.html", b"<p>1</p>", outlet="Қала\nтаңы", published=date(2025, 9, 12))
    assert (capture.outlet, capture.published) == ("Қала таңы", date(2025, 9, 12))
    blocks = [block for _, block in records(tmp_path / "raw" / capture.warc)]
    said = next(block for block in blocks if block.kind == "metadata")
    kept = next(block for block in blocks if block.kind == "resource")
    assert said.payload.decode() == "outlet: Қала таңы\r\npublished: 2025-09-12\r\n"
    assert said.get("WARC-Refers-To") == kept.get("WARC-Record-ID")
    assert archive.load_captures(tmp_path / "raw")[0] == [capture]
    (tmp_path / "raw" / capture.warc).with_name(capture.warc.split("/")[1].replace(".warc.gz", ".cdxj")).unlink()
    assert archive.load_captures(tmp_path / "raw")[0] == [capture], "it is in the WARC, not only in the index"


def test_the_same_file_again_writes_nothing_and_a_correction_is_kept(tmp_path):
    first = add(tmp_path, "a.html", b"<p>1</p>", outlet="Wrong")
    before = {path: path.read_bytes() for path in (tmp_path / "raw").rglob("*.*")}
    assert add(tmp_path, "a.html", b"<p>1</p>", outlet="Wrong") == first
    assert {path: path.read_bytes() for path in (tmp_path / "raw").rglob("*.*")} == before
    add(tmp_path, "a.html", b"<p>1</p>", outlet="Right", published=date(2025, 9, 12))
    (capture,) = archive.load_captures(tmp_path / "raw")[0]
    assert (capture.capture_id, capture.outlet, capture.published) == (first.capture_id, "Right", date(2025, 9, 12))


def test_a_media_type_given_by_the_person_wins(tmp_path):
    assert add(tmp_path, "a.bin", b"\x00\x01", media_type="application/pdf").media_type == "application/pdf"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [("empty.html", b"", "is empty"), ("a.bin", b"\x00\x01", "--media-type"), ("a.mp3", b"text", "--media-type")],
)
def test_files_that_cannot_be_evidence(tmp_path, name, content, message):
    with pytest.raises(UnreadableFile, match=message):
        add(tmp_path, name, content)
    assert not (tmp_path / "raw").exists()


def test_no_file_and_a_folder(tmp_path):
    with pytest.raises(UnreadableFile, match="No such file"):
        archive.add_file(tmp_path / "raw", tmp_path / "none.html", URL, None, None)
    with pytest.raises(UnreadableFile, match="is a folder"):
        archive.add_file(tmp_path / "raw", tmp_path, URL, None, None)


@pytest.mark.parametrize("character", [" ", "\n", "\t", "\x00", "\x7f", "\u2028", "\u00a0"])
def test_an_address_with_white_space_or_control_characters(tmp_path, character):
    with pytest.raises(InvalidValue, match="white space or control characters: write them as %20"):
        add(tmp_path, "a.html", b"<p>1</p>", url=f"https://a.example/one{character}two")
    assert not (tmp_path / "raw").exists()


def test_an_address_in_letters_of_any_alphabet_is_taken(tmp_path):
    url = "https://a.example/қала/1?бет=2"
    assert add(tmp_path, "a.html", b"<p>1</p>", url=url).url == url


def test_files_can_be_checked_before_any_is_added(tmp_path):
    (tmp_path / "a.html").write_bytes(b"<p>1</p>")
    (tmp_path / "a.bin").write_bytes(b"\x00")
    archive.check_file(tmp_path / "a.html")
    archive.check_file(tmp_path / "a.bin", "application/pdf")
    for name in ("a.bin", "none.html"):
        with pytest.raises(UnreadableFile, match=name):
            archive.check_file(tmp_path / name)
    assert not (tmp_path / "raw").exists()


@pytest.mark.parametrize("url", ["page.html", "ftp://a.example/1", "http://", "", "http://[a/1", "javascript:1"])
def test_an_address_that_is_none(tmp_path, url):
    with pytest.raises(InvalidValue, match="no web address"):
        add(tmp_path, "a.html", b"<p>1</p>", url=url)
