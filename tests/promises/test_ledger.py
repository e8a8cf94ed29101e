"""What became of promises, on pages of our own that go through the archive as any page does."""

import json
import shutil
import subprocess
import sys
import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dalel import logbook, paths, pipeline, promising
from dalel.publishing import promised, site, tables
from dalel.records import Search

PAGES = Path(__file__).parent / "pages"
LANGUAGES = ("kk", "ru", "en")


def load(language):
    return tomllib.loads((PAGES / f"{language}.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def homes(tmp_path_factory):
    """A home for each language, filled through `add`, with its run and its ledger."""
    found = {}
    for language in LANGUAGES:
        home = tmp_path_factory.mktemp(language)
        (home / "dalel.toml").touch()
        space = paths.workspace(home)
        for number, page in enumerate(load(language)["page"]):
            file = home / f"{number}.txt"
            file.write_text(page["text"] + "\n", "utf-8")
            pipeline.add(space, [file], pipeline.Given(url=page["url"], published=page["published"]))
        run = pipeline.refresh(space)
        found[language] = space, run, promising.ledger(space, run)
    return found


def quotes(run):
    return {claim.claim_id: claim.quote for claim in run.claims}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_is_told_from_the_pages_that_tell_it(homes, language):
    _, run, lines = homes[language]
    known = quotes(run)
    found = {
        (
            known[line.promise.claim_id], line.state, line.reason, line.promise.due.last, line.due_now, line.days_late,
            None if line.short_by is None else str(line.short_by),
        )
        for line in lines
    }  # fmt: skip
    wanted = {
        (
            one["quote"],
            one["state"],
            one["reason"],
            one["due"],
            one.get("now", one["due"]),
            one.get("late"),
            one.get("short"),
        )
        for one in load(language)["line"]
    }
    assert found == wanted
    assert len(lines) == len(load(language)["line"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_says_by_what_it_is_the_same(homes, language):
    _, run, lines = homes[language]
    urls = {page.document_id: page.url.rpartition("/")[2] for page in run.documents}
    pages = {claim.claim_id: urls[claim.document_id] for claim in run.claims}
    steps = {pages[step.claim_id]: (step.role, step.shared) for line in lines for step in line.steps}
    told = ("object", "deed", "place")
    assert steps["kept"] == ("delivered", (*told, "period"))
    assert steps["late"] == ("delivered", told)
    assert steps["part"] == ("delivered_in_part", (*told, "period"))
    assert steps["moved"] == ("moved_day", told)
    assert steps["less"] == ("moved_amount", (*told, "programme", "period"))
    assert steps["broken"] == ("denied", ("object", "place", "period"))
    assert not steps.keys() & {"other-region", "stock", "other-thing"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_is_in_the_readers_language_with_its_values_linked(homes, language):
    _, run, lines = homes[language]
    known = tables.by_id(tables.joined(run))
    short = next(line for line in lines if line.state == "kept_in_part")
    why = promised.why(short, known, language)
    ends = {"en": "41.4", "ru": "41,4", "kk": "41,4"}
    assert f"{ends[language]} %" in why
    assert "13\N{NO-BREAK SPACE}392" in why
    assert set(why.claim_ids) <= {step.claim_id for step in short.steps}
    for line in lines:
        told = promised.why(line, known, language)
        assert "{" not in told
        assert ".." not in told


def test_silence_names_the_searches_made_since_the_deadline(homes, tmp_path):
    space, run, lines = homes["ru"]
    silent = next(line for line in lines if line.state == "nothing_found")
    assert (silent.searches, silent.pages_since) == ((), 0)
    shutil.copytree(space.home, tmp_path / "home")
    looked = paths.workspace(tmp_path / "home")
    made = [
        ("видеонаблюдение в школах Мангистауская область", 2022, 3),
        ("видеонаблюдение в школах", 2021, 5),  # before the deadline: it could not have found anything
        ("ремонт дорог", 2022, 9),
    ]
    logbook.note(looked, searches=[
        Search(source="vlast", query=query, address="", at=datetime(year, 6, 1, tzinfo=UTC), found=count)
        for query, year, count in made
    ])  # fmt: skip
    silent = next(line for line in promising.ledger(looked, run) if line.state == "nothing_found")
    assert [search.found for search in silent.searches] == [3]
    why = promised.why(silent, tables.by_id(tables.joined(run)), "ru").replace("\N{NO-BREAK SPACE}", " ")
    assert "Поисков после срока: 1, последний – 1 июня 2022 г.; найдено статей: 3." in why


def test_what_a_person_has_rejected_answers_no_promise(homes):
    space, run, lines = homes["en"]
    short = next(line for line in lines if line.state == "kept_in_part")
    answer = next(step.claim_id for step in short.steps if step.role == "delivered_in_part")
    verdicts = [replace(one, verdict="rejected") if one.claim_id == answer else one for one in run.verdicts]
    after = promising.ledger(space, replace(run, verdicts=verdicts))
    assert {line.promise.promise_id: line.state for line in after}[short.promise.promise_id] == "nothing_found"


def test_the_words_of_all_languages_say_the_same_things():
    shapes = []
    for language in LANGUAGES:
        words = promised.words(language)
        shapes.append({(name, key) for name, table in words.items() if isinstance(table, dict) for key in table})
    assert shapes[0] == shapes[1] == shapes[2]
    assert set(promised.STATES) == set(promised.words("en")["states"])


def test_entries_for_a_digest_are_in_the_order_of_days(homes):
    _, run, lines = homes["ru"]
    entries = json.loads(site.promises.changes(site.Edition(evidence=run, promises=lines)))
    assert [entry["day"] for entry in entries] == sorted(entry["day"] for entry in entries)
    late = next(line.promise.promise_id for line in lines if line.reason == "kept-late")
    assert [(entry["day"], entry["event"]) for entry in entries if entry["promise_id"] == late] == [
        ("2023-03-01", "promised"),
        ("2023-09-01", "due"),
        ("2023-11-15", "delivered"),
    ]


def test_the_page_of_the_report_escapes_what_pages_say(homes):
    _, run, lines = homes["ru"]
    given = site.promises.context(site.Edition(evidence=run, promises=lines), "ru")
    assert [section["id"] for section in given["sections"]] == [
        "kept", "kept_in_part", "broken", "moved", "nothing_found", "not_due",
    ]  # fmt: skip
    assert site.promises.context(site.Edition(evidence=run), "kk")["sections"] == []


def test_the_command_tells_sentences_and_rows(homes):
    space, _, _ = homes["en"]
    command = [sys.executable, "-m", "dalel", "--home", str(space.home), "promises"]
    told = subprocess.run([*command, "--language", "en"], capture_output=True, text=True, check=True).stdout
    assert "Told as done after the deadline: 6 schools (November 2023), 61 days late." in told.replace(
        "\N{NO-BREAK SPACE}", " "
    )
    rows = subprocess.run([*command, "--json", "--state", "broken"], capture_output=True, text=True, check=True).stdout
    (row,) = map(json.loads, rows.splitlines())
    assert (row["due"], row["short_by"], row["reason"]) == ("2022-12-31", "5", "denied")
    wrong = subprocess.run([*command, "--state", "brokn"], capture_output=True, text=True, check=False)
    assert (wrong.returncode, "did you mean 'broken'" in wrong.stderr) == (1, True)
