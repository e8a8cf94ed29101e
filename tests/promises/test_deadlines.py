"""Deadlines in words: the examples of the word files, and sentences of officials written down before the rules."""

import copy
import tomllib
from datetime import date
from pathlib import Path

import pytest

from dalel import declarations, languages, paths
from dalel.claims.finding import find_claims
from dalel.errors import MalformedDeclaration
from dalel.languages.schema import build
from dalel.promises import find_deadlines, find_promises
from dalel.promises.words import DeadlineFile
from dalel.records import Document

DAY = date(2024, 3, 12)
FOLDER = Path(__file__).parent / "sentences"
LANGUAGES = ("kk", "ru", "en")
EXAMPLES = [
    (language, text, due)
    for language in LANGUAGES
    for text, due in languages.load(language, "deadlines")["EXAMPLES"].items()
]
NOT_EXAMPLES = [
    (language, text)
    for language in LANGUAGES
    for text in languages.load(language, "deadlines")["NOT_EXAMPLES"]["texts"]
]
# sentences read as they were written down; may only become more. At first sight: first set kk 48 of 50, ru 48 of 48,
# en 49 of 49 once dates were read with their capitals; second set kk 15, ru 13, en 14 of 16 each
FLOORS = {
    ("first", "kk"): 48, ("first", "ru"): 48, ("first", "en"): 49,
    ("second", "kk"): 15, ("second", "ru"): 13, ("second", "en"): 15,
}  # fmt: skip


@pytest.mark.parametrize(("language", "text", "due"), EXAMPLES)
def test_an_example_is_due_on_its_day(language, text, due):
    assert [found.last.isoformat() for found in find_deadlines(text, language, DAY)] == [due]


@pytest.mark.parametrize(("language", "text"), NOT_EXAMPLES)
def test_of_a_counter_example_nothing_is_due(language, text):
    assert find_deadlines(text, language, DAY) == []


def read(text, language, day):
    """(number as printed, last day in time) of every promise of a page with this one sentence."""
    page = Document(
        document_id="a" * 16, url="https://x.example", source="local", outlet="x", title=None, lead=None, text=text,
        published=day, published_basis="given", language=language, script="Latn" if language == "en" else "Cyrl",
    )  # fmt: skip
    claims = find_claims(page, declarations.topics(paths.Workspace(paths.PROJECT)))
    quotes = {claim.claim_id: claim.quote.removeprefix("Some ") for claim in claims}
    return sorted([quotes[one.claim_id], one.due.last.isoformat()] for one, _ in find_promises(page, claims))


@pytest.mark.parametrize(("set_", "language"), sorted(FLOORS))
def test_sentences_written_before_the_rules(set_, language):
    name = f"{language}.toml" if set_ == "first" else f"{language}-{set_}.toml"
    table = tomllib.loads((FOLDER / name).read_text("utf-8"))
    wrong = {
        text: found
        for text, wanted in table["sentences"].items()
        if (found := read(text, language, table["said"])) != sorted(wanted)
    }
    assert len(table["sentences"]) - len(wrong) >= FLOORS[set_, language], wrong


def test_the_words_of_a_deadline_are_those_of_the_page_in_every_script():
    for text, words in [
        ("Qaraǵandy oblysynda jyl sońyna deıin 31 mektep salynady.", "jyl sońyna deıin"),
        ("Абай облысында жыл соңына дейін 23 мектеп салынады.", "жыл соңына дейін"),
        ("اباي وبلىسىندا جىل سوڭىنا دەيىن 23 مەكتەپ سالىنادى.", "جىل سوڭىنا دەيىن"),
    ]:
        (due,) = find_deadlines(text, "kk", DAY)
        assert (text[due.start : due.end], due.words, due.last) == (words, words, date(2024, 12, 31))


def test_a_year_is_meant_to_its_end_and_the_strict_reading_is_kept():
    (due,) = find_deadlines("до 2029 года построят 217 школ", "ru", DAY)
    assert (due.last, due.strict, due.limit, due.rule) == (date(2029, 12, 31), date(2028, 12, 31), True, "until: year")
    (due,) = find_deadlines("в 2029 году построят 217 школ", "ru", DAY)
    assert (due.last, due.strict, due.limit) == (date(2029, 12, 31), None, False)


def test_a_deadline_inside_a_quoted_name_is_none():
    assert find_deadlines("По программе «Дорожная карта до 2030 года» открыли 3 школы.", "ru", DAY) == []


def test_what_has_no_words_of_ours_is_left_alone():
    assert find_deadlines("bis Ende 2025 werden 3 Schulen gebaut", "other", DAY) == []
    for text in ["", "до", "до конца", "до 99 мая", "за 999999999999999999999 лет", "до 9999 года", "İ до конца года"]:
        assert all(due.last >= DAY for due in find_deadlines(text, "ru", DAY))


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_pages_of_impossible_days_stop_nothing(day):
    for language, text, _ in EXAMPLES:
        find_deadlines(text, language, day)


def test_a_misspelt_field_is_told_with_the_nearest():
    words = copy.deepcopy({k: v for k, v in languages.load("ru", "deadlines").items() if "EXAMPLES" not in k})
    words["limit"] = words.pop("limits")
    with pytest.raises(MalformedDeclaration, match="'limit' is unknown; did you mean 'limits'"):
        build(DeadlineFile, words, "languages/ru/deadlines.toml")
