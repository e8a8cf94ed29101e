"""Reprints, translations and rewrites among the sample pages are found, and independent reports stay independent."""

import json
import random
from itertools import combinations
from pathlib import Path

from dalel import origins
from dalel.publishing import explanations

FLOORS = json.loads((Path(__file__).resolve().parents[1] / "floors" / "origins.json").read_text("utf-8"))


def joined(sample):
    names = {document.document_id: page for page, document in sample.items()}
    group = origins.group(list(sample.values()))
    return {frozenset((names[a], names[b])) for a, b in combinations(sorted(group), 2) if group[a] == group[b]}


def test_pairs_against_what_a_person_says(sample, pairs):
    assert len(sample) == 66
    found = joined(sample) - pairs["undecided"]
    right = found & pairs["one_origin"]
    missed = sorted(map(sorted, pairs["one_origin"] - found))
    wrong = sorted(map(sorted, found - pairs["one_origin"]))
    assert len(right) / len(found) >= FLOORS["pair_precision"], wrong
    assert len(right) / len(pairs["one_origin"]) >= FLOORS["pair_recall"], missed
    assert not found & pairs["independent"]


def test_every_link_gives_its_reason(sample):
    links = origins.explain(list(sample.values()))
    assert all(link.document_a < link.document_b for link in links)
    assert all(explanations.joined(link, language).endswith(".") for link in links for language in ("kk", "ru", "en"))
    names = {document.document_id: page for page, document in sample.items()}
    reasons = {(frozenset((names[link.document_a], names[link.document_b])), link.reason): link for link in links}
    atyrau = reasons[frozenset(("atyrau-computers-en", "atyrau-computers-ru")), "translation"]
    assert "3479" in explanations.joined(atyrau, "en") and "18984" in explanations.joined(atyrau, "kk")
    syndicated = frozenset(("shymkent-kindergartens-ru-1", "shymkent-kindergartens-ru-2"))
    assert {(syndicated, "near-copy"), (syndicated, "credit")} <= set(reasons)


def test_the_order_of_pages_changes_nothing(sample):
    documents = list(sample.values())
    first = (origins.group(documents), origins.explain(documents))
    random.Random(1).shuffle(documents)
    assert (origins.group(documents), origins.explain(documents)) == first
