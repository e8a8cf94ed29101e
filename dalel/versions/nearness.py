"""Which sentence of one version is nearest to a sentence of the other.

Candidates share a pair of neighbouring words (shingle); a shingle that many sentences share says nothing and is passed
over, so that the work stays in proportion to the text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from dalel.versions.sentences import MAX_WORDS, Words

NEAR = 0.6  # of the words in the same order: below that, two sentences are two statements
COMMON = 40  # sentences that share a shingle, from which on it is passed over
TRIED = 5  # candidates that are compared word by word


class Sentences:
    """The sentences of one version, to be searched."""

    def __init__(self, sentences: Sequence[Words]) -> None:
        self._sentences = sentences
        self._with: dict[tuple[str, str], list[int]] = defaultdict(list)
        for place, words in enumerate(sentences):
            for shingle in shingles(words):
                self._with[shingle].append(place)

    def near(self, words: Words) -> Iterator[tuple[float, int]]:
        """Likeness (0 to 1, at least NEAR) and place of the nearest few, in no order."""
        shared: Counter[int] = Counter()
        for shingle in shingles(words):
            places = self._with.get(shingle, ())
            if len(places) <= COMMON:
                shared.update(places)
        for place, _ in sorted(shared.items(), key=lambda one: (-one[1], one[0]))[:TRIED]:
            if (likeness := alike(words, self._sentences[place])) >= NEAR:
                yield likeness, place

    def nearest(self, words: Words) -> int | None:
        """The place of the nearest one, the first of several; None where none is near."""
        found = sorted(self.near(words), key=lambda one: (-one[0], one[1]))
        return found[0][1] if found else None


def shingles(words: Words) -> set[tuple[str, str]]:
    """The pairs of neighbouring words; a sentence of one word is paired with nothing."""
    return set(pairwise(words)) or {(word, "") for word in words}


def alike(one: Words, other: Words) -> float:
    """The share of words that two sentences have in common in the same order (Ratcliff and Obershelp, by difflib)."""
    return matcher(one, other).ratio()


def matcher(one: Words, other: Words) -> SequenceMatcher[str]:
    """The comparison of the first MAX_WORDS words of two sentences."""
    return SequenceMatcher(None, one[:MAX_WORDS], other[:MAX_WORDS], autojunk=False)
