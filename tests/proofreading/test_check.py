"""What the check says of numbers that a person knows: the sample's claims, told well and told wrong."""

import io
import json
import subprocess
import sys
import tomllib
import zipfile

import pytest

from dalel import checked, paths, regions
from dalel.errors import DalelError, InvalidValue, UnreadableDocument, UnreadableFile
from dalel.proofreading import arithmetic, concepts, footnotes, opening, rows
from dalel.proofreading.page import page as html_page

SPACE = paths.workspace(paths.PROJECT)
ARTICLE = """---
date: 2024-01-01
---
# Камеры в 100 школах

Лишь **72 процента** школ Казахстана подключены к [ЦОУ](http://x.example/380).
Антикор сберёг бюджету 3,8 млрд тенге, `x = 17`.

Шығыс Қазақстан облысында 36 медициналық нысан салынады.

- The road projects cost 1.1 billion tenge.
- В лесу посадили 5000 сосен.
"""


@pytest.fixture(scope="module")
def article():
    return checked.compared(SPACE, [opening.written_text(ARTICLE)])[0]


def test_every_number_is_told_what_it_is(article):
    told = {mark.text: (mark.finding, mark.differs) for mark in article.marks}
    assert told["72 процента"] == ("drift", ("value",))
    assert told["3,8 млрд тенге"] == ("backed", ())
    assert told["36"] == ("backed", ())
    assert told["1.1 billion tenge"] == ("drift", ("scale",))
    assert told["5000"] == ("unbacked", ())
    assert "17" not in told
    assert "380" not in told


def test_a_wrong_number_finds_its_claim_in_another_language(article):
    right = {mark.text: [claim.quote for claim, _, _ in article.evidence(mark)] for mark in article.marks}
    assert right["72 процента"][0] == "62 процента"
    assert right["36"][0].startswith("36")
    assert right["1.1 billion tenge"] == ["1.1 trillion tenge"]


def test_offsets_are_of_the_text_as_given(article):
    for row in json.loads(rows.as_json([article])):
        assert list(row) == [
            "start", "end", "text", "value", "unit", "finding", "claims", "differs", "arithmetic"
        ]  # fmt: skip
        assert ARTICLE[row["start"] : row["end"]] == row["text"]


def test_sarif_names_line_and_column(article):
    log = json.loads(rows.as_sarif([article], "ru"))
    assert log["version"] == "2.1.0"
    result = next(one for one in log["runs"][0]["results"] if one["message"]["text"].startswith("72"))
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (result["ruleId"], result["level"]) == ("drift", "error")
    assert (region["startLine"], region["startColumn"]) == (6, 8)
    assert log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "drift"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_page_escapes_what_the_text_says(language):
    hostile = 'Антикор сберёг <script>alert(1)</script> бюджету 3,9 млрд тенге & "больше".\n'
    one = checked.compared(SPACE, [opening.written_text(hostile.replace("<", "\\<"))])[0]
    made = html_page([one], language, lambda _: None).decode("utf-8")
    assert "<script" not in made
    assert "&lt;script&gt;" in made
    assert 'class="wrong"' in made
    assert 'href="http' not in made.split("</style>")[0]


def test_derived_numbers_are_recomputed():
    text = (
        "East Kazakhstan region will build 36 medical facilities.\n\nАнтикор сберёг бюджету 3,8 млрд тенге. "
        "The projects saved the budget 14.5 billion tenge. Together that is 18.3 billion tenge.\n"
    )
    one = checked.compared(SPACE, [opening.written_text(text)])[0]
    total = next(mark for mark in one.marks if mark.text.startswith("18.3"))
    assert (total.finding, total.differs) in {("derived", ()), ("unbacked", ())}


@pytest.mark.parametrize("row", arithmetic.declared()["EXAMPLES"])
def test_words_name_how_a_number_was_computed(row):
    assert row["way"] in arithmetic.ways(row["text"], row["language"])


@pytest.mark.parametrize("row", arithmetic.declared()["NOT_EXAMPLES"])
def test_other_words_do_not(row):
    assert row["way"] not in arithmetic.ways(row["text"], row["language"])


def things(row):
    return [concepts.things(regions.comparable(row[name], name).text, name) for name in ("kk", "ru", "en")]


@pytest.mark.parametrize("row", concepts.declared()["EXAMPLES"])
def test_words_of_three_languages_share_a_thing(row):
    kk, ru, en = things(row)
    assert kk & ru & en


@pytest.mark.parametrize("row", concepts.declared()["NOT_EXAMPLES"])
def test_words_for_other_things_do_not(row):
    kk, ru, en = things(row)
    assert not (kk & ru or kk & en or ru & en)


