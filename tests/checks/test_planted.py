"""A part of benchmarks/planted.py pinned: 16 kinds of errors in 5 editions are told, and clean sets are left alone."""

from collections import Counter

import pytest

from benchmarks.planted import EDITIONS, KINDS, run


@pytest.fixture(scope="module")
def outcomes():
    return list(run(1))


def test_clean_sets_are_left_alone(outcomes):
    assert Counter(outcome for _, kind, outcome in outcomes if kind == "clean") == {"silent": len(EDITIONS)}


def test_errors_are_told_and_no_wrong_value_is_verified(outcomes):
    found = Counter(outcome for _, kind, outcome in outcomes if kind != "clean")
    assert found["verified"] == 0
    assert found.total() == len(EDITIONS) * len(KINDS)
    assert found["contradicted"] + found["noted"] >= 0.9 * found.total()
