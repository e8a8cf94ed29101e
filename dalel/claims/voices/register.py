"""Who is on a page: persons by their surnames, offices by the first letters of their words; who "министр" is.

A person is printed by the fullest name and post that the page has for them, wherever it has them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dalel.claims.page import Page, Passage, Sentence
from dalel.claims.voices import by_dictionary, by_endings, by_order
from dalel.claims.voices.mentions import SITE, Mention, Said
from dalel.claims.voices.tables import tables
from dalel.regions import comparable

READERS = {
    "dictionary": by_dictionary.mentions,
    "endings": by_endings.mentions,
    "order": by_order.mentions,
}
SHORT = 2  # words of an office that may be one named in full elsewhere
HEAD = 4  # letters by which "палата" is the chamber named before
STEM = 5  # letters by which words of a post are the same
FIELDS = ("lead", "text", "title")
Place = tuple[str, int, int]  # field, and offsets in the comparable spelling


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody on the page, as dalel prints them, and where the page names them so."""

    name: str
    post: str
    place: Place

    @property
    def printed(self) -> str:
        """ "Name, post", or the office."""
        return f"{self.name}, {self.post}" if self.name and self.post else self.name or self.post


class Register:
    """The mentions of every sentence of a page, and whom they name."""

    def __init__(self, page: Page) -> None:
        self.language = page.passages[0].language if page.passages else "ru"
        self.persons: dict[str, Known] = {}
        self.offices: list[Known] = []
        self.by_head: dict[str, list[Known]] = {}
        for passage in sorted(page.passages, key=lambda one: FIELDS.index(one.field)):
            for sentence in passage.sentences:
                for mention in _read(passage, sentence):
                    if mention.kind == "person" or not _points(passage, sentence, mention):
                        self._note(passage, mention)

    def mentions(self, passage: Passage, sentence: Sentence) -> Sequence[Mention]:
        """The mentions of a sentence in order, without words with capitals that are no surname of the page."""
        return [one for one in _read(passage, sentence) if one.kind != "surname" or one.stem in self.persons]

    def person(self, mention: Mention) -> Known | None:
        """The person of a mention that has a name."""
        return self.persons.get(mention.stem) if mention.stem else None

    def office(self, said: Said, passage: Passage, start: int, bare: bool) -> Known | None:
        """The office by its full name, where the page has one, before or else only one behind; None for a bare word
        that it has no office for.
        """
        words = comparable(said.post, self.language).text.split()
        if not bare and len(words) > SHORT:
            return None
        stems = {word[:HEAD] for word in words if len(word) > 2}
        found = [
            one
            for one in self.by_head.get(words[0][:HEAD], ())
            if len(one.post.split()) > len(words) and stems <= {stem[:HEAD] for stem in self.stems(one.post)}
        ]
        before = [
            one for one in found if (FIELDS.index(one.place[0]), one.place[1]) < (FIELDS.index(passage.field), start)
        ]
        if before:
            return before[-1]
        return found[0] if len({one.post for one in found}) == 1 else None

    def only_office(self) -> Known | None:
        """The office of a page that names no other."""
        return self.offices[0] if len({frozenset(self.stems(one.post)) for one in self.offices}) == 1 else None

    def stems(self, words: str) -> set[str]:
        """The beginnings of the words of a post."""
        return {word[:STEM] for word in comparable(words, self.language).text.split() if len(word) > 2}

    def _note(self, passage: Passage, mention: Mention) -> None:
        place = (passage.field, mention.start, mention.end)
        said = mention.said
        if mention.kind == "person":
            known = self.persons.get(mention.stem)
            new = Known(said.name, said.post, place)
            if known is None or _fullness(new) > _fullness(known):
                self.persons[mention.stem] = new
            elif said.post and not known.post:
                self.persons[mention.stem] = replace(known, post=said.post)
        elif mention.kind == "office" and not mention.bare:
            known = Known("", said.post, place)
            self.offices.append(known)
            for stem in self.stems(said.post):
                self.by_head.setdefault(stem[:HEAD], []).append(known)


def _points(passage: Passage, sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention holds a word for an office named elsewhere: "пресс-служба ведомства"."""
    inner = passage.cues_near(sentence, "speakers", mention.start - 1, mention.end)
    return any(cue.label == "itself" for cue in inner)


def _fullness(known: Known) -> tuple[int, bool, int]:
    words = [word for word in known.name.split() if not word.endswith(".")]
    return min(2, len(words)), bool(known.post), len(known.post.split()) if len(known.post.split()) > 1 else 0


def _read(passage: Passage, sentence: Sentence) -> Sequence[Mention]:
    return passage.once(sentence, _mentions)


def _mentions(passage: Passage, sentence: Sentence) -> list[Mention]:
    """All mentions; an address of a site is an outlet, whatever its words are."""
    found = list(READERS[tables(passage.language).reader](passage, sentence))
    sites = [match.span() for match in SITE.finditer(passage.low, sentence.low, sentence.high)]
    if sites:
        ends = [end for _, end in sites]
        kept = []
        for one in found:
            at = bisect_right(ends, one.start)
            if at == len(sites) or one.end <= sites[at][0]:
                kept.append(one)
        found = kept + [Mention(start, end, "outlet", {}) for start, end in sites]
    return sorted(found, key=lambda one: (one.start, one.end))
