"""`dalel claims`: rows in, rows out, and what happens to bad ones."""

import json
from dataclasses import fields

import pytest

from dalel import lines
from dalel.claims.claim_rows import claim_rows
from dalel.errors import UnreadableFile
from dalel.records import Claim
from dalel.topics import load_topics

TOPICS = load_topics()

ROW = {
    "id": "a",
    "text": "Область закупит 22 463 компьютера.",
    "title": "22 тысячи компьютеров",
    "published": "2020-09-24",
}


def rows(*given):
    return [json.loads(line) for line in claim_rows((json.dumps(row, ensure_ascii=False) for row in given), TOPICS)]


def test_a_row_has_all_fields_of_its_claims():
    (row,) = rows(ROW)
    assert row["id"] == "a"
    assert [set(claim) for claim in row["claims"]] == [{field.name for field in fields(Claim)}] * 2
    headline, body = row["claims"]
    assert (headline["field"], body["field"]) == ("title", "text")
    assert (body["value"], body["unit"], body["start"], body["end"]) == ("22463", "device", 16, 22)
    assert headline["repeats"] == body["claim_id"]


def test_language_is_told_from_the_text_unless_given():
    (told,) = rows({"id": 1, "text": "Облыста 12 мектеп салынды."})
    (given,) = rows({"id": 1, "text": "Облыста 12 мектеп салынды.", "language": "kk"})
    assert told == given
    assert told["claims"][0]["unit"] == "school"


def test_a_whole_surrogate_pair_is_a_character():
    (row,) = [json.loads(line) for line in claim_rows([r'{"id": "a", "text": "\ud83c\udfeb 12 школ"}'], TOPICS)]
    assert [(claim["value"], claim["start"]) for claim in row["claims"]] == [("12", 2)]


def test_order_and_empty_lines():
    lines = [json.dumps(ROW), "\n", json.dumps(ROW | {"id": "b"})]
    assert [json.loads(line)["id"] for line in claim_rows(lines, TOPICS)] == ["a", "b"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 1 is not JSON"),
        ("[]", "line 1 is no JSON object"),
        ('{"id": "a"}', "line 1: 'text' is None"),
        ('{"text": "a"}', "line 1: 'id' is None"),
        ('{"id": "a", "text": 5}', "line 1: 'text' is 5"),
        ('{"id": "a", "text": "b", "published": "8 октября"}', "line 1: 'published' is '8 октября'"),
        ('{"id": "a", "text": "b", "language": "de"}', "line 1: unknown language 'de'"),
        ('{"id": "a", "text": "b", "lang": "de"}', "line 1: unknown language 'de'"),
        ('{"id": "a", "text": "b", "lang": "kk", "language": "ru"}', "line 1: 'language' and 'lang' say different"),
        ('{"id": "a", "text": "b", "titel": "x"}', "line 1: no key 'titel' is read; did you mean 'title'?"),
        ('{"id": "a", "text": "b", "title": ["x"]}', "line 1: 'title' is"),
        (r'{"id": "a", "text": "12 \ud800 школ"}', r"line 1: 'text' has half a surrogate pair, U\+D800 at character 3"),
        (r'{"id": "a", "text": "b", "title": "\udfff"}', "line 1: 'title' has half a surrogate pair"),
        (r'{"id": "\ud800", "text": "12 школ"}', "line 1: 'id' has half a surrogate pair"),
        ("[" * 100_000, "line 1 is not JSON"),
        ('{"id": ' + "1" * 5000 + ', "text": "b"}', "line 1 is not JSON"),
    ],
)
def test_a_bad_row_is_named(line, said):
    with pytest.raises(UnreadableFile, match="^" + said.replace("[", r"\[")):
        list(claim_rows([line], TOPICS))


def test_keys_of_other_pipelines_are_passed_over_and_those_of_read_are_known():
    (row,) = rows(ROW | {"crawler": 7, "credit": None, "published_basis": "markup", "language": "other"})
    assert len(row["claims"]) == 2


def test_the_file_of_a_bad_line_is_named(tmp_path):
    source, out = tmp_path / "rows.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"id": "a", "text": "b"}\n{"id": "b", "text": "c", "language": "xx"}\n', "utf-8")
    with pytest.raises(UnreadableFile, match=r"rows\.jsonl, line 2: .*'xx'"):
        lines.write(out, lines.of(source, claim_rows(lines.read(source), TOPICS)))
    assert not out.exists()
