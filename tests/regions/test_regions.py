"""Regions: codes against ISO 3166-2, names in every spelling, forms in text, borders over time."""

import json
from datetime import date
from pathlib import Path

import pycountry
import pytest

from dalel import regions
from dalel.errors import DalelError, UnknownName
from dalel.regions import borders, find_region, load_places, load_regions, mentions, region_on
from dalel.regions.spelling import key
from dalel.transliteration import fold

SHARED = Path(__file__).resolve().parents[3] / "shared"


def test_the_codes_are_those_of_iso_3166_2():
    official = {unit.code for unit in pycountry.subdivisions.get(country_code="KZ")}
    assert set(load_regions()) - {"KZ"} == official


def test_the_names_are_those_of_iso_3166_2():
    for unit in pycountry.subdivisions.get(country_code="KZ"):
        ours = load_regions()[unit.code]
        same = str.maketrans("āēīōūäöü", "aeiouaou")
        first = unit.name.split()[0].translate(same).replace("gh", "g").lower()[:3]
        names = " ".join([*ours.names.values(), *ours.stems.get("en", ())]).lower().translate(same)
        assert first in names or first.replace("zh", "j") in names, unit.name


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared with the facts about regions is not here")
def test_names_and_eras_agree_with_the_collected_facts():
    facts = json.loads((SHARED / "domain" / "regions.json").read_text("utf-8"))
    for unit in facts["regions"]:
        if unit["code"] not in load_regions():
            continue
        region = find_region(unit["code"])
        assert region.names["kk"] == unit["kk"]
        assert region.names["kk-Arab"] == unit["kk_arab"]
        assert region.names["kk-Latn-2018"] == unit["kk_latn_2018"]
        assert find_region(unit["ru"]).code == unit["code"]
        for form in [*unit["forms_ru"], *unit["forms_kk"]]:
            if "(" not in form and "обл." not in form and "қ." not in form and not form.startswith("г."):
                assert find_region(form).code == unit["code"], form


@pytest.mark.parametrize("code", sorted(load_regions()))
def test_every_spelling_of_a_name_finds_its_region(code):
    region = load_regions()[code]
    for spelled in region.names.values():
        assert find_region(spelled).code == code
        assert find_region(spelled.upper()).code == code
    assert find_region(code.lower()).code == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("ВКО", "KZ-63"), ("ШҚО", "KZ-63"), ("SQO", "KZ-59"), ("ش ق و", "KZ-63"), ("Алматы", "KZ-75"),
        ("Almaty region", "KZ-19"), ("Нур-Султан", "KZ-71"), ("Жетысу", "KZ-33"), ("Turkestan", "KZ-61"),
        ("KZ-ZAP", "KZ-27"), ("Абайская область", "KZ-10"),
    ],
)  # fmt: skip
def test_other_names_find_it_too(typed, code):
    assert find_region(typed).code == code


