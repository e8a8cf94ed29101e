"""Near-copies: pages that share most of their wording, found by comparing small sketches of all and then the texts.

A bottom-k sketch (A. Broder, "On the resemblance and containment of documents", 1997) keeps the k smallest hashes of a
text's word sequences. Two texts of which a good part is common share some of them; only such pairs are compared word
for word. BLAKE2b, since Python's own hash differs from run to run.

One release with the names and numbers of another region, or of another week, is no copy: such a series is said to be
one, and joins nothing.
"""

from __future__ import annotations

import hashlib
import heapq
import re
from collections.abc import Iterator, Sequence

from dalel.origins.links import link
from dalel.origins.neighbours import Neighbours
from dalel.origins.rare_numbers import Weights, rare_numbers
from dalel.origins.regions_told import heading_regions, regions_of
from dalel.origins.wording import plain
from dalel.records import Document, OriginLink, OriginReason

WORDS = 4  # in a sequence: shorter ones are common by chance
SKETCH = 24
ALIKE = 0.5  # of all sequences of two pages: one is a copy of the other, with cuts and additions
SAME = 0.9  # a page so much like its representative need not be remembered beside it
CONTAINED = 0.8  # of the sequences of the shorter page: it is an excerpt of the longer
SHORTEST = 30  # sequences that a page must have to count as an excerpt
MOSTLY = 0.5  # of the weight of particular numbers: with fewer in common, a text alike is another of a series
OTHERS = 2  # numbers of its own that the next issue of one region has, a day or more later

_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+")


def copies(documents: Sequence[Document]) -> Iterator[OriginLink]:
    """A link for each page whose wording is largely that of an earlier one, or of the same series."""
    sequences: dict[str, frozenset[int]] = {}
    known: dict[str, Document] = {}
    neighbours, exact = Neighbours(), dict[str, str]()
    for document in documents:
        text = plain(document.text, document.language)
        name, twin = document.document_id, exact.setdefault(text, document.document_id)
        if twin != name and text.strip():
            yield link(twin, name, "near-copy", share="100 %")
            continue
        mine = _sequences(text)
        marks = heapq.nsmallest(SKETCH, mine)
        alike_any = 0.0
        for other in neighbours.near(marks):
            alike, found = _compared(document, mine, known[other], sequences[other])
            if found is not None:
                yield found
                alike_any = max(alike_any, alike if found.reason != "series" else 0.0)
        if alike_any < SAME:
            neighbours.add(name, marks)
            sequences[name], known[name] = mine, document


def _compared(a: Document, mine: frozenset[int], b: Document, other: frozenset[int]) -> tuple[float, OriginLink | None]:
    common, smaller = len(mine & other), min(len(mine), len(other))
    alike = common / (len(mine) + len(other) - common or 1)
    contained = common / smaller if smaller >= SHORTEST else 0.0
    if alike < ALIKE and contained < CONTAINED:
        return alike, None
    if is_series(a, b):
        return alike, link(a.document_id, b.document_id, "series", share=f"{max(alike, contained):.0%}")
    reason: OriginReason = "near-copy" if alike >= ALIKE else "excerpt"
    share = alike if alike >= ALIKE else contained
    return alike, link(a.document_id, b.document_id, reason, share=f"{share:.0%}")


def is_series(a: Document, b: Document) -> bool:
    """True where texts alike tell other numbers, of another region or of another week."""
    numbers, others = rare_numbers(a), rare_numbers(b)
    if not numbers or not others or _common(numbers, others) >= MOSTLY:
        return False
    here, there = heading_regions(a) or regions_of(a), heading_regions(b) or regions_of(b)
    if here and there and here.isdisjoint(there):
        return True
    own = min(len(numbers.keys() - others.keys()), len(others.keys() - numbers.keys()))
    return None not in (a.published, b.published) and a.published != b.published and own >= OTHERS


def _common(a: Weights, b: Weights) -> float:
    """Share of the weight of the page with fewer numbers that both have."""
    return sum(min(a[number], b[number]) for number in a.keys() & b.keys()) / min(sum(a.values()), sum(b.values()))


def _sequences(text: str) -> frozenset[int]:
    """Hashes of all sequences of words, every number as a blank: it may be another and the text the same."""
    words = ["#" if word.isdecimal() else word for word in _WORD.findall(_DIGITS.sub(" 0 ", text))]
    found = {" ".join(words[start : start + WORDS]) for start in range(max(len(words) - WORDS + 1, 0))}
    return frozenset(map(_hash, found))


def _hash(sequence: str) -> int:
    return int.from_bytes(hashlib.blake2b(sequence.encode("utf-8"), digest_size=8).digest())
