"""The span score: planted cases with counts by hand, and equality with the scorer that comes with the corpora."""

from __future__ import annotations

import importlib.util
import random

import pytest

from benchmarks import baseline, corpora, reading
from benchmarks.spans import Tally, matched, score


@pytest.mark.parametrize(
    ("predicted", "gold", "hits"),
    [
        ([(0, 5)], [(0, 5)], 1),
        ([(0, 5)], [(5, 9)], 0),  # touching ends share no character
        ([(0, 9)], [(0, 4), (5, 9)], 1),  # one prediction over two gold spans counts once
        ([(0, 4), (5, 9)], [(0, 9)], 1),
        ([(0, 9), (0, 4)], [(0, 4), (5, 9)], 2),  # the wide one must give way to the narrow one
        ([], [(0, 4)], 0),
    ],
)
def test_overlap_is_one_to_one(predicted: list[tuple[int, int]], gold: list[tuple[int, int]], hits: int) -> None:
    assert matched(predicted, gold) == hits


def test_f1_counts_misses_extras_and_labels() -> None:
    gold = [[(0, 4, "MONEY"), (9, 12, "PERCENT")], [(3, 5, "MONEY")]]
    predicted = [[(0, 4, "MONEY"), (9, 12, "MONEY")], [(2, 5, "MONEY")]]
    tallies = score(zip(predicted, gold, strict=True), ("MONEY", "PERCENT"))
    assert tallies["MONEY"] == Tally(gold=2, predicted=3, exact=1, overlap=2)
    assert tallies["MONEY"].f1("exact") == pytest.approx(2 / 5)
    assert tallies["MONEY"].f1("overlap") == pytest.approx(4 / 5)
    assert tallies["PERCENT"].f1("overlap") == 0.0


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("wrong", [0, 1, 3])
def test_equals_the_scorer_of_the_corpora(wrong: int) -> None:
    """On the baseline's reading, whole and with offsets and labels spoilt at random, seeded."""
    spec = importlib.util.spec_from_file_location("shared_score", corpora.CORPORA / "score.py")
    assert spec is not None and spec.loader is not None
    theirs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(theirs)
    chance = random.Random(wrong)
    labels = ("MONEY", "PERCENT", "QUANTITY", "CARDINAL")
    gold = list(corpora.rows("kaznerd_valid"))[:3000]
    spans = [reading.spans(baseline.find_quantities, row["text"], "kk") for row in gold]
    if wrong:
        spans = [
            [(s + chance.randrange(wrong), e + chance.randrange(2 * wrong), chance.choice(labels)) for s, e, _ in row]
            for row in spans
        ]
    ours = score(zip(spans, ([tuple(s) for s in row["spans"]] for row in gold), strict=True), labels)
    result = theirs.score([{"id": r["id"], "spans": s} for r, s in zip(gold, spans, strict=True)], gold, labels)
    for label, tally in ours.items():
        counts = result[label]
        assert (tally.gold, tally.predicted) == (counts["gold"], counts["pred"])
        assert (tally.exact, tally.overlap) == (counts["exact"]["hit"], counts["overlap"]["hit"])
        for mode in ("exact", "overlap"):
            assert tally.f1(mode) == pytest.approx(counts[mode]["f1"])
