"""Translations and rewrites of one release: pages with the same particular numbers, of the same days and regions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import lru_cache
from itertools import combinations

from dalel import regions
from dalel.origins.links import OriginLink, link
from dalel.origins.rare_numbers import Weights, rare_numbers
from dalel.records import Document

WINDOW = timedelta(days=4)  # a release is translated and rewritten within days
FEW, MANY = 3.0, 5.0  # weight of the common numbers: with few, nearly all must be common; with many, half
NEARLY_ALL, HALF = 0.7, 0.5  # of the weight of the page with fewer numbers
CROWD = 200  # pages that have a number: beyond that it tells nothing


def releases(documents: Sequence[Document]) -> Iterator[OriginLink]:
    """A link for each pair of pages that must stem from one release."""
    numbers = {document.document_id: rare_numbers(document) for document in documents}
    known = {document.document_id: document for document in documents}
    for a, b in sorted(_candidates(numbers)):
        if one_release(numbers[a], numbers[b]) and near_in_time(known[a], known[b]) and one_region(known[a], known[b]):
            yield link(
                a, b, "same-release", f"They have the particular numbers {_listed(numbers[a], numbers[b])} in common."
            )


def one_release(a: Weights, b: Weights) -> bool:
    """True where so many particular numbers are common that two reporters cannot have found them separately."""
    common = sum(min(a[number], b[number]) for number in a.keys() & b.keys())
    smaller = min(sum(a.values()), sum(b.values()))
    return (common >= FEW and common >= NEARLY_ALL * smaller) or (common >= MANY and common >= HALF * smaller)


def near_in_time(a: Document, b: Document) -> bool:
    """True unless both are dated and the dates are too far apart."""
    return a.published is None or b.published is None or abs(a.published - b.published) <= WINDOW


def one_region(a: Document, b: Document) -> bool:
    """True where both name a common region, or one of them names none."""
    here, there = _regions(a), _regions(b)
    return not here or not there or bool(here & there)


@lru_cache(maxsize=4096)
def _regions(document: Document) -> frozenset[str]:
    texts = (document.title or "", document.text)
    return frozenset(found.code for text in texts for found in regions.mentions(text, document.language))


def _candidates(numbers: dict[str, Weights]) -> set[tuple[str, str]]:
    """Pairs with a common number that tells at least a little."""
    holders: dict[object, list[str]] = {}
    for name in sorted(numbers):
        for number in numbers[name]:
            holders.setdefault(number, []).append(name)
    return {pair for names in holders.values() if 1 < len(names) <= CROWD for pair in combinations(names, 2)}


def _listed(a: Weights, b: Weights) -> str:
    common = sorted(a.keys() & b.keys(), key=lambda number: (-a[number], number))
    return ", ".join(f"{value:f}{kind}" for value, kind in common)
