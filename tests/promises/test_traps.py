"""Later figures that look like an answer to a promise and are none; beside each the state that must not change."""

from datetime import date

import pytest

from dalel import declarations, paths
from dalel.claims.finding import find_claims
from dalel.promises import follow
from dalel.records import Document

PROMISED = {
    "ru": "В Костанайской области до конца 2024 года построят 20 школ.",
    "kk": "Қостанай облысында 2024 жылдың соңына дейін 20 мектеп салынады.",
    "en": "Kostanay Region will build 20 schools by the end of 2024.",
}
SAID, TODAY = date(2024, 2, 1), date(2026, 6, 1)
LATER = [  # language, day, sentence, state of the promise
    ("ru", "2025-01-15", "В Костанайской области в 2024 году построили 20 школ.", "kept"),
    ("ru", "2025-01-15", "В Костанайской области в 2024 году из 20 школ построили 14.", "kept_in_part"),
    ("ru", "2025-01-15", "В Костанайской области за 10 лет построили 140 школ.", "nothing_found"),
    ("ru", "2025-01-15", "В Костанайской области с 2019 по 2024 год построили 140 школ.", "nothing_found"),
    ("ru", "2025-01-15", "В Костанайской области в декабре 2024 года построили 3 школы.", "nothing_found"),
    ("ru", "2025-01-15", "В Костанайской области работают 480 школ.", "nothing_found"),
    ("ru", "2025-01-15", "В Костанайской области строят 20 школ.", "nothing_found"),
    ("ru", "2025-01-15", "В Костанайской области в 2024 году отремонтировали 20 школ.", "nothing_found"),
    ("ru", "2025-01-15", "В Акмолинской области в 2024 году построили 20 школ.", "nothing_found"),
    ("ru", "2025-01-15", "В Костанайской области в 2024 году построили 20 больниц.", "nothing_found"),
    ("ru", "2025-01-15", "В Костанайской области в 2024 году построили почти 20 школ.", "nothing_found"),
    ("ru", "2024-01-15", "В Костанайской области в 2023 году построили 20 школ.", "nothing_found"),
    ("ru", "2026-01-15", "В Костанайской области в 2025 году построили 20 школ.", "nothing_found"),
    ("ru", "2025-01-15", "В Костанайской области в 2025 году построят 20 школ.", "nothing_found"),
    (
        "ru",
        "2025-01-15",
        "В Костанайской области в 2024 году по проекту «Комфортная школа» построили 20 школ.",
        "nothing_found",
    ),
    ("ru", "2025-01-15", "В Костанайской области 20 школ так и не построили в 2024 году.", "broken"),
    ("kk", "2025-01-15", "Қостанай облысында 2024 жылы 20 мектеп салынды.", "kept"),
    ("kk", "2025-01-15", "Қостанай облысында 2024 жылы 14 мектеп салынды.", "kept_in_part"),
    ("kk", "2025-01-15", "Қостанай облысында соңғы 10 жылда 140 мектеп салынды.", "nothing_found"),
    ("kk", "2025-01-15", "Қостанай облысында 480 мектеп бар.", "nothing_found"),
    ("kk", "2025-01-15", "Қостанай облысында 2024 жылы 20 мектеп жөнделді.", "nothing_found"),
    ("kk", "2025-01-15", "Ақмола облысында 2024 жылы 20 мектеп салынды.", "nothing_found"),
    ("kk", "2025-01-15", "Қостанай облысында 2025 жылы 20 мектеп салынады.", "nothing_found"),
    ("kk", "2025-01-15", "Қостанай облысында 2024 жылы 20 мектеп салынған жоқ.", "broken"),
    ("en", "2025-01-15", "In 2024, 20 schools were built in Kostanay Region.", "kept"),
    ("en", "2025-01-15", "In 2024, 14 schools were built in Kostanay Region.", "kept_in_part"),
    ("en", "2025-01-15", "In 2024, 20 schools were built in Kostanay Region, but the price was not disclosed.", "kept"),
    ("en", "2025-01-15", "Over the past ten years 140 schools were built in Kostanay Region.", "nothing_found"),
    ("en", "2025-01-15", "Kostanay Region has 480 schools.", "nothing_found"),
    ("en", "2025-01-15", "In 2024, 20 schools were repaired in Kostanay Region.", "nothing_found"),
    ("en", "2025-01-15", "In 2024, 20 schools were built in Akmola Region.", "nothing_found"),
    ("en", "2025-01-15", "Kostanay Region will build 20 schools in 2025.", "nothing_found"),
    ("en", "2025-01-15", "In 2024, 20 schools were not built in Kostanay Region.", "broken"),
]


def page(number, text, language, day):
    return Document(
        document_id=f"{number:016d}", url=f"https://x.example/{number}", source="local", outlet="x", title=None,
        lead=None, text=text, published=day, published_basis="given", language=language, script="Cyrl",
    )  # fmt: skip


@pytest.mark.parametrize(("language", "day", "text", "state"), LATER)
def test_only_what_answers_a_promise_changes_its_state(language, day, text, state):
    topics = declarations.topics(paths.Workspace(paths.PROJECT))
    pages = [page(1, PROMISED[language], language, SAID), page(2, text, language, date.fromisoformat(day))]
    claims = [claim for one in pages for claim in find_claims(one, topics)]
    lines = follow(pages, claims, TODAY)
    first = next(line for line in lines if line.promise.said == SAID)
    assert first.state == state