def test_every_word_a_reader_sees_is_there_in_three_languages():
    said = tomllib.loads((paths.PROJECT / "dalel/proofreading/words.toml").read_text("utf-8"))
    shape = [
        {key: sorted(value) if isinstance(value, dict) else "" for key, value in one.items()} for one in said.values()
    ]
    assert sorted(said) == ["en", "kk", "ru"]
    assert shape[0] == shape[1] == shape[2]


def test_a_page_in_html_keeps_its_own_offsets(tmp_path):
    source = (
        "<!DOCTYPE html><html><head><title>Бюджет сберегли</title></head><body><article><h1>Бюджет сберегли</h1>"
        "<p>Антикор сберёг бюджету <b>3,9</b>&nbsp;млрд тенге, говорится в сообщении ведомства за октябрь.</p>"
        "<p>Подробности обещали рассказать позже, когда закончится проверка детских садов страны.</p>"
        "</article></body></html>"
    )
    file = tmp_path / "page.html"
    file.write_text(source, "utf-8")
    one = checked.check(SPACE, [file])[0]
    mark = next(mark for mark in one.marks if mark.value == 3_900_000_000)
    assert source[mark.start : mark.end] == "3,9</b>&nbsp;млрд тенге"
    assert mark.differs == ("value",)


def notebook(executed):
    cell = {"cell_type": "code", "source": "1", "execution_count": 1 if executed else None, "outputs": []}
    prose = {"cell_type": "markdown", "source": ["Антикор сберёг бюджету 3,9 млрд тенге."]}
    return json.dumps({"cells": [prose, cell], "nbformat": 4, "metadata": {}})


def test_an_executed_notebook_is_read_and_one_never_executed_named(tmp_path):
    file = tmp_path / "n.ipynb"
    file.write_text(notebook(True), "utf-8")
    assert [mark.differs for mark in checked.check(SPACE, [file])[0].marks] == [("value",)]
    file.write_text(notebook(False), "utf-8")
    with pytest.raises(UnreadableDocument, match=r"n\.ipynb: its cell 2 was never executed"):
        opening.manuscript(file)


def docx(text):
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{word}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>',
        )
    return held.getvalue()


def test_a_word_file_is_read(tmp_path):
    file = tmp_path / "a.docx"
    file.write_bytes(docx("Антикор сберёг бюджету 3,9 млрд тенге, сообщили в ведомстве."))
    one = checked.check(SPACE, [file])[0]
    assert [mark.differs for mark in one.marks] == [("value",)]
    assert (
        "region"
        not in json.loads(rows.as_sarif([one], "en"))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    )


@pytest.mark.parametrize(
    ("name", "payload", "told"),
    [
        ("secret.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "has a password"),
        ("a.md", bytes(range(256)) * 8, "bytes are no text"),
        ("empty.txt", b" \n", "it is empty"),
        ("bad.ipynb", b"{}", "no notebook"),
        ("list.ipynb", b"[[[", "no notebook"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path, name, payload, told):
    file = tmp_path / name
    file.write_bytes(payload)
    with pytest.raises(DalelError, match=told) as raised:
        opening.manuscript(file)
    assert name in str(raised.value)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UnreadableFile, match=r"gone\.md"):
        opening.manuscript(tmp_path / "gone.md")


def test_footnotes_are_written_once_and_never_checked():
    first = checked.compared(SPACE, [opening.written_text("Антикор сберёг бюджету 3,8 млрд тенге.\n")])[0]
    text, added = footnotes.with_footnotes(first, lambda known: f"tengrinews, 2024, 17 школ, {known}")
    name = first.marks[0].claims[0]
    assert added == 1
    assert text == f"Антикор сберёг бюджету 3,8 млрд тенге[^{name}].\n\n[^{name}]: tengrinews, 2024, 17 школ, {name}\n"
    again = checked.compared(SPACE, [opening.written_text(text)])[0]
    assert [mark.text for mark in again.marks] == ["3,8 млрд тенге"]
    assert footnotes.with_footnotes(again, str) == (text, 0)
    with pytest.raises(InvalidValue, match="footnotes"):
        footnotes.check_form("a.docx")


def test_the_command_exits_with_one_where_a_number_drifts(tmp_path):
    command = [sys.executable, "-m", "dalel", "--home", str(paths.PROJECT), "check", "-"]

    text = "Антикор сберёг бюджету 3,9 млрд тенге."
    wrong = subprocess.run(command, input=text, capture_output=True, text=True, check=False, encoding="utf-8")
    assert wrong.returncode == 1
    assert "⟦3,9 млрд тенге⟧" in wrong.stdout
    assert "another value" in wrong.stdout
