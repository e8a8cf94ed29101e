"""Kazakh written in Latin (2018, 2021, press) or Arabic letters reads as in Cyrillic, at the corresponding offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import corpora
from benchmarks.spelling import kk, scripts
from dalel.quantities.finding import find_quantities
from dalel.records import Quantity
from dalel.transliteration import fold

CARRIERS = [
    "Жөндеуге бюджеттен {} теңге бөлінді.",
    "Облыста {} мектеп бар деп хабарлады.",
    "Мұғалімдердің {} пайызы қатысты.",
    "Былтыр {} теңгеден астам қаржы үнемделді.",
    "Аудандағы мектептерге шамамен {} компьютер жеткізілді.",
]
NUMBERS = st.one_of(st.integers(2, 999), st.integers(3, 11).flatmap(lambda power: st.integers(2, 10**power)))
SCRIPTS = pytest.mark.parametrize("script", sorted(scripts.WRITERS))


def essence(quantity: Quantity) -> tuple[object, ...]:
    return (quantity.value, quantity.value_max, quantity.unit, quantity.label, quantity.modality)


def assert_same(text: str, script: str) -> None:
    """Every quantity of the Cyrillic text is found in the other script, with the same reading and the same place."""
    written, offsets = scripts.WRITERS[script](text)
    expected = [(essence(q), offsets[q.start], offsets[q.end]) for q in find_quantities(text, "kk")]
    found = [(essence(q), q.start, q.end) for q in find_quantities(written, "kk")]
    assert found == expected, written
    for quantity in find_quantities(written, "kk"):
        assert written[quantity.start : quantity.end] == quantity.text


@SCRIPTS
@given(carrier=st.sampled_from(CARRIERS), number=NUMBERS)
def test_spelled_out_numbers(script: str, carrier: str, number: int) -> None:
    assert_same(carrier.format(kk.spell(number)), script)


@SCRIPTS
@given(carrier=st.sampled_from(CARRIERS), number=NUMBERS, scale=st.sampled_from(["", " мың", " млн", " миллиард"]))
def test_digits_with_scales(script: str, carrier: str, number: int, scale: str) -> None:
    assert_same(carrier.format(f"{number}{scale}"), script)


@SCRIPTS
@given(carrier=st.sampled_from(CARRIERS), number=NUMBERS)
def test_spans_survive_folding_there_and_back(script: str, carrier: str, number: int) -> None:
    """The fold's two maps bring both ends of every span back to where they were."""
    written, _ = scripts.WRITERS[script](carrier.format(kk.spell(number)))
    folded = fold(written)
    assert folded.original(len(folded.text)) == len(written)
    for quantity in find_quantities(written, "kk"):
        assert folded.original(folded.folded(quantity.start)) == quantity.start
        assert folded.original(folded.folded(quantity.end)) == quantity.end


@SCRIPTS
def test_the_kazakh_sample_pages(script: str) -> None:
    """Value, unit and modality of whole paragraphs of news, in order; the share that must agree is a floor."""
    paragraphs = [
        p
        for page in corpora.samples()
        if page["language"] == "kk" and page["script"] == "Cyrl"
        for p in page["paragraphs"]
    ]
    agree = sum(
        [essence(q) for q in find_quantities(p, "kk")]
        == [essence(q) for q in find_quantities(scripts.WRITERS[script](p)[0], "kk")]
        for p in paragraphs
    )
    assert agree / len(paragraphs) >= 0.95
