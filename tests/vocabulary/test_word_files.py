"""A word file that says something else than its dataclass stops, with file, field and what was probably meant."""

from __future__ import annotations

import copy

import pytest

from dalel.errors import MalformedDeclaration
from dalel.languages import known, load, schema
from dalel.quantities.words.noun_file import NounFile
from dalel.quantities.words.number_file import NumberFile

FILES = {"numbers": NumberFile, "nouns": NounFile}


def raw(language: str, subject: str) -> dict:
    words = {name: value for name, value in load(language, subject).items() if not name.endswith("EXAMPLES")}
    return copy.deepcopy(words)


SECTIONS = [
    (language, subject, section) for language in known() for subject in FILES for section in raw(language, subject)
]


def build(language: str, subject: str, words: dict) -> object:
    return schema.build(FILES[subject], words, f"languages/{language}/{subject}.toml")


@pytest.mark.parametrize(("language", "subject", "section"), SECTIONS)
def test_a_misspelt_section_is_told_with_the_nearest(language, subject, section):
    words = raw(language, subject)
    words[section + "s"] = words.pop(section)
    told = rf"{language}/{subject}.toml: field '{section}s' is unknown; did you mean '\w+'"
    with pytest.raises(MalformedDeclaration, match=told):
        build(language, subject, words)


@pytest.mark.parametrize(
    ("subject", "section", "field", "value", "told"),
    [
        ("numbers", "ratio", "off", [], "'ratio.off' is unknown; did you mean 'of'"),
        ("numbers", "ratio", "of", "из", "'ratio.of' is 'из'; write a list"),
        ("numbers", "ratio", "of", ["из", "из"], "'ratio.of' holds 'из' twice"),
        ("numbers", "ratio", "of", ["из*"], r"'ratio.of\[0\]' is 'из\*'; a phrase is words"),
        ("numbers", "ratio", "of", ["из "], "a phrase is words with one space between"),
        ("numbers", "numerals", "two", ["два"], "'numerals' has the name 'two'; write a number"),
        ("numbers", "manner", "hyphens", 1, "'manner.hyphens' is 1; write a bool"),
        ("nouns", "between", "endings", ["-ый *"], "an? ending is the last letters"),
        ("nouns", "stop", "wrods", [], "'stop.wrods' is unknown; did you mean 'words'"),
    ],
)
def test_a_wrong_field_is_told(subject, section, field, value, told):
    words = raw("ru", subject)
    words[section][field] = value
    with pytest.raises(MalformedDeclaration, match=told):
        build("ru", subject, words)


def test_a_missing_field_and_an_unknown_bound_are_told():
    words = raw("ru", "numbers")
    del words["ratio"]["of"]
    with pytest.raises(MalformedDeclaration, match=r"'ratio\.of' is missing"):
        build("ru", "numbers", words)
    words = raw("ru", "numbers")
    words["approximators"]["before"]["more_then"] = []
    with pytest.raises(MalformedDeclaration, match="more_then' is unknown; did you mean 'more_than'"):
        build("ru", "numbers", words)
