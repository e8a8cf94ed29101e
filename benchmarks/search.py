"""`python -m benchmarks.search [--claims N]`: the search over N claims: how long the index takes, and the first answer.

The claims are those of the sample, again and again, each time with other numbers, regions and pages (a fixed seed).
Start-up is what a command does before it asks: Python, the library, the index opened. One process, one run, processor
time; each question is asked once. Ends with 1 where a first answer takes longer than LIMIT.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from dalel import declarations, paths, pipeline, search
from dalel.claims.sentences import sentences
from dalel.ledger import Run
from dalel.records import Claim, Document
from dalel.regions import load_regions
from dalel.search import Asked

LIMIT = 0.2  # seconds, promised for the first answer after start-up
QUESTIONS = (
    Asked(words="камеры в школах"),
    Asked(words="бейнебақылау Қызылорда"),
    Asked(words="school cameras", region="KZ-43", status="actual"),
    Asked(words="noutbuk", least=Decimal(100), most=Decimal(5_000_000)),
    Asked(words="млрд тенге", unit="KZT"),
    Asked(words='"детских садов"'),
    Asked(words="мектеп"),
    Asked(words="дрон"),
    Asked(topic="computers", verdict="single-source"),
    Asked(),
)


def grown(run: Run, count: int) -> Run:
    """`count` claims on as many pages as they need, made of those of `run` with other numbers."""
    chance = random.Random(17)
    regions = sorted(load_regions())
    pages = {page.document_id: page for page in run.documents}
    claims: list[Claim] = []
    documents: list[Document] = []
    for copy in range(-(-count // len(run.claims))):
        named = {name: f"{copy:04x}{name[4:]}" for name in pages}
        documents += [replace(page, document_id=named[name], url=f"{page.url}?{copy}") for name, page in pages.items()]
        claims += [_varied(claim, copy, named[claim.document_id], chance, regions) for claim in run.claims]
    claims = claims[:count]
    verdicts = [
        replace(run.verdicts[number % len(run.verdicts)], claim_id=claim.claim_id)
        for number, claim in enumerate(claims)
    ]
    return Run(documents=documents, claims=claims, verdicts=verdicts, sample=True, fingerprint=f"grown {count}")


def _varied(claim: Claim, copy: int, page: str, chance: random.Random, regions: list[str]) -> Claim:
    value = Decimal(chance.randrange(1, 10**7))
    at = claim.start - claim.sentence_start
    sentence = f"{claim.sentence[:at]}{value}{claim.sentence[at + len(claim.quote) :]}"
    return replace(
        claim, claim_id=f"c{copy:04x}{claim.claim_id[1:]}", document_id=page, value=value, value_max=None,
        quote=str(value), sentence=sentence, region=chance.choice(regions) if claim.region else None,
    )  # fmt: skip


def main() -> int:
    """Prints one row a question and what the index cost; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    count = parser.parse_args().claims
    space = paths.workspace()
    run = grown(pipeline.refresh(space), count)
    names = search.Names(declarations.topics(space))
    console = Console()
    with TemporaryDirectory(prefix="dalel-") as folder:
        path = Path(folder) / search.FILE
        full = _made(path, run, names)
        part = _made(path, replace(run, claims=run.claims[1:], fingerprint="less one"), names)
        size = path.stat().st_size / 1e6
        console.print(f"{count} claims: index {full:.1f} s, {size:.0f} MB; less one claim {part / full:.2f} of that")
        slowest = _asked(path, console)
    console.print(f"slowest first answer {slowest * 1000:.0f} ms, promised {LIMIT * 1000:.0f} ms")
    return int(slowest > LIMIT)


def _made(path: Path, run: Run, names: search.Names) -> float:
    begun = time.process_time()
    made = search.made(path, run, names, sentences, "benchmark", lambda rows, _: rows)
    search.save(path, made.content, run.fingerprint)
    return time.process_time() - begun


def _asked(path: Path, console: Console) -> float:
    table = Table("words", "filters", "answers", "ms", box=None)
    slowest = 0.0
    with search.opened(path) as base:
        for asked in QUESTIONS:
            begun = time.process_time()
            answer = search.find(base, asked, 20)
            spent = time.process_time() - begun
            slowest = max(slowest, spent)
            told = " ".join(f"{name}={value}" for name, value in asked.told().items())
            table.add_row(asked.words, told, str(answer.total), f"{spent * 1000:.0f}")
    console.print(table)
    return slowest


if __name__ == "__main__":
    sys.exit(main())
