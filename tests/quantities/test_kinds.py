"""Kinds of number that were read wrongly, in sentences written before their rules; kinds/<language>.txt as prose."""

from pathlib import Path

import pytest

from dalel.quantities.finding import find_quantities
from tests.quantities.test_prose import written

KINDS = Path(__file__).with_name("kinds")
ROWS = [
    (file.stem, *map(str.strip, line.rsplit("|", 1)))
    for file in sorted(KINDS.glob("*.txt"))
    for line in file.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("language", "sentence", "expected"), ROWS)
def test_every_quantity_of_a_sentence(language, sentence, expected):
    found = find_quantities(sentence, language)
    assert "; ".join(map(written, found)) == expected
    assert all(sentence[q.start : q.end] == q.text for q in found)
