"""The tables that every language file carries: what each phrase reads as, and what is left alone."""

from pathlib import Path

import pytest

from dalel.errors import MalformedDeclaration, UnknownName
from dalel.languages import known, load, read
from dalel.quantities.finding import find_quantities
from dalel.quantities.numbers.exact import plain
from dalel.records import Label, Modality

LANGUAGES = [language for language in known() if "EXAMPLES" in load(language, "numbers")]
EXAMPLES = [(language, row[0], row[1:]) for language in LANGUAGES for row in load(language, "numbers")["EXAMPLES"]]
NOT_EXAMPLES = [(language, text) for language in LANGUAGES for text in load(language, "numbers")["NOT_EXAMPLES"]]


def test_every_language_has_its_tables():
    assert set(LANGUAGES) >= {"kk", "ru", "en"}


@pytest.mark.parametrize(("language", "text", "expected"), EXAMPLES)
def test_reads(language, text, expected):
    value, unit, label, modality, expression = expected
    first = find_quantities(text, language)[0]
    assert (plain(first.value), first.unit or "", first.label, first.modality) == (value, unit, label, modality)
    assert first.text == expression == text[first.start : first.end]


@pytest.mark.parametrize(("language", "text"), NOT_EXAMPLES)
def test_leaves_alone(language, text):
    assert find_quantities(text, language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_modalities_of_the_word_files_exist(language):
    """A modality is a table's name in numbers.toml, so a misspelt one would reach the reader."""
    tables = load(language, "numbers")["approximators"]
    named = {name for side in ("before", "after", "said") for name in tables[side]}
    assert named <= set(Modality.__args__)
    assert {"MONEY", "PERCENT", "QUANTITY", "CARDINAL", "MULTIPLE", "DURATION"} == set(Label.__args__)


def test_unknown_language_and_subject():
    with pytest.raises(UnknownName, match="known: en, kk, ru"):
        load("de", "numbers")
    with pytest.raises(UnknownName, match="numbers"):
        load("kk", "number")


@pytest.mark.parametrize(
    ("content", "names"),
    [("words = [", "not valid TOML"), ('words = ["a", " "]', r"words\[1\]"), ('words = ["и\u0306"]', "NFC")],
)
def test_malformed_word_file_is_named(tmp_path: Path, content, names):
    file = tmp_path / "xx" / "numbers.toml"
    file.parent.mkdir()
    file.write_text(content, encoding="utf-8")
    with pytest.raises(MalformedDeclaration, match=rf"xx/numbers.toml.*{names}"):
        read(file)
