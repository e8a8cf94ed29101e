"""`dalel collect`, as a person types it."""

import os
import subprocess
import sys

import pytest

from dalel import reach
from dalel.errors import UnknownName
from dalel.topics import load_topics


def dalel(home, *arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "dalel", "--home", str(home), "collect", *map(str, arguments)],
        capture_output=True, text=True, check=False, env=os.environ | environment,
    )  # fmt: skip


def test_a_list_of_addresses_is_collected(site, tmp_path):
    site.answers |= {"/p/1": b"<p>one</p>", "/p/2": b"<p>two</p>"}
    (tmp_path / "list.txt").write_text(f"{site.root}/p/1\n{site.root}/p/2\n", "utf-8")
    home = tmp_path / "home"
    told = dalel(home, "--list", tmp_path / "list.txt", DALEL_ALLOW_LOOPBACK="1", DALEL_DELAY_SECONDS="0")
    assert told.returncode == 0, told.stderr
    row = next(line for line in told.stdout.splitlines() if "web" in line)
    assert "2" in row and len(list((home / "data" / "raw" / "web").glob("*.warc.gz"))) == 1


def test_live_sources_without_a_contact_are_refused_in_one_sentence(tmp_path):
    told = dalel(tmp_path, "--source", "vlast", "--dry-run", DALEL_CONTACT="")
    assert told.returncode == 1 and "is a live site, and no contact is set" in " ".join(told.stderr.split())
    assert not (tmp_path / "data").exists()


def test_nothing_named_and_a_misspelt_source(tmp_path):
    told = " ".join(dalel(tmp_path).stderr.split())
    assert "--source ID" in told and "or all; known: adilet, astanatimes," in told and "sample" not in told
    assert "did you mean 'vlast'" in " ".join(dalel(tmp_path, "--source", "vlasst").stderr.split())


def test_words_to_search_for():
    words = reach.search_words(load_topics(), "cameras", "KZ-43")
    assert words["ru"] == ("видеонаблюдение в школах Кызылординская область", "камеры в школах Кызылординская область")
    assert "Қызылорда облысы" in words["kk"][0] and set(words) == {"kk", "ru", "en"}
    assert reach.search_words({}, "", "KZ-43")["en"] == ("Kyzylorda region",)
    assert reach.search_words({}, "", "") == {}
    with pytest.raises(UnknownName, match="did you mean 'cameras'"):
        reach.search_words(load_topics(), "camera", "")
