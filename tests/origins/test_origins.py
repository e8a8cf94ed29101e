"""Each way of joining, on what it must join and what it must not."""

from decimal import Decimal

import pytest

from dalel import origins
from dalel.origins.rare_numbers import rare_numbers

RELEASE = (
    "Область купит 3479 ноутбуков на 555 миллионов тенге, ещё 18 984 компьютера оплатит республика, это 2,9 млрд."
    " На дистанционке 111 296 учащихся Атырауской области."
)
TRANSLATION = (
    "Atyrau region will buy 3,479 laptops for 555 million tenge; another 18,984 computers cost T2.9 billion."
    " Remote classes involve 111,296 schoolchildren."
)
STORY = (
    "Руководителей детских садов Шымкента проверяют на причастность к хищению. По версии следствия, в табели вносили"
    " недостоверные сведения о детях и так вывели из бюджета 45,7 млн тенге. Эти деньги государство выделяло на"
    " подушевое финансирование: чем больше детей значится в табеле, тем выше выплата учреждению. Расследование ведет"
    " территориальный департамент агентства, виновность подозреваемых может установить только суд."
)


def one(*documents):
    return len(set(origins.group(documents).values())) == 1


def test_nothing_and_one():
    assert origins.group([]) == {}
    assert origins.explain([]) == []


def test_origin_is_named_after_the_smallest_document(document):
    found = origins.group([document("d9", STORY), document("d2", STORY), document("d5", "Совсем другое.")])
    assert found == {"d2": "d2", "d5": "d5", "d9": "d2"}


def test_fourteen_reprints_are_one_origin(document):
    assert one(*(document(f"d{number:02}", STORY + f" Передает издание {number}.") for number in range(14)))


def test_translation(document):
    assert one(document("d1", RELEASE), document("d2", TRANSLATION, language="en"))


def test_editions_in_three_scripts(document):
    cyrillic = "Өңірге 4828 камера қойылған: 3134-і ғимарат ішін, 1694-і сыртын бақылайды. 302 мектепте бар."
    latin = "О́ńirge 4828 kamera qoıylǵan: 3134-i ǵımarat ishin, 1694-i syrtyn baqylaıdy. 302 mektepte bar."
    arabic = "وڭىرگە 4828 كامەرا قويىلعان: 3134-ى عيمارات ءىشىن، 1694-ى سىرتىن باقىلايدى. 302 مەكتەپتە بار."
    pages = [document(f"d{n}", text, language="kk") for n, text in enumerate((cyrillic, latin, arabic))]
    assert one(*pages)


def test_same_numbers_long_apart_or_of_another_region_are_no_release(document):
    early, late = document("d1", RELEASE, published="2020-09-24"), document("d2", RELEASE[:40], published="2021-09-24")
    assert not one(early, late)
    apart = document("d2", TRANSLATION, language="en", published="2020-12-24")
    assert not one(early, apart)
    elsewhere = TRANSLATION.replace("Atyrau region", "Turkistan region")
    assert not one(early, document("d2", elsewhere, language="en", published="2020-09-24"))


@pytest.mark.parametrize(
    "other",
    [
        "Суд Шымкента признал виновными двух заведующих. Они получили 8 млн тенге за детей, которых не было.",
        "В Шымкенте из бюджета вывели 45,7 млн тенге.",
        "С 2019 по 2021 год, 12 марта и 30 апреля в школе № 4 Шымкента было ЧП.",
        "",
    ],
)
def test_one_event_is_not_one_origin(document, other):
    assert not one(document("d1", STORY), document("d2", other))


def test_years_and_days_join_nothing(document):
    a = "С 2019 по 2021 год, 12 марта и 30 апреля, а также 7, 8 и 9 мая 2022 года проверяли детские сады."
    b = "Выставка работала 12 марта, 30 апреля, 7, 8 и 9 мая, а в 2019, 2021 и 2022 годах её не было."
    assert not one(document("d1", a), document("d2", b))


