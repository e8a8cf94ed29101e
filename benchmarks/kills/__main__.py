"""`python -m benchmarks.kills [--moments 25] [--stage run] [--write]`.

Every stage is killed (SIGKILL, children included) before so many of its changes of files; what is left is looked at,
and the next run must give what an undisturbed one gives, byte for byte. `--write` puts the figures into
benchmarks/README.md. The exit status says whether anything was wrong.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence

from benchmarks.kills.killing import kills
from benchmarks.kills.stages import STAGES
from benchmarks.written import put, table


def main(arguments: Sequence[str] | None = None) -> int:
    """Kills and counts; 1 where a kill did harm."""
    from newsroom import serve

    parser = argparse.ArgumentParser(prog="python -m benchmarks.kills", description=__doc__)
    parser.add_argument("--moments", type=int, default=25)
    parser.add_argument("--stage", choices=list(STAGES), action="append")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    rows: dict[str, list[int]] = {}
    with serve() as newsroom:
        os.environ["NEWSROOM"] = newsroom.proxy_url
        for kill in kills(options.stage or list(STAGES), options.moments):
            row = rows.setdefault(kill.stage, [0, 0, 0])
            row[0] += 1
            row[1] += kill.struck
            row[2] += bool(kill.wrong)
            for wrong in kill.wrong:
                print(f"{kill.stage}, change {kill.moment}: {wrong}", flush=True)
    for name, row in rows.items():
        print(f"{name:10}{row[0]:5} kills, {row[1]} of a living process, {row[2]} with harm")
    if options.write:
        total = [sum(column) for column in zip(*rows.values(), strict=True)]
        told = [[name, *map(str, row)] for name, row in [*rows.items(), ("all", total)]]
        put("kills", table(["stage", "kills", "of a living process", "that did harm"], told))
    return 1 if any(row[2] for row in rows.values()) else 0


if __name__ == "__main__":
    raise SystemExit(main())
