"""The short way for plain numbers must answer as the full grammar does, on every text there is."""

import json
from pathlib import Path

import pytest

from dalel.extraction.numbers.lexicon import lexicon
from dalel.extraction.quantities import find_quantities
from dalel.languages import load

SHARED = Path(__file__).resolve().parents[3] / "shared"
HERE = [(text, lang) for lang in ("ru", "kk") for text, *_ in load(lang, "numbers")["EXAMPLES"]]


def both(text, language, monkeypatch):
    short = find_quantities(text, language)
    with monkeypatch.context() as patch:
        for folded in (False, True):
            patch.setattr(lexicon(language, folded), "quick", False)
        return short, find_quantities(text, language)


def test_on_the_examples(monkeypatch):
    for text, language in HERE:
        short, full = both(f"бұл {text}, сол.\n {text} сол", language, monkeypatch)
        assert short == full


@pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared/samples")
def test_on_the_samples(monkeypatch):
    for path in sorted((SHARED / "samples").glob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        text = "\n".join([page["title"], *page["paragraphs"]])
        short, full = both(text, page["language"], monkeypatch)
        assert short == full, path.name
