"""`python -m benchmarks.pages [--rounds N]`: reading and claims of the sample pages beside trafilatura, in one run.

Processor time over every HTML page of the sample archive, contenders in turns, best of the rounds. trafilatura gives
text alone, or text with metadata (title, date, author), which our documents have too. Ours is measured with the
landmarks that the sources declare and without any, as a page of an unknown source is read.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence

from benchmarks import floors
from benchmarks.stopwatch import best_of
from dalel import archive, paths, readers
from dalel.claims.finding import find_claims
from dalel.records import Capture, Document
from dalel.sources import Landmarks, load_sources
from dalel.topics import load_topics

Pages = list[tuple[bytes, Capture, Sequence[Landmarks]]]  # payload, where it is from, where its source keeps things
BARE, FULL = "trafilatura", "trafilatura with metadata"


def pages() -> Pages:
    """Every HTML page of the sample archive."""
    raw, sources = paths.workspace(paths.PROJECT).raw, load_sources(paths.scrapers())
    html = [capture for capture in archive.load_captures(raw)[0] if capture.media_type == "text/html"]
    return [(archive.read_payload(raw, capture), capture, sources[capture.source].landmarks) for capture in html]


def contenders(found: Pages) -> Mapping[str, Callable[[], object]]:
    """What is timed: each goes over all pages once."""
    from trafilatura import bare_extraction, extract

    topics = load_topics()

    def documents(declared: bool) -> list[Document]:
        return [readers.read(payload, capture, marks if declared else ()) for payload, capture, marks in found]

    def claims(declared: bool) -> object:
        return [find_claims(document, topics) for document in documents(declared)]

    return {
        BARE: lambda: [extract(payload) for payload, *_ in found],
        FULL: lambda: [bare_extraction(payload, with_metadata=True) for payload, *_ in found],
        "reading with landmarks": lambda: documents(True),
        "reading without": lambda: documents(False),
        "reading and claims with landmarks": lambda: claims(True),
        "reading and claims without": lambda: claims(False),
    }


def ratios(rounds: int) -> tuple[dict[str, float], dict[str, float]]:
    """Contender -> milliseconds a page, and -> times as long as trafilatura alone."""
    found = pages()
    best = best_of(contenders(found), rounds)
    return {name: 1000 * spent / len(found) for name, spent in best.items()}, {
        name: spent / best[BARE] for name, spent in best.items()
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; exit status 1 where a ratio is below its floor."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    spent, times = ratios(parser.parse_args(arguments).rounds)
    print(f"{'':36}ms a page   of trafilatura   of it with metadata")
    for name, milliseconds in spent.items():
        print(f"{name:36}{milliseconds:9.2f}{times[name]:17.2f}{times[name] / times[FULL]:22.2f}")
    missed = floors.too_slow({f"{name} against {BARE}": 1 / ratio for name, ratio in times.items()})
    print(*(f"below its bar: {sentence}" for sentence in missed), sep="\n")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
