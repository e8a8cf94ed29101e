"""What a reader sees: values, units, modalities and dates in three languages, as a person wrote them down."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from typing import get_args

import pytest

from dalel import languages
from dalel.errors import UnknownName
from dalel.publishing.wording import FOLDER, LANGUAGES, amount, brief, label, number, unit_name, when, words
from dalel.records import Measure, Modality, Status, VerdictName
from dalel.vocabulary import labelled

BILLION = "3800000000"


def plain(text: str) -> str:
    """No-break spaces as spaces, so that a person can type what is expected."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("value", "unit", "modality", "kk", "ru", "en"),
    [
        (BILLION, "KZT", "about", "≈ 3,8 млрд ₸", "≈ 3,8 млрд ₸", "≈ 3.8 bn ₸"),
        ("22000", "device", "more_than", "22 000 құрылғыдан астам", "более 22 000 устройств",
         "more than 22 000 devices"),
        ("4105381000", "KZT", "exact", "4 105 381 000 ₸", "4 105 381 000 ₸", "4 105 381 000 ₸"),
        ("1390200000", "KZT", "at_most", "1 390,2 млн ₸-ге дейін", "не более 1 390,2 млн ₸", "at most 1 390.2 m ₸"),
        ("500000", "device", "almost", "500 000 құрылғыға жуық", "почти 500 000 устройств", "almost 500 000 devices"),
        ("62.86", "percent", "exact", "62,86 %", "62,86 %", "62.86 %"),
        ("21", "school", "more_than", "21 мектептен астам", "более 21 школы", "more than 21 schools"),
        ("22", "school", "at_least", "кемінде 22 мектеп", "не менее 22 школ", "at least 22 schools"),
        ("1", "child", "exact", "1 бала", "1 ребёнок", "1 child"),
        ("3", "child", "exact", "3 бала", "3 ребёнка", "3 children"),
        ("5", "child", "exact", "5 бала", "5 детей", "5 children"),
        ("1.5", "times", "exact", "1,5 есе", "1,5 раза", "1.5 times"),
        ("1500000", "child", "less_than", "1,5 млн баладан аз", "менее 1,5 млн детей", "less than 1.5 m children"),
        ("24390", "KZT/month/child", "exact", "24 390 ₸ / ай / бала", "24 390 ₸ / месяц / ребёнок",
         "24 390 ₸ / month / child"),
        ("7", None, "more_than", "> 7", "более 7", "more than 7"),
        ("7", "тендер", "exact", "7 тендер", "7 тендер", "7 тендер"),
        ("-3", "percentage_point", "exact", "-3 пайыздық тармақ", "-3 процентных пункта", "-3 percentage points"),
        ("1E+9", "USD", "exact", "1 млрд $", "1 млрд $", "1 bn $"),
        ("50", "0.01 KZT", "exact", "50 тиын", "50 тиынов", "50 tiyn"),
        ("62", "0.01 USD", "more_than", "62 центтен астам", "более 62 центов", "more than 62 cents"),
        ("1", "0.01 RUB", "exact", "1 копейка", "1 копейка", "1 kopek"),
        ("25", "basis_point", "exact", "25 базистік тармақ", "25 базисных пунктов", "25 basis points"),
        ("2", "barrel/day", "exact", "2 баррель/тәулік", "2 барреля в сутки", "2 barrels a day"),
        ("3", "decade", "almost", "3 онжылдыққа жуық", "почти 3 десятилетия", "almost 3 decades"),
        ("170", "t/day", "exact", "170 т / күн", "170 т / день", "170 t / day"),
        ("60", "mi/hour", "at_most", "60 миля/сағ-қа дейін", "не более 60 миль в час", "at most 60 mph"),
        ("0", "school", "exact", "0 мектеп", "0 школ", "0 schools"),
    ],
)  # fmt: skip
def test_an_amount_reads_as_a_person_would_say_it(value, unit, modality, kk, ru, en):
    for language, expected in zip(LANGUAGES, (kk, ru, en), strict=True):
        assert plain(amount(Decimal(value), None, unit, modality, language)) == expected


def test_ranges_share_scale_and_unit_where_they_can():
    assert plain(amount(Decimal(3), Decimal(5), "month", "range", "ru")) == "3–5 месяцев"
    assert plain(amount(Decimal("1000000000"), Decimal("1200000000"), "KZT", "range", "en")) == "1–1.2 bn ₸"
    assert plain(amount(Decimal("500000000"), Decimal("1200000000"), "KZT", "range", "kk")) == "500 млн–1,2 млрд ₸"


