"""What happens to an archive happens with a message: which record, where, what now; the rest stays usable."""

import gzip
import json
import subprocess
import sys
from datetime import date

import pytest

from dalel import archive
from dalel.errors import DamagedRecord, UnwritableHome


def page(raw, number):
    return next(c for c in archive.load_captures(raw)[0] if c.url.endswith(f"/{number}"))


def damaged(raw, capture):
    with pytest.raises(DamagedRecord) as caught:
        archive.read_payload(raw, capture)
    message = str(caught.value)
    assert f"{capture.warc} at offset {capture.offset}" in message and "restore the file from a copy" in message
    return message


@pytest.mark.parametrize("place", [0.2, 0.5, 0.9])
def test_a_flipped_byte_damages_its_record_and_no_other(raw, warc, place):
    captures, _ = archive.load_captures(raw)
    victim = page(raw, 2)
    content = bytearray(warc.read_bytes())
    content[victim.offset + int(victim.length * place)] ^= 0x20
    warc.write_bytes(content)
    damaged(raw, victim)
    for other in captures:
        if other != victim:
            assert archive.read_payload(raw, other)
    (problem,) = archive.verify(raw)
    assert problem.subject == f"{victim.warc} at offset {victim.offset}" and victim.url in problem.reason


def test_a_cut_off_file_loses_its_last_records_only(raw, warc, pages):
    third = page(raw, 3)
    with warc.open("r+b") as file:
        file.truncate(third.offset + third.length // 2)
    damaged(raw, third)
    captures, problems = archive.load_captures(raw)
    assert [capture.url[-1] for capture in captures] == ["1", "2"]
    assert "rebuilt in memory" in problems[0].reason
    assert archive.read_payload(raw, captures[1]).decode() == pages["http://a.example/2"]
    assert any("cut off" in problem.reason for problem in archive.verify(raw))


def lost(raw):
    return [problem.subject for problem in archive.load_captures(raw)[1] if problem.reason.startswith("lost: ")]


def test_every_page_of_a_file_replaced_by_garbage_is_reported(raw, warc, pages):
    warc.write_bytes(b"garbage" * 100)
    captures, problems = archive.load_captures(raw)
    assert captures == [] and lost(raw) == sorted(pages), "robots.txt and the 404 are no pages"
    assert len(problems) == 4 and all("restore the file from a copy" in problem.reason for problem in problems[1:])
    assert problems[0].subject == "paper/2026-03-04.warc.gz" in problems[1].reason


def test_every_page_that_a_cut_took_is_reported_and_no_other(raw, warc):
    second = page(raw, 2)
    with warc.open("r+b") as file:
        file.truncate(second.offset + second.length // 2)
    assert lost(raw) == [second.url, second.url.replace("/2", "/3")]
    assert [capture.url[-1] for capture in archive.load_captures(raw)[0]] == ["1"]


def test_a_new_index_of_a_damaged_file_still_names_what_it_lost(raw, warc):
    whole, second = warc.read_bytes(), page(raw, 2)
    warc.write_bytes(whole[: second.offset + second.length // 2])
    gone = [second.url, second.url.replace("/2", "/3")]
    for _ in range(2):  # again, and the list is not forgotten over an index that never knew of them
        assert archive.reindex(raw) == [warc.with_name("2026-03-04.cdxj")]
        assert lost(raw) == gone
        told = " ".join(problem.reason for problem in archive.verify(raw))
        assert all(f"{url}: " in told for url in [*gone, "http://a.example/gone"]), "the 404 is no page, but a record"
    warc.with_name("2026-03-04.cdxj").unlink()
    assert lost(raw) == gone
    warc.write_bytes(whole)  # restored from a copy
    assert lost(raw) == [] and len(archive.load_captures(raw)[0]) == 3
    archive.reindex(raw)
    assert archive.verify(raw) == [] and archive.load_captures(raw)[1] == []
    assert not list(raw.rglob("*.lost"))


def test_a_record_that_was_lost_within_an_index_that_fits_is_found_again(raw, warc):
    """A middle record damaged, the index made anew, the file restored: its size tells nothing, the list does."""
    whole, second = warc.read_bytes(), page(raw, 2)
    warc.write_bytes(whole[: second.offset] + b"?" * second.length + whole[second.offset + second.length :])
    index = warc.with_name("2026-03-04.cdxj")
    index.write_text(
        index.read_text("utf-8")
        + index.read_text("utf-8").splitlines()[1].replace('"offset": "', '"offset": "9')
        + "\n",
        "utf-8",
    )
    archive.reindex(raw)
    assert lost(raw) == [second.url] and [capture.url[-1] for capture in archive.load_captures(raw)[0]] == ["1", "3"]
    assert any(problem.reason.startswith(second.url) for problem in archive.verify(raw))
    warc.write_bytes(whole)
    assert len(archive.load_captures(raw)[0]) == 3 and lost(raw) == []
    archive.reindex(raw)
    assert archive.verify(raw) == []


def test_damage_of_which_the_index_knows_nothing_is_reported_by_its_place(raw, warc):
    second = page(raw, 2)
    content = bytearray(warc.read_bytes())
    content[second.offset : second.offset + 3] = b"???"
    warc.write_bytes(content)
    warc.with_name("2026-03-04.cdxj").unlink()
    captures, (_, stretch) = archive.load_captures(raw)
    assert [capture.url[-1] for capture in captures] == ["1", "3"]
    assert stretch.subject == f"paper/2026-03-04.warc.gz at offset {second.offset}"
    assert f"{second.length} bytes cannot be read" in stretch.reason


def test_the_pages_of_a_file_that_is_gone_are_reported(raw, warc, pages):
    warc.unlink()
    assert archive.load_captures(raw)[0] == [] and lost(raw) == sorted(pages)


def test_a_swapped_payload_with_right_digests_of_its_own_is_noticed(raw, warc, answer, tmp_path):
    victim = page(raw, 2)
    with archive.ArchiveWriter(tmp_path / "forged", "paper") as writer:
        forged = writer.write_response(answer(victim.url, b"<p>9999</p>"))
    record = (tmp_path / "forged" / forged.warc).read_bytes()[forged.offset : forged.offset + forged.length]
    content = warc.read_bytes()
    warc.write_bytes(content[: victim.offset] + record + content[victim.offset + victim.length :])
    damaged(raw, victim)
    assert any(victim.url in problem.reason for problem in archive.verify(raw))


def test_garbage_in_the_middle_is_passed_over(raw, warc):
    second = page(raw, 2)
    content = warc.read_bytes()
    warc.write_bytes(content[: second.offset] + b"\x1f\x8b\x08 garbage" + content[second.offset + second.length :])
    captures, problems = archive.load_captures(raw)
    assert [capture.url[-1] for capture in captures] == ["1", "3"] and problems
    assert all(archive.read_payload(raw, capture) for capture in captures)


@pytest.mark.parametrize(
    "content", [b"", b"no archive at all", b"\x1f\x8b\x08" + b"\0" * 50, gzip.compress(b"no WARC", mtime=0)]
)
def test_a_file_that_is_no_warc_stops_nothing(raw, warc, content):
    (warc.parent / "2026-03-05.warc.gz").write_bytes(content)
    captures, problems = archive.load_captures(raw)
    assert len(captures) == 3
    assert {problem.subject for problem in problems} == {
        "paper/2026-03-05.warc.gz",
        "paper/2026-03-05.warc.gz at offset 0",
    }
    assert any(problem.subject.startswith("paper/2026-03-05.warc.gz") for problem in archive.verify(raw))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda index: index.unlink(),
        lambda index: index.write_text("garbage\n"),
        lambda index: index.write_bytes(b"\xff\xfe\x00"),
        lambda index: index.write_text(index.read_text("utf-8").splitlines()[0] + "\n", "utf-8"),
        lambda index: index.write_text("", "utf-8"),
    ],
    ids=["missing", "garbage", "not text", "of an older file", "empty"],
)
def test_an_index_that_cannot_be_used_is_rebuilt_in_memory(raw, warc, spoil):
    before, _ = archive.load_captures(raw)
    index = warc.with_name("2026-03-04.cdxj")
    spoil(index)
    state = index.read_bytes() if index.exists() else None
    captures, problems = archive.load_captures(raw)
    assert captures == before
    assert len(problems) == 1 and "rebuilt in memory" in problems[0].reason
    assert (index.read_bytes() if index.exists() else None) == state, "reading must not write"
    assert archive.verify(raw)


def test_an_index_with_a_wrong_offset_is_damage_not_another_page(raw, warc):
    index = warc.with_name("2026-03-04.cdxj")
    first, second = page(raw, 1), page(raw, 2)
    lines = index.read_text("utf-8")
    right, wrong = (f'"length": "{one.length}", "offset": "{one.offset}"' for one in (first, second))
    index.write_text(lines.replace(right, wrong), "utf-8")
    damaged(raw, page(raw, 1))
    assert archive.verify(raw)


def test_an_index_whose_digest_was_edited_is_noticed(raw, warc):
    victim = page(raw, 3)
    index = warc.with_name("2026-03-04.cdxj")
    index.write_text(
        index.read_text("utf-8").replace(f'"sha256": "{victim.sha256}"', f'"sha256": "{"0" * 64}"'), "utf-8"
    )
    damaged(raw, page(raw, 3))
    assert "0" * 64 in archive.verify(raw)[0].reason


def test_a_missing_file_is_damage_and_its_index_an_orphan(raw, warc):
    victim = page(raw, 1)
    warc.unlink()
    damaged(raw, victim)
    assert [problem.subject for problem in archive.verify(raw)] == ["paper/2026-03-04.cdxj"]


def test_an_archive_that_is_not_there_is_empty(tmp_path):
    assert archive.load_captures(tmp_path / "nothing") == ([], [])
    assert archive.verify(tmp_path / "nothing") == []


def test_a_bomb_is_refused_and_reported(tmp_path, answer):
    bomb = gzip.compress(b"\0" * (80 << 20))
    with archive.ArchiveWriter(tmp_path, "paper") as writer:
        capture = writer.write_response(answer("http://a.example/bomb", bomb, packed=False, role="page"))
        packed = archive.Exchange(
            url="http://a.example/bomb2", captured_at=capture.captured_at, status=200,
            headers=[("Content-Type", "text/html"), ("Content-Encoding", "gzip")], body=bomb,
        )  # fmt: skip
        refused = writer.write_response(packed)
    with pytest.raises(DamagedRecord, match="unpacks to more than"):
        archive.read_payload(tmp_path, refused)
    assert [c.url for c in archive.load_captures(tmp_path)[0]] == ["http://a.example/bomb"]
    assert archive.verify(tmp_path) == []


def test_a_writer_that_was_killed_loses_no_whole_record(raw, answer, pages):
    script = (
        "import os, sys\nfrom pathlib import Path\nfrom datetime import UTC, date, datetime\n"
        "from dalel import archive\n"
        "writer = archive.ArchiveWriter(Path(sys.argv[1]), 'paper', day=date(2026, 3, 4))\n"
        "for n in range(3):\n"
        "    writer.write_response(archive.Exchange(url=f'http://a.example/k{n}', captured_at=datetime.now(UTC),"
        " status=200, headers=[('Content-Type', 'text/html')], body=b'kept'))\n"
        "os.kill(os.getpid(), 9)\n"
    )
    died = subprocess.run([sys.executable, "-c", script, str(raw)], check=False)
    assert died.returncode == -9
    (part,) = (raw / "paper").glob(".*.part")
    with part.open("ab") as file:
        file.write(b"\x1f\x8b\x08 half a record")
    assert len(archive.load_captures(raw)[0]) == 3, "an unfinished file is not read"
    writer = archive.ArchiveWriter(raw, "paper", day=date(2026, 3, 4))
    assert [path.name for path in writer.recovered] == ["2026-03-04-2.warc.gz"]
    assert len(archive.load_captures(raw)[0]) == 6
    assert archive.verify(raw) == []
    assert not list((raw / "paper").glob(".*"))


def test_a_part_that_is_still_written_to_is_left_alone(tmp_path, answer):
    with archive.ArchiveWriter(tmp_path, "paper", day=date(2026, 3, 4)) as first:
        first.write_response(answer("http://a.example/1", b"one"))
        with archive.ArchiveWriter(tmp_path, "paper", day=date(2026, 3, 4)) as second:
            assert second.recovered == []
            second.write_response(answer("http://a.example/2", b"two"))
        first.write_response(answer("http://a.example/3", b"three"))
    assert [c.warc for c in archive.load_captures(tmp_path)[0]] == [
        "paper/2026-03-04.warc.gz", "paper/2026-03-04-2.warc.gz", "paper/2026-03-04.warc.gz",
    ]  # fmt: skip
    assert archive.verify(tmp_path) == []


FULL = """
import json, resource, sys
from pathlib import Path
from datetime import UTC, date, datetime
from dalel import archive
from dalel.errors import UnwritableHome
import os
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
written = 0
try:
    with archive.ArchiveWriter(Path(sys.argv[1]), "paper", day=date(2026, 3, 5)) as writer:
        for number in range(100):
            writer.write_response(archive.Exchange(url=f"http://a.example/f{number}", captured_at=datetime.now(UTC),
                status=200, headers=[("Content-Type", "text/html")], body=os.urandom(2000)))
            written += 1
except UnwritableHome as error:
    print(json.dumps([written, str(error)]))
"""


def test_no_more_room_keeps_what_was_written_and_says_what_to_do(raw):
    told = subprocess.run([sys.executable, "-c", FULL, str(raw)], capture_output=True, check=True, text=True)
    written, message = json.loads(told.stdout)
    assert 0 < written < 100
    assert "2026-03-05.warc.gz" in message and "larger than this system allows" in message
    captures, problems = archive.load_captures(raw)
    assert (len(captures), problems) == (3 + written, [])
    assert archive.verify(raw) == []


READ_ONLY = """
import os, sys
from pathlib import Path
from datetime import UTC, datetime
from dalel import archive
from dalel.errors import UnwritableHome
raw = Path(sys.argv[1])
archive.load_captures(raw)
if os.getuid() == 0:
    os.setuid(65534)  # root may write anywhere
try:
    with archive.ArchiveWriter(raw, "other") as writer:
        writer.write_response(archive.Exchange(url="http://a.example/1", captured_at=datetime.now(UTC), status=200,
            headers=[], body=b""))
except UnwritableHome as error:
    print(len(archive.load_captures(raw)[0]), error)
"""


def test_a_read_only_archive_is_readable_and_says_so(raw):
    for folder in [*(folder for folder in raw.parents if "pytest-of-" in str(folder)), raw, raw / "paper"]:
        folder.chmod(0o755)
    raw.chmod(0o555)
    told = subprocess.run([sys.executable, "-c", READ_ONLY, str(raw)], capture_output=True, text=True, check=False)
    raw.chmod(0o755)
    assert told.returncode == 0, told.stderr
    assert told.stdout.startswith("3 cannot write") and "choose another folder with --home" in told.stdout


def test_a_file_where_the_folder_should_be(tmp_path, answer):
    (tmp_path / "raw").write_text("a file")
    with (
        pytest.raises(UnwritableHome, match="a file stands where a folder is needed"),
        archive.ArchiveWriter(tmp_path / "raw", "paper") as writer,
    ):
        writer.write_response(answer("http://a.example/1", b""))
