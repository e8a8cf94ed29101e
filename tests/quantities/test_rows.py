"""JSON Lines in and out."""

import json

import pytest

from dalel.errors import UnreadableFile
from dalel.quantities.rows import quantity_rows


def answer(**row):
    return json.loads(next(iter(quantity_rows([json.dumps(row)]))))


def test_a_ratio_lists_both_numbers_and_the_part_carries_its_whole():
    got = answer(id=1, text="подключены 4360 из 6936 объектов", lang="ru")
    part, whole = got["quantities"]
    assert got["id"] == 1
    assert (part["value"], part["unit"], part["whole"]) == ("4360", "object", {"value": "6936", "start": 19, "end": 23})
    assert (whole["value"], whole["unit"], whole["whole"]) == ("6936", "object", None)


def test_values_are_plain_decimal_strings_and_offsets_are_of_the_text_as_given():
    text = "Бюджет: 1390,2 млн\u00a0теңгеден астам"
    (found,) = answer(id="a", text=text)["quantities"]
    assert found["value"] == "1390200000"
    assert text[found["start"] : found["end"]] == "1390,2 млн\u00a0теңгеден астам"
    assert text[found["core_start"] : found["core_end"]] == "1390,2 млн\u00a0теңгеден"
    assert (found["label"], found["unit"], found["modality"]) == ("MONEY", "KZT", "more_than")


def test_arabic_script_offsets():
    text = "قوستانايعا 1390,2 ملن تەڭگە ءبولىندى"
    (found,) = answer(id="a", text=text, lang="kk")["quantities"]
    assert (found["value"], found["text"]) == ("1390200000", "1390,2 ملن تەڭگە")


def test_order_is_kept_and_blank_lines_are_passed_over():
    lines = ['{"id": 2, "text": ""}', "", '{"id": 1, "text": "5 школ"}']
    assert [json.loads(line)["id"] for line in quantity_rows(lines)] == [2, 1]


@pytest.mark.parametrize(
    "line",
    ["{", "[]", '{"id": 1}', '{"text": "5"}', '{"id": 1, "text": 5}', '{"id": 1, "text": "5", "lang": 3}',
     '{"id": 1, "text": "5", "lang": "de"}'],
)  # fmt: skip
def test_a_malformed_line_is_named(line):
    with pytest.raises(UnreadableFile, match="line 2"):
        list(quantity_rows(['{"id": 0, "text": "5"}', line]))
