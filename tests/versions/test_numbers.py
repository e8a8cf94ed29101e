"""Which numbers count as changed between two versions of a page, and what is shown beside them."""

from decimal import Decimal

import pytest

from dalel.versions import nearness

BOUGHT = "В Павлодарской области закупили 500 компьютеров и 300 планшетов."
GIVEN = "На это выделено 120 млн тенге."
THANKS = "Директор поблагодарил акимат."
TEXT = f"{BOUGHT} {GIVEN} {THANKS}"


def test_the_same_text_has_no_changes(changes):
    assert changes(TEXT, TEXT) == []


def test_a_new_value_in_the_same_words_is_a_change(changes):
    assert changes(TEXT, TEXT.replace("500", "620")) == [("changed", "500", "620")]


def test_both_sentences_values_and_captures_are_given(page, compared):
    (change,) = compared(page(0, "Новости", TEXT), page(1, "Новости", TEXT.replace("120 млн", "130 млн")))
    assert (change.earlier.value, change.earlier.unit) == (Decimal(120_000_000), "KZT")
    assert (change.later.value, change.later.unit) == (Decimal(130_000_000), "KZT")
    assert change.earlier.sentence == GIVEN
    assert change.later.sentence == "На это выделено 130 млн тенге."
    for side in (change.earlier, change.later):
        assert side.sentence[side.start : side.start + len(side.quote)] == side.quote
    assert (change.earlier.capture_id, change.later.capture_id) == (f"{0:016x}", f"{1:016x}")
    assert change.explanation == (
        "On 2026-11-01 09:00 UTC it said “120 млн тенге”, on 2026-11-02 09:00 UTC “130 млн тенге” in its place."
    )


def test_another_currency_and_another_modality_are_changes(changes):
    assert changes(TEXT, TEXT.replace("млн тенге", "млн долларов")) == [
        ("changed", "120 млн тенге", "120 млн долларов")
    ]
    assert changes(TEXT, TEXT.replace("120 млн", "около 120 млн")) == [
        ("changed", "120 млн тенге", "около 120 млн тенге")
    ]


@pytest.mark.parametrize(
    ("before", "after", "was", "now"),
    [
        ("В 2021 году планируется 120 млн тенге.", "В 2021 году получено 120 млн тенге.", "planned", "actual"),
        ("На школы потратят 120 млн тенге.", "На школы потратили 120 млн тенге.", "planned", "actual"),
        ("Школам планируется закупить 500 компьютеров.", "Школам закупили 500 компьютеров.", "planned", "actual"),
    ],
)
def test_the_same_number_that_stands_otherwise_is_a_change(page, compared, before, after, was, now):
    (change,) = compared(page(0, "Новости", f"{before} {THANKS}"), page(1, "Новости", f"{after} {THANKS}"))
    assert (change.kind, change.earlier.stated_as, change.later.stated_as) == ("changed", was, now)
    assert (change.earlier.value, change.earlier.sentence) == (change.later.value, before)
    assert change.later.sentence == after
    assert f" as {was}" in change.explanation and f", on 2026-11-02 09:00 UTC the same number as {now}" in (
        change.explanation
    )


def test_a_sum_that_was_allocated_and_then_spent_is_a_change(page, compared):
    before, after = "На ремонт школ выделили 120 млн тенге.", "На ремонт школ потратили 120 млн тенге."
    (change,) = compared(page(0, "Новости", before), page(1, "Новости", after))
    assert (change.earlier.measure, change.later.measure) == ("budget_allocated", "budget_spent")
    assert "(budget allocated), on" in change.explanation and "(budget spent)." in change.explanation


def test_two_values_that_changed_places_are_two_changes(changes):
    swapped = TEXT.replace("500", "X").replace("300", "500").replace("X", "300")
    assert changes(TEXT, swapped) == [("changed", "500", "300"), ("changed", "300", "500")]


@pytest.mark.parametrize(
    ("after", "gone", "beside"),
    [
        (TEXT.replace("500 компьютеров и ", ""), "500", "В Павлодарской области закупили 300 планшетов."),
        (TEXT.replace("500 компьютеров", "компьютеры"), "500", BOUGHT.replace("500 компьютеров", "компьютеры")),
        (f"{BOUGHT} На это выделены средства. {THANKS}", "120 млн тенге", "На это выделены средства."),
        (f"{BOUGHT} {THANKS}", "120 млн тенге", None),
    ],
)
def test_a_number_that_is_no_longer_stated_vanished(page, compared, after, gone, beside):
    (change,) = compared(page(0, "Новости", TEXT), page(1, "Новости", after))
    assert (change.kind, change.earlier.quote, change.later.quote) == ("vanished", gone, None)
    assert change.later.sentence == beside
    assert change.explanation.startswith("Present on 2026-11-01 09:00 UTC, absent on 2026-11-02 09:00 UTC")