def test_a_chart_gets_signs():
    assert plain(brief(Decimal(22000), None, "device", "at_least", "en")) == "≥ 22 000 devices"
    assert plain(brief(Decimal(22000), None, "device", "less_than", "kk")) == "< 22 000 құрылғы"
    assert plain(brief(Decimal(500000), None, "device", "almost", "ru")) == "почти 500 000 устройств"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_digit_is_ever_lost(language):
    value = Decimal("4105381000.125")
    digits = "".join(letter for letter in number(value, language) if letter.isdigit())
    assert digits == "4105381000125"
    assert plain(amount(Decimal("1000000001"), None, "KZT", "exact", language)) == "1 000 000 001 ₸"


def test_dates_and_periods():
    shown = {code: [plain(when(edtf, code)) for edtf in ("2020-10-08", "2020-10", "2020")] for code in LANGUAGES}
    assert shown["kk"] == ["2020 ж. 8 қазан", "2020 ж. қазан", "2020"]
    assert shown["ru"] == ["8 октября 2020 г.", "октябрь 2020 г.", "2020"]
    assert shown["en"] == ["8 October 2020", "October 2020", "2020"]
    assert when("2023/2024", "en") == "2023 – 2024"
    assert plain(when("../2020-09-01", "ru")) == "до 1 сентября 2020 г."
    assert when(None, "kk") == "күні айтылмаған"
    assert when("2020-13-40", "en") == "2020-13-40"


def test_units_stand_alone_on_axes():
    assert unit_name("school", "ru") == "школ"
    assert unit_name("KZT", "en") == "₸"
    assert unit_name(None, "en") == ""


def keys(table: dict, prefix: str = "") -> set[str]:
    found = set()
    for name, value in table.items():
        found |= keys(value, f"{prefix}{name}.") if isinstance(value, dict) else {prefix + name}
    return found


def test_the_three_languages_have_the_same_words():
    plural = {"labels.origins_few", "labels.origins_many"}
    tables = {code: keys(tomllib.loads((FOLDER / f"{code}.toml").read_text("utf-8"))) - plural for code in LANGUAGES}
    scales = {code: {key for key in found if not key.startswith("scales.")} for code, found in tables.items()}
    assert scales["kk"] == scales["ru"] == scales["en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_of_the_vocabulary_has_a_word(language):
    known = words(language)
    for section, vocabulary in (
        ("modalities", Modality), ("statuses", Status), ("measures", Measure), ("verdicts", VerdictName),
    ):  # fmt: skip
        assert set(get_args(vocabulary)) <= set(known[section])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_noun_that_is_counted_has_a_word(language):
    counted = set(labelled("CARDINAL"))
    assert len(counted) > 20 and counted <= set(words(language)["units"])


def test_a_unit_with_a_stroke_is_no_rate():
    assert plain(amount(Decimal(100), None, "Mbit/s", "at_least", "ru")) == "не менее 100 Мбит/с"


def test_an_unknown_language_names_the_nearest():
    with pytest.raises(UnknownName, match="known: en, kk, ru"):
        label("nothing", "fr")


LENGTHS = ("km", "m", "cm", "mm", "dm", "mi", "ft", "in", "yd")


def codes(language: str) -> set[str]:
    """Every unit code that a word file can give to a number beside those of the table, currencies apart."""
    words_of = languages.load(language, "numbers")
    found = {rule["unit"] for rule in words_of.get("letters", {}).values()} | set(words_of["rates"])
    found |= {f"{length}{power}" for length in LENGTHS for power in words_of["measure_adjectives"]}
    return found | {"times", "piece"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_of_the_word_files_has_a_name_in_every_language(language):
    known = words(language)["units"]
    given = {code for each in languages.known() for code in codes(each)}
    assert len(given) > 30 and len(known) > 150
    assert sorted(given - set(known)) == []
    forms = {"kk": 3, "ru": 3, "en": 2}[language]
    assert [code for code, names in known.items() if len(names) != forms] == []


def test_a_currency_without_a_sign_keeps_its_code():
    listed = {code for each in languages.known() for code in languages.load(each, "numbers")["currencies"]}
    assert all(len(code) == 3 and code.isupper() for code in listed)
    assert plain(amount(Decimal(5), None, "JPY", "exact", "ru")) == "5 JPY"
