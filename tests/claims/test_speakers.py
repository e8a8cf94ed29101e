"""Who says a number: the whole noun phrase in the nominative with the words that name it, or nobody."""

import tomllib

import pytest

from benchmarks.claim_fresh import FOLDER, read_page
from benchmarks.claim_marks import sample_documents
from dalel.claims.finding import find_claims
from dalel.transliteration import fold

RU, KK, EN = "ru", "kk", "en"

# language, text, the speaker of each number in order
TOLD = [
    # a name turned into the nominative, with the whole office
    (RU, "По словам заместителя председателя правления АО «Самал» Ермека Мукашева, построили 12 школ.",
     ["Ермек Мукашев, заместитель председателя правления АО «Самал»"]),
    (RU, "«Сдадим 15 школ», — цитирует Primer.kz акима Шымкента Габита Сарсенова.", ["Габит Сарсенов, аким Шымкента"]),
    (RU, "Открыли 7 школ, сообщил на брифинге в региональной службе коммуникаций глава областного управления"
     " образования Рахим Оспанов.", ["Рахим Оспанов, глава областного управления образования"]),
    (RU, "Директор школы № 5 Ирина Петровна Волкова говорит, что учатся 1200 детей.",
     ["Ирина Петровна Волкова, директор школы № 5"]),
    (KK, "Облыстық денсаулық сақтау басқармасының баспасөз хатшысы Айгүл Мұратованың айтуынша, 40 аппарат алынды.",
     ["Айгүл Мұратова, Облыстық денсаулық сақтау басқармасының баспасөз хатшысы"]),
    (KK, "Солтүстік Қазақстан облысының әкімі Арман Оспановтың сөзінше, 142 мектеп жаңарды.",
     ["Арман Оспанов, Солтүстік Қазақстан облысының әкімі"]),
    (EN, "According to Deputy Director Timur Seilov, 120 schools will be built.", ["Timur Seilov, Deputy Director"]),
    (EN, "It will cost 5 billion tenge, Marat Zhunusov, head of the regional roads department, told reporters.",
     ["Marat Zhunusov, head of the regional roads department"]),
    (EN, "The Minister of Health of the Republic, Aigul Seitova, said 12 clinics opened.",
     ["Aigul Seitova, Minister of Health of the Republic"]),
    (EN, "“We fix 5 km a year,” explained Rustem Zhakupov of the city water utility.",
     ["Rustem Zhakupov, city water utility"]),
    (EN, "GDP grew 5%, Deputy Prime Minister and Minister of National Economy Serik Omarov told a briefing.",
     ["Serik Omarov, Deputy Prime Minister and Minister of National Economy"]),
    # offices in full, never oblique
    (RU, "Сгорело 5 домов, уточнили в департаменте по чрезвычайным ситуациям Павлодарской области.",
     ["департамент по чрезвычайным ситуациям Павлодарской области"]),
    (RU, "Вывезли 120 человек, сообщили в ДЧС Актюбинской области.", ["ДЧС Актюбинской области"]),
    (RU, "В Минпросвещения считают, что нужно 40 школ.", ["Минпросвещения"]),
    (RU, "Выявили 14 нарушений, говорится в сообщении Высшей аудиторской палаты.", ["Высшая аудиторская палата"]),
    (KK, "1500 орындық мектеп салынады, – деп хабарлады облыстық құрылыс басқармасынан.",
     ["облыстық құрылыс басқармасы"]),
    (KK, "Былтыр 912 адам жұмысқа орналасты, деп хабарлайды Еңбек және халықты әлеуметтік қорғау министрлігі.",
     ["Еңбек және халықты әлеуметтік қорғау министрлігі"]),
    (EN, "Debt will eat up 3.1 trillion tenge, the finance ministry warns.", ["finance ministry"]),
    (EN, "Reservoirs hold 90 million cubic metres, according to Kazhydromet.", ["Kazhydromet"]),
    (EN, "The line will carry 146,000 passengers, its builders say.", ["builders"]),
    # the page says who "ведомство", "министр", "палата", "it" is
    (RU, "По данным Министерства энергетики, добыли 74 тонны.\nВ ведомстве ждут 88 тонн, уточнили в министерстве.",
     ["Министерство энергетики", "Министерство энергетики"]),
    (RU, "Министр финансов Мади Оспанов назвал 12 проектов. Министр добавил, что готовы 5 из них.",
     ["Мади Оспанов, министр финансов"] * 2),
    (KK, "Ауыл шаруашылығы министрлігінің дерегінше 20 комбайн алынды.\nМинистрлік тағы 3 комбайн келгенін хабарлады.",
     ["Ауыл шаруашылығы министрлігі"] * 2),
    (EN, "The akimat of Kostanay handed out 1,260 laptops. Another 400 are on the way, it said in a statement.",
     ["akimat of Kostanay"] * 2),
    # a quotation over paragraphs, a list, "Об этом …"
    (RU, "«Построили 5 школ.\nЕщё 7 школ строятся.\nВсего будет 30 школ», — сказал аким города Марат Оспанов.",
     ["Марат Оспанов, аким города"] * 3),
    (RU, "В стране введут:\n– 98 школ по проекту;\n– 19 частных школ.\nОб этом сообщили в Минпросвещения.",
     ["Минпросвещения"] * 2),
    (EN, "Cameras in schools:\n- with cameras: 441\n- without: 203 schools\nThe figures were published by the regional "
     "education department.", ["regional education department"] * 2),
]  # fmt: skip

