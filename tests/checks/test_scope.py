"""Times and printed precision, on values a person checked."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dalel.checks.foundation.examples import Page, case_of
from dalel.checks.foundation.precision import fit, printed_step
from dalel.checks.foundation.scope import same_time


def claim(quote, facts):
    return case_of([Page(text=f"Всего [{quote}|{facts}] здесь.")]).claims[0]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (None, "2020-09", True),
        ("2020", "2020-09-01", True),
        ("2020-09", "2020-10", False),
        ("2020/2021", "2020-09", True),
        ("2020/2021", "2022", False),
        ("2023-01/2024-08", "2024-08-10", True),
        ("2023-01/2024-08", "2024-09", False),
        ("2020-10-08", "2020-10-08", True),
        ("2019", "2020", False),
    ],
)
def test_same_time(a, b, same):
    one = claim("5", "5 school institution_count")
    assert same_time(replace(one, as_of=a), replace(one, as_of=b)) is same
    assert same_time(replace(one, as_of=b), replace(one, as_of=a)) is same


@pytest.mark.parametrize(
    ("quote", "facts", "step"),
    [
        ("62 процента", "62 percent share", "1"),
        ("97,8%", "97.8 percent share", "0.1"),
        ("97,80%", "97.80 percent share", "0.01"),
        ("50 %", "50 percent share", "1"),
        ("2,3 трлн", "2300000000000 KZT cost", "100000000000"),
        ("T976.3 billion", "976300000000 KZT cost", "100000000"),
        ("22 463", "22463 device device_count", "1"),
        ("22,463", "22463 device device_count", "1"),
        ("500 тыс.", "500000 device device_count", "1000"),
        ("500 000", "500000 device device_count", "1"),
        ("4 млрд 105 млн 381 тыс. тенге", "4105381000 KZT cost", "1000"),
        ("семи тысячах", "7000 school institution_count", "1000"),
        ("полтора миллиарда", "1500000000 KZT cost", "100000000"),
        ("три", "3 school institution_count", "1"),
        ("٤٣٦٠", "4360 object ratio_part", "1"),
        ("0", "0 school institution_count", "1"),
        ("1390,2 ملن", "1390200000 KZT cost", "100000"),
    ],
)
def test_printed_step(quote, facts, step):
    assert printed_step(claim(quote, facts)) == Decimal(step)


@pytest.mark.parametrize(
    ("exact", "quote", "facts", "how"),
    [
        ("62.86", "62", "62 percent share", "truncated"),
        ("62.4", "62", "62 percent share", "rounded"),
        ("62.5", "62", "62 percent share", "rounded"),
        ("62.5", "63", "63 percent share", "rounded"),
        ("62.1", "63", "63 percent share", None),
        ("61.4", "62", "62 percent share", None),
        ("45700000", "почти 46 млн", "46000000 KZT damage modality=almost", "bound"),
        ("46100000", "почти 46 млн", "46000000 KZT damage modality=almost", None),
        ("22463", "свыше 22 тысяч", "22000 device device_count modality=more_than", "bound"),
        ("21999", "свыше 22 тысяч", "22000 device device_count modality=more_than", None),
        ("1140", "около 1100", "1100 school institution_count modality=about", "about"),
        ("1240", "около 1100", "1100 school institution_count modality=about", None),
        ("450000", "420-450 тыс.", "420000-450000 device device_count", "bound"),
        ("450001", "420-450 тыс.", "420000-450000 device device_count", None),
    ],
)
def test_fit(exact, quote, facts, how):
    assert fit(Decimal(exact), claim(quote, facts)) == how
