"""A home that cannot be written to, from the start or from the middle of a crawl on."""

import json
import pickle
import random
import subprocess
import sys

import pytest

from dalel import archive, paths
from dalel.errors import UnwritableHome

FULL = """
import json, pickle, resource, sys
from dalel import crawler, paths
from dalel.errors import UnwritableHome
home, source = pickle.load(sys.stdin.buffer)
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
try:
    crawler.collect(paths.workspace(home), [source], crawler.CollectOptions())
except UnwritableHome as error:
    print(json.dumps(str(error)))
"""


def test_a_file_where_the_archive_should_be(site, links, source, crawl, tmp_path):
    site.answers["/list"] = links("/p/1")
    (tmp_path / "data").write_text("a file")
    with pytest.raises(UnwritableHome, match="choose another folder with --home"):
        crawl(tmp_path, source(site))
    assert site.log == [], "nothing is asked for that could not be kept"


def test_a_disk_that_runs_full_stops_the_crawl_and_keeps_what_it_has(site, links, source, crawl, tmp_path):
    names = [f"/p/{number}" for number in range(40)]
    site.answers["/list"] = links(*names)
    site.answers |= {name: b"<p>" + random.Random(name).randbytes(2000).hex().encode() for name in names}
    (tmp_path / "dalel.toml").write_text("allow_loopback = true\ndelay_seconds = 0\n", "utf-8")
    given = pickle.dumps((tmp_path, source(site)))
    told = subprocess.run([sys.executable, "-c", FULL], input=given, capture_output=True, check=False)
    assert b"larger than this system allows" in told.stdout, told.stderr
    assert json.loads(told.stdout).startswith("cannot write")
    raw = paths.workspace(tmp_path).raw
    kept = len(archive.load_captures(raw)[0])
    assert 0 < kept < 40 and archive.verify(raw) == []
    asked = len(site.log)
    assert crawl(tmp_path, source(site)).sources[0].fetched == 40, "with room again it goes on"
    assert len(site.log) - asked <= 40 - kept + 1
    assert archive.verify(raw) == []