NOBODY = [
    (RU, "В городе построили 20 школ, передает корреспондент агентства Kazinform."),
    (RU, "Построят 200 школ, сообщает primer.kz."),
    (RU, "1. Установить объем трансфертов на 2026 год в сумме 879 947 тысяч тенге, в том числе:\nАтырауской области –"
     " 262 404 тысячи тенге."),
    (RU, "Суд взыскал с подрядчика 64 млн тенге."),
    (RU, "Министр сообщил, что построят 12 школ."),
    (KK, "Биыл 50 мектеп жөнделеді, деп хабарлайды QazAqparat тілшісі."),
    (KK, "Ведомствоның дерегінше, 50 мектеп жөнделеді."),
    (EN, "The region is building 10 schools, Kazinform News Agency reports."),
    (EN, "Damage is estimated at 5 billion tenge, according to preliminary data."),
    (EN, "Inflation slowed to 15.9% in May, statistics show."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "speakers"), TOLD, ids=lambda value: value[:40] if isinstance(value, str) else ""
)
def test_the_whole_noun_phrase_in_the_nominative(read, language, text, speakers):
    assert [claim.speaker for claim in read(text, language)][: len(speakers)] == speakers


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_nobody_where_the_page_names_nobody(read, language, text):
    claims = read(text, language)
    assert claims
    assert {claim.speaker for claim in claims} == {None}


def test_the_three_scripts_of_kazakh_are_read_alike(read):
    texts = [
        "12 мектеп ашылды, - деді облыс әкімінің орынбасары Жеңіс Қасымов.",
        "12 mektep ashyldy, - dedi oblys ákiminiń orynbasary Jeńis Qasymov.",
        "12 مەكتەپ اشىلدى, - دەدى وبلىس اكىمىنىڭ ورىنباسارى جەڭىس قاسىموۆ.",
    ]
    found = {fold(read(text, KK)[0].speaker).text.lower().replace("ё", "е") for text in texts}
    assert len(found) == 1, found
    assert found == {fold("Жеңіс Қасымов, облыс әкімінің орынбасары").text.lower()}


def test_a_word_that_means_somebody_is_grounded_in_the_words_that_name_him_too(read):
    text = "Министр финансов Мади Оспанов открыл форум. «Готовы 5 проектов», – сказал министр."
    (claim,) = read(text, RU)
    words = [text[one.start : one.end] for one in claim.grounds if one.attribute == "speaker"]
    assert words == ["министр", "Министр финансов Мади Оспанов"]


def test_every_speaker_of_the_test_pages_has_the_words_that_name_it(topics):
    documents = [document for _, document in sample_documents()]
    documents += [
        read_page(file.stem, tomllib.loads(file.read_text("utf-8"))) for file in sorted(FOLDER.glob("*.toml"))
    ]
    named = 0
    for document in documents:
        for claim in find_claims(document, topics):
            grounds = [one for one in claim.grounds if one.attribute == "speaker"]
            assert bool(grounds) == (claim.speaker is not None), (document.document_id, claim.quote)
            for one in grounds:
                assert document.field(one.field)[one.start : one.end].strip() and one.rule
            named += bool(grounds)
    assert named > 500
