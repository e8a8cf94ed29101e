"""`python -m benchmarks.accuracy [--set NAME] [--errors N] [--pin]`: one table of what is read right.

--errors N lists the first N failing cases of every figure, grouped by kind, to choose the next rule from; they quote
the corpora, so they go to the terminal and into no file of the repository. --pin raises the floors to what was
measured. --reader baseline measures the one-regex baseline on the same sets.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from benchmarks import baseline, cases, corpora, floors, kaznerd, news
from benchmarks.figures import Figure
from benchmarks.reading import Reader
from dalel.quantities.finding import find_quantities

SETS: dict[str, Callable[[Reader], list[Figure]]] = {
    "kaznerd_valid": kaznerd.kaznerd_valid,
    "kaznerd_values_valid": kaznerd.kaznerd_values_valid,
    **{name: partial(cases.suite, name) for name in cases.SUITES},
    "samples": news.sample_figures,
    "seeds": news.seed_figures,
}


WIDTH = 140  # of the table where the output is a file or a pipe
READERS: dict[str, Reader] = {"dalel": find_quantities, "baseline": baseline.find_quantities}


def available() -> tuple[str, ...]:
    """The sets that can be measured here: without ../shared only the sample pages."""
    return ("samples",) if corpora.absent() else tuple(SETS)


def measured(names: Sequence[str], read: Reader = find_quantities) -> list[Figure]:
    """The figures of the named sets, in the order given."""
    return [figure for name in names for figure in SETS[name](read)]


def peers() -> dict[str, dict[str, object]]:
    """Figure key -> best peer, its value, and the goal, where known (peers.toml)."""
    return tomllib.loads(Path(__file__).with_name("peers.toml").read_text(encoding="utf-8"))


def as_table(figures: Sequence[Figure]) -> Table:
    """One row a figure: measured, counts, goal, best peer."""
    table = Table(title="What is read right", title_justify="left")
    for name in ("set", "measure"):
        table.add_column(name, no_wrap=True)
    for name in ("right", "hits", "of", "goal"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("best peer", no_wrap=True)
    known = peers()
    for figure in figures:
        row = known.get(figure.key, {})
        goal, value = row.get("goal"), row.get("value")
        short = isinstance(goal, float) and figure.value < goal
        table.add_row(
            figure.set,
            figure.measure,
            Text(f"{figure.value:.4f}", style="red" if short else "green"),
            str(figure.hits),
            str(figure.total),
            "" if goal is None else f"{goal:.3f}",
            "" if value is None else f"{value:.3f} {row['peer']}",
        )
    return table


def list_failures(console: Console, figure: Figure, most: int) -> None:
    """The first `most` failing cases of a figure, the most frequent kind first."""
    kinds = Counter(failure.kind for failure in figure.failures)
    console.rule(f"{figure.key}: {len(figure.failures)} failing, {dict(kinds.most_common())}")
    ranked = sorted(figure.failures, key=lambda f: (-kinds[f.kind], f.kind))
    for failure in ranked[:most]:
        console.print(f"{failure.kind} [{failure.case}] {failure.text}", markup=False, highlight=False)
        console.print(f"    want {failure.expected}   got {failure.found}", markup=False, highlight=False)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and on request pin; 1 where a floor is no longer reached or a named set is missing."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument("--set", choices=sorted(SETS), action="append", help="measure only this set (repeatable)")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list the first N failing cases of a figure")
    parser.add_argument("--reader", choices=sorted(READERS), default="dalel")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what was measured; never lowers one")
    options = parser.parse_args(arguments)
    console = Console(width=None if sys.stdout.isatty() else WIDTH, soft_wrap=True)
    if reason := corpora.absent():
        console.print(reason)
        if set(options.set or ()) - set(available()):
            return 1
    figures = measured(options.set or available(), READERS[options.reader])
    for figure in figures if options.errors else ():
        list_failures(console, figure, options.errors)
    console.print(as_table(figures))
    if options.reader != "dalel":
        return 0
    fallen = floors.fallen(floors.load(), figures)
    for sentence in fallen:
        console.print(Text(sentence, style="bold red"))
    if options.pin:
        floors.save(floors.raised(floors.load(), figures))
    return 1 if fallen else 0


if __name__ == "__main__":
    raise SystemExit(main())
