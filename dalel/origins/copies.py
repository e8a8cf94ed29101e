"""Near-copies: pages that share most of their wording, found by comparing small sketches of all and then the texts.

A bottom-k sketch (A. Broder, "On the resemblance and containment of documents", 1997) keeps the k smallest hashes of a
text's word sequences. Two texts of which a good part is common share some of them; only such pairs are compared word
for word. BLAKE2b, since Python's own hash differs from run to run.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from dalel.origins.links import OriginLink, link
from dalel.origins.wording import plain
from dalel.records import Document

WORDS = 4  # in a sequence: shorter ones are common by chance
SKETCH = 24
CROWD = 200  # documents that share a sequence: beyond that it is a formula ("subscribe to our channel")
ALIKE = 0.5  # of all sequences of two pages: one is a copy of the other, with cuts and additions
CONTAINED = 0.8  # of the sequences of the shorter page: it is an excerpt of the longer
SHORTEST = 30  # sequences that a page must have to count as an excerpt

_WORD = re.compile(r"\w+")


def copies(documents: Sequence[Document]) -> Iterator[OriginLink]:
    """A link for each pair whose wording is largely the same."""
    sequences = {document.document_id: _sequences(document) for document in documents}
    for a, b in sorted(_candidates(sequences)):
        common = len(sequences[a] & sequences[b])
        smaller = min(len(sequences[a]), len(sequences[b]))
        alike = common / len(sequences[a] | sequences[b])
        contained = common / smaller if smaller >= SHORTEST else 0.0
        if alike >= ALIKE:
            yield link(a, b, "near-copy", f"{alike:.0%} of their sequences of {WORDS} words are the same.")
        elif contained >= CONTAINED:
            yield link(a, b, "near-copy", f"{contained:.0%} of the shorter page stands word for word in the longer.")


def _sequences(document: Document) -> frozenset[str]:
    words = _WORD.findall(plain(document.text, document.language))
    return frozenset(" ".join(words[start : start + WORDS]) for start in range(max(len(words) - WORDS + 1, 0)))


def _candidates(sequences: dict[str, frozenset[str]]) -> set[tuple[str, str]]:
    """Pairs of documents that share a hash of their sketches."""
    holders: dict[bytes, list[str]] = {}
    for name in sorted(sequences):
        for mark in sorted(_hash(sequence) for sequence in sequences[name])[:SKETCH]:
            holders.setdefault(mark, []).append(name)
    return {pair for names in holders.values() if 1 < len(names) <= CROWD for pair in combinations(names, 2)}


def _hash(sequence: str) -> bytes:
    return hashlib.blake2b(sequence.encode("utf-8"), digest_size=8).digest()
