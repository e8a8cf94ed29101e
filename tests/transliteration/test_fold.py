"""Folding: the Cyrillic a person would write, and every character traced back to where it stood."""

import pytest

from dalel.transliteration import fold, skeleton

CASES = [
    ("500 myńǵa jýyq", "500 мыңға жуық"),
    ("302-sinde 16,9 mlrd teńge", "302-сінде 16,9 млрд теңге"),
    ("beınebaqylaý kamerasy", "бейнебақылау камерасы"),
    ("mıllıon", "миллион"),
    ("bir mıñ bes jüz teñge", "бір мың бес жүз теңге"),
    ("bır million teñge, qyrküiek", "бір миллион теңге, қыркүйек"),
    ("О́zgeris", "Өзгеріс"),
    ("ەكى، ءۇش، ءتورت، بەس", "екі, үш, төрт, бес"),
    ("جارتى ءجۇز مىڭ ميلليون", "жарты жүз мың миллион"),
    ("236 مىڭعا جۋىق وقۋشى", "236 мыңға жуық оқушы"),
    ("م ۇلىكپەن", "мүлікпен"),
    ("ء ۇش", "үш"),
    ("٪62 ٣٤", "%62 34"),
    ("Жетicу облысы 3134-i", "Жетісу облысы 3134-і"),
    ("мил\u00adлион", "миллион"),
]


@pytest.mark.parametrize(("given", "expected"), CASES)
def test_reads_as_cyrillic(given, expected):
    assert fold(given).text == expected


@pytest.mark.parametrize(("given", "expected"), CASES)
def test_every_offset_leads_back(given, expected):
    folded = fold(given)
    offsets = [folded.original(i) for i in range(len(folded.text) + 1)]
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(given)
    assert all(folded.folded(folded.original(i)) >= i for i in range(len(folded.text) + 1))


def test_a_word_is_cut_out_of_the_original():
    given = "236 مىڭعا جۋىق"
    folded = fold(given)
    start = folded.text.index("мыңға")
    assert given[folded.original(start) : folded.original(start + 5)] == "مىڭعا"


@pytest.mark.parametrize("text", ["", "Обычный текст 5 млн", "Қазақ мәтіні 45%-ы", "5 млн KZT и GPS-датчик"])
def test_cyrillic_passes_through(text):
    folded = fold(text)
    assert folded.text == text
    assert folded.starts is None


def test_skeleton_keeps_length():
    assert skeleton("үш миллион төрт") == "уш мыллыон торт"
