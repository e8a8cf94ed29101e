"""Any text gives claims whose offsets cut out their quotes, or none; a long one costs what its length says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.growth import LIMIT, excess
from dalel.claims.finding import find_claims
from dalel.claims.sentences import sentences
from dalel.topics import load_topics

from .conftest import document

TOPICS = load_topics()
PIECES = st.sampled_from(
    [
        "12 школ", "из них 5", "40%", "млн тенге", "по", "в А", "Абайской", "Костанайской областях", "\n", ". ", "«",
        "»", "№ 4", "اباي وبلىسى", "302-ءسى", "Aqtóbe oblysy", "2 мың", "соответственно", "сказал Иван Петров",
        "2023 году", "\u00a0", "İ", "\u200b",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=30), st.sampled_from(["kk", "ru", "en", "other"]))
def test_pieces_of_news_in_any_order(pieces, language):
    check(" ".join(pieces), language)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["kk", "ru", "en", "other"]))
def test_any_text(text, language):
    check(text, language)


def check(text, language):
    for claim in find_claims(document(text, language, title=text[:40]), TOPICS):
        held = text if claim.field == "text" else text[:40]
        assert held[claim.start : claim.end] == claim.quote
        assert held[claim.sentence_start : claim.sentence_end] == claim.sentence


@given(st.text(max_size=300))
def test_sentences_lose_no_word(text):
    kept = "".join(text[start:end] for start, end in sentences(text))
    assert "".join(kept.split()) == "".join(text.split())


@pytest.mark.parametrize(
    "unit", ["В Абайской 12 школ. ", "по данным МВД ", "Костанайской и ", "из них ", "вчера 40 камер, "]
)
def test_cost_grows_with_length_only(unit):
    assert excess(lambda times: find_claims(document(unit * times, "ru"), TOPICS), 50) < LIMIT


@pytest.mark.parametrize("gap", [" ", "\u00a0", "\n", "  ", " МВД "])
def test_a_name_may_have_any_blank_or_an_abbreviation_within_it(read, gap):
    (claim,) = read(f"Министр просвещения Гани{gap}Бейсембаев сообщил, что построено 217 школ.", "ru")
    assert claim.value == 217
    assert claim.speaker is None or claim.speaker.startswith("Гани Бейсембаев")
