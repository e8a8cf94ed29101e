"""What a version says where the other one states a number: the sentence to show beside it."""

from __future__ import annotations

from collections.abc import Mapping

from dalel.records import Claim, Document
from dalel.versions.nearness import Sentences
from dalel.versions.sentences import Words, plain, words


class Beside:
    """The sentences of `other`, to find the one that a claim of `own` was taken from or put into.

    `partners` are the sentences of `own` whose other numbers were found again, each with its sentence in `other`.
    """

    def __init__(self, own: Document, other: Document, partners: Mapping[str, str]) -> None:
        self._partners = partners
        self._own = [words(sentence) for sentence in plain(own)]
        self._order = [_wording(sentence) for sentence in self._own]
        self._other = list(plain(other))
        said = [words(sentence) for sentence in self._other]
        known = set(self._own) | {words(sentence) for sentence in partners.values()}
        self._free = [place for place, sentence in enumerate(said) if sentence not in known]
        self._index = Sentences([said[place] for place in self._free])
        self._places = {_wording(sentence): place for place, sentence in reversed(list(enumerate(said)))}

    def to(self, claim: Claim) -> str | None:
        """Its sentence with its other numbers, else a near one, else the one between the same two neighbours."""
        if claim.sentence in self._partners:
            return self._partners[claim.sentence]
        if (place := self._index.nearest(words(claim.sentence))) is not None:
            return self._other[self._free[place]]
        return self._between_its_neighbours(claim)

    def _between_its_neighbours(self, claim: Claim) -> str | None:
        sentence = words(claim.sentence)
        if sentence not in self._own:
            return None
        at = self._own.index(sentence)
        before = self._places.get(self._order[at - 1]) if at > 0 else None
        after = self._places.get(self._order[at + 1]) if at + 1 < len(self._own) else None
        if before is not None and after is not None and after - before == 2:
            return self._other[before + 1]
        return None


def _wording(sentence: Words) -> Words:
    """A sentence without its digits: it stays in its place when a number in it changes."""
    return tuple(word for word in sentence if not word.isdecimal())
