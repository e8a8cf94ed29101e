"""`python -m benchmarks.scale [--pages 300 --pages 1000] [--workers 1] [--write]`: cost against size, and a projection.

Archives of the sample's pages with other numbers, hosts and days are made, then brought to verdicts: from nothing, with
nothing changed, with one page more, with one topic more; and trafilatura alone goes over the same pages, on one core.
Processor time, not time on a clock: a busy machine changes it less. `--write` puts it into benchmarks/README.md.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from benchmarks.scale.measuring import STEPS, Cost, measure
from benchmarks.written import put, table

PROJECTED = (10_000_000, 100_000_000)  # pages
_SECONDS_AN_HOUR = 3600


def rows(costs: Sequence[Cost]) -> list[list[str]]:
    """One row a size: processor milliseconds a page of each step, the ratio to trafilatura, the peak of memory."""
    found = []
    for size in sorted({cost.pages for cost in costs}):
        by_step = {cost.step: cost for cost in costs if cost.pages == size}
        whole, bare = by_step[STEPS[0]], by_step[STEPS[-1]]
        each = [f"{1000 * by_step[step].seconds / size:.1f}" for step in STEPS]
        found.append([str(size), *each, f"{bare.seconds / whole.seconds:.2f}", f"{whole.megabytes:.0f}"])
    return found


def projection(costs: Sequence[Cost]) -> str:
    """Core-hours for more pages, from what one more page costs between the smallest and the largest size measured."""
    whole = sorted((cost for cost in costs if cost.step == STEPS[0]), key=lambda cost: cost.pages)
    if len(whole) < 2:
        return "A projection needs two sizes."
    small, large = whole[0], whole[-1]
    a_page = (large.seconds - small.seconds) / (large.pages - small.pages)
    start = max(0.0, small.seconds - a_page * small.pages)
    told = "; ".join(f"{pages:,} pages: {pages * a_page / _SECONDS_AN_HOUR:,.0f} core-hours" for pages in PROJECTED)
    return (
        f"Projection: {start:.1f} s + pages × {1000 * a_page:.1f} ms of processor time = core-hours × 3600. {told}. "
        "It assumes pages like the sample's, memory for what looks across pages (it grows with the pages: see the last "
        "column), and that those steps stay linear, which is measured here only up to the largest size above."
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parser.add_argument("--pages", type=int, action="append")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    costs: list[Cost] = []
    for cost in measure(options.pages or [300, 1000, 10_000], options.workers):
        print(f"{cost.pages:8} {cost.step:20}{cost.seconds:9.1f} s{cost.megabytes:9.0f} MB", flush=True)
        costs.append(cost)
    head = ["pages", *(f"{step}, ms a page" for step in STEPS), "speed against trafilatura", "peak, MB"]
    told = f"{table(head, rows(costs))}\n{options.workers} process(es). {projection(costs)}"
    print(told)
    if options.write:
        put("scale", told)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
