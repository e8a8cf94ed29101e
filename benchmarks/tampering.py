"""Single bytes flipped in everything a home holds, each restored: what is noticed with the seal and without.

    python -m benchmarks.tampering [FLIPS]     1000 by default, spread over all files alike; prints what went unnoticed

A home of two pages with a decision, published for the country, on this machine. A flip changes one bit pattern of one
byte; the file is drawn first, so that small files count as much as large ones.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from dalel import edition, paths, pipeline, proving, reviewing, sealing
from dalel.errors import DalelError

PAGES = {
    "https://a.example/1": "В Павлодарской области построили 12 школ. На это потратили 40 млн тенге.",
    "https://b.example/2": "В Костанайской области из 373 школ 91 подключили к полиции, это 24,4 процента.",
}
SEED = 13


def home(folder: Path) -> paths.Workspace:
    """A workspace with archive, decision, tables, notebooks, charts, report."""
    space = paths.workspace(folder)
    for number, (url, text) in enumerate(PAGES.items()):
        file = folder / f"{number}.txt"
        file.write_text(text, "utf-8")
        given = pipeline.Given(url=url, outlet=f"Outlet {number}", published=date(2024, 5, 14))
        pipeline.add(space, [file], given)
        file.unlink()
    claim = next(claim for claim in pipeline.refresh(space).claims if claim.quote == "12")
    said = reviewing.Said(decision="rejected", reason="counted twice", reviewer="A.", decided=date(2026, 11, 30))
    reviewing.decide(space, claim.claim_id, said)
    edition.publish(space, "KZ", "ru")
    return space


def flips(space: paths.Workspace, count: int) -> Iterator[tuple[Path, int, int]]:
    """File, offset and mask of each flip, drawn from a fixed seed."""
    draw = random.Random(SEED)
    held = sorted(p for top in ("data", "figures") for p in (space.home / top).rglob("*") if p.is_file())
    chosen = [path for path in held if "seals" not in path.parts and path.stat().st_size]
    for _ in range(count):
        path = draw.choice(chosen)
        yield path, draw.randrange(path.stat().st_size), 1 << draw.randrange(8)


def noticed(space: paths.Workspace) -> bool:
    """Whether `dalel verify` without the seal would end with 1; what the run's own tables held is put back."""
    kept = {path: path.read_bytes() for path in space.processed.glob("*.*")}
    try:
        return bool(proving.prove(space).damage)
    except DalelError:
        return True
    finally:
        for path, content in kept.items():
            path.write_bytes(content)


def main(count: int) -> int:
    """Prints the counts and what went unnoticed; 1 where anything did."""
    with tempfile.TemporaryDirectory() as folder:
        space = home(Path(folder))
        root = sealing.seal(space).root
        assert not proving.prove(space).damage
        told: Counter[str] = Counter()
        missed = []
        for path, at, mask in flips(space, count):
            content = path.read_bytes()
            path.write_bytes(content[:at] + bytes([content[at] ^ mask]) + content[at + 1 :])
            told["with the seal"] += bool(sealing.compare(space, root, None).damage)
            without = noticed(space)
            told["without"] += without
            path.write_bytes(content)
            if not without:
                missed.append(f"{path.relative_to(space.home)} at {at}")
        print(f"{count} flips: {told['with the seal']} noticed with the seal, {told['without']} without")
        print(*missed, sep="\n")
    return int(told["with the seal"] < count or bool(missed))


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
