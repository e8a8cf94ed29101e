"""Where sentences end, in all scripts."""

import pytest

from dalel.extraction.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Выделено 5 млрд. тенге. Куплено 3 тыс. штук.", ["Выделено 5 млрд. тенге.", "Куплено 3 тыс. штук."]),
        ("Сказал А. Баталов. Потом ушёл.", ["Сказал А. Баталов.", "Потом ушёл."]),
        ("В 2020 г. открыли школу. В 2021 г. Другую.", ["В 2020 г. открыли школу.", "В 2021 г.", "Другую."]),
        ("«Купим 5 штук», – сказал он. «Да!» – ответили.", ["«Купим 5 штук», – сказал он.", "«Да!» – ответили."]),
        ("Заголовок\nТекст. Ещё", ["Заголовок", "Текст.", "Ещё"]),
        ("Облыста 12 мектеп бар. Оның 5-і ауылда.", ["Облыста 12 мектеп бар.", "Оның 5-і ауылда."]),
        ("استانا. قازاقپارات - 2025. جاڭا", ["استانا.", "قازاقپارات - 2025.", "جاڭا"]),
        ("School No. 12 opened. It has 3.5 million.", ["School No. 12 opened.", "It has 3.5 million."]),
        ("сайт primeminister.kz пишет. Да", ["сайт primeminister.kz пишет.", "Да"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences(text, expected):
    assert [text[start:end] for start, end in sentences(text)] == expected
