"""Speed as ratios between contenders timed in turns in one process, not as seconds: the machine may be shared."""

from __future__ import annotations

import json

import pytest

from benchmarks import baseline, hostile, newstext, speed
from benchmarks.stopwatch import best_of
from dalel.paths import PROJECT
from dalel.quantities.finding import find_quantities

FLOORS = PROJECT / "tests" / "floors" / "speed.json"
MARGIN = 1.15  # timing noise of the best of several rounds on a loaded two-core machine
HOSTILE_SIZE = 100_000
HOSTILE_LIMIT = 10.0


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_not_slower_against_one_regex_than_its_floor(language: str) -> None:
    """The bar is 1.0, as fast as the naive baseline; the floor is what was reached, and may only rise."""
    floor = json.loads(FLOORS.read_text(encoding="utf-8"))[f"{language} news against the baseline"]
    contenders = {"dalel": find_quantities, "baseline": baseline.find_quantities}
    measured = speed.race(language, newstext.pages(language), contenders, rounds=9)
    ratio = measured["dalel"] / measured["baseline"]
    assert ratio * MARGIN >= floor, f"{ratio:.2f} times as fast as the baseline, floor {floor}"


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_a_page_without_numbers_costs_less_than_one_with(language: str) -> None:
    def megabytes_a_second(documents: list[str]) -> float:
        return speed.race(language, documents, {"dalel": find_quantities}, rounds=5)["dalel"]

    assert megabytes_a_second(newstext.without_numbers(language)) >= 1.5 * megabytes_a_second(newstext.pages(language))


def test_hostile_text_costs_at_most_ten_times_news() -> None:
    ratios = speed.hostile_ratios(HOSTILE_SIZE)
    slow = {kind: ratio for kind, ratio in ratios.items() if ratio > HOSTILE_LIMIT}
    assert not slow, f"times the cost of as much news, or of as many numbers in news: {slow}"


@pytest.mark.parametrize("kind", sorted(hostile.UNITS))
def test_time_grows_no_faster_than_the_text(kind: str) -> None:
    """Four times the text: at most seven times the time (linear would be four, quadratic sixteen)."""
    short, long = (hostile.filled(hostile.UNITS[kind], size) for size in (5_000, 20_000))
    language = hostile.language(kind)
    best = best_of(
        {"short": lambda: find_quantities(short, language), "long": lambda: find_quantities(long, language)}, rounds=3
    )
    assert best["long"] <= 7 * best["short"] + 0.001, best
