"""The short way for plain numbers must answer as the full grammar does, on every text there is."""

import json
import random
from pathlib import Path

import pytest

from dalel.languages import load
from dalel.quantities.finding import find_quantities
from dalel.quantities.lexicon import lexicon

SHARED = Path(__file__).resolve().parents[3] / "shared"
LANGUAGES = ("ru", "kk", "en")
HERE = [(text, lang) for lang in LANGUAGES for text, *_ in load(lang, "numbers")["EXAMPLES"]]
PROSE = [
    (line.rsplit("|", 1)[0], file.stem)
    for file in sorted(Path(__file__).with_name("prose").glob("*.txt"))
    for line in file.read_text(encoding="utf-8").splitlines()
]
NUMBERS = (
    "5 12 31 150 750 2024 1200 3,4 0,5 1.5 12,5 35,000 1,200,300 45.5 2019-2021 10-15 420-450 750-ге 900-і 3-х 2-й 25% "
    "12,5% 60%-ын 105 млн 381 тыс. млрд миллион две алты five twenty-one $5 ½"
)
GLUE = ("", "", "", "", "(", "«", "—", "— ", "\n")
ENDS = ("", "", "", "", ",", ".", ")", ";", ":", "»", " —", "  ", "\u00a0")


def both(text, language, monkeypatch):
    short = find_quantities(text, language)
    with monkeypatch.context() as patch:
        for folded in (False, True):
            patch.setattr(lexicon(language, folded), "quick", False)
        return short, find_quantities(text, language)


def test_on_the_examples(monkeypatch):
    for text, language in HERE + PROSE:
        short, full = both(f"бұл {text}, сол.\n {text} сол", language, monkeypatch)
        assert short == full


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_words_of_the_examples_thrown_together(language, monkeypatch):
    """Numbers between words that mostly never meet: what an approximator, a unit, a dash does where none belongs."""
    draw = random.Random(2026)
    words = [word for text, lang in HERE if lang == language for word in text.split()]
    numbers = [*NUMBERS.split(), "7 %", "100 000", "1 200,5", "4 млрд 105 млн", "381 тыс. тенге"]
    for _ in range(2500):
        parts = draw.choices(words, k=draw.randint(0, 3))
        for _ in range(draw.randint(1, 2)):
            parts.append(draw.choice(GLUE) + draw.choice(numbers) + draw.choice(ENDS))
            parts += draw.choices(words, k=draw.randint(0, 3))
        short, full = both(" ".join(parts), language, monkeypatch)
        assert short == full, " ".join(parts)


def test_it_reads_most_numbers(monkeypatch):
    """What it is for: were it to pass everything on, the other tests here would hold and prove nothing."""
    passed_on = []
    monkeypatch.setattr("dalel.quantities.reader.read", lambda *call: passed_on.append(call) or call[1] + 1)
    for text, language in (
        ("Закупили 22 463 компьютера и 62 процента планшетов, более 3,4 млрд тенге, две школы (на 600 мест).", "ru"),
        ("Биыл 750-ге жуық мектепке 1,2 млрд теңге бөлінді, 14-і ауылда, бес балаға ноутбук берілді.", "kk"),
        ("The city bought 35,000 laptops for more than 9.5 billion tenge in five districts, or 62 percent.", "en"),
    ):
        assert len(find_quantities(text, language)) >= 4 and not passed_on, passed_on


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_chains_of_letters_digits_and_number_words(language, monkeypatch):
    draw = random.Random(7)
    pieces = (
        "т4",
        "о3",
        "l5",
        "і",
        "7e",
        "x9",
        "тыс",
        "мың",
        "twenty",
        "five",
        "hundred",
        "fifth",
        "half",
        "zero",
        "-",
    )
    for _ in range(1500):
        text = "код " + draw.choice(("", "-")).join(draw.choices(pieces, k=draw.randint(2, 7))) + " 2020 года"
        short, full = both(text, language, monkeypatch)
        assert short == full, text


@pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared/samples")
def test_on_the_samples(monkeypatch):
    for path in sorted((SHARED / "samples").glob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        text = "\n".join([page["title"], *page["paragraphs"]])
        short, full = both(text, page["language"], monkeypatch)
        assert short == full, path.name
