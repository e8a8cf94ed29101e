"""Persons a page names with their post: "министр внутренних дел Марат Ахметжанов", "Kulginov, akim of Nur-Sultan".

A name is two capitalised words, or an initial and one, after (or before) a word for a post; in Arabic script, which
has no capitals, the two words after it. Later mentions are known by the surname alone, in any case ("по словам
Ахметжанова").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from dalel.claims.lexicon import Cue
from dalel.claims.page import Page, Passage
from dalel.regions import comparable

UPPER = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІÁǴŃÓÚÝÄĞÑÖÜŞİ"
WORD = rf"[{UPPER}][\w’'-]+"
NAME = re.compile(rf"(?:[{UPPER}]\.\s?){{1,2}}{WORD}|{WORD}(?:\s+{WORD})+")
INITIALS = re.compile(rf"(?:[{UPPER}]\.\s?){{1,2}}")
ARABIC_NAME = re.compile(r"\s*([\u0620-\u06ff]{3,})\s+([\u0620-\u06ff]{3,})(?=\s*([.,»]|$)|\s)", re.MULTILINE)
BREAK = re.compile(r"(?<![^\W\d_][^\W\d_])\.\s(?=$)|(?<=\w\w)[.;:!?]\s|\n")
WORD_START = re.compile(r"(?<!\w)\S")
STOP = re.compile(r"[,.;:»”\n]")
POST = 110  # characters between the word for a post and the name


@dataclass(frozen=True, slots=True)
class Person:
    """A name and post as printed, and the beginning of the surname in the comparable spelling."""

    name: str
    post: str
    stem: str

    @property
    def printed(self) -> str:
        """The way dalel names the person: "Марат Ахметжанов, министр внутренних дел"."""
        return f"{self.name}, {self.post}" if self.post else self.name


def people(page: Page) -> list[Person]:
    """Persons with a post, in order of appearance; the fullest form of each name."""
    found: dict[str, Person] = {}
    for passage in sorted(page.passages, key=lambda passage: passage.field != "text"):
        for person in _in(passage):
            known = found.get(person.stem)
            if known is None or (len(_words(known.name)), bool(known.post)) < (
                len(_words(person.name)),
                bool(person.post),
            ):
                found[person.stem] = person
    return list(found.values())


def _in(passage: Passage) -> list[Person]:
    found = []
    offices = {cue.start for cue in passage.cues if cue.kind == "speakers" and cue.label == "organisations"}
    for cue in passage.cues:
        if cue.kind == "speakers" and cue.label == "roles" and cue.start not in offices:
            start, end = passage.folded.original(cue.start), passage.folded.original(cue.end - 1) + 1
            person = _after(passage, start, end) or _before(passage, start)
            if person is not None:
                found.append(person)
        if cue.kind == "speakers" and cue.label == "verbs" and (person := _beside(passage, cue)) is not None:
            found.append(person)
    return found


def _beside(passage: Passage, verb: Cue) -> Person | None:
    """A name without a post right before a verb of saying, or right after it where the language puts it there."""
    start, end = passage.folded.original(verb.start), _word_end(passage.text, passage.folded.original(verb.end - 1) + 1)
    head = passage.text[max(0, start - 50) : start].rstrip()
    for match in NAME.finditer(head):
        if match.end() == len(head) and (name := _two(match[0], "ru")):
            return _person(passage, name, "")
    spaced = passage.text[end : end + 1] == " " and passage.text[end - 1].isalpha()
    following = NAME.match(passage.text, end + 1) if spaced and passage.language != "kk" else None
    name = _two(following[0], passage.language) if following else None
    return _person(passage, name, "") if name else None


def _after(passage: Passage, start: int, end: int) -> Person | None:
    text = passage.text
    stop = BREAK.search(text, end, end + POST + 10)
    limit = min(end + POST, stop.start() if stop else len(text))
    for match in NAME.finditer(text, end, min(len(text), limit + 40)):
        if match.start() > limit:
            return None
        name = _two(match[0], passage.language)
        if name is not None:
            return _person(passage, name, text[start : match.start() + _begins(match[0], name)])
    arabic = ARABIC_NAME.match(text, _word_end(text, end)) if "\u0620" <= text[start] <= "\u06ff" else None
    if arabic is None or not (arabic[3] is not None or _says(passage, arabic.end())):
        return None
    return _person(passage, f"{arabic[1]} {arabic[2]}", text[start : arabic.start()])


def _says(passage: Passage, end: int) -> bool:
    """Whether the word after `end` (as printed) is a verb of saying."""
    low = passage.folded.folded(end) + 1
    sentence = passage.sentence_at(low)
    return any(cue.start == low and cue.label == "verbs" for cue in passage.cues_in(sentence, "speakers"))


def _before(passage: Passage, start: int) -> Person | None:
    """ "Алихан Смаилов, премьер-министр": the name, a comma, the post."""
    text = passage.text
    head = text[max(0, start - 60) : start].rstrip()
    if not head.endswith(","):
        return None
    names = [match for match in NAME.finditer(head[:-1]) if match.end() == len(head) - 1]
    name = _two(names[0][0], "ru") if names else None
    if name is None:
        return None
    stop = STOP.search(text, start)
    return _person(passage, name, text[start : stop.start() if stop else len(text)])


def _two(capitals: str, language: str) -> str | None:
    """Of a run of capitalised words the name: the last two ("Education Gani Beisembayev"), in Kazakh the first two."""
    if INITIALS.match(capitals):
        return capitals
    words = [word for word in capitals.split() if not word.isupper()]
    chosen = words[:2] if language == "kk" else words[-2:]
    return " ".join(chosen) if len(chosen) == 2 else None


def _begins(capitals: str, name: str) -> int:
    """Where the name begins in a run of capitalised words, which may have other blanks, or capitals, within it."""
    found = re.search(r"\s+(?:\S+\s+)*?".join(map(re.escape, name.split())), capitals)
    return found.start() if found else 0


def _person(passage: Passage, name: str, post: str) -> Person:
    surname = comparable(name.split(".")[-1].split()[-1], passage.language).text
    return Person(name, " ".join(post.strip(" ,–—-").split()), surname[: max(4, len(surname) - 2)])


class Roll:
    """Persons by the beginnings of their surnames, so that a sentence is asked once for all of them."""

    def __init__(self, persons: Sequence[Person]) -> None:
        self.persons = persons
        self.posts: dict[tuple[str, str], str] = {}
        self.by_stem = {person.stem: (number, person) for number, person in enumerate(persons)}
        self.sizes = sorted(set(map(len, self.by_stem)))

    def named_in(self, words: str) -> list[Person]:
        """The persons whose surname stands, in any case, in words of the comparable spelling; in the roll's order."""
        found = {(number, person) for _, number, person in self._in(words)}
        return [person for _, person in sorted(found, key=itemgetter(0))]

    def last_in(self, words: str) -> Person | None:
        """The person named last in the words."""
        return max(self._in(words), key=itemgetter(0, 1), default=(0, 0, None))[2]

    def post(self, person: Person, language: str) -> str:
        """The person's post in the comparable spelling."""
        if (person.post, language) not in self.posts:
            self.posts[person.post, language] = comparable(person.post, language).text
        return self.posts[person.post, language]

    def _in(self, words: str) -> list[tuple[int, int, Person]]:
        """Every surname in the words: where it begins, its person's number in the roll, the person."""
        starts = [word.start() for word in WORD_START.finditer(words)] if self.sizes else []
        known = ((start, self.by_stem.get(words[start : start + size])) for size in self.sizes for start in starts)
        return [(start, *named) for start, named in known if named is not None]


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"\w+", name) if len(word) > 1]


def _word_end(text: str, end: int) -> int:
    while end < len(text) and not text[end].isspace():
        end += 1
    return end
