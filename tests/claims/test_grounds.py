"""No grounds, no attribute: every attribute of every claim of every page of the repository points to what told it."""

from typing import get_args

import pytest

from benchmarks.claim_marks import sample_documents
from dalel.claims.finding import find_claims
from dalel.records import Attribute

BESIDE = ("published", "url", "source")  # what is known of a page beside its words


@pytest.fixture(scope="module")
def pages(topics):
    return [(document, claim) for _, document in sample_documents() for claim in find_claims(document, topics)]


def value(claim, attribute):
    return claim.whole_id if attribute == "whole" else getattr(claim, attribute)


def test_every_attribute_has_its_grounds(pages):
    assert len(pages) > 300
    missing = {
        (attribute, claim.quote, claim.sentence)
        for _, claim in pages
        for attribute in get_args(Attribute)
        if value(claim, attribute) is not None and attribute not in {one.attribute for one in claim.grounds}
    }
    assert not missing


def test_grounds_point_into_the_page(pages):
    for document, claim in pages:
        for one in claim.grounds:
            if one.field in BESIDE:
                assert (one.start, one.end) == (0, 0)
            else:
                assert 0 <= one.start < one.end <= len(document.field(one.field)), (one, claim.quote)


def test_what_is_left_open_has_no_grounds(pages):
    for _, claim in pages:
        told = {one.attribute for one in claim.grounds}
        assert not {name for name in told if value(claim, name) is None}, (claim.quote, claim.sentence)


@pytest.mark.parametrize(
    ("language", "text", "quote", "attribute", "words"),
    [
        ("ru", "На ремонт школ Абайской области выделили 120 млн тенге.", "120 млн", "measure", "выделили"),
        ("ru", "На ремонт школ области Абай выделили 120 млн тенге.", "120 млн", "region", "области Абай"),
        ("ru", "На ремонт школ выделили 120 млн тенге.", "120 млн", "purpose", "ремонт школ"),
        ("kk", "Биыл Ақтауда 11 мектеп салынуда.", "11", "status", "салынуда"),
        ("kk", "Биыл Ақтауда 11 мектеп салынуда.", "11", "region", "Ақтауда"),
        ("en", "The region is building 14 secondary schools.", "14", "status", "building"),
        ("en", "300 billion tenge will be spent on new schools.", "300", "measure", "spent"),
    ],
)
def test_the_words_that_told(read, language, text, quote, attribute, words):
    start = text.index(quote)
    (claim,) = [one for one in read(text, language) if one.core_start <= start < one.core_end]
    told = [text[one.start : one.end] for one in claim.grounds if one.attribute == attribute]
    assert told == [words]


@pytest.mark.parametrize(
    ("language", "text", "attribute"),
    [
        ("ru", "На благоустройство в регионе ушло 6,4 млрд тенге.", "region"),
        ("kk", "Аудан бойынша 64 мектеп бар.", "region"),
        ("en", "There are 64 schools in the district.", "region"),
    ],
)
def test_what_no_word_tells_is_left_open(read, language, text, attribute):
    (claim,) = read(text, language)
    assert getattr(claim, attribute) is None
