"""What a reader of numbers finds, in the terms of a benchmark: spans with its labels, values in text order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from benchmarks.spans import Span
from dalel.records import Quantity

Reader = Callable[[str, str | None], list[Quantity]]  # find_quantities, or a peer with the same signature

TOLERANCE = 1e-12  # relative: gold values are binary floats of 15 digits, ours exact decimals

# KazNERD knows neither of the last two: "екі есе" is CARDINAL there, a duration is DATE or TIME, which are not ours.
KAZNERD = {
    "MONEY": "MONEY",
    "PERCENT": "PERCENT",
    "QUANTITY": "QUANTITY",
    "CARDINAL": "CARDINAL",
    "MULTIPLE": "CARDINAL",
}


def spans(read: Reader, text: str, language: str) -> list[Span]:
    """The quantities of `text` as spans with KazNERD's labels; durations, which are dates there, left out."""
    return [(q.start, q.end, KAZNERD[q.label]) for q in read(text, language) if q.label in KAZNERD]


def labelled(read: Reader, text: str, language: str, labels: Collection[str] | None) -> list[Quantity]:
    """The quantities of `text` with one of `labels` (None: any), in text order."""
    found = sorted(read(text, language), key=lambda q: (q.core_start, q.core_end))
    return [q for q in found if labels is None or q.label in labels]


def values(quantities: Iterable[Quantity]) -> Iterator[float]:
    """The values in text order; a range gives its lower and its upper value."""
    for quantity in quantities:
        yield float(quantity.value)
        if quantity.value_max is not None:
            yield float(quantity.value_max)


def same(found: Iterable[float], expected: Iterable[float]) -> bool:
    """Whether the two are the same numbers in the same order."""
    ours, theirs = list(found), list(expected)
    return len(ours) == len(theirs) and all(map(close, ours, theirs))


def close(ours: float, theirs: float) -> bool:
    """Equal but for the last digits of a binary float."""
    return abs(ours - theirs) <= TOLERANCE * abs(theirs)