@pytest.mark.parametrize(
    ("typed", "nearest"), [("KZ-64", "KZ-63"), ("Pavlodr", "KZ-55"), ("Актюбинск", "KZ-15"), ("../KZ-43", "KZ-43")]
)
def test_an_unknown_name_is_an_error_with_the_nearest(typed, nearest):
    with pytest.raises(UnknownName) as error:
        find_region(typed)
    assert error.value.nearest == nearest
    assert repr(typed) in str(error.value)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "В Западно-Казахстанской на полицию, в Алматинской области - только", ["KZ-27", "KZ-19"]),
        ("ru", "в Жетысуской, Улытауской и Павлодарской областях", ["KZ-33", "KZ-62", "KZ-55"]),
        ("ru", "В области Абай в 19 школах, в области Жетicу", ["KZ-10", "KZ-33"]),
        ("ru", "школы ЗКО, СКО и ВКО", ["KZ-27", "KZ-59", "KZ-63"]),
        ("ru", "Столица получит 10 школ, шымкентские сады", ["KZ-71", "KZ-79"]),
        ("ru", "Абай писал стихи; улица Абая; школа имени Жамбыла", []),
        ("ru", "алматинский зоопарк и костанайские спасатели", ["KZ-75", "KZ-39"]),
        ("kk", "Түркістан облысында, облысының, ШҚО-да, БҚО-ның", ["KZ-61", "KZ-63", "KZ-27"]),
        ("kk", "Солтүстік Қазақстан мен Шығыс Қазақстан облыстарында", ["KZ-59", "KZ-63"]),
        ("kk", "Алматы, Атырау мен Ақтөбе облыстарында", ["KZ-19", "KZ-23", "KZ-15"]),
        ("kk", "Алматы қаласында, Алматы облысында", ["KZ-75", "KZ-19"]),
        ("kk", "ауылға оралған арал, алға басты", []),
        ("ru", "помогли 30 семей, в Семее и городе Семей", ["KZ-10", "KZ-10"]),
        ("kk", "Qyzylorda oblysynda, SQO-da, Elordada", ["KZ-43", "KZ-59", "KZ-71"]),
        ("kk", "قوستاناي وبلىسىنداعى مەكتەپتەر، استانا", ["KZ-39", "KZ-71"]),
        ("en", "Almaty and Kyzylorda regions, Nur-Sultan's schools", ["KZ-19", "KZ-43", "KZ-71"]),
    ],
)  # fmt: skip
def test_mentions(language, text, expected):
    assert [mention.code for mention in mentions(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("ru", "В Петропавловске и в Таразе", [("Петропавловске", "Petropavl"), ("Таразе", "Taraz")]),
        ("ru", "в г. Актобе", [("г. Актобе", "Aktobe city")]),
        ("ru", "Курмангазинского района", [("Курмангазинского района", "Kurmangazy district")]),
        ("kk", "Зайсан ауданының", [("Зайсан ауданының", "Zaisan district")]),
        ("kk", "qalada «Almaty» aýdanynyń", [("«Almaty» aýdanynyń", "Almaty district of Astana")]),
        ("kk", "ارقالىققا جىبەردى", [("ارقالىققا", "Arkalyk")]),
        ("en", "Baizak district of Zhambyl region", [("Baizak district", "Baizak district"), ("Zhambyl region", None)]),
        ("kk", "Түркістанда 563 мектеп", [("Түркістанда", None)]),
    ],
)  # fmt: skip
def test_places_with_offsets_in_the_text_as_given(language, text, found):
    assert [(text[one.start : one.end], one.place) for one in mentions(text, language)] == found


def test_all_forms_made_for_a_name_mean_its_region():
    for code, region in load_regions().items():
        for stem in region.stems.get("ru", ()):
            for ending in ("ая", "ой", "ую", "ою"):
                assert {one.code for one in mentions(f"в {stem.title()}{ending} области", "ru")} == {code}
        for stem in region.stems.get("kk", ()):
            for word in ("облысы", "облысының", "облысында", "облысынан", "облысына", "облысымен", "обл."):
                (one,) = mentions(f"биыл {stem.title()} {word}", "kk")
                assert (one.code, one.kind) == (code, "region")


@pytest.mark.parametrize(
    ("code", "on", "since"),
    [
        ("KZ-63", date(2020, 10, 8), date(2018, 6, 19)),
        ("KZ-63", date(2023, 3, 7), date(2022, 6, 8)),
        ("KZ-63", date(2022, 6, 7), date(2018, 6, 19)),
        ("KZ-63", None, None),
        ("KZ-10", None, date(2022, 6, 8)),
        ("KZ-61", date(2021, 6, 1), date(2018, 6, 19)),
        ("KZ-43", date(2021, 6, 1), None),
        ("KZ", date(2021, 6, 1), None),
    ],
)
def test_borders_of_the_time(code, on, since):
    assert borders(code, on) == since


def test_a_city_belongs_to_the_region_of_its_time():
    assert region_on("KZ-10", date(2020, 1, 1)) == "KZ-63"
    assert region_on("KZ-10", date(2022, 6, 8)) == "KZ-10"
    assert region_on("KZ-33", None) == "KZ-33"


def test_the_words_of_places_are_no_words_of_regions():
    taken = {key(word) for region in load_regions().values() for words in region.bare.values() for word in words}
    cities = {key(fold(word).text) for place in load_places() if place.kind == "city" for word in place.words}
    assert cities & taken == set()


def test_a_wrong_field_is_named(tmp_path, monkeypatch):
    from dalel.regions import declared

    (tmp_path / "regions.toml").write_text('[KZ-99]\nnames = { kk = "Сынақ" }\n', "utf-8")
    monkeypatch.setattr(declared, "FOLDER", tmp_path)
    with pytest.raises(DalelError, match=r"KZ-99\.names\.ru is missing"):
        declared.load_regions.__wrapped__()
    (tmp_path / "regions.toml").write_text("[KZ-99\n", "utf-8")
    with pytest.raises(DalelError, match=r"regions\.toml is not valid TOML"):
        declared.load_regions.__wrapped__()


def test_a_long_text_without_names_costs_little():
    assert regions.mentions("жаңа мектеп салынды " * 5000, "kk") == []