def test_credit_joins_pages_on_one_event_only(document):
    source = document("d1", STORY, outlet="Informburo", url="https://informburo.kz/novosti/1")
    short = "В Шымкенте заведующих садами подозревают в хищении 45,7 млн тенге."
    assert one(source, document("d2", short, credit="Informburo.kz"))
    assert not one(source, document("d2", "В Шымкенте открыли 12 парков.", credit="Informburo.kz"))
    assert not one(source, document("d2", short, credit="министерство"))


def test_two_pages_that_credit_a_third(document):
    a, b = "Сэкономили порядка 3,8 млрд тенге.", "Экономия для казны: 3,8 млрд тенге, так говорят в ведомстве."
    pages = [document("d1", a, credit="Turantimes.kz"), document("d2", b, credit="turantimes.kz")]
    assert one(*pages)
    assert not one(document("d1", a, credit="в министерстве"), document("d2", b, credit="в министерстве"))


def test_an_outlet_that_names_itself_credits_nobody(document):
    pages = [
        document(name, f"Сэкономили 3,8 млрд тенге, передает {name}.", outlet="BaigeNews", credit="BaigeNews.kz")
        for name in ("d1", "d2")
    ]
    links = origins.explain(pages)
    assert not [link for link in links if link.reason == "credit"]


def test_versions_of_one_page(document):
    page = document("d1", STORY, url="https://a.kz/1", canonical_url="https://a.kz/1")
    amp = document("d2", "Кратко.", url="https://a.kz/amp/1", canonical_url="https://a.kz/1")
    assert one(page, amp)
    assert one(document("d1", "Один текст.", sha256="0" * 64), document("d2", "Тот же.", sha256="0" * 64))


@pytest.mark.parametrize("front", ["https://a.kz/", "https://a.kz", "https://[bad"])
def test_a_front_page_named_as_canonical_joins_nothing(document, front):
    pages = [document(f"d{n}", f"Текст {n}.", url=f"https://a.kz/{n}", canonical_url=front) for n in range(3)]
    assert len(set(origins.group(pages).values())) == 3


def test_one_canonical_address_for_a_whole_site_joins_nothing(document):
    news = "https://a.kz/news"
    pages = [document(f"d{n:02}", f"Текст {n}.", url=f"https://a.kz/{n}", canonical_url=news) for n in range(20)]
    assert len(set(origins.group(pages).values())) == 20


def test_a_page_captured_many_times_stays_one_voice(document):
    pages = [document(f"d{n:02}", f"Текст {n}.", url="https://a.kz/1") for n in range(20)]
    assert one(*pages)


def spelled(number):
    """A word of its own for every number."""
    return "".join("абвгдежзик"[int(digit)] for digit in f"{number:05}")


def test_formulas_of_a_site_join_nothing(document):
    formula = " Подпишитесь на наш канал и читайте самые важные новости страны первыми."
    pages = [
        document(f"d{number:03}", " ".join(spelled(40 * number + place) for place in range(40)) + formula)
        for number in range(250)
    ]
    assert len(set(origins.group(pages).values())) > 200


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("3479 ноутбуков за 555 миллионов", "ru", {("3479", ""): 2.0, ("555000000", ""): 1.5}),
        ("22 463, 22\u00a0463 и 22463 компьютера", "ru", {("22463", ""): 2.0}),
        ("T2.3 trillion and 3,479 laptops", "en", {("2300000000000", ""): 1.0, ("3479", ""): 2.0}),
        ("Т15,5 млрд", "ru", {("15500000000", ""): 1.5}),
        ("500 мыңға жуық, 45%-і", "kk", {("500000", ""): 0.5, ("45", "%"): 1.0}),
        ("500 myńǵa jýyq", "kk", {("500000", ""): 0.5}),
        ("236 مىڭعا جۋىق", "kk", {("236000", ""): 1.5}),
        ("12 марта 2023 года в 10:40, школа № 412, COVID-19", "ru", {}),
        ("в 2020-2021 учебном году", "ru", {}),
        ("9" * 40, "ru", {}),
        ("4360 из 6936", "other", {("4360", ""): 1.5, ("6936", ""): 2.0}),
    ],
)
def test_particular_numbers(document, text, language, expected):
    found = rare_numbers(document("d1", text, language=language))
    assert found == {(Decimal(value), kind): weight for (value, kind), weight in expected.items()}
