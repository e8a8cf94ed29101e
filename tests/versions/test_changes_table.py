"""The table of changes in the reader's language."""

import pytest

from dalel.publishing import tables

TEXT = "В области закупили 500 компьютеров. На это выделено 120 млн тенге."


@pytest.fixture
def found(page, visit, compared):
    before = page(0, "Новости", TEXT)
    after = page(1, "Новости", "В области закупили 620 компьютеров. На это выделены средства.")
    return compared(before, after, visits=[visit(0, 0), visit(1, 24), visit(None, 48, 404)])


def test_a_row_shows_both_sides_and_marks_the_number_in_its_sentence(found):
    frame = tables.changes_table(found, "en")
    assert list(frame["change"]) == ["changed", "no longer stated", "page not available"]
    first = frame.iloc[0]
    assert (first["earlier"], first["later"]) == ("500\N{NO-BREAK SPACE}devices", "620\N{NO-BREAK SPACE}devices")
    assert first["earlier_sentence"] == "В области закупили ⟦500⟧ компьютеров."
    assert first["later_sentence"] == "В области закупили ⟦620⟧ компьютеров."
    assert (first["earlier_at"], first["later_at"]) == ("2026-11-01 09:00", "2026-11-02 09:00")
    assert first["captures"] == f"{0:016x} {1:016x}"
    assert len(first["claim_ids"].split()) == 2


def test_what_is_not_stated_and_not_there_is_said_in_words(found):
    frame = tables.changes_table(found, "en")
    assert (frame["later"][1], frame["later_sentence"][1]) == ("not stated", "На это выделены средства.")
    assert (frame["earlier"][2], frame["later"][2]) == ("available", "not available (status 404)")
    assert frame["claim_ids"][2] == "—"


@pytest.mark.parametrize(
    ("language", "title", "gone"), [("kk", "не болды", "енді айтылмайды"), ("ru", "что произошло", "больше не сказано")]
)
def test_the_table_speaks_the_language_of_the_reader(found, language, title, gone):
    shown = tables.present(tables.changes_table(found, language), language)
    assert shown.columns[0] == title
    assert shown[title][1] == gone


def test_without_changes_the_table_has_its_columns_and_no_rows():
    shown = tables.present(tables.changes_table([], "en", sample=True), "en")
    assert len(shown) == 0
    assert (shown.columns[0], shown.columns.name) == ("what happened", "SAMPLE")


def test_how_often_addresses_were_seen():
    shown = {"a": ["1"], "b": ["1", "1"], "c": ["1", "2", None], "d": ["1", None]}
    assert list(tables.collected_again(shown, "en")["count"]) == [4, 3, 1]
    assert list(tables.collected_again({}, "kk")["count"]) == [0, 0, 0]


def test_how_a_number_stands_is_shown_where_the_versions_differ_in_it(page, compared):
    before = page(0, "Новости", "На компьютеры потратят 120 млн тенге.")
    after = page(1, "Новости", "На компьютеры потратили 120 млн тенге.")
    row = tables.changes_table(compared(before, after), "en").iloc[0]
    assert row["change"] == "changed"
    assert row["earlier"].endswith(" (planned, planned budget)") and "(actual, spent budget)" in row["later"]
    assert (row["earlier_sentence"].count("⟦120 млн тенге⟧"), row["later_sentence"].count("⟦120 млн тенге⟧")) == (1, 1)
