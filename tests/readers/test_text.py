"""Pages saved as text, with their furniture: made for the tests, as six kinds of site print them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from benchmarks.growth import LIMIT, excess
from dalel import readers
from dalel.errors import UnreadableDocument

PARAGRAPHS = {
    "ru": [
        "В Абайской области за год отремонтировали 14 школ, сообщает корреспондент Agency.kz.",
        "На работы ушло 2,4 млрд тенге. Ещё 6 школ ждут очереди – их сдадут до 1 сентября.",
        "«Мы проверим каждую, денег хватит», – сказал руководитель управления.",
    ],
    "kk": [
        "Абай облысында бір жылда 14 мектеп жөнделді, деп хабарлайды Agency.kz.",
        "Жұмысқа 2,4 млрд теңге жұмсалды. Тағы 6 мектеп кезек күтіп тұр.",
        "– Әрқайсысын тексереміз, қаржы жетеді, – деді басқарма басшысы.",
    ],
    "ar": [
        "اباي وبلىسىندا ءبىر جىلدا 14 مەكتەپ جوندەلدى، دەپ حابارلايدى ەگەمەن.",
        "جۇمىسقا 2,4 ملرد تەڭگە جۇمسالدى. تاعى 6 مەكتەپ كەزەك كۇتىپ تۇر.",
        "ءارقايسىسىن تەكسەرەمىز، دەدى باسقارما باسشىسى.",
    ],
    "en": [
        "Abai region repaired 14 schools within a year, a Kazinform correspondent reports.",
        "The work cost 2.4 billion tenge. Another 6 schools are waiting for their turn.",
        "“We will check each of them,” the head of the department said.",
    ],
}
TITLES = {
    "ru": "В Абайской области отремонтировали 14 школ",
    "kk": "Абай облысында 14 мектеп жөнделді",
    "ar": "اباي وبلىسىندا 14 مەكتەپ جوندەلدى",
    "en": "Abai region repairs 14 schools",
}
# name -> (language, lines before the article, lines between its paragraphs, lines after it)
PAGES = {
    "cards": (
        "ru",
        ["Главная", "USD 481.12 EUR 533.40", "{title}", "07 марта 2023 | 10:40", "Просмотров: 1 204"],
        ["Реклама", "Читайте также: Сгорело 45 домов за 3 дня"],
        [
            "Поделиться",
            "Сгорело 45 домов",
            "Пожар начался ночью ...",
            "• 24.05.2025",
            "Доллар по 480 тенге",
            "Курс ...",
            "23.05.2025",
        ],
    ),
    "comments": (
        "ru",
        ["{title}", "(29.06.2021, 11:45), просмотров: 3977", "1941", "2 КОММЕНТАРИЯ"],
        ["Подпишитесь на наш Telegram: нас уже 180 000"],
        [
            "Комментарии (2)",
            "Гость 4418: у нас 8 парт на 30 детей",
            "Ваш e-mail не будет опубликован.",
            "Код: 7 + 4 = ?",
        ],
    ),
    "languages": (
        "ru",
        ["USD/KZT", "0.0", "EUR/KZT", "0.0", "{title}", "Фото: из открытых источников"],
        [],
        [
            "Источник: Agency.kz",
            "ru Более 1580 фермеров получили ссуды",
            "kz 12 ауылға газ тартылды",
            "ru За год сдали 9 мостов",
        ],
    ),
    "kazakh": (
        "kk",
        ["Басты бет", "{title}", "29 Желтоқсан 2025", "👁 96", "0 пікір"],
        ["Сондай-ақ оқыңыз: Семейде 3 мектеп жабылды"],
        [
            "Біздің жаңалықтар енді WhatsApp желісінде",
            "Ұқсас жаңалықтар",
            "Ақтөбеде 320 орындық балабақша",
            "26 Желтоқсан 2025",
        ],
    ),
    "arabic": (
        "ar",
        ["RUB: 5.61 USD: 428.51", "{title}", "14 قىركۇيەك, 2020", "203 رەت كورسەتىلدى"],
        [],
        ["ۇقساس جاڭالىقتار", "تورعايدا 300 ورىندىق مەكتەپ اشىلدى", "02 قىركۇيەك, 2020"],
    ),
    "english": (
        "en",
        ["{title}", "24 September 2020, 16:02", "839"],
        ["Read also: 62 cases recorded over past day"],
        [
            "1,482 views",
            "Share",
            "Leave a comment",
            "Your email address will not be published. Required fields are marked *",
        ],
    ),
    "repeated": (
        "ru",
        ["post", "{title}", "0", "735", "{lead}", "{title}"],
        [],
        ["Оцените новость", "Проголосовало людей: 0", "bowtiesmilelaughingblushsmileyrelaxed", "Оставить комментарий"],
    ),
}
DATES = {
    "cards": date(2023, 3, 7),
    "comments": date(2021, 6, 29),
    "kazakh": date(2025, 12, 29),
    "arabic": date(2020, 9, 14),
    "english": date(2020, 9, 24),
}
LEAD = "Ремонт в области идёт второй год подряд, и денег на него пока хватает."


def page(name: str) -> str:
    language, before, between, after = PAGES[name]
    told = PARAGRAPHS[language]
    lines = [*before, told[0], *between, *told[1:], *after]
    return "\n\n".join(line.format(title=TITLES[language], lead=LEAD) for line in lines)


@pytest.mark.parametrize("name", PAGES)
def test_only_the_article_is_left(make: SimpleNamespace, name: str) -> None:
    language = PAGES[name][0]
    document = readers.read(page(name).encode(), make.capture("text/plain"))
    assert document.title == TITLES[language]
    assert document.text.split("\n") == PARAGRAPHS[language]
    assert document.lead == (LEAD if name == "repeated" else None)


@pytest.mark.parametrize("name", PAGES)
def test_its_date_language_and_credit_are_found(make: SimpleNamespace, name: str) -> None:
    document = readers.read(page(name).encode(), make.capture("text/plain"))
    wanted = {"ru": ("ru", "Cyrl"), "kk": ("kk", "Cyrl"), "ar": ("kk", "Arab"), "en": ("en", "Latn")}[PAGES[name][0]]
    assert (document.language, document.script) == wanted
    assert (document.published, document.published_basis) == (DATES.get(name), "text" if name in DATES else "unknown")
    assert document.credit == {"ar": "ەگەمەن", "en": "Kazinform"}.get(PAGES[name][0], "Agency.kz")


@pytest.mark.parametrize("name", PAGES)
def test_it_is_the_same_in_every_layout(make: SimpleNamespace, name: str) -> None:
    plain = readers.read(page(name).encode(), make.capture("text/plain"))
    packed = re.sub(r"\n+", "\n", page(name))
    indented = "\ufeff" + packed.replace("\n", "\r\n \t")
    for other in (packed, indented):
        assert readers.read(other.encode(), make.capture("text/plain")) == plain


def test_a_text_without_furniture_is_left_whole(make: SimpleNamespace) -> None:
    text = "Отчёт школы\n\nВ 2020 году в школе учились 612 детей.\n\nИз них:\n– 40 отличников\n– 12 спортсменов"
    document = readers.read(text.encode(), make.capture("text/plain"))
    assert document.title == "Отчёт школы" or document.title is None
    assert "612 детей" in document.text and "– 40 отличников" in document.text and "– 12 спортсменов" in document.text


def test_a_note_of_one_sentence_is_text(make: SimpleNamespace) -> None:
    document = readers.read("В школе учатся 612 детей.".encode(), make.capture("text/plain"))
    assert (document.title, document.text) == (None, "В школе учатся 612 детей.")


DATELINE = (
    "Школам купят камеры\n\nАлматы. 18 июня. На заседании во вторник сообщили, что камеры купят 15 школам города."
)


@pytest.mark.parametrize(
    ("captured", "source", "published"),
    [
        (datetime(2019, 6, 20, tzinfo=UTC), "ic24", date(2019, 6, 18)),
        (datetime(2020, 3, 1, tzinfo=UTC), "ic24", date(2019, 6, 18)),
        (datetime(2021, 3, 1, tzinfo=UTC), "ic24", None),  # 18 June 2020 was a Thursday
        (datetime(2026, 11, 21, tzinfo=UTC), "ic24", None),
        (datetime(2019, 6, 20, tzinfo=UTC), "local", None),  # the day a file was added says nothing of its page
    ],
)
def test_a_dateline_is_settled_by_weekday_and_capture(
    make: SimpleNamespace, captured: datetime, source: str, published: date | None
) -> None:
    document = readers.read(DATELINE.encode(), make.capture("text/plain", captured_at=captured, source=source))
    assert (document.published, document.published_basis) == (published, "inferred" if published else "unknown")


def test_a_date_given_by_a_person_comes_first(make: SimpleNamespace) -> None:
    given = make.capture("text/plain", published=date(2023, 3, 8), outlet="tengrinews.kz")
    document = readers.read(page("cards").encode(), given)
    assert (document.published, document.published_basis, document.outlet) == (
        date(2023, 3, 8),
        "given",
        "tengrinews.kz",
    )


@pytest.mark.parametrize("payload", [b"", b" \n\n ", "\ufeff".encode()])
def test_an_empty_file_is_an_error(make: SimpleNamespace, payload: bytes) -> None:
    with pytest.raises(UnreadableDocument, match="nothing to read"):
        readers.read(payload, make.capture("text/plain"))


HOSTILE = [
    "24.05.2025\n",
    "Комментарии\n",
    "ru новость\n",
    "Школа. ",
    "USD ",
    "Читайте также: ",
    "«А ",
    "7 ",
    "передает ",
    "A",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_linear_time(make: SimpleNamespace, piece: str) -> None:
    def run(times: int) -> object:
        return readers.read((page("cards") + "\n" + piece * times).encode(), make.capture("text/plain"))

    assert excess(run, 1_000) < LIMIT
