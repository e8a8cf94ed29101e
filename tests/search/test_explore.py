"""`dalel explore` as a browser meets it: a real server on loopback, the search, facets, passports."""

import json
import re
import subprocess
import sys
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

import pytest

from dalel import searching
from dalel.errors import MissingExtra
from dalel.search import explore


def test_without_the_extra_it_is_named(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "datasette", None)
    with pytest.raises(MissingExtra, match=r"dalel\[explore\]"):
        explore.application(tmp_path / "search.sqlite", None)


@pytest.fixture(scope="module")
def server(home):
    """The address of a running command; one claim of the home has a passport beside it."""
    pytest.importorskip("datasette", reason="needs the extra explore")
    answer, _ = searching.find(home, searching.question(home, "15 мектеп", {}), 1)
    passport = home.report / "passports" / f"{answer.hits[0].claim_id}.html"
    passport.parent.mkdir(parents=True)
    passport.write_text("<p>a passport", "utf-8")
    command = [sys.executable, "-m", "dalel", "--home", str(home.home), "explore", "--port", "0"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    line = next(line for line in process.stderr if "running on" in line)
    yield re.search(r"http://127\.0\.0\.1:\d+", line)[0], answer.hits[0].claim_id
    process.terminate()
    process.wait(20)


def get(address):
    with urlopen(address, timeout=20) as answered:
        return answered.read().decode("utf-8")


def test_the_search_facets_and_passports_are_served(server):
    address, claim = server
    found = json.loads(get(f"{address}/search/find.json?words={quote('mektep salyndy')}&_shape=array"))
    assert [row["quote"] for row in found][:1] == ["15"]
    table = json.loads(get(f"{address}/search/claims.json?region=KZ-55"))
    assert table["filtered_table_rows_count"] == 5 and set(table["facet_results"]) >= {"topic", "region", "verdict"}
    page = get(f"{address}/search/claims")
    assert f'<a href="/report/passports/{claim}.html">' in page
    assert "a passport" in get(f"{address}/report/passports/{claim}.html")
    assert json.loads(get(f"{address}/search/find.json?words=&_shape=array")) == []


def test_nothing_is_written_and_no_other_table_is_shown(server):
    address, _ = server
    with pytest.raises(HTTPError):
        get(f"{address}/search.json?sql={quote('delete from claims')}")
    tables = json.loads(get(f"{address}/search.json"))["tables"]
    assert {table["name"] for table in tables if not table["hidden"]} == {"claims", "names", "sentences"}
