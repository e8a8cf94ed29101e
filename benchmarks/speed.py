"""`python -m benchmarks.speed [--rounds N]`: speed beside the one-regex baseline, natasha and a bare digit scan.

One process, one core, one run; processor time, contenders in turns, best of the rounds. natasha's MoneyExtractor takes
part where it can be imported (it is no dependency), on Russian only.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from rich.console import Console
from rich.table import Table

from benchmarks import baseline, corpora, floors, hostile, memory, newstext, startup
from benchmarks.stopwatch import best_of, megabytes
from dalel.quantities.finding import find_quantities

Contender = Callable[[str, str], object]
FIRST_WITHIN = 0.3  # seconds of processor time, promised for the first answer of a fresh interpreter
HOSTILE_LIMIT = 10.0  # times the cost of as much news, or of as many numbers in news
ENDLESS = 40  # times the news: what grows faster than its text is above this soon
DIGITS = re.compile(r"\d+")


def scan(text: str, language: str) -> object:
    """The limit: find the digits, do nothing."""
    return [match.span() for match in DIGITS.finditer(text)]


CONTENDERS: dict[str, Contender] = {
    "dalel": find_quantities,
    "baseline": baseline.find_quantities,
    "digit scan": scan,
}


def natasha() -> Contender | None:
    """natasha's money extractor, or None where it is not installed."""
    try:
        from natasha import MoneyExtractor, MorphVocab  # type: ignore[import-not-found]
    except ImportError:
        return None
    extract = MoneyExtractor(MorphVocab())
    return lambda text, language: list(extract(text))


def texts() -> dict[str, tuple[str, list[str]]]:
    """What is timed: name -> (language, documents)."""
    chosen = {f"{language} news": (language, newstext.pages(language)) for language in ("ru", "kk", "en")}
    chosen |= {f"{lang} no numbers": (lang, newstext.without_numbers(lang)) for lang in ("ru", "kk", "en")}
    return chosen if corpora.absent() else chosen | {"kk kaznerd_valid": ("kk", newstext.sentences())}


def race(language: str, documents: list[str], contenders: Mapping[str, Contender], rounds: int) -> dict[str, float]:
    """Megabytes a second by contender over the documents, one call each."""

    def run(read: Contender) -> Callable[[], object]:
        return lambda: [read(document, language) for document in documents]

    best = best_of({name: run(read) for name, read in contenders.items()}, rounds)
    return {name: megabytes(documents) / spent for name, spent in best.items()}


def throughput(rounds: int) -> tuple[Table, dict[str, float]]:
    """MB/s of every contender on every text, and how many times as fast as each the grammar is, by their names."""
    table = Table(title="Speed, MB/s of UTF-8 (dalel is … times as fast)", title_justify="left")
    names = ["dalel", "baseline", "digit scan", "natasha"]
    ratios: dict[str, float] = {}
    for name in ("text", "MB", *names):
        table.add_column(name, justify="left" if name == "text" else "right", no_wrap=True)
    other = natasha()
    for name, (language, documents) in texts().items():
        contenders: dict[str, Contender] = {
            "dalel": find_quantities,
            "baseline": baseline.find_quantities,
            "digit scan": scan,
        }
        if other and name == "ru news":
            contenders["natasha"] = other
        measured = race(language, documents, contenders, rounds)
        ours = measured["dalel"]
        ratios |= {
            f"{name} against {'the ' * (n == 'baseline')}{n}": ours / measured[n] for n in names[1:] if n in measured
        }
        cells = [f"{ours:.2f}"] + [
            f"{measured[n]:.2f} ({ours / measured[n]:.2f})" if n in measured else "" for n in names[1:]
        ]
        table.add_row(name, f"{megabytes(documents):.3f}", *cells)
    return table, ratios


def hostile_table(costs: Mapping[str, float]) -> Table:
    """Time for a megabyte of each hostile text, as a multiple of a megabyte of Russian news."""
    table = Table(title="Hostile text: time as a multiple of 1 MB of news", title_justify="left")
    table.add_column("text", no_wrap=True)
    table.add_column("times", justify="right")
    for kind, ratio in costs.items():
        table.add_row(kind, f"{ratio:.2f}")
    return table


def hostile_ratios(size: int = hostile.MEGABYTE, rounds: int = 1) -> dict[str, float]:
    """Kind -> time for `size` bytes of it over the time for as much Russian news.

    Sizes rise in steps, and a kind that is already too slow in a small size is not tried in the next: it would not end.
    """
    found: dict[str, float] = {}
    kinds = list(hostile.UNITS)
    for part in (100, 10, 1):
        found |= ratios(size // part, rounds, kinds)
        kinds = [kind for kind in kinds if found[kind] <= ENDLESS]
    return found


def ratios(size: int, rounds: int, kinds: Iterable[str]) -> dict[str, float]:
    """The same for these kinds at exactly this size.

    A text with far more numbers than news is compared with the news that has as many: what is found has to be built.
    """
    news = newstext.of_size(newstext.pages("ru"), size)
    jobs: dict[str, Callable[[], object]] = {"news": partial(find_quantities, news, "ru")}
    found = {"news": len(find_quantities(news, "ru"))}
    for kind in kinds:
        text, language = hostile.filled(hostile.UNITS[kind], size), hostile.language(kind)
        jobs[kind] = partial(find_quantities, text, language)
        found[kind] = len(find_quantities(text, language))
    best = best_of(jobs, rounds)
    return {
        kind: spent / (best["news"] * max(1.0, found[kind] / max(1, found["news"])))
        for kind, spent in best.items()
        if kind != "news"
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure everything and print it; exit status 1 where a ratio is below its floor, or an answer comes too late."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args(arguments)
    console = Console(width=None if sys.stdout.isatty() else 140)
    table, reached = throughput(options.rounds)
    console.print(table)
    bare, first = startup.seconds(["-c", "pass"]), startup.seconds(["-c", startup.FIRST_ANSWER])
    console.print(f"Start-up: first answer after {first:.3f} s of processor time (python alone {bare:.3f} s)")
    grown = memory.growth(find_quantities)
    console.print(
        f"Memory after {grown.texts} texts: {grown.blocks:+d} blocks, {grown.peak_kilobytes:+d} kB at the peak"
    )
    hostile_costs = hostile_ratios()
    console.print(hostile_table(hostile_costs))
    missed = floors.too_slow(reached)
    missed += [f"the first answer takes {first:.2f} s, promised were {FIRST_WITHIN}"] if first > FIRST_WITHIN else []
    missed += [f"{kind}: {cost:.1f} times news" for kind, cost in hostile_costs.items() if cost > HOSTILE_LIMIT]
    for sentence in missed:
        console.print(f"below its bar: {sentence}")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
