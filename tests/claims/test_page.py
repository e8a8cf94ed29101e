"""Rules that look beyond a sentence: page's region, headline, ratios, lists, speakers, dates, borders, ids."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from dalel.claims.finding import find_claims

from .conftest import document


def by_value(claims, value, field=None):
    found = [c for c in claims if c.value == Decimal(value) and (field is None or c.field == field)]
    assert len(found) == 1, [(c.quote, c.field) for c in found]
    return found[0]


def test_offsets_cut_out_the_quote_and_the_sentence(read):
    text = "Біріншіден, облыста 12 мектеп бар.\nОның 5-і ауылда. Қалада 1,5 мыңға жуық бала оқиды."
    for claim in read(text, "kk"):
        assert text[claim.start : claim.end] == claim.quote
        assert text[claim.sentence_start : claim.sentence_end] == claim.sentence
        assert claim.sentence_start <= claim.start < claim.end <= claim.sentence_end


def test_a_page_without_numbers_has_no_claim(read):
    assert read("Министерство создаст проектный офис. Люди должны знать образование.", "ru", title="Офис") == []


def test_a_stated_ratio_gives_two_linked_claims(read):
    claims = read("К центру подключены 430 из 690 школ области.", "ru")
    part, whole = by_value(claims, 430), by_value(claims, 690)
    assert (part.measure, whole.measure) == ("ratio_part", "ratio_whole")
    assert part.whole_id == whole.claim_id
    assert part.unit == whole.unit == "school"


def test_a_further_part_belongs_to_the_same_whole(read):
    text = "На удаленный формат перешли 271 из 650 школ. В обычном режиме работают 376 школ."
    claims = read(text, "ru")
    assert by_value(claims, 376).whole_id == by_value(claims, 650).claim_id


def test_another_count_is_no_part(read):
    text = "На удаленный формат перешли 271 из 650 школ. Интернет провели в 20 школ."
    assert by_value(read(text, "ru"), 20).whole_id is None


def test_a_headline_repeats_a_number_of_the_text(read):
    text = "Область закупит 22 463 компьютера, рассказали в управлении образования."
    claims = read(text, "ru", title="Свыше 22 тысяч компьютеров закупит область")
    headline = by_value(claims, 22000)
    assert headline.repeats == by_value(claims, 22463).claim_id
    assert headline.modality == "more_than"
    assert headline.status == "planned"


def test_a_headline_about_something_else_repeats_nothing(read):
    claims = read("Область закупит 22 463 компьютера.", "ru", title="Построят 40 школ")
    assert by_value(claims, 40).repeats is None


def test_the_region_of_the_headline_is_that_of_the_page(read):
    text = "В регионе 320 школ.\nКамеры стоят в 300 из них. В Алматинской области показатель ниже: 150 школ."
    claims = read(text, "ru", title="Костанайская область: школы под охраной")
    assert by_value(claims, 320).region == "KZ-39"
    assert by_value(claims, 300).region == "KZ-39"
    assert by_value(claims, 150).region == "KZ-19"


def test_a_dateline_is_no_region(read):
    claims = read("Астана. 20 февраля. В школах страны установили 900 камер.", "ru")
    assert by_value(claims, 900).region == "KZ"


def test_where_nothing_is_named_the_region_is_left_open(read):
    (claim,) = read("Бүгінде 7 мың мектеп жұмыс істейді.", "kk")
    assert (claim.region, claim.place, claim.borders) == (None, None, None)


@pytest.mark.parametrize(
    ("published", "region", "borders"),
    [(date(2020, 10, 8), "KZ-63", date(2018, 6, 19)), (date(2023, 3, 7), "KZ-10", date(2022, 6, 8))],
)
def test_a_city_belongs_to_the_region_of_its_time(read, published, region, borders):
    (claim,) = read("В Семее открыли 3 школы.", "ru", published=published)
    assert (claim.region, claim.place, claim.borders) == (region, "Semey", borders)


def test_borders_are_those_of_the_figure_s_date(read):
    claims = read("В 2020 году в ВКО было 647 школ. В 2023 году в ВКО осталось 350 школ.", "ru")
    assert by_value(claims, 647).borders == date(2018, 6, 19)
    assert by_value(claims, 350).borders == date(2022, 6, 8)


def test_several_speakers(read):
    text = (
        "Министр просвещения Асель Нурова сообщила, что построят 14 школ. Об этом она сказала на брифинге.\n"
        "По данным МВД, камеры есть в 900 школах.\n"
        "«Нам не хватает 30 автобусов», – добавила Нурова."
    )
    claims = read(text, "ru")
    assert by_value(claims, 14).speaker == "Асель Нурова, министр просвещения"
    assert by_value(claims, 900).speaker == "МВД"
    assert by_value(claims, 30).speaker == "Асель Нурова, министр просвещения"


def test_a_quotation_belongs_to_whom_it_is_attributed_at_its_end(read):
    text = "– Біз 500 ноутбук алдық. Тағы 200 планшет келеді, – деді мектеп директоры Гүлнар Сейтова."
    claims = read(text, "kk")
    assert {claim.speaker for claim in claims} == {"Гүлнар Сейтова, мектеп директоры"}


def test_what_the_outlet_says_itself_has_no_speaker(read):
    (claim,) = read("В городе 20 школ, передает корреспондент агентства.", "ru")
    assert claim.speaker is None


@pytest.mark.parametrize(
    ("text", "value", "as_of"),
    [
        ("За 2023-2024 годы изобличили 24 чиновника. Причиненный ущерб – 170 млн тенге.", 170000000, "2023/2024"),
        ("С начала 2023 года возбудили 40 уголовных дел.", 40, "2023-01/2024-05"),
        ("В начале 2020-2021 учебного года работали 70 школ.", 70, "2020-09"),
        ("В прошлом году построили 9 школ.", 9, "2023"),
        ("Сегодня в школах стоят 800 камер.", 800, "2024-05-14"),
        ("До 30 октября школы получат 500 планшетов.", 500, "2024-10-30"),
        ("Школы получили 500 планшетов.", 500, "2024-05"),
        ("В будущем число планшетов доведут до 700.", 700, None),
    ],
)
def test_dates(read, text, value, as_of):
    assert by_value(read(text, "ru"), value).as_of == as_of


def test_a_programme_s_name_dates_nothing(read):
    text = "По программе «Развитие образования на 2020-2025 годы» купили 300 ноутбуков."
    assert by_value(read(text, "ru"), 300).as_of == "2024-05"


def test_ids_stay_the_same_and_differ_within_a_page(read):
    text = "В городе 20 школ и 20 садов. По одной школе построят в Абайской и Павлодарской областях."
    first, again = read(text, "ru"), read(text, "ru")
    assert [c.claim_id for c in first] == [c.claim_id for c in again]
    assert len({c.claim_id for c in first}) == len(first)
    assert all(c.claim_id.startswith("c") and len(c.claim_id) == 13 for c in first)


def test_the_same_bytes_under_two_addresses_share_no_id(topics):
    here = replace(document("В городе 20 школ и 20 садов.", "ru"), sha256="ab" * 32)
    there = replace(here, document_id="elsewhere", url="https://b.example/1")
    ids = [{claim.claim_id for claim in find_claims(page, topics)} for page in (here, there)]
    assert len(ids[0]) == len(ids[1]) == 2 and not ids[0] & ids[1]


def test_an_id_does_not_depend_on_other_numbers(read):
    alone = by_value(read("В городе 44 школы.", "ru"), 44)
    among = by_value(read("В городе 44 школы. Детских садов – 58.", "ru"), 44)
    assert alone.claim_id == among.claim_id


@pytest.mark.parametrize(
    "text",
    [
        "В районе работают 500 школ против 310 школ в 2021 году.",
        "Область закупила 500 камер против 310 камер в 2021 году.",
    ],
)
def test_the_year_of_the_number_that_another_is_compared_with_is_its_own(read, text):
    found = {str(claim.value): claim.as_of for claim in read(text, "ru")}
    assert found == {"500": "2024-05", "310": "2021"}


def test_six_of_them_in_kazakh_has_the_ending_of_its_own_vowels(read):
    found = read("Ауданда 12 мектеп бар. 6-ауы ауылда, 3-еуі қалада.", "kk")
    assert [(str(claim.value), claim.unit) for claim in found] == [("12", "school"), ("6", "school"), ("3", "school")]
