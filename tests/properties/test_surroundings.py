"""What stands around an expression never changes its value, unit or modality, only where it lies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dalel.quantities.finding import find_quantities
from dalel.records import Quantity

# Expressions with what must be read, per language; the words around them hold no number, unit or approximator.
EXPRESSIONS = {
    "ru": ["4 млрд 105 млн 381 тыс. тенге", "62,5 процента", "более 12 тысяч компьютеров", "полтора миллиарда рублей"],
    "kk": ["12,5 млрд теңге", "62 пайызы", "500-ге жуық мектеп", "бір жарым миллион теңгеден астам"],
    "en": ["$4.7 billion", "62.5 percent", "more than 12,000 computers", "half a million tenge"],
}
NEUTRAL = {
    "ru": "ведомство сообщило акимат школа родители вчера однако область бюджет закупка ремонт учитель",
    "kk": "әкімдік хабарлады мектеп облыс кеше бірақ аудан қаржы жөндеу мұғалім ата-ана баспасөз",
    "en": "officials said yesterday however region budget school repair teacher ministry parents press",
}
WORDS = {language: words.split() for language, words in NEUTRAL.items()}
ENDS = ["", ".", "…", "!", "\n", "»", ";", ":"]
LANGUAGES = pytest.mark.parametrize("language", sorted(EXPRESSIONS))


def essence(quantity: Quantity) -> tuple[object, ...]:
    return (quantity.value, quantity.value_max, quantity.unit, quantity.label, quantity.modality, quantity.text)


@LANGUAGES
@given(data=st.data())
def test_words_around_change_nothing(language: str, data: st.DataObject) -> None:
    expression = data.draw(st.sampled_from(EXPRESSIONS[language]))
    words = st.lists(st.sampled_from(WORDS[language]), max_size=8).map(" ".join)
    before, after = data.draw(words), data.draw(words)
    end = data.draw(st.sampled_from(ENDS))
    text = f"{before}{data.draw(st.sampled_from(ENDS)) if before else ''} {expression}{end} {after}"
    (alone,) = find_quantities(expression, language)
    found = find_quantities(text, language)
    assert [essence(q) for q in found] == [essence(alone)], text
    assert found[0].start == text.index(expression) + alone.start


@LANGUAGES
@given(data=st.data())
def test_sentences_side_by_side_are_read_as_each_alone(language: str, data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(EXPRESSIONS[language]), min_size=2, max_size=6))
    filler = WORDS[language]
    sentences = [f"{filler[i % 12].capitalize()} {filler[-i % 12]} {text}." for i, text in enumerate(chosen)]
    together = [essence(q) for q in find_quantities(" ".join(sentences), language)]
    assert together == [essence(q) for sentence in sentences for q in find_quantities(sentence, language)]
