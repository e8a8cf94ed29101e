"""One amount in two currencies is one amount with two expressions; two amounts are two."""

import pytest

from dalel.quantities.finding import find_quantities

SAME = [  # text, language, the expression that says another again, that other
    ("Жобаға 6 млрд теңге (14,3 млн доллар) бөлінді.", "kk", "14,3 млн доллар", "6 млрд теңге"),
    ("Жобаға 6 млрд теңге (шамамен 14,3 млн доллар) бөлінді.", "kk", "шамамен 14,3 млн доллар", "6 млрд теңге"),
    ("Jobaǵa 6 mlrd teńge (14,3 mln dollar) bólindi.", "kk", "14,3 mln dollar", "6 mlrd teńge"),
    ("Выделено 2 млрд тенге (по текущему курсу – около $4,2 млн).", "ru", "около $4,2 млн", "2 млрд тенге"),
    ("На 100 млн долларов, или 45 млрд тенге, построят школы.", "ru", "45 млрд тенге", "100 млн долларов"),
    ("The city pays $14.3 million, or about 6 billion tenge.", "en", "about 6 billion tenge", "$14.3 million"),
    ("It cost KZT43.7bn (US$92m) in all.", "en", "US$92m", "KZT43.7bn"),
]
OTHER = [
    ("The first paid 5 million tenge and the second $3 million.", "en"),
    ("Выделено 2 млрд тенге, из них $3 млн на технику.", "ru"),
    ("Выделено 2 млрд тенге (из них $3 млн на технику).", "ru"),
    ("500 млн тенге (300 млн тенге уже освоено)", "ru"),
    ("От 5 до 7 тысяч тенге. Или 10 долларов.", "ru"),
    ("Билет стоит 5 тысяч тенге (вход с 10 лет), 10 долларов платят гости.", "ru"),
]


@pytest.mark.parametrize(("text", "language", "again", "first"), SAME)
def test_an_amount_in_another_currency_is_the_same_amount(text, language, again, first):
    found = find_quantities(text, language)
    assert [quantity.text for quantity in found] == [first, again]
    one, other = found
    assert one.restates is None
    assert other.restates is not None
    assert text[other.restates.start : other.restates.end] == first
    assert (other.restates.value, other.restates.unit) == (one.value, one.unit)


@pytest.mark.parametrize(("text", "language"), OTHER)
def test_another_amount_is_another(text, language):
    found = find_quantities(text, language)
    assert len(found) >= 2
    assert [quantity.restates for quantity in found] == [None] * len(found)


def test_three_currencies_say_one_amount():
    found = find_quantities("6 млрд тенге ($14,3 млн, или 1,1 млрд рублей)", "ru")
    assert [quantity.restates and quantity.restates.unit for quantity in found] == [None, "KZT", "KZT"]
