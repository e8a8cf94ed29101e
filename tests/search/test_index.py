"""The file: the same answers whichever way it came to be; damaged or edited it is named and made anew."""

import csv
import io
import json
import sqlite3
import zipfile
from dataclasses import replace

import pytest

from dalel import cli, files, search, searching
from dalel.claims.sentences import sentences
from dalel.errors import UnwritableHome
from dalel.search import Asked

QUESTIONS = [Asked(words=words) for words in ("камера", "мектеп", "школа ноутбук", "млрд тенге", "Қызылорда", "")]


def made(path, run, names, code="1"):
    built = search.made(path, run, names, sentences, code, lambda rows, _: rows)
    search.save(path, built.content, run.fingerprint)
    return path


def answers(path):
    with search.opened(path) as base:
        found = [search.find(base, asked, None) for asked in QUESTIONS]
        return [([hit.claim_id for hit in one.hits], one.facets) for one in found]


def test_an_index_that_grew_answers_as_one_made_at_once(run, names, tmp_path):
    fresh = made(tmp_path / "a" / search.FILE, run, names)
    half = replace(run, claims=[replace(one, value=one.value + 1) for one in run.claims[::2]], fingerprint="half")
    grown = made(tmp_path / "b" / search.FILE, half, names)
    with search.opened(grown) as base:
        before = dict(base.execute("SELECT claim_id, value FROM claims"))
    made(grown, run, names)
    assert len(before) == len(half.claims)
    assert answers(grown) == answers(fresh)
    again = made(tmp_path / "c" / search.FILE, run, names)
    assert again.read_bytes() == fresh.read_bytes()


def test_what_has_not_changed_is_not_written_again(run, names, tmp_path):
    path = made(tmp_path / search.FILE, run, names)
    touched = []
    less = replace(run, claims=run.claims[1:], fingerprint="less")
    search.made(path, less, names, sentences, "1", lambda rows, what: touched.append((what, len(rows))) or rows)
    assert touched[0] == ("indexing claims", 0)
    search.made(path, less, names, sentences, "2", lambda rows, what: touched.append((what, len(rows))) or rows)
    assert touched[2] == ("indexing claims", len(less.claims))  # other code, all of it anew


def damaged(content):
    return content[: len(content) // 2]


def edited(content):
    base = sqlite3.connect(":memory:")
    base.deserialize(content)
    base.execute("UPDATE claims SET value = '13' WHERE value = '12'")
    base.commit()
    return base.serialize()


@pytest.mark.parametrize("change", [damaged, edited, lambda content: b"no database at all", lambda content: b""])
def test_a_file_that_is_not_ours_is_named_and_made_anew(home, change):
    right, _ = searching.find(home, Asked(words="школы"))
    path = searching.place(home)
    path.write_bytes(change(path.read_bytes()))
    answer, problems = searching.find(home, Asked(words="школы"))
    assert answer == right and {str(hit.value) for hit in answer.hits} >= {"12", "15"}
    assert [(one.subject, "made anew" in one.reason) for one in problems] == [("search.sqlite", True)]
    assert searching.find(home, Asked(words="школы"))[1] == ()


def test_where_nothing_can_be_written_the_index_stays_in_memory(home, monkeypatch):
    searching.place(home).unlink(missing_ok=True)

    def refused(path, content):
        raise UnwritableHome("read-only")

    monkeypatch.setattr(files, "write_if_changed", refused)
    assert searching.find(home, Asked(words="школы"))[0].total >= 1
    assert not searching.place(home).exists()


def dalel(capsys, *words):
    with pytest.raises(SystemExit) as ended:
        cli.app([*map(str, words)])
    return ended.value.code, capsys.readouterr()


def test_the_command_prints_numbers_in_their_sentences(home, capsys):
    code, printed = dalel(capsys, "--home", home.home, "find", "мектеп", "--region", "Павлодар", "--min", "15")
    assert code == 0
    assert "Павлодар облысында 2021 жылы ⟦15⟧ мектеп салынды." in printed.out
    assert "of 5 claims for “мектеп” region=KZ-55 least=15" in printed.out
    code, printed = dalel(capsys, "--home", home.home, "find", "мұнай")
    assert code == 1 and printed.out.startswith("0 of 5 claims for “мұнай”")


def test_answers_are_written_in_four_formats_and_none_is_run(home, capsys, tmp_path):
    for kind in ("csv", "xlsx", "parquet", "jsonl"):
        code, printed = dalel(capsys, "--home", home.home, "find", "школ", "--out", tmp_path / f"o.{kind}")
        assert code == 0 and "claims for “школ”" in printed.err
    rows = list(csv.DictReader(io.StringIO((tmp_path / "o.csv").read_text("utf-8-sig"))))
    assert "'=1+1 В Павлодарской области построили 12 школ." in {row["sentence"] for row in rows}
    lines = [json.loads(line) for line in (tmp_path / "o.jsonl").read_text("utf-8").splitlines()]
    assert [line["claim_id"] for line in lines] == [row["claim_id"] for row in rows]
    assert {line["value"] for line in lines} >= {"12"} and {line["status"] for line in lines} >= {"actual"}
    with zipfile.ZipFile(tmp_path / "o.xlsx") as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_an_unknown_format_is_refused_before_any_work(home):
    from dalel.commands.find import _kind
    from dalel.errors import InvalidValue

    with pytest.raises(InvalidValue, match=r"one of \.csv, \.xlsx, \.parquet, \.jsonl"):
        _kind(home.home / "o.doc")
