"""A document as it is read for claims: its fields in the comparable spelling, cut into sentences, with cues and
names.
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from dalel import regions
from dalel.claims.lexicon import Cue, Lexicon, lexicon
from dalel.claims.sentences import sentences
from dalel.dates import DateMention, find_dates
from dalel.quantities.finding import find_quantities
from dalel.records import Document, Field, Quantity
from dalel.regions import RegionMention
from dalel.transliteration import Folded, fold

Answer = TypeVar("Answer")
FIELDS: tuple[Field, ...] = ("title", "lead", "text")


@dataclass(frozen=True, slots=True)
class Sentence:
    """text[start:end] of a passage, as printed; `low` and `high` are the same in the comparable spelling."""

    number: int
    paragraph: int
    start: int
    end: int
    low: int
    high: int


@dataclass
class Passage:
    """One field of a document. Offsets of cues, mentions and words are in the comparable spelling unless said."""

    field: Field
    text: str
    language: str
    published: date | None
    answers: dict[Callable[..., Any], dict[int, Any]] = dataclasses.field(default_factory=dict)  # what `once` was told

    @cached_property
    def folded(self) -> Folded:
        """The comparable spelling, and the way back to offsets as printed."""
        return regions.comparable(self.text, self.language)

    @property
    def low(self) -> str:
        """The text in the comparable spelling."""
        return self.folded.text

    @cached_property
    def quantities(self) -> list[Quantity]:
        """The numbers of the field, by place; offsets as printed."""
        return sorted(find_quantities(self.text, self.language), key=lambda quantity: (quantity.start, quantity.end))

    @cached_property
    def words(self) -> Lexicon:
        """The claim words of its language."""
        return lexicon(self.language)

    @cached_property
    def sentences(self) -> list[Sentence]:
        found: list[Sentence] = []
        paragraph = counted = 0
        for number, (start, end) in enumerate(sentences(self.text)):
            paragraph += self.text.count("\n", counted, start)
            counted = start
            found.append(Sentence(number, paragraph, start, end, self.folded.folded(start), self.folded.folded(end)))
        return found

    @cached_property
    def starts(self) -> list[int]:
        return [sentence.low for sentence in self.sentences]

    @cached_property
    def cues(self) -> list[Cue]:
        """All cues, and in sentences with numbers those of word endings too."""
        found = [cue for cue in self.words.cues(self.low) if self._as_printed(cue)]
        for sentence in {self.sentence_at(self.folded.folded(quantity.start)) for quantity in self.quantities}:
            found.extend(self.words.ends(self.low, sentence.low, sentence.high))
        return sorted(found)

    def _as_printed(self, cue: Cue) -> bool:
        """Whether a word that another one is spelled like has its own letters on the page."""
        letters = self.words.exact.get(self.low[cue.start : cue.end])
        if letters is None:
            return True
        printed = self.text[self.folded.original(cue.start) : self.folded.original(cue.end - 1) + 1]
        return fold(printed).text.lower().startswith(letters)

    @cached_property
    def dates(self) -> list[DateMention]:
        """Dates and periods; offsets as printed."""
        return find_dates(self.text, self.language, self.published)

    def printed(self, start: int, end: int) -> str:
        """The words printed between two comparable offsets, single-spaced."""
        return " ".join(self.text[self.folded.original(start) : self.folded.original(end - 1) + 1].split())

    def places_in(self, sentence: Sentence) -> list[RegionMention]:
        """The names of regions and places in a sentence."""
        words = self.low[sentence.low : sentence.high]
        return regions.mentions_in(words, self.language, lambda _: False)

    def letters(self, start: int, end: int) -> str:
        """The letters printed between two comparable offsets, in one script and small, but no further made equal."""
        return fold(self.text[self.folded.original(start) : self.folded.original(end - 1) + 1]).text.lower()

    def sentence_at(self, low: int) -> Sentence:
        """The sentence that holds the comparable offset `low`."""
        return self.sentences[max(0, bisect_right(self.starts, low) - 1)]

    @cached_property
    def by_sentence(self) -> dict[tuple[int, str], list[Cue]]:
        """Sentence number and kind -> such cues there, in order."""
        found: dict[tuple[int, str], list[Cue]] = {}
        for cue in self.cues:
            found.setdefault((self.sentence_at(cue.start).number, cue.kind), []).append(cue)
        return found

    def cues_in(self, sentence: Sentence, kind: str) -> Sequence[Cue]:
        """Cues of this kind in the sentence, in order."""
        return self.by_sentence.get((sentence.number, kind), ())

    def cues_near(self, sentence: Sentence, kind: str, low: int, high: int) -> Sequence[Cue]:
        """Those of them that begin between the offsets `low` and `high`, both left out."""
        found = self.by_sentence.get((sentence.number, kind), ())
        if not found or (low < found[0].start and found[-1].start < high):
            return found
        return found[bisect_right(found, low, key=_start) : bisect_left(found, high, key=_start)]

    def once(self, sentence: Sentence, asked: Callable[[Passage, Sentence], Answer]) -> Answer:
        """What `asked` says of the sentence, asked once however many numbers stand in it."""
        known = self.answers.setdefault(asked, {})
        if sentence.number not in known:
            known[sentence.number] = asked(self, sentence)
        answer: Answer = known[sentence.number]
        return answer

    @cached_property
    def paragraphs(self) -> dict[int, list[Sentence]]:
        """Paragraph number -> its sentences."""
        found: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            found.setdefault(sentence.paragraph, []).append(sentence)
        return found

    def lead_in(self, sentence: Sentence) -> Sentence | None:
        """The sentence ending in a colon under which this one stands in a list; None where it stands in none."""
        return self.once(sentence, _lead_in)

    def before(self, sentence: Sentence) -> list[Sentence]:
        """The sentences before it in its paragraph, nearest first, at most 20."""
        near = self.sentences[max(0, sentence.number - 20) : sentence.number]
        return [other for other in reversed(near) if other.paragraph == sentence.paragraph]

    def after(self, sentence: Sentence) -> list[Sentence]:
        """The sentences after it in its paragraph, at most 20."""
        near = self.sentences[sentence.number + 1 : sentence.number + 21]
        return [other for other in near if other.paragraph == sentence.paragraph]


@dataclass
class Page:
    """A document and its passages, in reading order."""

    document: Document
    passages: list[Passage]

    def passage(self, name: Field) -> Passage | None:
        """The passage of that field, if the document has one."""
        return next((passage for passage in self.passages if passage.field == name), None)

    def cues(self, kind: str) -> Iterator[Cue]:
        """All cues of a kind, through all fields."""
        return (cue for passage in self.passages for cue in passage.cues if cue.kind == kind)


ITEM = re.compile(r"\s*(?:[-–—•*·▪]|\(?\d{1,2}[).]|[^\W\d_]\))\s*|.*;\s*$", re.DOTALL)
LONGEST_LIST = 60  # lines between a lead-in and an item of its list


def _lead_in(passage: Passage, sentence: Sentence) -> Sentence | None:
    """A line is in a list where it follows a colon at once, is marked as an item or ends in a semicolon, or where the
    line before it is in one and both are no more than lines.
    """
    if sentence.number == 0 or (passage.paragraphs[sentence.paragraph][0] is not sentence):
        first = passage.paragraphs[sentence.paragraph][0]
        return None if first is sentence else passage.lead_in(first)
    for back in range(sentence.number - 1, max(-1, sentence.number - LONGEST_LIST), -1):
        other = passage.sentences[back]
        if passage.text[other.end - 1] == ":":
            return other
        line = passage.text[other.start : other.end]
        if not (ITEM.match(line) or line[-1] in ";,") and line[-1] in ".!?…":
            return None
    return None


def _start(cue: Cue) -> int:
    return cue.start


def read_page(document: Document) -> Page:
    """The fields of the document that hold words."""
    language = document.language if document.language in ("kk", "ru", "en") else "ru"
    fields = [(name, document.field(name)) for name in FIELDS]
    return Page(document, [Passage(name, text, language, document.published) for name, text in fields if text.strip()])
