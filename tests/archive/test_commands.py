"""`dalel archive …`, as a person types it."""

import subprocess
import sys

from dalel import archive


def dalel(home, *arguments):
    return subprocess.run(
        [sys.executable, "-m", "dalel", "--home", str(home), "archive", *map(str, arguments)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_verify_reindex_export_and_import(raw, warc, tmp_path):
    home = raw.parent.parent
    told = dalel(home, "verify")
    assert (told.returncode, told.stdout) == (0, "1 files checked, 0 problems\n")
    told = dalel(home, "export", tmp_path / "ours.wacz", "--source", "paper")
    assert told.returncode == 0 and (tmp_path / "ours.wacz").is_file()
    told = dalel(tmp_path / "other", "import", tmp_path / "ours.wacz")
    assert told.returncode == 0 and "ours.wacz: 5 imported, 0 were here already, 6 left out" in told.stdout
    captures = archive.load_captures(tmp_path / "other" / "data" / "raw")[0]
    assert [(capture.source, capture.url[-1]) for capture in captures] == [("web", "1"), ("web", "2"), ("web", "3")]
    warc.with_name("2026-03-04.cdxj").unlink()
    assert dalel(home, "verify").returncode == 1
    assert dalel(home, "reindex").returncode == 0 and dalel(home, "verify").returncode == 0


def test_damage_is_named_with_file_offset_and_cure(raw, warc):
    victim = next(capture for capture in archive.load_captures(raw)[0] if capture.url.endswith("/2"))
    content = bytearray(warc.read_bytes())
    content[victim.offset + victim.length // 2] ^= 1
    warc.write_bytes(content)
    told = dalel(raw.parent.parent, "verify")
    said = " ".join((told.stdout + told.stderr).split())
    assert told.returncode == 1
    assert f"at offset {victim.offset}" in said and "restore it from a copy" in said


def test_mistakes_are_one_sentence(raw, tmp_path):
    for arguments in (("import", tmp_path / "none.warc.gz"), ("export", tmp_path / "x.zip")):
        told = dalel(raw.parent.parent, *arguments)
        assert told.returncode == 1 and "Traceback" not in told.stderr and told.stderr.startswith("dalel: ")
