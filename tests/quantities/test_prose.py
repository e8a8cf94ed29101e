"""Sentences of news prose, written for this project before the rules were read, and every quantity each one states.

prose/<language>.txt: a sentence, "|", then its quantities in text order, separated by ";": a sign for the modality
(~ about, <~ almost, > more than, < less than, >= at least, <= at most), the value ("a..b" a range, "a/b" the part of a
whole, which is listed too), the unit where there is one. Nothing behind the "|": nothing in it is a quantity.
"""

from pathlib import Path

import pytest

from dalel.quantities.finding import find_quantities
from dalel.quantities.numbers.exact import plain
from dalel.records import Quantity

PROSE = Path(__file__).with_name("prose")
SIGNS = {
    "exact": "", "range": "", "about": "~", "almost": "<~", "more_than": ">", "less_than": "<", "at_least": ">=",
    "at_most": "<=",
}  # fmt: skip
ROWS = [
    (file.stem, *map(str.strip, line.rsplit("|", 1)))
    for file in sorted(PROSE.glob("*.txt"))
    for line in file.read_text(encoding="utf-8").splitlines()
]


def written(quantity: Quantity) -> str:
    upper = f"..{plain(quantity.value_max)}" if quantity.value_max is not None else ""
    whole = f"/{plain(quantity.whole.value)}" if quantity.whole else ""
    return f"{SIGNS[quantity.modality]}{plain(quantity.value)}{upper}{whole} {quantity.unit or ''}".strip()


def test_every_language_has_prose():
    assert {language for language, *_ in ROWS} == {"ru", "kk", "en"}
    assert len(ROWS) > 700


@pytest.mark.parametrize(("language", "sentence", "expected"), ROWS)
def test_every_quantity_of_a_sentence(language, sentence, expected):
    found = find_quantities(sentence, language)
    assert "; ".join(map(written, found)) == expected
    assert all(sentence[q.start : q.end] == q.text for q in found)
