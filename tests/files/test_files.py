"""A file is written whole or not at all, and the error says what to do."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from dalel.errors import UnwritableHome
from dalel.files import sweep, write_if_changed


def test_the_same_content_is_not_written_again(tmp_path):
    target = tmp_path / "deep" / "table.csv"
    assert write_if_changed(target, b"a\n")
    before = target.stat().st_mtime_ns
    assert not write_if_changed(target, b"a\n")
    assert target.stat().st_mtime_ns == before
    assert write_if_changed(target, b"b\n")
    assert target.read_bytes() == b"b\n"
    assert [path.name for path in target.parent.iterdir()] == ["table.csv"]


def test_a_file_where_a_folder_is_needed(tmp_path):
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(UnwritableHome, match="a file stands where a folder is needed: move it"):
        write_if_changed(tmp_path / "data" / "table.csv", b"a\n")


def test_a_size_limit_leaves_the_old_file_in_place(tmp_path):
    target = tmp_path / "table.csv"
    write_if_changed(target, b"old\n")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(UnwritableHome, match="larger than this system allows"):
            write_if_changed(target, b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert target.read_bytes() == b"old\n"
    assert [path.name for path in tmp_path.iterdir()] == ["table.csv"]


@pytest.fixture
def full_disk(tmp_path):
    """A real file system of 64 KiB, where this machine lets us mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this machine does not let tests mount a file system")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_leaves_the_old_file_in_place(full_disk: Path):
    target = full_disk / "table.csv"
    write_if_changed(target, b"old\n")
    with pytest.raises(UnwritableHome, match="the disk is full: free some space"):
        write_if_changed(target, b"x" * 1_000_000)
    assert target.read_bytes() == b"old\n"
    assert [path.name for path in full_disk.iterdir()] == ["table.csv"]


def test_a_read_only_disk_is_named_with_the_cure(full_disk: Path):
    subprocess.run(["mount", "-o", "remount,ro", str(full_disk)], check=True)
    with pytest.raises(UnwritableHome, match="read-only: choose another folder with --home"):
        write_if_changed(full_disk / "table.csv", b"a\n")


HOLDING = """
import sys
from pathlib import Path
from dalel.files import whole
with whole(Path(sys.argv[1])) as temporary:
    temporary.write(b"half")
    temporary.flush()
    print("holding", flush=True)
    sys.stdin.read()
"""


def test_what_a_killed_writer_left_is_taken_away_and_what_a_living_one_writes_is_not(tmp_path):
    target = tmp_path / "a[1].csv"
    write_if_changed(target, b"old\n")
    command = [sys.executable, "-c", HOLDING, str(target)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, **pipes) as killed, subprocess.Popen(command, **pipes) as living:
        assert killed.stdout.readline() == living.stdout.readline() == b"holding\n"
        assert len(list(tmp_path.iterdir())) == 3
        killed.kill()
        killed.wait()
        sweep(tmp_path, "another.csv")
        assert len(list(tmp_path.iterdir())) == 3
        assert write_if_changed(target, b"new\n")
        assert len(list(tmp_path.iterdir())) == 2
        living.communicate()
    assert (target.read_bytes(), list(tmp_path.iterdir())) == (b"half", [target])