def test_a_number_that_was_not_stated_before_appeared(page, compared):
    (change,) = compared(page(0, "Новости", f"{BOUGHT} На это выделены средства. {THANKS}"), page(1, "Новости", TEXT))
    assert (change.kind, change.earlier.quote, change.later.quote) == ("appeared", None, "120 млн тенге")
    assert (change.earlier.sentence, change.later.sentence) == ("На это выделены средства.", GIVEN)


def test_moved_sentences_are_no_change(changes):
    assert changes(TEXT, f"{GIVEN}\n{THANKS} {BOUGHT}") == []


def test_a_number_that_moved_to_another_sentence_is_no_change(changes):
    rewritten = TEXT.replace("выделено 120 млн тенге", "из бюджета республики в этом году направили 120 млн тенге")
    assert changes(TEXT, rewritten) == []


def test_a_number_stated_twice_and_then_once_is_no_change(changes):
    twice = f"{TEXT} Напомним, закупили 500 компьютеров."
    assert changes(twice, TEXT) == []
    assert changes(TEXT, twice) == []


def test_typography_is_no_change(changes):
    assert changes(TEXT, TEXT.replace(" млн", "\N{NO-BREAK SPACE}млн").replace(".", " .")) == []


def test_a_headline_that_repeats_a_change_is_not_listed_beside_it(changes):
    titles = ("Закупили 500 компьютеров", "Закупили 620 компьютеров")
    assert changes(TEXT, TEXT.replace("500", "620"), titles) == [("changed", "500", "620")]


def test_a_headline_that_changed_alone_is_listed(changes):
    titles = ("Закупили 500 компьютеров", "Закупили 620 компьютеров")
    assert changes(TEXT, TEXT, titles) == [("changed", "500", "620")]


def test_a_headline_that_no_longer_repeats_the_text_is_no_change(changes):
    assert changes(TEXT, TEXT, ("Закупили 500 компьютеров", "Закупили компьютеры")) == []


def test_a_number_of_another_region_is_another_number(changes):
    before = "В Мангистауской области — 154 школы. В Актюбинской области — 107 школ."
    after = "В Мангистауской области — 154 школы. В Актюбинской области — 108 школ. В области Абай — 107 школ."
    assert changes(before, after) == [("changed", "107", "108"), ("appeared", None, "107")]


def test_kazakh_and_english_sentences_are_compared_too(changes):
    kazakh = "Облыста 880 компьютер дайын. Бұған 4,1 млрд теңге бөлінді."
    assert changes(kazakh, kazakh.replace("880", "1879"), language="kk") == [("changed", "880", "1879")]
    english = "The region received 880 computers. They cost 4.1 billion tenge."
    assert changes(english, english.replace("4.1", "4.6"), language="en") == [
        ("changed", "4.1 billion tenge", "4.6 billion tenge")
    ]


def test_rows_of_one_shape_are_told_apart(changes):
    rows = [f"Школа получила {number} компьютеров." for number in (11, 12, 13, 14)]
    assert changes("\n".join(rows), "\n".join([rows[2], rows[0], rows[1], rows[3]])) == []
    found = changes("\n".join(rows), "\n".join([*rows[:2], "Школа получила 99 компьютеров.", *rows[2:]]))
    assert found == [("appeared", None, "99")]


def test_the_result_does_not_depend_on_the_order_given(page, compared, visit):
    pages = [page(0, "Новости", TEXT), page(1, "Новости", TEXT.replace("500", "620").replace("300", "310"))]
    seen = [visit(0, 0), visit(1, 24)]
    assert compared(*pages, visits=seen) == compared(*reversed(pages), visits=seen)


def test_work_stays_in_proportion_to_the_text(page, compared, monkeypatch):
    """Sentences of one shape, all different: counted in comparisons, not seconds."""
    count, counted, original = 150, [], nearness.matcher
    monkeypatch.setattr(nearness, "matcher", lambda *given: counted.append(1) or original(*given))
    texts = ["\n".join(f"Объект {side}{n} номер{n} получил {n + 100} мест." for n in range(count)) for side in (1, 2)]
    compared(*(page(side, "Новости", text) for side, text in enumerate(texts)))
    assert 0 < len(counted) <= 2 * nearness.TRIED * count
