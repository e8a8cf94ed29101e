"""`python -m benchmarks.fuzz [--seconds 60] [--target html] [--seed 0] [--write] [--keep FOLDER]`.

Every target for so many seconds, by seeds that repeat. Faults are printed with their input's name and, with `--keep`,
written below the folder; `--write` puts the figures into benchmarks/README.md. The exit status says whether any were
found.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from benchmarks.fuzz.running import Result, fuzz
from benchmarks.fuzz.targets import TARGETS
from benchmarks.written import put, table


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the chosen targets; 1 where an input did what it may not."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--target", choices=list(TARGETS), action="append")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args(arguments)
    results = []
    for name in options.target or TARGETS:
        result = fuzz(name, None, options.seconds, options.seed)
        results.append(result)
        told = f"{result.refused} refused, {result.steps} steps, {len(result.found)} led further"
        print(f"{name:14}{result.inputs:8} inputs: {told}", flush=True)
        for fault in result.faults.values():
            print(f"    {fault.name}: {fault.what}", flush=True)
            if options.keep:
                _keep(options.keep / name.replace(" ", "-"), fault.name, fault.data)
    if options.write:
        put("fuzz", figures(results))
    return 1 if any(result.faults for result in results) else 0


def figures(results: Sequence[Result]) -> str:
    """The table of benchmarks/README.md: inputs, refusals and kinds of faults by target."""
    rows = [
        [one.target, f"{one.inputs:,}", f"{one.refused:,}", str(one.steps), str(len(one.faults))] for one in results
    ]
    total = [sum(column) for column in zip(*((r.inputs, r.refused, len(r.faults)) for r in results), strict=True)]
    rows.append(["all", f"{total[0]:,}", f"{total[1]:,}", "", str(total[2])])
    return table(["target", "mutated inputs", "refused as promised", "steps led through", "kinds of faults"], rows)


def _keep(folder: Path, name: str, data: bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


if __name__ == "__main__":
    raise SystemExit(main())
