"""The texts that archived bytes may stand for, as the check of quotes has them."""

from __future__ import annotations

import pytest

from dalel.checks.foundation.decoding import decodings
from dalel.checks.foundation.visible import read_html

TEXT = "Министрлік облыста 62 мектеп салынатынын хабарлады. Министерство сообщило, что это дорого: 3 млрд."


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-r", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("declared", [None, "utf-8", "iso-8859-1", "no-such-encoding"])
def test_the_text_is_among_them_whatever_is_declared(encoding: str, declared: str | None) -> None:
    text = TEXT if encoding.startswith("utf") else TEXT.partition(". ")[2]
    assert text in list(decodings(text.encode(encoding), declared))


@pytest.mark.parametrize("second", ["cp1251", "cp1252"])
def test_text_encoded_twice_is_among_them(second: str) -> None:
    twice = "".join(bytes([b]).decode(second, "ignore") or chr(b) for b in TEXT.encode())
    assert twice != TEXT
    assert TEXT in list(decodings(twice.encode(), "utf-8"))


def test_the_mark_of_a_footnote_is_no_digit_of_the_number_before_it() -> None:
    page = 'Выделили 300<sup>1</sup> и 40<SUP><a href="#n">12</a></SUP> млн, 5 м<sup>2</sup>, 10<sup>6</sup>'
    assert read_html(page).shown == "Выделили 300 и 40 млн, 5 м2, 10^6"
