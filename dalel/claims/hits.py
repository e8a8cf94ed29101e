"""Where the words of all topics stand in a text: one search, however many topics there are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dalel.regions.spelling import spellings
from dalel.regions.trie import alternation
from dalel.topics import Topic

Role = tuple[str, str]  # id of a topic or indicator, and which of its lists: subject, about, context, words, not
Listed = tuple[tuple[Role, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of some topics at text[start:end] (comparable spelling), and what it is to them."""

    start: int
    end: int
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Hits:
    """All hits of one text, in order."""

    found: Sequence[Hit]
    starts: Sequence[int]

    def within(self, start: int, end: int) -> Sequence[Hit]:
        """Those that begin between two offsets."""
        return self.found[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def first(self, role: Role, start: int, end: int) -> Hit | None:
        """The first hit with this role between two offsets."""
        return next((hit for hit in self.within(start, end) if role in hit.roles), None)


def hits(text: str, language: str, topics: Mapping[str, Topic]) -> Hits:
    """The hits of a text in the comparable spelling."""
    pattern, meant = _compiled(_listed(topics, language), language)
    found = []
    for match in pattern.finditer(text):
        for end, roles in _words(text, match.start(), match["word"], meant):
            found.append(Hit(match.start(), end, roles))
    return Hits(found, [hit.start for hit in found])


def speaks_of(text: str, language: str, topic: Topic) -> bool:
    """Whether a text in the comparable spelling may name the subject of a topic; where it does not, no number of it can
    belong to the topic, nor be kept from another by it (dalel/claims/indicators.py).
    """
    return _subject(topic.subject.get(language, ()), language).search(text) is not None


@lru_cache(maxsize=256)
def _subject(words: tuple[str, ...], language: str) -> re.Pattern[str]:
    stems = {spelled.removesuffix("_") for word in words for spelled in spellings(word, language)}
    return re.compile(rf"(?<!\w){alternation(stems)}" if stems else r"(?!)")


def _words(
    text: str, start: int, printed: str, meant: Mapping[str, Sequence[tuple[str, frozenset[Role]]]]
) -> Iterator[tuple[int, frozenset[Role]]]:
    """The listed words that the text has at `start`, each with where it ends and its roles."""
    spread = len(printed) - len(" ".join(printed.split()))  # spaces more than one between words
    for word, roles in meant[" ".join(printed.split())]:
        whole = word.endswith("_")
        end = start + len(word.removesuffix("_")) + (spread if " " in word else 0)
        if not whole or end >= len(text) or not (text[end].isalnum() or text[end] == "_"):
            yield end, roles


def _listed(topics: Mapping[str, Topic], language: str) -> Listed:
    found: list[tuple[Role, tuple[str, ...]]] = []
    for topic in topics.values():
        lists = {"subject": topic.subject, "about": topic.about, "context": topic.context, "not": topic.barred}
        found += [((topic.id, name), words.get(language, ())) for name, words in lists.items()]
        for one in topic.indicators:
            found += [((one.id, "words"), one.words.get(language, ())), ((one.id, "not"), one.barred.get(language, ()))]
    return tuple(found)


@lru_cache(maxsize=16)
def _compiled(
    listed: Listed, language: str
) -> tuple[re.Pattern[str], Mapping[str, Sequence[tuple[str, frozenset[Role]]]]]:
    """One search for all words; and for each stem the words that it begins with, with their roles."""
    roles: dict[str, set[Role]] = {}
    for role, words in listed:
        for word in words:
            for spelled in spellings(word, language):
                roles.setdefault(spelled, set()).add(role)
    stems = {word.removesuffix("_") for word in roles}
    meant = {
        stem: [
            (word, frozenset(known)) for word, known in sorted(roles.items()) if stem.startswith(word.removesuffix("_"))
        ]
        for stem in stems
    }
    return re.compile(rf"(?<!\w)(?=(?P<word>{alternation(stems)}))" if stems else r"(?!)"), meant
