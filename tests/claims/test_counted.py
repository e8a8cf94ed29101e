"""What is counted: the words of its noun, its own or lent."""

import pytest


@pytest.mark.parametrize(
    ("language", "text", "quote", "counted"),
    [
        ("en", "Cameras work in 130 of 200 schools of the region.", "130", "schools"),
        ("en", "Cameras work in 130 of 200 schools of the region.", "200", "schools"),
        ("en", "Surveillance reaches 95% of schools.", "95%", "schools"),
        ("en", "The court fined 7 contractors.", "7", "contractors"),
        ("en", "Inspectors struck 2,900 \"ghost\" children off the lists.", "2,900", "\"ghost\" children"),
        ("ru", "Проверили 96 школ. В 29 из них камеры не работали.", "29", "школы"),
        ("ru", "Привезли 2400 ноутбуков, остальные 900 ждут.", "900", "ноутбуки"),
        ("ru", "В очереди нашли 38 тысяч фиктивных заявок.", "38 тысяч", "фиктивные заявки"),
        ("kk", "Облыстағы 7 911 мектептің 7 594-і камерамен қамтылған.", "7 594", "мектеп"),
        ("kk", "Ауданда мектептердің 64 пайызы қосылған.", "64 пайызы", "мектептер"),
    ],
)  # fmt: skip
def test_the_noun_of_a_number(read, language, text, quote, counted):
    start = text.index(quote)
    (claim,) = [one for one in read(text, language) if one.core_start <= start < one.core_end]
    assert claim.counted == counted


@pytest.mark.parametrize(
    ("language", "text", "quote", "as_of"),
    [
        ("ru", "Вчера в район привезли 300 камер.", "300", "2024-05-13"),
        ("ru", "Аким сообщил вчера, что в районе 300 камер.", "300", "2024-05"),
        ("ru", "За 9 месяцев 2023 года раскрыли 57 правонарушений.", "57", "2023-01/2023-09"),
        ("ru", "В прошлом году сдали 4 школы. Стоимость одной из них составила 900 млн тенге.", "900 млн", "2023"),
        ("kk", "Былтыр облыста 11 мектеп ашылды.", "11", "2023"),
        ("kk", "Келер жылы 5 мектеп салынады.", "5", "2025"),
        ("en", "Next year the region will build 5 schools.", "5", "2025"),
        ("en", "Vouchers have saved 18 billion tenge since January.", "18 billion", "2024-01/2024-05"),
        (
            "en",
            "The state spent 11 billion tenge on cameras in 2022 and 14 billion tenge in 2023.",
            "11 billion",
            "2022",
        ),
    ],
)
def test_dates_told_from_the_day_of_the_page(read, language, text, quote, as_of):
    start = text.index(quote)
    (claim,) = [one for one in read(text, language) if one.core_start <= start < one.core_end]
    assert claim.as_of == as_of
