"""Citations of whatever dalel makes, valid where others read them: BibTeX, CSL-JSON, RIS, plain text."""

import json
import re

import pytest

from dalel import citing, ledger, paths
from dalel.errors import UnknownClaim, UnknownName, UnreadableFile
from dalel.publishing import citation_forms

SHARE = "cb4mhmfhgpleu"
CHART, TABLE = "KZ/shares-cameras-en", "KZ/claims.csv"
HOSTILE = {
    "id": "dalel-x", "type": "webpage", "author": "A & B {c", "container": "ER  - ", "date": "2020-10-09",
    "title": "50 % _{и}\nER  - \nTY  - BOOK\u202e \\end{x} ~#^", "url": "https://a.example/1", "accessed": "2026-11-28",
    "language": "ru", "note": "",
}  # fmt: skip


@pytest.fixture(scope="module")
def space():
    return paths.workspace()


@pytest.fixture(scope="module")
def cited(space):
    asked = (SHARE, CHART, f"figures/{CHART}.svg", TABLE, "KZ-43", "Qyzylorda", "collection")
    return {one: {form: citing.citation(space, one, form) for form in citation_forms.FORMS} for one in asked}


def ris(text):
    """Tags and values, as the readers of RIS take them: two capitals or digits, two blanks, a hyphen, a blank."""
    lines = [re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line) for line in text.split("\n")]
    assert all(lines), text
    return [(line[1], line[2]) for line in lines]


@pytest.mark.parametrize(
    ("asked", "kind", "csl"),
    [
        (SHARE, "ELEC", "webpage"), (CHART, "FIGURE", "graphic"), (TABLE, "DATA", "dataset"),
        ("KZ-43", "RPRT", "report"), ("collection", "DATA", "collection"),
    ],
)  # fmt: skip
def test_everything_that_is_made_can_be_cited_in_every_form(cited, space, asked, kind, csl):
    code = ledger.code_digest(space)
    for form, text in cited[asked].items():
        assert f"code SHA-256 {code}" in text and "made with dalel" in text and "SAMPLE" in text, form
    tags = ris(cited[asked]["ris"])
    assert tags[0] == ("TY", kind) and tags[-1] == ("ER", "") and [tag for tag, _ in tags].count("TY") == 1
    (item,) = json.loads(cited[asked]["csl"])
    assert item["type"] == csl and item["title"] == dict(tags)["TI"]
    assert cited[asked]["bibtex"].startswith(f"@misc{{{item['id']},\n") and "," not in item["id"]
    assert item["issued"]["date-parts"][0][0] == int(dict(tags)["PY"])


def test_a_chart_and_a_region_are_known_by_all_their_names(cited):
    assert cited[CHART] == cited[f"figures/{CHART}.svg"] and cited["KZ-43"] == cited["Qyzylorda"]
    assert json.loads(cited[CHART]["csl"])[0]["id"] == "dalel-KZ-shares-cameras-en"


def test_a_table_is_cited_with_the_digest_of_its_bytes(cited, space):
    import hashlib

    digest = hashlib.sha256((space.tables("KZ") / "claims.csv").read_bytes()).hexdigest()
    assert digest in cited[TABLE]["text"]


def test_a_report_is_cited_in_the_language_of_its_page(space):
    (item,) = json.loads(citing.citation(space, "KZ-43", "csl", "kk"))
    assert item["title"].startswith("Қызылорда облысы") and item["language"] == "kk"
    assert "region-KZ-43.kk.html" in item["note"]


@pytest.mark.parametrize(
    ("asked", "error", "words"),
    [
        ("KZ/claim", UnknownName, "did you mean 'KZ/claims.csv'"),
        ("KZ/../../secret", UnknownClaim, "no claim"),
        ("cnone", UnknownClaim, "a chart or table is named KZ/NAME, a report by its region"),
    ],
)
def test_what_is_not_there_is_named_with_what_is(space, asked, error, words):
    with pytest.raises(error, match=re.escape(words)):
        citing.citation(space, asked, "text")


def test_a_form_nobody_reads(space):
    with pytest.raises(UnknownName, match="did you mean 'ris'"):
        citing.citation(space, "collection", "riss")


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"chart": 1', "[" * 100_000])
def test_a_chart_whose_passport_is_broken_is_named(tmp_path, content):
    broken = tmp_path / "shares-all-en.json"
    broken.write_text(content, "utf-8")
    with pytest.raises(UnreadableFile, match=r"shares-all-en\.json.*draw the chart again"):
        citing._read(broken)


def test_no_word_of_a_page_becomes_a_tag_or_a_command():
    tags = ris(citation_forms.written(HOSTILE, "ris"))
    assert [tag for tag, _ in tags] == ["TY", "ID", "AU", "TI", "T2", "PY", "DA", "UR", "Y2", "LA", "ER"]
    assert dict(tags)["TI"] == "50 % _{и} ER - TY - BOOK□ \\end{x} ~#^".replace("ER - ", "ER - ")
    assert dict(tags)["DA"] == "2020/10/09" and dict(tags)["T2"] == "ER -"
    entry = citation_forms.written(HOSTILE, "bibtex")
    assert r"\textbackslash{}end\{x\}" in entry and r"A \& B \textbraceleft{}c" in entry
    assert json.loads(citation_forms.written(HOSTILE, "csl"))[0]["author"] == [{"literal": "A & B {c"}]
