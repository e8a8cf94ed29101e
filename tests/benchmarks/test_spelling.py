"""The spellers that the property tests rest on, against forms checked by a person."""

from __future__ import annotations

import pytest

from benchmarks.spelling import en, kk, ru, scripts


@pytest.mark.parametrize(
    ("number", "case", "words"),
    [
        (0, "nominative", "ноль"),
        (40, "genitive", "сорока"),
        (140, "genitive", "ста сорока"),
        (21_002, "nominative", "двадцать одна тысяча два"),
        (375, "instrumental", "тремястами семьюдесятью пятью"),
        (500, "dative", "пятистам"),
        (2_000_000, "prepositional", "двух миллионах"),
        (11_000, "nominative", "одиннадцать тысяч"),
        (92_000, "genitive", "девяноста двух тысяч"),
        (4_105_381_000, "nominative", "четыре миллиарда сто пять миллионов триста восемьдесят одна тысяча"),
    ],
)
def test_russian(number: int, case: ru.Case, words: str) -> None:
    assert ru.spell(number, case) == words


@pytest.mark.parametrize(
    ("number", "case", "words"),
    [
        (0, "", "нөл"),
        (1000, "", "мың"),
        (1_000_000, "", "бір миллион"),
        (2_345, "", "екі мың үш жүз қырық бес"),
        (25, "dative", "жиырма беске"),
        (100, "dative", "жүзге"),
        (1000, "ablative", "мыңнан"),
        (2_000_000_000, "ablative", "екі миллиардтан"),
        (2, "accusative", "екіні"),
        (50, "accusative", "елуді"),
        (9, "dative", "тоғызға"),
    ],
)
def test_kazakh(number: int, case: kk.Suffix, words: str) -> None:
    assert kk.suffixed(kk.spell(number), case) == words


def test_kazakh_one_before_hundred_and_thousand_is_optional() -> None:
    assert kk.spell(1100, one=True) == "бір мың бір жүз"
    assert kk.spell(1100) == "мың жүз"


@pytest.mark.parametrize(
    ("number", "joined", "words"),
    [
        (0, False, "zero"),
        (45, False, "forty-five"),
        (105, True, "one hundred and five"),
        (2_000_005, True, "two million and five"),
        (12_345, False, "twelve thousand three hundred forty-five"),
    ],
)
def test_english(number: int, joined: bool, words: str) -> None:
    assert en.spell(number, joined) == words


@pytest.mark.parametrize(
    ("script", "written"),
    [
        ("Latin 2018", "úsh júz myń mıllıon jarty"),
        ("Latin 2021", "üş jüz myñ million jarty"),
        ("Latin of the press", "üş jüz mıñ million jartı"),
        ("Arabic", "ءۇش ءجۇز مىڭ ميلليون جارتى"),
    ],
)
def test_other_scripts(script: str, written: str) -> None:
    text, offsets = scripts.WRITERS[script]("үш жүз мың миллион жарты")
    assert text == written
    assert text[offsets[0] : offsets[2]] == written.split()[0]
    assert offsets[-1] == len(text)
