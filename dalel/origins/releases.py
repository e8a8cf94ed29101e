"""Translations and rewrites of one release: pages with the same particular numbers, of the same days and regions.

With many numbers in common that is all it takes; with one or two the texts must also be one in other words. A later
translation counts where nearly everything is common: an editor of another language may take a month.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from datetime import date, timedelta

from dalel.origins.likeness import one_text
from dalel.origins.links import link
from dalel.origins.neighbours import Neighbours
from dalel.origins.rare_numbers import Weights, rare_numbers
from dalel.origins.regions_told import heading_regions, one_region
from dalel.records import Document, OriginLink, OriginReason

WINDOW = timedelta(days=4)  # a release is translated and rewritten within days
LATE = timedelta(days=31)  # nearly all of it, in another language, within a month
FEW, MANY = 3.0, 5.0  # weight of the common numbers: with few, nearly all must be common; with many, half
NEARLY_ALL, HALF = 0.7, 0.5  # of the weight of the page with fewer numbers
ALL = 0.85  # of the weight of either page, for what comes late or has few numbers
LEAST = 0.5  # weight of the numbers of a page that can be told by them at all
PERIOD = 31  # days of one drawer: pages of one and the next are compared

Mark = tuple[Hashable, int | None]


def releases(documents: Sequence[Document]) -> Iterator[OriginLink]:
    """A link for each page that must stem from the release of an earlier one."""
    known: dict[str, Document] = {}
    neighbours = Neighbours()
    for document in sorted(documents, key=lambda one: (one.published or date.max, one.document_id)):
        numbers = rare_numbers(document)
        stood_for = False
        for other in neighbours.near(_asked(document, numbers)):
            reason = one_release(document, known[other])
            if reason is not None:
                shared = _listed(numbers, rare_numbers(known[other]))
                yield link(document.document_id, other, reason, numbers=shared)
                stood_for = stood_for or _stands_for(known[other], document)
        if not stood_for:
            known[document.document_id] = document
            neighbours.add(document.document_id, _marks(document, numbers))


def one_release(a: Document, b: Document) -> OriginReason | None:
    """Which way two pages are one release; None where two reporters may have found the numbers separately."""
    numbers, others = rare_numbers(a), rare_numbers(b)
    common = sum(min(numbers[number], others[number]) for number in numbers.keys() & others.keys())
    smaller, larger = sorted((sum(numbers.values()), sum(others.values())))
    if common < LEAST or not one_region(a, b) or not _one_heading(a, b):
        return None
    translated = a.language != b.language or a.script != b.script
    reason: OriginReason = "translation" if translated else "same-release"
    nearly = common >= ALL * larger
    if near_in_time(a, b):
        if (common >= FEW and common >= NEARLY_ALL * smaller) or (common >= MANY and common >= HALF * smaller):
            return reason
        return ("translation" if translated else "rewrite") if common >= ALL * smaller and one_text(a, b) else None
    if near_in_time(a, b, LATE) and translated and nearly and (common >= MANY or one_text(a, b)):
        return "translation"
    return None


def near_in_time(a: Document, b: Document, span: timedelta = WINDOW) -> bool:
    """True unless both are dated and the dates are too far apart."""
    return a.published is None or b.published is None or abs(a.published - b.published) <= span


def _one_heading(a: Document, b: Document) -> bool:
    """False where the titles are of two regions: editions of one text for each."""
    here, there = heading_regions(a), heading_regions(b)
    return not here or not there or not here.isdisjoint(there)


def _stands_for(known: Document, document: Document) -> bool:
    """True where nothing would join the new page that does not join the known one."""
    return (known.published, known.language, known.script) == (
        document.published, document.language, document.script
    ) and rare_numbers(known) == rare_numbers(document)  # fmt: skip


def _marks(document: Document, numbers: Weights) -> Iterator[Mark]:
    period = None if document.published is None else document.published.toordinal() // PERIOD
    for number in numbers:
        yield number, period
        if period is not None:
            yield number, None


def _asked(document: Document, numbers: Weights) -> Iterator[Mark]:
    """Pages of this and the last period, and undated ones; for an undated page all."""
    if document.published is None:
        yield from ((number, None) for number in numbers)
        return
    period = document.published.toordinal() // PERIOD
    for number in numbers:
        yield number, period
        yield number, period - 1


def _listed(a: Weights, b: Weights) -> str:
    common = sorted(a.keys() & b.keys(), key=lambda number: (-a[number], number))
    return ", ".join(f"{value:f}{kind}" for value, kind in common)
