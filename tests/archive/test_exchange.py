"""Archives of others come in checked, ours go out whole."""

import gzip
import hashlib
import json
import zipfile
from datetime import UTC, datetime
from io import BytesIO

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from dalel import archive
from dalel.archive import wacz
from dalel.errors import EmptyArchive, InvalidValue, UnreadableFile


def foreign(path, *, packed=True, pages=(("http://b.example/1", b"<p>12</p>"), ("http://c.example/robots.txt", b"ok"))):
    """A WARC 1.0 as another crawler writes it: SHA-1 digests, chunked bodies left as they came."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=packed, warc_version="1.0")
        for url, body in pages:
            headers = StatusAndHeaders(
                "200 OK", [("Content-Type", "text/html"), ("Transfer-Encoding", "chunked")], protocol="HTTP/1.1"
            )
            chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
            record = writer.create_warc_record(
                url, "response", payload=BytesIO(chunked), http_headers=headers,
                warc_headers_dict={"WARC-Date": "2021-05-06T07:08:09Z"},
            )  # fmt: skip
            writer.write_record(record)
    return path


def by_host(url):
    return "paper" if "b.example" in url else "other"


@pytest.mark.parametrize("packed", [True, False], ids=["warc.gz", "warc"])
def test_a_foreign_warc_comes_in_as_it_is(tmp_path, packed):
    raw = tmp_path / "raw"
    file = foreign(tmp_path / "theirs.warc.gz", packed=packed)
    report = archive.import_file(raw, file, by_host)
    assert (report.imported, report.known, report.problems) == (2, 0, ())
    (capture,) = archive.load_captures(raw)[0]
    assert (capture.source, capture.url) == ("paper", "http://b.example/1")
    assert capture.captured_at == datetime(2021, 5, 6, 7, 8, 9, tzinfo=UTC)
    assert archive.read_payload(raw, capture) == b"<p>12</p>"
    assert archive.verify(raw) == []
    info = gzip.decompress((raw / capture.warc).read_bytes())
    assert b"imported-from: theirs.warc.gz" in info and hashlib.sha256(file.read_bytes()).hexdigest().encode() in info
    again = archive.import_file(raw, file, by_host)
    assert (again.imported, again.known) == (0, 2)


def test_a_foreign_record_with_a_wrong_digest_is_left_out(tmp_path):
    file = foreign(tmp_path / "theirs.warc", packed=False)
    file.write_bytes(file.read_bytes().replace(b"<p>12</p>", b"<p>13</p>"))
    report = archive.import_file(tmp_path / "raw", file, by_host)
    assert report.imported == 1
    assert "http://b.example/1: its digest does not fit" in report.problems[0].reason


def test_a_foreign_file_that_is_cut_off_gives_what_it_has(tmp_path):
    file = foreign(
        tmp_path / "theirs.warc.gz", pages=[(f"http://b.example/{n}", bytes([65 + n]) * 999) for n in range(3)]
    )
    file.write_bytes(file.read_bytes()[:-40])
    report = archive.import_file(tmp_path / "raw", file, by_host)
    assert report.imported == 2 and len(report.problems) == 1


@pytest.mark.parametrize("content", [b"", b"no archive", gzip.compress(b"no archive either", mtime=0)])
def test_what_is_no_archive(tmp_path, content):
    (tmp_path / "x.warc.gz").write_bytes(content)
    try:
        report = archive.import_file(tmp_path / "raw", tmp_path / "x.warc.gz", by_host)
    except UnreadableFile as error:
        assert "x.warc.gz" in str(error)
    else:
        assert report.imported == 0 and report.problems
    with pytest.raises(UnreadableFile, match="No such file"):
        archive.import_file(tmp_path / "raw", tmp_path / "none.warc.gz", by_host)


def test_wacz_goes_out_and_comes_in_with_the_same_captures(raw, tmp_path, answer):
    with archive.ArchiveWriter(raw, "second") as writer:
        writer.write_response(answer("http://d.example/1", b"<p>7</p>"))
    file = archive.export(raw, tmp_path / "ours.wacz")
    before, _ = archive.load_captures(raw)
    sources = {capture.url: capture.source for capture in before}
    report = archive.import_file(tmp_path / "theirs", file, lambda url: sources.get(url, "paper"))
    assert report.problems == ()
    after, _ = archive.load_captures(tmp_path / "theirs")
    key = [(c.capture_id, c.source, c.url, c.captured_at, c.sha256) for c in before]
    assert [(c.capture_id, c.source, c.url, c.captured_at, c.sha256) for c in after] == key


def test_a_wacz_says_what_is_in_it(raw, warc, tmp_path):
    file = archive.export(raw, tmp_path / "a.wacz", ["paper"])
    with zipfile.ZipFile(file) as package:
        assert package.testzip() is None
        described = json.loads(package.read("datapackage.json"))
        for resource in described["resources"]:
            content = package.read(resource["path"])
            assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
            assert resource["bytes"] == len(content)
        digest = json.loads(package.read("datapackage-digest.json"))
        assert digest["hash"] == f"sha256:{hashlib.sha256(package.read('datapackage.json')).hexdigest()}"
        assert package.read("archive/paper-2026-03-04.warc.gz") == warc.read_bytes()
        assert all(entry.compress_type == zipfile.ZIP_STORED for entry in package.infolist())
        pages = [json.loads(line) for line in package.read("pages/pages.jsonl").decode().splitlines()]
        assert [page.get("url") for page in pages] == [None, *(f"http://a.example/{n}" for n in (1, 2, 3))]
        lines = gzip.decompress(package.read("indexes/index.cdx.gz")).decode().splitlines()
        key, stamp, place = package.read("indexes/index.idx").decode().splitlines()[1].split(" ", 2)
        assert lines[0].startswith(f"{key} {stamp} ")
        assert json.loads(place)["length"] == len(package.read("indexes/index.cdx.gz"))
        assert lines == sorted(lines) and '"filename": "paper-2026-03-04.warc.gz"' in lines[0]
    assert archive.export(raw, tmp_path / "b.wacz", ["paper"]).read_bytes() == file.read_bytes()


def test_a_long_index_is_found_by_its_blocks(monkeypatch):
    monkeypatch.setattr(wacz, "_BLOCK", 2)
    packed, places = wacz._in_blocks([f"example,a)/{n} 20260304120000 {{}}" for n in range(5)])
    meta, *blocks = places.decode().splitlines()
    assert meta.startswith("!meta 0 ") and len(blocks) == 3
    for number, block in enumerate(blocks):
        key, _, said = block.split(" ", 2)
        place = json.loads(said)
        part = packed[place["offset"] : place["offset"] + place["length"]]
        assert key == f"example,a)/{2 * number}" and gzip.decompress(part).decode().startswith(f"{key} ")
        assert place["digest"] == f"sha256:{hashlib.sha256(part).hexdigest()}"


def test_the_library_of_the_format_finds_it_valid(raw, tmp_path):
    validation = pytest.importorskip("wacz.validate", reason="the wacz library is not installed: pip install wacz")
    made = validation.Validation(str(archive.export(raw, tmp_path / "a.wacz")))
    assert made.version == "1.1.1" and made.hash_type == "sha256"
    for check in (made.frictionless_validate, made.check_file_paths, made.check_compression, made.check_indexes):
        assert check()
    assert made.check_required_contents() == 0 and made.check_file_hashes()


def test_what_cannot_be_exported(raw, tmp_path):
    (tmp_path / "there.wacz").write_text("")
    for name in ("there.wacz", "name.zip"):
        with pytest.raises(InvalidValue, match="give the name of a new file"):
            archive.export(raw, tmp_path / name)
    with pytest.raises(EmptyArchive):
        archive.export(raw, tmp_path / "x.wacz", ["nobody"])
    with pytest.raises(EmptyArchive):
        archive.export(tmp_path / "nothing", tmp_path / "x.wacz")


def test_a_new_index_mends_a_missing_one(raw, warc):
    index = warc.with_name("2026-03-04.cdxj")
    before = index.read_bytes()
    assert archive.reindex(raw) == []
    index.unlink()
    assert archive.reindex(raw) == [index]
    assert index.read_bytes() == before and archive.verify(raw) == []
