"""Sentences of tests/claims/topics, most of them written before the rules: topic and indicator of each number."""

import pytest

from benchmarks import floors, topic_rows
from benchmarks.topic_rows import FILE, Row, rows

ROWS = list(rows())


@pytest.fixture(scope="module")
def measured(topics):
    return topic_rows.figures(topics)


def test_no_figure_has_fallen_below_its_floor(measured):
    assert not floors.fallen(floors.load(FILE), measured), "\n".join(floors.fallen(floors.load(FILE), measured))


def test_every_figure_has_its_floor(measured):
    assert floors.load(FILE).keys() == {figure.key for figure in measured}


def test_there_are_at_least_sixty_numbers_a_language_and_all_scripts():
    counts = {}
    for row in ROWS:
        written = row.place.partition(" ")[2] or row.language
        counts[written] = counts.get(written, 0) + len(row.numbers)
    assert counts.keys() == {"ru", "en", "kk", "Arabic", "Latin 2018", "Latin 2021", "Latin of the press"}
    assert min(counts.values()) >= 60


def test_a_row_is_read_as_it_is_written(tmp_path):
    (tmp_path / "ru.txt").write_text("# remark\nTI1 Дороги || Сдали [12]{a.b|a|-} школ. / И [3]{-} дома.\n", "utf-8")
    (row,) = rows(tmp_path)
    assert (row.kind, row.title, row.text) == ("TI1", "Дороги", "Сдали 12 школ.\nИ 3 дома.")
    assert [(one.printed, one.right) for one in row.numbers] == [
        ("12", (("a", "a.b"), ("a", None), (None, None))),
        ("3", ((None, None),)),
    ]
    assert isinstance(row, Row)


def test_every_kind_is_written_in_every_language():
    kinds = {language: {row.kind for row in ROWS if row.language == language} for language in ("kk", "ru", "en")}
    assert kinds["kk"] == kinds["ru"] == kinds["en"]
