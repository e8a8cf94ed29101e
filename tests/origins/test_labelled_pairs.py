"""690 labelled pairs of benchmarks/origin_pairs.toml (210 of one origin, 40 of a series), and crowds of one release."""

import random
from dataclasses import replace

import pytest

from benchmarks.origin_pairs import documents, pairs
from dalel import origins

PAGES = {document.document_id: document for document in documents().values()}
FILLER = "Власти перечислили маршруты и сроки, назвали ответственных и обещали отчитаться перед маслихатом. " * 3


def test_pairs_alone():
    right, wrong, missed = [], [], []
    for a, b, kind in pairs():
        joined = len(set(origins.group([PAGES[a], PAGES[b]]).values())) == 1
        (right if kind == "one" else wrong).append((a, b)) if joined else kind == "one" and missed.append((a, b))
    assert wrong == []
    assert len(right) + len(missed) == 210
    assert len(right) >= 206, missed


def test_pages_together_are_thirty_five_voices():
    found = origins.group(list(PAGES.values()))
    assert [(a, b) for a, b, kind in pairs() if (kind == "one") != (found[a] == found[b])] == []


def test_a_series_is_said_to_be_one_and_joins_nothing():
    telling = [link for link in origins.explain(list(PAGES.values())) if link.reason == "series"]
    assert {(link.document_a, link.document_b) for link in telling} >= {
        ("buses-aktau-release", "buses-aktau-series"),
        ("cameras-ust-kamenogorsk-release", "cameras-ust-kamenogorsk-series"),
    }


def crowd(size):
    """Reprints of one release, a few words of each changed."""
    rng = random.Random(size)
    base = PAGES["buses-aktau-release"]
    for number in range(size):
        words = f"{base.text} {FILLER}".split()
        for _ in range(3):
            words[rng.randrange(len(words))] = rng.choice(("сегодня", "ранее", "также"))
        host = f"o{number}.example"
        text = f"{' '.join(words)} Передаёт {host}."
        yield replace(base, document_id=f"r{number:05}", url=f"https://{host}/1", outlet=host, text=text)


@pytest.mark.parametrize("size", [210, 1500])
def test_a_crowd_of_reprints_is_one_origin_and_has_one_reason_each(size):
    pages = list(crowd(size))
    links = origins.explain(pages)
    assert len(set(origins.group(pages, links).values())) == 1
    assert len(links) <= 30 * size  # linear: every page is compared with a handful of others
