"""The language files' own examples of page chrome, and of lines that only look like it."""

from __future__ import annotations

import pytest

from dalel import languages
from dalel.readers.furniture import kind_of, label_value
from dalel.readers.story import article_lines, without_inline_teaser

LANGUAGES = ("kk", "ru", "en")
EXAMPLES = [tuple(pair) for lang in LANGUAGES for pair in languages.load(lang, "page")["EXAMPLES"]]
NOT_EXAMPLES = [line for lang in LANGUAGES for line in languages.load(lang, "page")["NOT_EXAMPLES"]]


@pytest.mark.parametrize(("line", "kind"), EXAMPLES)
def test_examples_are_told(line: str, kind: str) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize("line", NOT_EXAMPLES)
def test_lines_of_the_article_are_left(line: str) -> None:
    assert kind_of(line) is None


@pytest.mark.parametrize("line", ["", " ", "•", "—", "\u00a0", "ё" * 5000, "7" * 5000, "a" * 300, "İİİ: 5", "\u0621"])
def test_any_line_has_an_answer(line: str) -> None:
    kind_of(line)


def test_a_credit_line_gives_its_name() -> None:
    assert label_value("Источник: КазТАГ", "source_label") == "КазТАГ"
    assert label_value("Дереккөз: Хабар 24", "source_label") == "Хабар 24"
    assert label_value("Источник в министерстве молчит", "source_label") is None


def test_headlines_under_a_teaser_go_with_it_and_the_article_goes_on() -> None:
    lines = ["Открыли 12 школ.", "Читайте также:", "Сгорело 45 домов", "За 3 дня потушили пожар", "Ещё 4 школы строят."]
    assert article_lines(lines) == ["Открыли 12 школ.", "Ещё 4 школы строят."]


def test_counters_go_at_the_edges_only() -> None:
    lines = ["Заголовок о школах", "1 204", "Открыли 12 школ в Атырау.", "2020", "Это больше, чем было.", "735"]
    assert article_lines(lines, "Заголовок о школах") == ["Открыли 12 школ в Атырау.", "2020", "Это больше, чем было."]


def test_a_long_paragraph_printed_twice_is_kept_once() -> None:
    lead = "Министерство просвещения сообщило, что в этом году в стране построят 62 школы на возвращённые деньги."
    between = [f"Открыли {n} школ в городе." for n in range(6)]
    assert article_lines([lead, *between, lead, between[0]]) == [lead, *between, between[0]]


def test_a_lead_printed_again_at_the_head_is_kept_where_the_article_has_it() -> None:
    lead = "Построят 62 школы, передаёт Agency.kz."
    assert article_lines([lead, "20 марта 2023, 12:00", lead, "Это много."]) == [lead, "Это много."]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Построят 62 школы. Читайте также: 999 млрд потратили на дороги", "Построят 62 школы."),
        ("Мектеп салынады. Сондай-ақ оқыңыз: 46 бала ауырды", "Мектеп салынады."),
        ("Министр сказал: построят 62 школы. Читайте также: закон. Это всё.", None),
        ("По теме: выступил министр", None),
    ],
)
def test_a_teaser_in_a_paragraph_is_cut_off_only_at_its_end(line: str, left: str | None) -> None:
    assert without_inline_teaser(line) == (left or line)


@pytest.mark.parametrize("row", ["20 minutes", "Votes: 12,345", "$19", "4.5", "Рейтинг: 8"])
def test_rows_of_the_articles_own_lists_are_left(row: str) -> None:
    lines = ["The results of the evening, in the order they came.", row, "That was all there was to report."]
    assert article_lines(lines) == lines


def test_a_list_under_a_heading_that_looks_like_a_teaser_is_left_where_it_is_no_list_of_links() -> None:
    lines = ["Which laptop suits a school?", "Recommended", "Memory: 16 GB", "Disk: 512 GB", "That is enough."]
    assert article_lines(lines, is_link=lambda line: False) == lines
    assert article_lines(lines) == [lines[0], lines[-1]]


def test_a_page_of_nothing_but_entries_keeps_its_numbers() -> None:
    assert article_lines(["735", "Results of the cup", "2020", "Home team", "17", "Away team"]) == [
        "Results of the cup", "2020", "Home team", "17", "Away team",
    ]  # fmt: skip


@pytest.mark.parametrize("word", ["target_has_atomic_equal_alignment", "kindertagesstaettenplatz", "institutionalise"])
def test_a_long_word_is_no_row_of_pictures(word: str) -> None:
    assert kind_of(word) is None
