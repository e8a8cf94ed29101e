"""Two forms of one word are kept as one, and two words are not: the examples of languages/*/search.toml."""

import sqlite3

import pytest

from dalel import languages
from dalel.search import schema, stems

PAIRS = [
    (language, same, *pair)
    for language in languages.known()
    for table, same in (("EXAMPLES", True), ("NOT_EXAMPLES", False))
    for pair in languages.load(language, "search")[table]
]


def found(kept: str, asked: str) -> bool:
    """Whether FTS5 finds the one by the other, with the stemmer of the index."""
    base = sqlite3.connect(":memory:")
    base.execute(f'CREATE VIRTUAL TABLE t USING fts5(x, tokenize = "{schema.TOKENS}")')
    base.execute("INSERT INTO t VALUES (?)", [kept])
    quoted = '"' + asked + '"'
    return bool(base.execute("SELECT 1 FROM t WHERE t MATCH ?", [quoted]).fetchone())


@pytest.mark.parametrize(("language", "same", "one", "other"), PAIRS)
def test_forms_of_a_word(language, same, one, other):
    assert found(stems.kept(one, language), stems.kept(other, language)) is same


@pytest.mark.parametrize(
    ("typed", "language", "printed"),
    [
        ("mektepterde", "kk", "мектебі"),
        ("bolindi", "kk", "бөлінген"),  # typed without accents
        ("مەكتەپ", "kk", "mekteptiń"),
        ("школ", "ru", "школами"),
        ("cameras", "en", "camera"),
        ("Балабақша", "kk", "балабақшаларда"),
    ],
)
def test_a_word_of_an_unknown_language_is_looked_for_in_each(typed, language, printed):
    kept = stems.kept(printed, language)
    assert any(found(kept, form) for word in stems.words(typed) for form in stems.forms(word))


def test_what_the_dictionary_has_told_is_not_asked_again():
    known = stems.looked_up("В школах камеры", "ru")
    assert known["школах"] == "школа"
    assert "школа" in stems.forms("школах", known)
    assert stems.looked_up("мектепте", "kk") == {}


def test_a_word_without_end_is_cut():
    assert {len(word) for word in stems.words("а" * 10_000)} == {stems.LONGEST}
